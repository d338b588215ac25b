import CypherPlanner
import GraphModel

/// For each row, the ways in which a part of a pattern can be matched several times in a row.
///
/// All rows of a batch take their turns together. Unless the pattern is a walk, no relationship is used twice, so that the
/// turns come to an end. Cost: the number of ways.
final class RepeatPattern: Operator {
  /// Which column of a turn's result holds what.
  struct TurnColumns {
    var end: Int
    var relationships: [Int]
    var groups: [Int]
  }

  private struct Way {
    var row: Int
    var node: NodeID
    var relationships: [Value] = []
    var groups: [[Value]]
  }

  /// A node as seen from a row.
  private struct Visit: Hashable {
    var row: Int
    var node: NodeID
  }

  private let input: any Operator
  private let pattern: RepeatedPattern
  private let turn: InnerPlan
  private let columns: TurnColumns
  private let from: Int
  private let to: Int?
  /// The columns of the outer row that a turn reads, behind its start.
  private let outerColumns: [Int]
  private let differsFrom: [Int]
  private let context: ExecutionContext
  private var pending = PendingRows()
  private var outer: Batch?
  private var ways: [Way] = []
  private var turns = 0
  /// In which turn each node was first reached, where later ways to it are of no use.
  private var firstTurns: [Visit: Int] = [:]

  init(
    _ input: any Operator, _ pattern: RepeatedPattern, turn: InnerPlan, columns: TurnColumns, from: Int, to: Int?,
    outerColumns: [Int], differsFrom: [Int], _ context: ExecutionContext
  ) {
    self.input = input
    self.pattern = pattern
    self.turn = turn
    self.columns = columns
    self.from = from
    self.to = to
    self.outerColumns = outerColumns
    self.differsFrom = differsFrom
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    outer = nil
    ways = []
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      try context.checkCancellation()
      if let outer, !ways.isEmpty, turns < pattern.maximum ?? Int.max {
        try takeTurn(outer)
      } else {
        guard let batch = try input.next() else { return nil }
        outer = batch
        turns = 0
        let (rows, nodes) = batch.columns[from].nodeRows
        firstTurns = [:]
        ways = zip(rows, nodes).map { Way(row: $0, node: $1, groups: pattern.groups.map { _ in [] }) }
      }
      if turns >= pattern.minimum { emit() }
    }
  }

  private func takeTurn(_ outer: Batch) throws(ExecutionFailure) {
    turns += 1
    let rows = ways.map(\.row)
    var batch = Batch(columns: [.nodes(ways.map(\.node), valid: nil)], count: ways.count)
    batch.columns += outerColumns.map { outer.columns[$0].gathered(rows) }
    guard let found = try turn.run(batch) else {
      ways = []
      return
    }
    let others = differsFrom.map { outer.columns[$0] }
    var next: [Way] = []
    for (at, origin) in found.origins.enumerated() {
      guard case .node(let end) = found.columns[columns.end][at] else { continue }
      var way = ways[origin]
      var used: [Value] = []
      for column in columns.relationships { used += found.columns[column][at].relationshipsInside }
      if !pattern.isWalk, used.contains(where: { isUsed($0, way, others) }) { continue }
      if isTooLate(end, way.row, outer) { continue }
      way.node = end
      if pattern.isReversed { way.relationships.insert(contentsOf: used, at: 0) } else { way.relationships += used }
      for (group, column) in columns.groups.enumerated() {
        let value = found.columns[column][at]
        if pattern.isReversed { way.groups[group].insert(value, at: 0) } else { way.groups[group].append(value) }
      }
      next.append(way)
    }
    ways = next
  }

  private func isUsed(_ value: Value, _ way: Way, _ others: [Column]) -> Bool {
    guard case .relationship(let relationship) = value else { return false }
    if others.contains(where: { $0.holds(relationship, in: way.row) }) { return true }
    return way.relationships.contains { if case .relationship(relationship) = $0 { true } else { false } }
  }

  /// Whether another way came to a node before, so that none of the ways that are kept leads there now. A way back to where it
  /// began is another matter: it may have to avoid a relationship.
  private func isTooLate(_ node: NodeID, _ row: Int, _ outer: Batch) -> Bool {
    guard let kept = pattern.kept, let to, case .node(let target) = outer.columns[to][row],
      case .node(let start) = outer.columns[from][row], start != target
    else { return false }
    let visit = Visit(row: row, node: node)
    let first = node == start ? 0 : firstTurns[visit]
    if first == nil { firstTurns[visit] = turns }
    if case .shortestGroups = kept { return first ?? turns < turns }
    return first != nil
  }

  private func emit() {
    guard let outer else { return }
    let target = to.map { outer.columns[$0] }
    let done = ways.filter { way in
      guard let target else { return true }
      if case .node(way.node) = target[way.row] { return true }
      return false
    }
    guard !done.isEmpty else { return }
    var batch = outer.gathered(done.map(\.row))
    batch.columns.append(.values(done.map { .list($0.relationships) }))
    if target == nil { batch.columns.append(.nodes(done.map(\.node), valid: nil)) }
    for group in pattern.groups.indices { batch.columns.append(.values(done.map { .list($0.groups[group]) })) }
    pending.fill(batch)
  }
}

extension Value {
  /// A relationship, or those of a list.
  fileprivate var relationshipsInside: [Value] {
    switch self {
    case .relationship: [self]
    case .list(let items): items
    default: []
    }
  }
}
