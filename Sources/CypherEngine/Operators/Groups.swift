import GraphModel

/// The groups that rows belong to, numbered in order of first appearance.
struct Groups {
  private let keys: [any Kernel]
  /// The column of the one node that all keys are worked out from: then they are worked out once for each node.
  private let entity: Int?
  private var rows: [GroupingRow] = []
  private var numbers: [GroupingRow: Int] = [:]
  // What is known already of keys that are plain; the truth is in `numbers`.
  private var nodes = NodeNumbers()
  private var integers: [Int64: Int] = [:]

  init(_ keys: [any Kernel], entity: Int?) {
    self.keys = keys
    self.entity = entity
  }

  var count: Int { keys.isEmpty ? 1 : rows.count }

  /// The keys, a row for each group.
  var columns: [Column] { keys.indices.map { at in .narrowest(rows.map { $0.values[at] }) } }

  /// The group of each row; nil where there is only one.
  mutating func positions(of batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Int]? {
    if keys.isEmpty { return nil }
    if let entity, case .nodes(let found, nil) = batch.columns[entity] {
      return try positions(of: found, batch, context)
    }
    return positions(of: try keyColumns(batch, context), batch.count)
  }

  private func keyColumns(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Column] {
    var columns: [Column] = []
    for key in keys { columns.append(try key.column(batch, context)) }
    return columns
  }

  private mutating func positions(
    of found: [NodeID], _ batch: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [Int] {
    var fresh: [Int] = []
    for row in found.indices where nodes[found[row]] < 0 { fresh.append(row) }
    if !fresh.isEmpty {
      let some = fresh.count == batch.count ? batch : batch.gathered(fresh)
      let groups = positions(of: try keyColumns(some, context), fresh.count)
      for (at, row) in fresh.enumerated() { nodes[found[row]] = groups[at] }
    }
    return found.map { nodes[$0] }
  }

  private mutating func positions(of columns: [Column], _ count: Int) -> [Int] {
    var groups: [Int] = []
    groups.reserveCapacity(count)
    if columns.count == 1 {
      switch columns[0] {
      case .nodes(let found, nil) where entity == nil:
        for node in found {
          if nodes[node] < 0 { nodes[node] = position(of: GroupingRow([.node(node)])) }
          groups.append(nodes[node])
        }
        return groups
      case .integers(let found, nil):
        for number in found { groups.append(position(of: number)) }
        return groups
      default: break
      }
    }
    for row in 0..<count { groups.append(position(of: GroupingRow(columns.map { $0[row] }))) }
    return groups
  }

  private mutating func position(of number: Int64) -> Int {
    if let known = integers[number] { return known }
    let position = position(of: GroupingRow([.integer(number)]))
    integers[number] = position
    return position
  }

  private mutating func position(of row: GroupingRow) -> Int {
    if let known = numbers[row] { return known }
    numbers[row] = rows.count
    rows.append(row)
    return rows.count - 1
  }
}

/// A number for some nodes; -1 for the others.
///
/// Cost: reading and writing are constant; it takes memory for each 1,024 ids of which one has a number.
struct NodeNumbers {
  private static let pageSize: Int64 = 1_024
  private var pages: [[Int]] = []

  subscript(node: NodeID) -> Int {
    get {
      let page = Int(truncatingIfNeeded: node.rawValue / Self.pageSize)
      guard pages.indices.contains(page), !pages[page].isEmpty else { return -1 }
      return pages[page][Int(truncatingIfNeeded: node.rawValue % Self.pageSize)]
    }
    set {
      guard node.rawValue >= 0 else { return }
      let page = Int(truncatingIfNeeded: node.rawValue / Self.pageSize)
      if page >= pages.count { pages.append(contentsOf: repeatElement([], count: page + 1 - pages.count)) }
      if pages[page].isEmpty { pages[page] = Array(repeating: -1, count: Int(Self.pageSize)) }
      pages[page][Int(truncatingIfNeeded: node.rawValue % Self.pageSize)] = newValue
    }
  }
}
