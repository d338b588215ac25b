import GraphModel

/// `count(DISTINCT x)`.
final class DistinctCount: RowCount {
  /// The nodes that were seen, where there is only one group.
  private var nodes = NodeSet()
  /// All other values, and which of them were seen in which group.
  private var values = KeyNumbers()
  private var pairs = PairNumbers()

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    let column = if case .only = groups { takeNodes(arguments[0]) } else { arguments[0] }
    if column.count == 0 { return }
    let numbers = values.numbers(of: column)
    let isWhole = column.isWithoutNulls
    for row in 0..<column.count where isWhole || !column.isNull(row) {
      let (group, before) = (groups[row], pairs.count)
      _ = pairs.number(of: group, numbers[row])
      if pairs.count > before { add(1, to: group) }
    }
  }

  /// Counts the nodes of a column, and gives what else is in it.
  private func takeNodes(_ column: Column) -> Column {
    switch column {
    case .nodes(let all, nil):
      add(nodes.insert(contentsOf: all), to: 0)
      return .nodes([], valid: nil)
    case .nodes, .values: break
    default: return column
    }
    let found = column.nodeRows
    var fresh = 0
    for node in found.nodes where nodes.insert(node) { fresh += 1 }
    add(fresh, to: 0)
    if found.rows.isEmpty { return column }
    let taken = Set(found.rows.count < column.count ? found.rows : [])
    return column.gathered(taken.isEmpty ? [] : (0..<column.count).filter { !taken.contains($0) })
  }
}
