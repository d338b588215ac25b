import GraphModel

/// What an expansion may find: for each relationship its place in the buffers of an adjacency, and from which of the nodes it is
/// seen.
struct RunPlaces {
  private var origins: [UInt32]
  private var places: [UInt32]

  /// All of some runs, one run a node.
  init(_ runs: [Range<Int>]) {
    let (joined, total) = RunFilling.joined(runs)
    origins = RunFilling.repeating(runs, total) { UInt32(truncatingIfNeeded: $0) }
    places = RunFilling.each(joined, total) { UInt32(truncatingIfNeeded: $0) }
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

  func relationships(in buffers: RunBuffers) -> [RelationshipID] {
    guard let stored = buffers.relationships else {
      return places.map { RelationshipID(Int64(buffers.first) + Int64($0)) }
    }
    return places.map { RelationshipID(Int64(stored[Int($0)])) }
  }

  func neighbours(in buffers: RunBuffers) -> [NodeID] {
    let neighbours = buffers.neighbours
    return places.map { NodeID(Int64(neighbours[Int($0)])) }
  }

  /// `nodes`: those from which the relationships are seen; `first`: the place of the first of them among all.
  func adjacency(in buffers: RunBuffers, of nodes: [NodeID], from first: Int) -> Adjacency {
    var found = Adjacency()
    found.origins = origins.map { first + Int($0) }
    found.relationships = relationships(in: buffers)
    found.neighbours = neighbours(in: buffers)
    found.sources = origins.map { nodes[Int($0)] }
    return found
  }
}
