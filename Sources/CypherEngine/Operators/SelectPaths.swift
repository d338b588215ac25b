import CypherPlanner
import GraphModel

/// Of the rows whose paths have the same two ends, those that a selector keeps. Rows that tie keep their order.
final class SelectPaths: Operator {
  private let input: any Operator
  private let kept: PathSelection.Kept
  private let path: Int
  private let ends: [Int]
  private let context: ExecutionContext
  private var pending = PendingRows()
  private var isDone = false

  init(_ input: any Operator, _ kept: PathSelection.Kept, path: Int, ends: [Int], _ context: ExecutionContext) {
    self.input = input
    self.kept = kept
    self.path = path
    self.ends = ends
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    isDone = false
  }

  func next() throws(ExecutionFailure) -> Batch? {
    if !isDone {
      isDone = true
      if let rows = try input.drain() { pending.fill(rows.gathered(chosen(rows))) }
    }
    return pending.take(context.batchCapacity)
  }

  private func chosen(_ rows: Batch) -> [Int] {
    var groups: [GroupingRow: [Int]] = [:]
    var order: [GroupingRow] = []
    for row in 0..<rows.count {
      let key = GroupingRow(ends.map { rows.columns[$0][row] })
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.flatMap { choose(groups[$0] ?? [], rows) }
  }

  private func choose(_ group: [Int], _ rows: Batch) -> [Int] {
    func length(_ row: Int) -> Int {
      if case .path(let path) = rows.columns[path][row] { return path.relationships.count }
      return 0
    }
    let sorted = group.map { (row: $0, length: length($0)) }.sorted { ($0.length, $0.row) < ($1.length, $1.row) }
    switch kept {
    case .any(let count): return Array(group.prefix(count))
    case .shortest(let count): return sorted.prefix(count).map(\.row)
    case .shortestGroups(let count):
      let lengths = Set(sorted.map(\.length)).sorted().prefix(count)
      return sorted.filter { lengths.contains($0.length) }.map(\.row)
    }
  }
}
