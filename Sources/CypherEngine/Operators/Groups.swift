import GraphModel

/// What says to which group each row of a batch belongs, worked out from the graph already.
enum GroupKeys: Sendable {
  /// All rows are one group.
  case none
  /// The keys of each row. `fresh`: those of nodes that were numbered before.
  case rows([Column], fresh: [Column])
  /// For each row the number of the node that its keys are worked out from, and the keys of the nodes that are new, by number.
  case nodes([Int], fresh: [Column])
  /// The same where each of the `count` nodes so far is a group, and the keys of all of them follow later.
  case apart([Int], count: Int)

  var columns: [Column] {
    switch self {
    case .none, .apart: []
    case .rows(let columns, let fresh): columns + fresh
    case .nodes(_, let fresh): fresh
    }
  }
}

/// The groups that rows belong to, numbered in order of first appearance.
struct Groups {
  private let isOne: Bool
  /// The group of each node, by its number.
  private var groupsOfNodes: [Int32] = []
  private var rows: RowNumbers
  /// How many groups there are whose keys are not known yet.
  private var apart = 0

  init(keys: Int) {
    isOne = keys == 0
    rows = RowNumbers(width: keys)
  }

  var count: Int { isOne ? 1 : max(apart, rows.count) }

  /// The keys, a row for each group.
  var columns: [Column] { rows.columns }

  mutating func positions(of keys: GroupKeys) -> RowGroups {
    switch keys {
    case .none: return .only
    case .apart(let numbers, let count):
      apart = count
      return RowGroups(numbers)
    case .rows(let columns, let fresh):
      add(fresh)
      return RowGroups(rows.numbers(of: columns))
    case .nodes(let numbers, let fresh):
      add(fresh)
      // As many groups as nodes: both are numbered in the same order.
      return RowGroups(groupsOfNodes.count == rows.count ? numbers : numbers.map { Int(groupsOfNodes[$0]) })
    }
  }

  private mutating func add(_ fresh: [Column]) {
    if !fresh.isEmpty { groupsOfNodes += rows.numbers(of: fresh).lazy.map { Int32(truncatingIfNeeded: $0) } }
  }
}
