import GraphModel

/// Runs of relationships and what they and their neighbours must pass, all of it in memory, so that several threads may look at it.
struct TestedRuns: Sendable {
  /// A test and the column that it asks; nil where nothing has the property.
  struct Test: Sendable {
    let column: LoadedColumn?
    let test: PropertyTest

    func passing<ID: StoredID>(_ ids: [ID]) -> [Bool] {
      column?.passing(ids, test) ?? Array(filledWith: false, count: ids.count)
    }
  }

  let buffers: RunBuffers
  let ofRelationships: [Test]
  let ofNeighbours: [Test]

  /// What passes of the runs of some nodes, which start with the node at a place.
  func found(_ runs: [Range<Int>], of nodes: [NodeID], from first: Int) -> Adjacency {
    var places = RunPlaces(runs)
    for test in ofRelationships { places.keep(test.passing(places.relationships(in: buffers))) }
    for test in ofNeighbours { places.keep(test.passing(places.neighbours(in: buffers))) }
    return places.adjacency(in: buffers, of: nodes, from: first)
  }
}

/// Where the relationships of one type and direction stand.
struct RunBuffers: Sendable {
  let neighbours: LazyBuffer<UInt32>
  /// Nil where the relationship at a place is the first one and the place.
  let relationships: LazyBuffer<UInt32>?
  let first: Int
}
