public import GraphModel

extension SQLiteGraph {
  /// Cost: a look at each relationship and at what is tested, where it is stored; of several types or directions that were not joined, that
  /// of expanding.
  ///
  /// Many relationships are looked at by all threads, once what is tested is in memory.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, relationshipsWhere relationshipTests: [PropertyTest],
    neighboursWhere neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard try base != nil, let chains = try chains(selection, nodes.count),
      let way = try chains.whole(nodes.count, .relationships)
    else {
      return try expandAndTest(nodes, selection, relationshipTests, neighbourTests, into: &found)
    }
    let runs = try way.ranges(nodes, upTo: chains.limit, .relationships)
    let pieces = ParallelWork.pieces(of: nodes.count, work: runs.reduce(0) { $0 + $1.count }, workers)
    if pieces.count > 1, let tested = try tested(way.buffers, relationshipTests, neighbourTests) {
      let all = try ParallelWork.map(pieces) { piece in
        tested.found(Array(runs[piece]), of: Array(nodes[piece]), from: piece.lowerBound)
      }
      for passing in all { found.append(passing) }
      return
    }
    var places = RunPlaces(runs)
    for test in relationshipTests {
      let relationships = places.relationships(in: way.buffers)
      places.keep(try passing(relationships, test))
    }
    for test in neighbourTests {
      let neighbours = places.neighbours(in: way.buffers)
      places.keep(try passing(neighbours, test))
    }
    let passing = places.adjacency(in: way.buffers, of: nodes, from: 0)
    if found.count == 0 { found = passing } else { found.append(passing) }
  }

  /// Nil where rows have to be asked, or something that is tested is not in memory yet.
  private func tested(
    _ buffers: RunBuffers, _ relationshipTests: [PropertyTest], _ neighbourTests: [PropertyTest]
  ) throws(StoreError) -> TestedRuns? {
    func whole(
      _ tests: [PropertyTest], _ column: (PropertyKeyID) throws(StoreError) -> BaseColumn?
    ) throws(StoreError) -> [TestedRuns.Test]? {
      var whole: [TestedRuns.Test] = []
      for test in tests {
        let column = try column(test.key)
        if column?.isWhole == false { return nil }
        whole.append(TestedRuns.Test(column: try column?.loaded(for: [NodeID]()), test: test))
      }
      return whole
    }
    guard let ofRelationships = try columnsOfAllRelationships(), let ofNodes = try columnsOfAllNodes(),
      let ofRelationships = try whole(relationshipTests, ofRelationships), let ofNeighbours = try whole(neighbourTests, ofNodes)
    else { return nil }
    return TestedRuns(buffers: buffers, ofRelationships: ofRelationships, ofNeighbours: ofNeighbours)
  }

  /// Whether each passes.
  private func passing(_ nodes: [NodeID], _ test: PropertyTest) throws(StoreError) -> [Bool] {
    if let all = try mergedNodes(nodes.count) { return try passing(nodes, test, try all.columns.column(test.key)) }
    return try passing(
      nodes, test, ofNodes: true, rows: { base, nodes throws(StoreError) in try rowPlaces(nodes, base) },
      held: { nodes throws(StoreError) in try property(test.key, of: nodes) })
  }

  private func passing(_ relationships: [RelationshipID], _ test: PropertyTest) throws(StoreError) -> [Bool] {
    if let all = try mergedRelationships(relationships.count) { return try passing(relationships, test, try all.column(test.key)) }
    return try passing(
      relationships, test, ofNodes: false,
      rows: { base, relationships throws(StoreError) in try rowPlaces(relationships, base) },
      held: { relationships throws(StoreError) in try property(test.key, of: relationships) })
  }

  /// Nothing passes that has no such property.
  private func passing<ID: StoredID>(_ ids: [ID], _ test: PropertyTest, _ column: BaseColumn?) throws(StoreError) -> [Bool] {
    try column?.passing(ids, test) ?? Array(filledWith: false, count: ids.count)
  }

  /// What base and rows say. `rows`: where ids are that are rows; `held`: what these hold.
  private func passing<ID: StoredID>(
    _ ids: [ID], _ test: PropertyTest, ofNodes: Bool, rows: (Base, [ID]) throws(StoreError) -> [Int],
    held: ([ID]) throws(StoreError) -> Column
  ) throws(StoreError) -> [Bool] {
    guard let base = try base else {
      let values = try held(ids)
      return ids.indices.map { test.passes(values[$0]) }
    }
    var passes = try passing(ids, test, base.column(test.key, ofNodes: ofNodes))
    let rows = try rows(base, ids)
    if !rows.isEmpty {
      let values = try held(rows.map { ids[$0] })
      for (at, row) in rows.enumerated() { passes[row] = test.passes(values[at]) }
    }
    return passes
  }
}
