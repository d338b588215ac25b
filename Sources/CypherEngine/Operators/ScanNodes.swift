import CypherPlanner
import GraphModel

/// For each row of the input, all nodes, or all with a label, that pass some tests of their properties.
///
/// Cost: a scan for each row of the input. Where rows ask for nodes that hold what they hold themselves, and there are some of them, one scan
/// for all, and then a look-up a row (see ``NodesByValue``).
final class ScanNodes: Operator {
  private let input: any Operator
  private let label: String?
  private let tests: [StoredTest]
  private let context: ExecutionContext
  private let selection: NodeSelection
  private var labels: [LabelID] = []
  private var isEmpty = false
  private var outer: Batch?
  /// What the rows of the input compare with.
  private var operands = NodeSelection.Operands()
  /// The nodes by what they hold, once that was worth finding out.
  private var joined: NodesByValue?
  /// The run that they were found in.
  private var joinedRun = 0
  /// For each row of the input its place among those; nil where they are not asked.
  private var places: [Int?]?
  private var row = 0
  /// What is asked for the row; nil before it was worked out.
  private var questions: [ScanQuestion]?
  private var last: NodeID?

  /// From so many rows at a time on, nodes are looked up by what they hold.
  private static let rowsWorthJoining = 8

  init(_ input: any Operator, label: String?, _ tests: [StoredTest], _ context: ExecutionContext) {
    self.input = input
    self.label = label
    self.tests = tests
    self.context = context
    selection = NodeSelection(tests)
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    outer = nil
    row = 0
    questions = nil
    last = nil
    labels = []
    isEmpty = false
    if context.writer != nil || joinedRun != context.run { joined = nil }
  }

  /// Names are looked up with the first row, when the clauses before have done their writing.
  private func resolve() {
    guard let label else { return }
    if let id = context.graph.label(named: label) { labels = [id] } else { isEmpty = true }
  }

  private func advance() throws(ExecutionFailure) {
    outer = try input.next()
    row = 0
    questions = nil
    last = nil
    places = nil
    guard let outer else { return }
    resolve()
    if isEmpty { return }
    operands = selection.operands(outer, context)
    guard outer.count >= Self.rowsWorthJoining, let own = operands.ofEqualities else { return }
    joinedRun = context.run
    if joined == nil { joined = try NodesByValue(selection, labels, operands, context) }
    places = joined?.places(of: own)
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
        areTested = try find(wanted, into: &nodes) && areTested
        let found = nodes.count - before
        rows.append(contentsOf: repeatElement(row, count: found))
        if found < wanted {
          row += 1
          questions = nil
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
  private func find(_ wanted: Int, into nodes: inout [NodeID]) throws(ExecutionFailure) -> Bool {
    guard let places, let joined else {
      let asked = questions ?? selection.questions(operands, row, context.graph)
      questions = asked
      do { return try selection.scan(labels, asked, after: last, limit: wanted, into: &nodes, context.graph) } catch {
        throw ExecutionFailure(error)
      }
    }
    if let place = places[row] { joined.append(place, after: last, limit: wanted, to: &nodes) }
    return joined.areTested
  }
}
