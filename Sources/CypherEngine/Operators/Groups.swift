import GraphModel

/// What says to which group each row of a batch belongs, worked out from the graph already.
enum GroupKeys: Sendable {
  /// All rows are one group.
  case none
  /// The keys of each row.
  case rows([Column])
  /// For each row the number of the node that its keys are worked out from, and the keys of the nodes that are new, by number.
  case nodes([Int], fresh: [Column])

  var columns: [Column] {
    switch self {
    case .none: []
    case .rows(let columns), .nodes(_, let columns): columns
    }
  }
}

/// Works out keys, those that depend on a node alone once for each node.
struct GroupKeySource {
  private let keys: [any Kernel]
  /// The column of the one node that all keys are worked out from.
  private let entity: Int?
  /// The numbers of the nodes, in order of first appearance.
  private var nodes = NodeNumbers()
  private var count = 0

  init(_ keys: [any Kernel], entity: Int?) {
    self.keys = keys
    self.entity = entity
  }

  mutating func keys(of batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> GroupKeys {
    if keys.isEmpty { return .none }
    guard let entity, case .nodes(let found, nil) = batch.columns[entity] else {
      return .rows(try columns(batch, context))
    }
    var fresh: [Int] = []
    let numbers = nodes.numbers(of: found, count: &count, fresh: &fresh)
    if fresh.isEmpty { return .nodes(numbers, fresh: []) }
    return .nodes(numbers, fresh: try columns(fresh.count == batch.count ? batch : batch.gathered(fresh), context))
  }

  private func columns(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Column] {
    var columns: [Column] = []
    for key in keys { columns.append(try key.column(batch, context)) }
    return columns
  }
}

/// The groups that rows belong to, numbered in order of first appearance.
struct Groups {
  private let isOne: Bool
  /// The group of each node, by its number.
  private var groupsOfNodes: [Int32] = []
  private var rows: RowNumbers

  init(keys: Int) {
    isOne = keys == 0
    rows = RowNumbers(width: keys)
  }

  var count: Int { isOne ? 1 : rows.count }

  /// The keys, a row for each group.
  var columns: [Column] { rows.columns }

  /// The group of each row; nil where there is only one.
  mutating func positions(of keys: GroupKeys) -> [Int]? {
    switch keys {
    case .none: return nil
    case .rows(let columns): return rows.numbers(of: columns)
    case .nodes(let numbers, let fresh):
      if !fresh.isEmpty { groupsOfNodes += rows.numbers(of: fresh).lazy.map { Int32(truncatingIfNeeded: $0) } }
      // As many groups as nodes: both are numbered in the same order.
      return groupsOfNodes.count == rows.count ? numbers : numbers.map { Int(groupsOfNodes[$0]) }
    }
  }
}
