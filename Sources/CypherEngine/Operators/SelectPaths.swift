import CypherPlanner
import GraphModel

/// Of the rows whose paths have the same two ends, those that a selector keeps. Rows that tie keep their order.
final class SelectPaths: GatheringOperator {
  private let kept: PathSelection.Kept
  private let path: Int
  private let ends: [Int]

  init(_ input: any Operator, _ kept: PathSelection.Kept, path: Int, ends: [Int], _ context: ExecutionContext) {
    self.kept = kept
    self.path = path
    self.ends = ends
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    guard let rows = try input.drain() else { return nil }
    return rows.gathered(chosen(rows))
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
