import CypherPlanner
import GraphModel

/// For each row, the trails of some length that leave a node: `-[:T*1..3]->`. A trail uses no relationship twice.
///
/// All rows of a batch grow together, one level at a time. Cost: the number of trails up to the maximum length.
final class ExpandRepeatedly: Operator {
  private let input: any Operator
  private let expansion: RepeatedExpansion
  private let from: Int
  private let to: Int?
  private let differsFrom: [Int]
  private let conditions: ElementConditions?
  private let context: ExecutionContext
  private var pending = PendingRows()

  init(
    _ input: any Operator, _ expansion: RepeatedExpansion, from: Int, to: Int?, differsFrom: [Int],
    conditions: ElementConditions?, _ context: ExecutionContext
  ) {
    self.input = input
    self.expansion = expansion
    self.from = from
    self.to = to
    self.differsFrom = differsFrom
    self.conditions = conditions
    self.context = context
  }

  private var outer: Batch?
  private var forest = TrailForest()
  /// The trails of the level that was reached last, and the row that each belongs to.
  private var frontier: [(trail: Int, row: Int)] = []
  private var depth = 0

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    outer = nil
    frontier = []
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      try context.checkCancellation()
      if let outer, !frontier.isEmpty, depth < expansion.maximum ?? Int.max {
        try advance(outer)
      } else {
        guard let batch = try input.next() else { return nil }
        plant(batch)
      }
      if depth >= expansion.minimum { emit() }
    }
  }

  private func plant(_ batch: Batch) {
    outer = batch
    forest.removeAll()
    depth = 0
    let (rows, nodes) = batch.columns[from].nodeRows
    frontier = zip(rows, nodes).map { row, node in (forest.plant(node), row) }
  }

  private func advance(_ outer: Batch) throws(ExecutionFailure) {
    depth += 1
    guard let selection = ExpansionSelection(expansion.types, expansion.direction, in: context.graph) else {
      frontier = []
      return
    }
    var found = Adjacency()
    do {
      try context.graph.expand(frontier.map { forest.ends[$0.trail] }, selection, into: &found)
    } catch { throw ExecutionFailure(error) }
    let passes = try conditions?.passing(found, rows: found.origins.map { frontier[$0].row }, of: outer, context)
    let others = differsFrom.map { outer.columns[$0] }
    var next: [(trail: Int, row: Int)] = []
    for at in 0..<found.count {
      let (trail, row) = frontier[found.origins[at]]
      let relationship = found.relationships[at]
      if passes?[at] == false || forest.contains(relationship, in: trail) { continue }
      if others.contains(where: { $0.holds(relationship, in: row) }) { continue }
      next.append((forest.grow(trail, by: relationship, to: found.neighbours[at]), row))
    }
    frontier = next
  }

  private func emit() {
    guard let outer else { return }
    var rows: [Int] = []
    var lists: [Value] = []
    var ends: [NodeID] = []
    let target = to.map { outer.columns[$0] }
    for (trail, row) in frontier {
      let end = forest.ends[trail]
      if let target {
        guard case .node(let wanted) = target[row], wanted == end else { continue }
      }
      let relationships = forest.relationships(of: trail).map { Value.relationship($0) }
      rows.append(row)
      lists.append(.list(expansion.isReversed ? relationships.reversed() : relationships))
      if target == nil { ends.append(end) }
    }
    guard !rows.isEmpty else { return }
    var batch = outer.gathered(rows)
    batch.columns.append(.values(lists))
    if target == nil { batch.columns.append(.nodes(ends, valid: nil)) }
    pending.fill(batch)
  }
}
