import GraphModel

/// A list that is asked often whether something is IN it.
///
/// Cost: made in the time of the list; asked in constant time, but for lists, maps and what holds a null.
struct ElementsOfList {
  /// The list, which two rows may share.
  let items: [Value]
  private let hasNull: Bool
  /// The elements, where all of them are nodes; the same for integers.
  private var nodes: NodeSet?
  private var integers: Set<Int64>?
  /// Those that equal what they are grouped with, and nothing else.
  private var plain: Set<GroupingKey> = []
  /// Those that have to be compared one by one.
  private var others: [Value] = []

  init(_ items: [Value]) {
    self.items = items
    hasNull = items.contains(where: \.isNull)
    nodes = Self.nodes(items)
    integers = nodes == nil ? Self.integers(items) : nil
    if nodes != nil || integers != nil { return }
    for item in items where !item.isNull {
      if item.equalsItsGroup { plain.insert(GroupingKey(item)) } else { others.append(item) }
    }
  }

  /// Whether two lists are one and the same. False says nothing. Cost: constant.
  static func areOne(_ a: [Value], _ b: [Value]) -> Bool { a.span.isIdentical(to: b.span) }

  /// `value IN list`; nil is null.
  func contains(_ value: Value) -> Bool? {
    if items.isEmpty { return false }
    if value.isNull { return nil }
    switch value {
    case .node(let node): if let nodes { return nodes.contains(node) }
    case .integer(let number): if let integers { return integers.contains(number) }
    case .float(let number):
      if let integers {
        if let whole = Int64(exactly: number) { return integers.contains(whole) }
        return false
      }
    default: if nodes != nil || integers != nil { return false }
    }
    if value.equalsItsGroup, plain.contains(GroupingKey(value)) { return true }
    var isUnknown = hasNull
    for other in others {
      switch value.equals(other) {
      case true?: return true
      case nil: isUnknown = true
      case false?: break
      }
    }
    if !value.equalsItsGroup, !plain.isEmpty {
      for other in plain {
        switch value.equals(other.value) {
        case true?: return true
        case nil: isUnknown = true
        case false?: break
        }
      }
    }
    return isUnknown ? nil : false
  }

  /// The answers for a column; nil where it or the list has something else than nodes, or than integers, or texts that repeat.
  func contains(_ column: Column) -> Column? {
    if items.isEmpty { return .booleans(Array(filledWith: false, count: column.count), valid: nil) }
    switch column {
    case .nodes(let asked, let valid): if let nodes { return .booleans(asked.map(nodes.contains), valid: valid) }
    case .integers(let asked, let valid): if let integers { return .booleans(asked.map(integers.contains), valid: valid) }
    case .coded(let codes, let dictionary, let valid) where !hasNull && others.isEmpty:
      return .booleans(dictionary.map(codes) { plain.contains(GroupingKey(.string($0))) }, valid: valid)
    default: break
    }
    return nil
  }

  private static func nodes(_ items: [Value]) -> NodeSet? {
    var set = NodeSet()
    for item in items {
      guard case .node(let node) = item else { return nil }
      _ = set.insert(node)
    }
    return set
  }

  private static func integers(_ items: [Value]) -> Set<Int64>? {
    var set: Set<Int64> = []
    for item in items {
      guard case .integer(let number) = item else { return nil }
      set.insert(number)
    }
    return set
  }
}

extension Value {
  /// Whether it equals what it is grouped with, and is certainly different from anything else: so for all but null, NaN, maps, and lists with such
  /// an element.
  var equalsItsGroup: Bool {
    switch self {
    case .null, .map: false
    case .float(let number): !number.isNaN
    case .list(let items): items.allSatisfy(\.equalsItsGroup)
    default: true
    }
  }
}
