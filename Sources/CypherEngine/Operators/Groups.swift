import GraphModel

/// The groups that rows belong to, numbered in order of first appearance.
struct Groups {
  private let keys: [any Kernel]
  /// The column of the one node that all keys are worked out from: then they are worked out once for each node.
  private let entity: Int?
  /// The keys of each group, one group behind the other.
  private var values: [Value] = []
  private(set) var count: Int
  // Where a group is: a single key by its type, so that equal keys are looked for in the same place, and all else.
  private var nodes = NodeNumbers()
  private var integers: [Int64: Int] = [:]
  private var texts: [ExactText: Int] = [:]
  private var others: [GroupingRow: Int] = [:]

  init(_ keys: [any Kernel], entity: Int?) {
    self.keys = keys
    self.entity = entity
    count = keys.isEmpty ? 1 : 0
  }

  /// The keys, a row for each group.
  var columns: [Column] {
    keys.indices.map { at in .narrowest(stride(from: at, to: values.count, by: keys.count).map { values[$0] }) }
  }

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
    guard columns.count == 1, let column = columns.first else {
      for row in 0..<count { groups.append(position(of: columns.map { $0[row] })) }
      return groups
    }
    switch column {
    case .integers(let numbers, nil): for number in numbers { groups.append(position(of: number, .integer(number))) }
    case .strings(let texts, nil): for text in texts { groups.append(position(of: ExactText(text))) }
    default: for row in 0..<count { groups.append(position(of: column[row])) }
    }
    return groups
  }

  private mutating func position(of value: Value) -> Int {
    switch value {
    case .integer(let number): return position(of: number, value)
    case .float(let number):
      if let whole = Int64(exactly: number) { return position(of: whole, value) }
    case .string(let text): return position(of: ExactText(text))
    case .node(let node) where entity == nil:
      if nodes[node] < 0 { nodes[node] = add([value]) }
      return nodes[node]
    default: break
    }
    return position(of: [value])
  }

  /// `value`: the number as it is written.
  private mutating func position(of number: Int64, _ value: Value) -> Int {
    if let known = integers[number] { return known }
    integers[number] = count
    return add([value])
  }

  private mutating func position(of text: ExactText) -> Int {
    if let known = texts[text] { return known }
    texts[text] = count
    return add([.string(text.text)])
  }

  private mutating func position(of keys: [Value]) -> Int {
    let row = GroupingRow(keys)
    if let known = others[row] { return known }
    others[row] = count
    return add(keys)
  }

  private mutating func add(_ keys: [Value]) -> Int {
    values.append(contentsOf: keys)
    count += 1
    return count - 1
  }
}

/// A text that equals another where all bytes do.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactText, b: ExactText) -> Bool {
    let (bytes, others) = (a.text.utf8.span, b.text.utf8.span)
    guard bytes.count == others.count else { return false }
    for at in bytes.indices where bytes[at] != others[at] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
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
