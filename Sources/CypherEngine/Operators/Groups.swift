import GraphModel

/// What says to which group each row of a batch belongs, worked out from the graph already.
enum GroupKeys: Sendable {
  /// All rows are one group.
  case none
  /// The keys of each row. `fresh`: those of nodes that were numbered before.
  case rows([Column], fresh: [Column])
  /// The same where some keys are worked out once for each node that they are properties of.
  case several([KeyRows])
  /// For each row the number of the node that its keys are worked out from, and the keys of the nodes that are new, by number.
  case nodes([Int], fresh: [Column])
  /// The same where each of the `count` nodes so far is a group, and the keys of all of them follow later.
  case apart([Int], count: Int)

  var columns: [Column] {
    switch self {
    case .none, .apart: []
    case .rows(let columns, let fresh): columns + fresh
    case .several(let keys): keys.map(\.column)
    case .nodes(_, let fresh): fresh
    }
  }
}

/// One key of the rows of a batch.
enum KeyRows: Sendable {
  case column(Column)
  /// For each row the number of the node that the key is a property of, and what it is of the nodes that are new, by number.
  case nodes([Int], fresh: Column)

  var column: Column {
    switch self {
    case .column(let column), .nodes(_, let column): column
    }
  }
}

/// The groups that rows belong to, numbered in order of first appearance.
struct Groups {
  private let isOne: Bool
  /// The group of each node, by its number.
  private var groupsOfNodes: [Int32] = []
  /// Whether that is its number, for all of them.
  private var isNodeItsGroup = true
  /// By key, the number of what each node has, by the number of the node.
  private var keysOfNodes: [[Int32]]
  private var rows: RowNumbers
  /// How many groups there are whose keys are not known yet.
  private var apart = 0

  init(keys: Int) {
    isOne = keys == 0
    rows = RowNumbers(width: keys)
    keysOfNodes = Array(filledWith: [], count: keys)
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
    case .several(let keys):
      return RowGroups(rows.numbers(of: keys.enumerated().map { numbers(of: $1, at: $0) }))
    case .nodes(let numbers, let fresh):
      add(fresh)
      return RowGroups(isNodeItsGroup ? numbers : numbers.map { Int(groupsOfNodes[$0]) })
    }
  }

  /// The number of what each row has under one key.
  private mutating func numbers(of key: KeyRows, at place: Int) -> [Int] {
    guard case .nodes(let nodes, let fresh) = key else { return rows.numbers(of: key.column, at: place) }
    keysOfNodes[place] += rows.numbers(of: fresh, at: place).lazy.map { Int32(truncatingIfNeeded: $0) }
    let known = keysOfNodes[place]
    return nodes.map { Int(known[$0]) }
  }

  private mutating func add(_ fresh: [Column]) {
    guard !fresh.isEmpty else { return }
    for group in rows.numbers(of: fresh) {
      if group != groupsOfNodes.count { isNodeItsGroup = false }
      groupsOfNodes.append(Int32(truncatingIfNeeded: group))
    }
  }
}
