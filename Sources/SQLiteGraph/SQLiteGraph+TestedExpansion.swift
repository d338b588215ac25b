public import GraphModel

extension SQLiteGraph {
  /// Cost: a look at each relationship and at what is tested, where it is stored; of several types or directions, that of expanding.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, relationshipsWhere relationshipTests: [PropertyTest],
    neighboursWhere neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard let base = try base, let chains = try chains(Ways(selection), nodes.count), let way = chains.single else {
      return try expandAndTest(nodes, selection, relationshipTests, neighbourTests, into: &found)
    }
    var places = RunPlaces(try way.ranges(nodes, upTo: chains.limit, .relationships))
    for test in relationshipTests {
      let relationships = places.relationships(of: way)
      let column = try base.column(test.key, ofNodes: false)
      places.keep(
        try passing(relationships, test, column, rows: try rowPlaces(relationships, base)) { ids throws(StoreError) in
          try property(test.key, of: ids)
        })
    }
    for test in neighbourTests {
      let neighbours = places.neighbours(of: way)
      let column = try base.column(test.key, ofNodes: true)
      places.keep(
        try passing(neighbours, test, column, rows: try rowPlaces(neighbours, base)) { ids throws(StoreError) in
          try property(test.key, of: ids)
        })
    }
    let passing = places.adjacency(of: way, nodes)
    if found.count == 0 { found = passing } else { found.append(passing) }
  }

  /// Whether each id passes. `column`: nil where nothing in the base has the property; `rows`: where ids are that are rows.
  private func passing<ID: StoredID>(
    _ ids: [ID], _ test: PropertyTest, _ column: BaseColumn?, rows: [Int], held: ([ID]) throws(StoreError) -> Column
  ) throws(StoreError) -> [Bool] {
    var passes = try column?.passing(ids, test) ?? Array(repeating: false, count: ids.count)
    guard !rows.isEmpty else { return passes }
    let values = try held(rows.map { ids[$0] })
    for (at, row) in rows.enumerated() { passes[row] = test.passes(values[at]) }
    return passes
  }
}
