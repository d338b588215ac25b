extension Value {
  /// openCypher's `=`: nil is null (unknown).
  ///
  /// Values of different types are not equal; an integer and a float are equal where they are the same number. Lists and
  /// maps are equal element by element, and one certain difference outweighs what is unknown. NaN equals nothing.
  /// Temporal values are equal where all of their fields are, so that one instant in two zones is two values.
  public func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): nil
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)):
      NumberComparison.compare(a, b) == .equal
    case (.string(let a), .string(let b)): a.hasSameCodePoints(as: b)
    case (.boolean(let a), .boolean(let b)): a == b
    case (.list(let a), .list(let b)): Value.equalLists(a, b)
    case (.map(let a), .map(let b)): Value.equalMaps(a, b)
    case (.node(let a), .node(let b)): a == b
    case (.relationship(let a), .relationship(let b)): a == b
    case (.path(let a), .path(let b)): a == b
    default: equalsTemporally(other)
    }
  }

  private func equalsTemporally(_ other: Value) -> Bool {
    switch (self, other) {
    case (.date(let a), .date(let b)): a == b
    case (.localTime(let a), .localTime(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.localDateTime(let a), .localDateTime(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    default: false
    }
  }

  private static func equalLists(_ a: [Value], _ b: [Value]) -> Bool? {
    guard a.count == b.count else { return false }
    var unknown = false
    for (x, y) in zip(a, b) {
      switch x.equals(y) {
      case false?: return false
      case nil: unknown = true
      case true?: break
      }
    }
    return unknown ? nil : true
  }

  private static func equalMaps(_ a: ValueMap, _ b: ValueMap) -> Bool? {
    guard a.count == b.count else { return false }
    var unknown = false
    for (key, x) in a {
      guard let y = b[key] else { return false }
      switch x.equals(y) {
      case false?: return false
      case nil: unknown = true
      case true?: break
      }
    }
    return unknown ? nil : true
  }
}

extension String {
  /// Whether both texts are the same sequence of code points. Swift's own `==` also holds for different sequences that
  /// Unicode calls canonically equivalent; openCypher keeps them apart.
  public func hasSameCodePoints(as other: String) -> Bool {
    utf8.count == other.utf8.count && codePointOrder(against: other) == .equal
  }

  /// Compares by code point, which is the order of the bytes of UTF-8.
  public func codePointOrder(against other: String) -> ValueOrder {
    let (a, b) = (utf8Span.span, other.utf8Span.span)
    let common = min(a.count, b.count)
    for at in 0..<common where a[at] != b[at] { return a[at] < b[at] ? .ascending : .descending }
    return ValueOrder(a.count, b.count)
  }
}
