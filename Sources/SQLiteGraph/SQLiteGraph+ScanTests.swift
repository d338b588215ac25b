public import GraphModel

extension SQLiteGraph {
  /// Cost: that of scanning; in the base, a look at each property that is tested, where it is stored.
  public func scanNodes(
    labels: [LabelID], where tests: [PropertyTest], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var (after, left, size) = (after, limit, min(limit, BasePart.size))
    while left > 0 {
      var found: [NodeID] = []
      try scanNodes(labels: labels, after: after, limit: size, into: &found)
      let isLast = found.count < size
      after = found.last
      try keep(&found, tests)
      nodes.append(contentsOf: found.prefix(left))
      left -= min(left, found.count)
      if isLast { return }
      // Where few pass, more are looked at in one go.
      if found.count < size / 4 { size = min(2 * size, BasePart.size) }
    }
  }

  /// Leaves out the nodes that do not pass all tests. They ascend.
  private func keep(_ nodes: inout [NodeID], _ tests: [PropertyTest]) throws(StoreError) {
    guard let base = try base else { return try keepRows(&nodes, tests) }
    let places = try rowPlaces(nodes, base)
    if places.isEmpty { return try keep(&nodes, tests, in: base) }
    var rows = places.map { nodes[$0] }
    var next = 0
    nodes = nodes.indices.filter { at in
      if next < places.count, places[next] == at {
        next += 1
        return false
      }
      return true
    }.map { nodes[$0] }
    try keep(&nodes, tests, in: base)
    try keepRows(&rows, tests)
    if !rows.isEmpty { nodes = nodes.mergedAscending(with: rows) }
  }

  private func keep(_ nodes: inout [NodeID], _ tests: [PropertyTest], in base: Base) throws(StoreError) {
    for test in tests where !nodes.isEmpty {
      // Nothing passes a test of a property that is not there.
      guard let column = try base.column(test.key, ofNodes: true) else { return nodes = [] }
      try column.keep(&nodes, test)
    }
  }

  private func keepRows(_ nodes: inout [NodeID], _ tests: [PropertyTest]) throws(StoreError) {
    for test in tests where !nodes.isEmpty {
      let held = try property(test.key, of: nodes)
      nodes = nodes.indices.filter { test.passes(held[$0]) }.map { nodes[$0] }
    }
  }
}
