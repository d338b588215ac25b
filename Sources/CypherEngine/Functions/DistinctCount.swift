import GraphModel

/// `count(DISTINCT x)`.
final class DistinctCount: RowCount {
  /// The nodes that were seen, where there is only one group.
  private var nodes = SeenNodes()
  /// The integers that were seen in each group.
  private var integers = IntegersInGroups()
  /// All other values, and which of them were seen in which group.
  private var values = KeyNumbers()
  private var pairs = PairNumbers()

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    let column = if case .only = groups { takeNodes(arguments[0]) } else { arguments[0] }
    if column.count == 0 { return }
    switch column {
    case .integers(let numbers, let valid):
      for row in numbers.indices where valid?[row] != false && integers.insert(numbers[row], in: groups[row]) { add(1, to: groups[row]) }
    case .strings, .coded, .booleans, .nodes, .relationships:
      let numbers = values.numbers(of: column)
      let isWhole = column.isWithoutNulls
      for row in 0..<column.count where isWhole || !column.isNull(row) { note(numbers[row], in: groups[row]) }
    case .floats, .values: for row in 0..<column.count { add(column[row], in: groups[row]) }
    }
  }

  /// An integer may be written as a float.
  private func add(_ value: Value, in group: Int) {
    switch value {
    case .null: return
    case .integer(let number): if integers.insert(number, in: group) { add(1, to: group) }
    case .float(let float):
      guard let number = Int64(exactly: float) else { fallthrough }
      if integers.insert(number, in: group) { add(1, to: group) }
    default: note(values.number(of: value), in: group)
    }
  }

  private func note(_ number: Int, in group: Int) {
    let before = pairs.count
    _ = pairs.number(of: group, number)
    if pairs.count > before { add(1, to: group) }
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
    add(nodes.insert(contentsOf: found.nodes), to: 0)
    if found.rows.isEmpty { return column }
    let taken = Set(found.rows.count < column.count ? found.rows : [])
    return column.gathered(taken.isEmpty ? [] : (0..<column.count).filter { !taken.contains($0) })
  }
}

/// Which integers were seen in which group.
///
/// Open addressing with steps of one, half full at most.
private struct IntegersInGroups {
  private struct Place {
    var integer: Int64
    /// -1 where the place is free.
    var group: Int
  }

  private var places: [Place] = []
  private var count = 0

  /// Whether it was not seen before.
  mutating func insert(_ integer: Int64, in group: Int) -> Bool {
    if 2 * count >= places.count { grow() }
    let at = place(of: integer, group)
    guard places[at].group < 0 else { return false }
    places[at] = Place(integer: integer, group: group)
    count += 1
    return true
  }

  /// Where it is, or belongs.
  private func place(of integer: Int64, _ group: Int) -> Int {
    let mask = places.count - 1
    var at = Int(truncatingIfNeeded: NumberTable.hash(integer &+ Int64(group) << 40)) & mask
    while places[at].group >= 0, places[at].integer != integer || places[at].group != group { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    let before = places
    places = Array(filledWith: Place(integer: 0, group: -1), count: max(64, 4 * before.count))
    for old in before where old.group >= 0 { places[place(of: old.integer, old.group)] = old }
  }
}
