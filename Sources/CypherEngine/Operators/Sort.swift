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
    return rows.gathered(Self.order(of: rows.count, by: columns))
  }

  /// The rows in order.
  static func order(of count: Int, by columns: [(column: Column, isDescending: Bool)]) -> [Int] {
    (0..<count).sorted { a, b in
      for (column, isDescending) in columns {
        let order = column.order(a, b)
        if order != .equal { return (order == .ascending) != isDescending }
      }
      return a < b
    }
  }
}

extension Column {
  /// How two rows are ordered.
  fileprivate func order(_ a: Int, _ b: Int) -> ValueOrder {
    switch self {
    case .integers(let numbers, nil): ValueOrder(numbers[a], numbers[b])
    case .nodes(let nodes, nil): ValueOrder(nodes[a], nodes[b])
    default: self[a].ordered(against: self[b])
    }
  }
}
