import GraphModel

/// For each row of the input, the nodes with a label whose property equals a value of that row.
final class SeekNodes: Operator {
  private let input: any Operator
  private let label: String
  private let key: String
  private let value: any Kernel
  private let context: ExecutionContext
  private var pending = PendingRows()

  init(_ input: any Operator, label: String, key: String, value: any Kernel, _ context: ExecutionContext) {
    self.input = input
    self.label = label
    self.key = key
    self.value = value
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      guard let outer = try input.next() else { return nil }
      guard let label = context.graph.label(named: label), let key = context.graph.propertyKey(named: key) else { continue }
      let wanted = try value.column(outer, context)
      var rows: [Int] = []
      var nodes: [NodeID] = []
      for row in 0..<outer.count {
        let found = try nodesWith(label, key, wanted[row])
        rows.append(contentsOf: repeatElement(row, count: found.count))
        nodes.append(contentsOf: found)
      }
      guard !nodes.isEmpty else { continue }
      var batch = outer.gathered(rows)
      batch.columns.append(.nodes(nodes, valid: nil))
      pending.fill(batch)
    }
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
