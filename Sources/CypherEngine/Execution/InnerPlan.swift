import GraphModel

/// A plan that runs inside another, for many outer rows at once where its steps allow it, else for one at a time.
///
/// The outer rows go in with a column that numbers them, and what comes out is sorted by that number.
struct InnerPlan {
  let root: any Operator
  let argument: ArgumentOperator
  /// The columns of the outer row that the plan reads.
  let argumentColumns: [Int]
  /// The columns of the result that are wanted.
  let resultColumns: [Int]
  /// The column of the result that holds the number of the outer row; nil for a plan that runs for one row at a time.
  let originColumn: Int?

  /// The wanted columns of all rows, and the outer row of each, ascending.
  func run(_ outer: Batch) throws(ExecutionFailure) -> (origins: [Int], columns: [Column])? {
    if let originColumn { return try runAtOnce(outer, originColumn) }
    var origins: [Int] = []
    var parts: [Batch] = []
    for row in 0..<outer.count {
      guard let found = try run(outer, row: row) else { continue }
      origins.append(contentsOf: repeatElement(row, count: found.count))
      parts.append(found)
    }
    guard !parts.isEmpty else { return nil }
    return (origins, Batch.joined(parts).columns)
  }

  /// The wanted columns for one outer row.
  func run(_ outer: Batch, row: Int) throws(ExecutionFailure) -> Batch? {
    try start(outer, row: row)
    guard let found = try root.drain() else { return nil }
    return Batch(columns: resultColumns.map { found.columns[$0] }, count: found.count)
  }

  /// Puts one outer row in; the caller pulls from ``root``.
  func start(_ outer: Batch, row: Int) throws(ExecutionFailure) {
    let one = outer.gathered([row])
    var columns = argumentColumns.map { one.columns[$0] }
    if originColumn != nil { columns.append(.integers([0], valid: nil)) }
    argument.rows = Batch(columns: columns, count: 1)
    try root.open()
  }

  private func runAtOnce(_ outer: Batch, _ originColumn: Int) throws(ExecutionFailure) -> (origins: [Int], columns: [Column])? {
    var columns = argumentColumns.map { outer.columns[$0] }
    columns.append(.integers((0..<outer.count).map { Int64($0) }, valid: nil))
    argument.rows = Batch(columns: columns, count: outer.count)
    try root.open()
    guard let found = try root.drain() else { return nil }
    var origins: [Int] = []
    if case .integers(let numbers, nil) = found.columns[originColumn] { origins = numbers.map { Int($0) } }
    let wanted = resultColumns.map { found.columns[$0] }
    if zip(origins, origins.dropFirst()).allSatisfy({ $0 <= $1 }) { return (origins, wanted) }
    let order = origins.indices.sorted { (origins[$0], $0) < (origins[$1], $1) }
    return (order.map { origins[$0] }, wanted.map { $0.gathered(order) })
  }

  /// The outer rows with what ``run(_:)`` gave for them; nil for no rows. An optional plan gives at least one row with nulls.
  func combined(_ outer: Batch, _ found: (origins: [Int], columns: [Column])?, isOptional: Bool) -> Batch? {
    guard isOptional else { return found.map { Self.beside(outer, $0) } }
    guard let found else {
      var batch = outer
      batch.columns += resultColumns.map { _ in .repeating(.null, count: outer.count) }
      return batch
    }
    let origins = found.origins
    let answered = origins.isEmpty ? 0 : 1 + zip(origins, origins.dropFirst()).reduce(0) { $1.0 == $1.1 ? $0 : $0 + 1 }
    if answered == outer.count { return Self.beside(outer, found) }
    var (rows, picks): ([Int], [Int]) = ([], [])
    rows.reserveCapacity(origins.count + outer.count - answered)
    picks.reserveCapacity(origins.count + outer.count - answered)
    var at = 0
    for row in 0..<outer.count {
      if at == origins.count || origins[at] != row {
        rows.append(row)
        picks.append(-1)
      }
      while at < origins.count, origins[at] == row {
        rows.append(row)
        picks.append(at)
        at += 1
      }
    }
    var batch = outer.gathered(rows)
    batch.columns += found.columns.map { $0.gatheredOrNull(picks) }
    return batch
  }

  private static func beside(_ outer: Batch, _ found: (origins: [Int], columns: [Column])) -> Batch {
    var batch = outer.gathered(found.origins)
    batch.columns += found.columns
    return batch
  }
}
