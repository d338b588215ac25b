import GraphModel

/// For each row of the input, all nodes, or all with a label.
final class ScanNodes: Operator {
  private let input: any Operator
  private let label: String?
  private let context: ExecutionContext
  private var labels: [LabelID] = []
  private var isEmpty = false
  private var outer: Batch?
  private var row = 0
  private var last: NodeID?

  init(_ input: any Operator, label: String?, _ context: ExecutionContext) {
    self.input = input
    self.label = label
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    outer = nil
    row = 0
    last = nil
    labels = []
    isEmpty = false
  }

  /// Names are looked up with the first row, when the clauses before have done their writing.
  private func resolve() {
    guard let label else { return }
    if let id = context.graph.label(named: label) { labels = [id] } else { isEmpty = true }
  }

  func next() throws(ExecutionFailure) -> Batch? {
    var rows: [Int] = []
    var nodes: [NodeID] = []
    while true {
      if outer == nil {
        outer = try input.next()
        row = 0
        last = nil
        if outer != nil { resolve() }
      }
      guard let current = outer, !isEmpty else { return nil }
      try context.checkCancellation()
      while row < current.count, nodes.count < context.batchCapacity {
        let wanted = context.batchCapacity - nodes.count
        let before = nodes.count
        do {
          try context.graph.scanNodes(labels: labels, after: last, limit: wanted, into: &nodes)
        } catch { throw ExecutionFailure(error) }
        let found = nodes.count - before
        rows.append(contentsOf: repeatElement(row, count: found))
        if found < wanted {
          row += 1
          last = nil
        } else {
          last = nodes.last
        }
      }
      let isFinished = row >= current.count
      if isFinished { outer = nil }
      if nodes.isEmpty, isFinished { continue }
      var batch = current.gathered(rows)
      batch.columns.append(.nodes(nodes, valid: nil))
      return batch
    }
  }
}
