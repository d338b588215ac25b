public import GraphModel

extension SQLiteGraph {
  /// Cost: a look at each relationship and at what is tested, where it is stored; of several types or directions, that of expanding.
  ///
  /// Many relationships of a graph without changes are looked at by all threads.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, relationshipsWhere relationshipTests: [PropertyTest],
    neighboursWhere neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard let base = try base, let chains = try chains(selection, nodes.count), let way = chains.single else {
      return try expandAndTest(nodes, selection, relationshipTests, neighbourTests, into: &found)
    }
    let runs = try way.ranges(nodes, upTo: chains.limit, .relationships)
    let pieces = ParallelWork.pieces(of: nodes.count, work: runs.reduce(0) { $0 + $1.count }, workers)
    if pieces.count > 1, let tested = try tested(way.buffers, base, relationshipTests, neighbourTests) {
      let all = try ParallelWork.map(pieces) { piece in
        tested.found(Array(runs[piece]), of: Array(nodes[piece]), from: piece.lowerBound)
      }
      for passing in all { found.append(passing) }
      return
    }
    var places = RunPlaces(runs)
    try keep(
      &places, relationshipTests, base, ofNodes: false, ids: { $0.relationships(in: way.buffers) },
      rows: { ids throws(StoreError) in try rowPlaces(ids, base) },
      held: { key, ids throws(StoreError) in try property(key, of: ids) })
    try keep(
      &places, neighbourTests, base, ofNodes: true, ids: { $0.neighbours(in: way.buffers) },
      rows: { ids throws(StoreError) in try rowPlaces(ids, base) },
      held: { key, ids throws(StoreError) in try property(key, of: ids) })
    let passing = places.adjacency(in: way.buffers, of: nodes, from: 0)
    if found.count == 0 { found = passing } else { found.append(passing) }
  }

  /// Nil where there are rows, or something that is tested is not in memory yet.
  private func tested(
    _ buffers: RunBuffers, _ base: Base, _ relationshipTests: [PropertyTest], _ neighbourTests: [PropertyTest]
  ) throws(StoreError) -> TestedRuns? {
    func whole(_ tests: [PropertyTest], ofNodes: Bool) throws(StoreError) -> [TestedRuns.Test]? {
      var whole: [TestedRuns.Test] = []
      for test in tests {
        let column = try base.column(test.key, ofNodes: ofNodes)
        if column?.isWhole == false { return nil }
        whole.append(TestedRuns.Test(column: try column?.loaded(for: [NodeID]()), test: test))
      }
      return whole
    }
    guard state.counters.waiting == 0, let ofRelationships = try whole(relationshipTests, ofNodes: false),
      let ofNeighbours = try whole(neighbourTests, ofNodes: true)
    else { return nil }
    return TestedRuns(buffers: buffers, ofRelationships: ofRelationships, ofNeighbours: ofNeighbours)
  }

  /// Keeps the places whose relationship or neighbour passes all tests. `rows`: where ids are that are rows; `held`: what these hold.
  private func keep<ID: StoredID>(
    _ places: inout RunPlaces, _ tests: [PropertyTest], _ base: Base, ofNodes: Bool, ids: (RunPlaces) -> [ID],
    rows: ([ID]) throws(StoreError) -> [Int], held: (PropertyKeyID, [ID]) throws(StoreError) -> Column
  ) throws(StoreError) {
    for test in tests {
      let ids = ids(places)
      // In the base nothing passes that has no such property.
      var passes =
        try base.column(test.key, ofNodes: ofNodes)?.passing(ids, test) ?? Array(filledWith: false, count: ids.count)
      let rows = try rows(ids)
      if !rows.isEmpty {
        let values = try held(test.key, rows.map { ids[$0] })
        for (at, row) in rows.enumerated() { passes[row] = test.passes(values[at]) }
      }
      places.keep(passes)
    }
  }
}
