import GraphModel

/// The nodes for which EXISTS is true, found all at once when so many rows have asked that this is less work than asking for each.
///
/// Only for a statement that changes nothing. Cost: one run of the plan, and an eighth of a byte for each id of a node.
struct NodesInAnswer {
  private let plan: InnerPlan
  /// Where a row has its node.
  private let column: Int
  private let worthwhileRows: Double
  /// The run that the next two are of.
  private var run = 0
  private var rows = 0
  private var nodes: NodeSet?

  init(plan: InnerPlan, column: Int, worthwhileRows: Double) {
    self.plan = plan
    self.column = column
    self.worthwhileRows = worthwhileRows
  }

  /// Whether each row has one of them; nil where rows should be asked one by one.
  mutating func answers(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Bool]? {
    guard context.writer == nil else { return nil }
    if run != context.run { (run, rows, nodes) = (context.run, 0, nil) }
    rows += batch.count
    if nodes == nil, Double(rows) > worthwhileRows { nodes = try found(context) }
    guard let nodes else { return nil }
    if case .nodes(let asked, nil) = batch.columns[column] { return asked.map(nodes.contains) }
    var answers: [Bool] = []
    for row in 0..<batch.count {
      switch batch.columns[column][row] {
      case .node(let asked): answers.append(nodes.contains(asked))
      case .null: answers.append(false)
      // That is an error, which is told where rows are asked one by one.
      default: return nil
      }
    }
    return answers
  }

  private func found(_ context: ExecutionContext) throws(ExecutionFailure) -> NodeSet {
    var nodes = NodeSet()
    try plan.start(Batch(columns: [], count: 1), row: 0)
    while let batch = try plan.root.next() {
      try context.checkCancellation()
      for node in batch.columns[plan.resultColumns[0]].nodeRows.nodes { _ = nodes.insert(node) }
    }
    return nodes
  }
}
