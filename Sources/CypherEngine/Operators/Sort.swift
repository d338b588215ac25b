import GraphModel

/// A key of ORDER BY.
struct SortKeyKernel {
  let kernel: any Kernel
  let isDescending: Bool
  /// Whether it never fails.
  let isSafe: Bool
}

/// All rows of the input in order; rows that tie keep theirs.
final class Sort: GatheringOperator {
  private let keys: [SortKeyKernel]

  init(_ input: any Operator, _ keys: [SortKeyKernel], _ context: ExecutionContext) {
    self.keys = keys
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    guard let rows = try input.drain() else { return nil }
    var columns: [(column: Column, isDescending: Bool)] = []
    for key in keys { columns.append((try key.kernel.column(rows, context), key.isDescending)) }
    return rows.gathered(RowOrder.rows(rows.count, by: columns))
  }
}
