import GraphModel

extension Adjacency {
  /// The relationships of nodes whose neighbours stand in runs of a buffer, one run a node.
  ///
  /// A relationship is the number at its place in `relationships`, or, without these, the first one and the place.
  init(
    _ runs: [Range<Int>], of nodes: [NodeID], _ neighbours: LazyBuffer<UInt32>, relationships: LazyBuffer<UInt32>?,
    first: Int
  ) {
    self.init()
    let total = runs.reduce(0) { $0 + $1.count }
    origins = unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      for (origin, run) in runs.enumerated() {
        for _ in run {
          unsafe target.initializeElement(at: count, to: origin)
          count += 1
        }
      }
    }
    sources = unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      for (node, run) in zip(nodes, runs) {
        for _ in run {
          unsafe target.initializeElement(at: count, to: node)
          count += 1
        }
      }
    }
    self.neighbours = unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      for run in runs {
        for unsafe number in unsafe neighbours.numbers(run) {
          unsafe target.initializeElement(at: count, to: NodeID(Int64(number)))
          count += 1
        }
      }
    }
    self.relationships = unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      for run in runs {
        if let relationships {
          for unsafe number in unsafe relationships.numbers(run) {
            unsafe target.initializeElement(at: count, to: RelationshipID(Int64(number)))
            count += 1
          }
        } else {
          for place in run {
            unsafe target.initializeElement(at: count, to: RelationshipID(Int64(first + place)))
            count += 1
          }
        }
      }
    }
  }
}
