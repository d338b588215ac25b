import CypherPlanner
import GraphModel

/// For each row, the nodes within some relationships of a node, each once, by breadth-first search.
///
/// Cost: the relationships of all nodes that are reached, whatever the number of ways to them.
final class FindReached: PatternStep {
  private let reach: Reach
  private let from: Int
  /// The column of the node that must be reached; nil where each that is reached gives a row.
  private let to: Int?
  private var selection: ExpansionSelection?
  /// The labels to test; nil where no node has them.
  private var labels: [LabelID]?
  private var seen = NodeSet()

  init(_ input: any Operator, _ reach: Reach, from: Int, to: Int?, _ context: ExecutionContext) {
    self.reach = reach
    self.from = from
    self.to = to
    super.init(input, context)
  }

  override func prepare() throws(ExecutionFailure) {
    selection = ExpansionSelection(reach.types, reach.direction, in: context.graph)
    // Of a node that is reached without a relationship nothing is known.
    labels = try StepTarget.untold(reach.labels, beyond: reach.minimum > 0 ? selection : nil, context.graph)
  }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    var rows: [Int] = []
    var ends: [NodeID] = []
    let (starts, nodes) = outer.columns[from].nodeRows
    for (row, start) in zip(starts, nodes) {
      let reached = try search(from: start)
      if let to {
        if case .node(let wanted) = outer.columns[to][row], reached.contains(wanted) { rows.append(row) }
      } else {
        rows.append(contentsOf: repeatElement(row, count: reached.count))
        ends.append(contentsOf: reached)
      }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    if to == nil { batch.columns.append(.nodes(ends, valid: nil)) }
    return batch
  }

  /// The start itself is among what is found if there is a way back to it, or no relationship is needed.
  private func search(from start: NodeID) throws(ExecutionFailure) -> [NodeID] {
    var frontier = [start]
    var reached: [NodeID] = []
    seen.removeAll()
    if reach.minimum == 0, seen.insert(start) { reached.append(start) }
    var depth = 0
    while let selection, !frontier.isEmpty, depth < reach.maximum ?? Int.max {
      try context.checkCancellation()
      depth += 1
      var next: [NodeID] = []
      do { try context.graph.discover(from: frontier, selection, seen: &seen, into: &next) } catch {
        throw ExecutionFailure(error)
      }
      reached.append(contentsOf: next)
      frontier = next
    }
    guard let labels else { return [] }
    guard let passes = try StepTarget.having(labels, reached, context.graph) else { return reached }
    return zip(reached, passes).filter(\.1).map(\.0)
  }
}
