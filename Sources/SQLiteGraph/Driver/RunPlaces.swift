import GraphModel

/// What an expansion may find: for each relationship its place in the buffers of an adjacency, and from which of the nodes it is
/// seen.
struct RunPlaces {
  private var origins: [Int]
  private var places: [Int]

  /// All of some runs, one run a node.
  init(_ runs: [Range<Int>]) {
    let total = runs.reduce(0) { $0 + $1.count }
    origins = unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      for (origin, run) in runs.enumerated() {
        for _ in run {
          unsafe target.initializeElement(at: count, to: origin)
          count += 1
        }
      }
    }
    places = unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      for run in runs {
        for place in run {
          unsafe target.initializeElement(at: count, to: place)
          count += 1
        }
      }
    }
  }

  /// Keeps those that pass.
  mutating func keep(_ passes: [Bool]) {
    precondition(passes.count == places.count, "one answer for each relationship")
    var kept = 0
    unsafe origins.withUnsafeMutableBufferPointer { origins in
      unsafe places.withUnsafeMutableBufferPointer { places in
        for (at, isKept) in passes.enumerated() {
          unsafe origins[kept] = origins[at]
          unsafe places[kept] = places[at]
          kept &+= isKept ? 1 : 0
        }
      }
    }
    origins.removeLast(origins.count - kept)
    places.removeLast(places.count - kept)
  }

  func relationships(of way: BaseAdjacency) -> [RelationshipID] {
    guard let stored = way.stored else { return places.map { [first = way.first] in RelationshipID(Int64(first + $0)) } }
    return places.map { RelationshipID(Int64(stored[$0])) }
  }

  func neighbours(of way: BaseAdjacency) -> [NodeID] {
    places.map { [neighbours = way.neighbours] in NodeID(Int64(neighbours[$0])) }
  }

  /// `nodes`: those from which the relationships are seen.
  func adjacency(of way: BaseAdjacency, _ nodes: [NodeID]) -> Adjacency {
    var found = Adjacency()
    found.origins = origins
    found.relationships = relationships(of: way)
    found.neighbours = neighbours(of: way)
    found.sources = origins.map { nodes[$0] }
    return found
  }
}
