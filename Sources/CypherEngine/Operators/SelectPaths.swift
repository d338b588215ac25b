import CypherPlanner
import GraphModel

/// Of the rows whose paths have the same two ends, those that a selector keeps. Rows that tie keep their order.
final class SelectPaths: GatheringOperator {
  private let selection: PathSelection
  private let path: Int
  private let ends: [Int]

  init(_ input: any Operator, _ selection: PathSelection, path: Int, ends: [Int], _ context: ExecutionContext) {
    self.selection = selection
    self.path = path
    self.ends = ends
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    guard let rows = selection.comesByLength ? try enough() : try input.drain() else { return nil }
    return rows.gathered(chosen(rows))
  }

  /// The first rows, as many as the choice needs, where all are between the same ends and the shortest come first.
  private func enough() throws(ExecutionFailure) -> Batch? {
    var batches: [Batch] = []
    var (rows, lengths) = (0, Set<Int>())
    while let batch = try input.next() {
      batches.append(batch)
      rows += batch.count
      lengths.formUnion((0..<batch.count).map { length($0, batch) })
      switch selection.kept {
      case .any(let count), .shortest(let count): if rows >= count { return Batch.joined(batches) }
      case .shortestGroups(let count): if lengths.count > count { return Batch.joined(batches) }
      }
    }
    return batches.isEmpty ? nil : Batch.joined(batches)
  }

  private func length(_ row: Int, _ rows: Batch) -> Int {
    if case .path(let path) = rows.columns[path][row] { path.relationships.count } else { 0 }
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
    let sorted = group.map { (row: $0, length: length($0, rows)) }.sorted { ($0.length, $0.row) < ($1.length, $1.row) }
    switch selection.kept {
    case .any(let count): return Array(group.prefix(count))
    case .shortest(let count): return sorted.prefix(count).map(\.row)
    case .shortestGroups(let count):
      let lengths = Set(sorted.map(\.length)).sorted().prefix(count)
      return sorted.filter { lengths.contains($0.length) }.map(\.row)
    }
  }
}
