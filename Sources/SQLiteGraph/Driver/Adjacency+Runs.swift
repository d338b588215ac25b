import GraphModel

extension Adjacency {
  /// The relationships of nodes whose neighbours stand in runs of a buffer, one run a node.
  ///
  /// A relationship is the number at its place, or, without these, the first one and the place.
  init(_ runs: [Range<Int>], of nodes: [NodeID], in buffers: RunBuffers) {
    self.init()
    let (joined, total) = RunFilling.joined(runs)
    origins = RunFilling.repeating(runs, total) { $0 }
    sources = RunFilling.repeating(runs, total) { nodes[$0] }
    self.neighbours = RunFilling.each(joined, total, of: buffers.neighbours) { NodeID(Int64($0)) }
    self.relationships =
      if let relationships = buffers.relationships { RunFilling.each(joined, total, of: relationships) { RelationshipID(Int64($0)) } } else {
        RunFilling.each(joined, total) { RelationshipID(Int64(buffers.first + $0)) }
      }
  }
}
