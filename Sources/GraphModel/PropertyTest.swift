/// A question about one property that a scan answers while it finds nodes or relationships: whether a comparison of the property with a value is
/// true. Null is not true.
public struct PropertyTest: Sendable {
  public enum Relation: Sendable, Hashable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// Equal to an element of the value, which is a list.
    case isIn
    case startsWith, endsWith, contains
    /// A text that a ``TextMatcher`` lets pass.
    case matches
    /// Not null, whatever the value.
    case exists
  }

  public let key: PropertyKeyID
  public let relation: Relation
  public let value: Value
  /// What tests texts; nil for other relations.
  public let matcher: (any TextMatcher)?
  /// The elements of the list that the relation asks for.
  private let elements: ListElements?

  public init(_ key: PropertyKeyID, _ relation: Relation, _ value: Value) {
    self.key = key
    self.relation = relation
    self.value = value
    matcher = nil
    if relation == .isIn, case .list(let items) = value { elements = ListElements(items) } else { elements = nil }
  }

  public init(_ key: PropertyKeyID, matching matcher: any TextMatcher) {
    self.key = key
    relation = .matches
    value = .null
    self.matcher = matcher
    elements = nil
  }

  /// For IN: the integers and the dates, as days since 1970-01-01, among the elements, ascending. Empty for other relations.
  public var soughtIntegers: [Int64] { elements?.integers ?? [] }
  public var soughtDays: [Int64] { elements?.days ?? [] }

  /// Whether a property passes.
  public func passes(_ held: Value) -> Bool {
    switch relation {
    case .equal: return held.equals(value) == true
    case .notEqual: return held.equals(value) == false
    case .less: return held.compared(to: value).isLess == true
    case .lessOrEqual: return held.compared(to: value).isLessOrEqual == true
    case .greater: return held.compared(to: value).isGreater == true
    case .greaterOrEqual: return held.compared(to: value).isGreaterOrEqual == true
    case .isIn: return elements?.contains(held) ?? false
    case .exists: return !held.isNull
    case .matches:
      guard case .string(let text) = held else { return false }
      return matcher?.matches(text) ?? false
    case .startsWith, .endsWith, .contains:
      guard case .string(let text) = held, case .string(let sought) = value else { return false }
      switch relation {
      case .startsWith: return text.startsInBytes(of: sought)
      case .endsWith: return text.endsInBytes(of: sought)
      default: return text.containsBytes(of: sought)
      }
    }
  }
}

/// The elements of a list, to be asked often whether something equals one of them.
private struct ListElements: Sendable {
  /// Those that equal what is grouped with them.
  private var plain: Set<GroupingKey> = []
  private var others: [Value] = []
  /// The numbers that an integer equals, ascending.
  private(set) var integers: [Int64] = []
  private(set) var days: [Int64] = []

  init(_ items: [Value]) {
    for item in items {
      if item.isPlain { plain.insert(GroupingKey(item)) } else if !item.isNull { others.append(item) }
      switch item {
      case .integer(let number): integers.append(number)
      case .float(let number): if let whole = Int64(exactly: number) { integers.append(whole) }
      case .date(let date): days.append(date.daysSinceEpoch)
      default: break
      }
    }
    integers.sort()
    days.sort()
  }

  func contains(_ value: Value) -> Bool {
    if value.isPlain { return plain.contains(GroupingKey(value)) }
    return others.contains { value.equals($0) == true }
  }
}

extension Value {
  /// Whether it is a number, a text or a truth value, so that it equals what it is grouped with and nothing else.
  fileprivate var isPlain: Bool {
    switch self {
    case .integer, .string, .boolean: true
    case .float(let number): !number.isNaN
    default: false
    }
  }
}

extension String {
  /// Whether the first bytes of this text are those of the other.
  public func startsInBytes(of sought: String) -> Bool { hasBytes(of: sought, endingAt: sought.utf8.count) }

  /// Whether the last bytes of this text are those of the other.
  public func endsInBytes(of sought: String) -> Bool { hasBytes(of: sought, endingAt: utf8.count) }

  private func hasBytes(of sought: String, endingAt end: Int) -> Bool {
    let (bytes, others) = (utf8Span.span, sought.utf8Span.span)
    let start = end - others.count
    guard start >= 0, end <= bytes.count else { return false }
    for at in others.indices where bytes[start + at] != others[at] { return false }
    return true
  }

  /// Whether the bytes of the other text stand somewhere in this one.
  public func containsBytes(of sought: String) -> Bool {
    guard let first = sought.utf8.first else { return true }
    var rest = utf8[...]
    let length = sought.utf8.count
    while rest.count >= length, let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: sought.utf8) { return true }
      rest.removeFirst()
    }
    return false
  }
}
