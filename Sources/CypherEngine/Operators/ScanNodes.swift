import CypherPlanner
import GraphModel

/// For each row of the input, all nodes, or all with a label, that pass some tests of their properties.
final class ScanNodes: Operator {
  private let input: any Operator
  private let label: String?
  private let tests: [StoredTest]
  private let context: ExecutionContext
  private var labels: [LabelID] = []
  private var isEmpty = false
  private var outer: Batch?
  /// For each test what the rows of the input compare with.
  private var operands: [Column] = []
  private var row = 0
  private var last: NodeID?

  init(_ input: any Operator, label: String?, _ tests: [StoredTest], _ context: ExecutionContext) {
    self.input = input
    self.label = label
    self.tests = tests
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

  private func advance() throws(ExecutionFailure) {
    outer = try input.next()
    row = 0
    last = nil
    guard let outer else { return }
    resolve()
    operands = []
    for test in tests { operands.append(try test.operand.column(outer, context)) }
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if outer == nil { try advance() }
      guard let current = outer, !isEmpty else { return nil }
      try context.checkCancellation()
      var rows: [Int] = []
      var nodes: [NodeID] = []
      var areTested = true
      while row < current.count, nodes.count < context.batchCapacity {
        let wanted = context.batchCapacity - nodes.count
        let before = nodes.count
        areTested = try scan(wanted, into: &nodes) && areTested
        let found = nodes.count - before
        rows.append(contentsOf: repeatElement(row, count: found))
        if found < wanted {
          row += 1
          last = nil
        } else {
          last = nodes.last
        }
      }
      if row >= current.count { outer = nil }
      if nodes.isEmpty { continue }
      var batch = current.gathered(rows)
      batch.columns.append(.nodes(nodes, valid: nil))
      if !areTested { batch = try tests.passing(batch, context) }
      if batch.count > 0 { return batch }
    }
  }

  /// Appends the next nodes for the row. False where they still have to be tested.
  private func scan(_ wanted: Int, into nodes: inout [NodeID]) throws(ExecutionFailure) -> Bool {
    let graph = context.graph
    do throws(StoreError) {
      switch tests.question(operands.map { $0[row] }, graph) {
      case .nothing: return true
      case .all(let areTested):
        try graph.scanNodes(labels: labels, after: last, limit: wanted, into: &nodes)
        return areTested
      case .passing(let questions):
        try graph.scanNodes(labels: labels, where: questions, after: last, limit: wanted, into: &nodes)
        return true
      }
    } catch { throw ExecutionFailure(error) }
  }
}
