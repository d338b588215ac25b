import GraphModel

/// For each row of the input, the nodes with a label whose property equals a value of that row.
final class SeekNodes: BatchwiseOperator {
  private let label: String
  private let key: String
  private let value: any Kernel

  init(_ input: any Operator, label: String, key: String, value: any Kernel, _ context: ExecutionContext) {
    self.label = label
    self.key = key
    self.value = value
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    guard let label = context.graph.label(named: label), let key = context.graph.propertyKey(named: key) else { return nil }
    let wanted = try value.column(outer, context)
    var rows: [Int] = []
    var nodes: [NodeID] = []
    for row in 0..<outer.count {
      let found = try nodesWith(label, key, wanted[row])
      rows.append(contentsOf: repeatElement(row, count: found.count))
      nodes.append(contentsOf: found)
    }
    guard !nodes.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.nodes(nodes, valid: nil))
    return batch
  }

  private func nodesWith(_ label: LabelID, _ key: PropertyKeyID, _ value: Value) throws(ExecutionFailure) -> [NodeID] {
    if value.isNull { return [] }
    do {
      if let found = try context.graph.findNodes(label: label, key: key, equalTo: value) { return found }
      var all: [NodeID] = []
      try context.graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &all)
      let values = try context.graph.property(key, of: all)
      return all.indices.filter { values[$0].equals(value) == true }.map { all[$0] }
    } catch { throw ExecutionFailure(error) }
  }
}
