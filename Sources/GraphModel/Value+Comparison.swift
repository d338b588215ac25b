/// What `<`, `<=`, `>` and `>=` make of two values.
@frozen
public enum ValueComparison: Sendable, Hashable {
  case less, equal, greater
  /// A number against NaN: each of the four operators is false.
  case unordered
  /// A null, or types that cannot be compared: each of the four operators is null.
  case unknown

  /// The answer of `<`; nil is null.
  @inlinable public var isLess: Bool? { self == .unknown ? nil : self == .less }
  /// The answer of `<=`; nil is null.
  @inlinable public var isLessOrEqual: Bool? { self == .unknown ? nil : self == .less || self == .equal }
  /// The answer of `>`; nil is null.
  @inlinable public var isGreater: Bool? { self == .unknown ? nil : self == .greater }
  /// The answer of `>=`; nil is null.
  @inlinable public var isGreaterOrEqual: Bool? { self == .unknown ? nil : self == .greater || self == .equal }

  init(_ order: ValueOrder) {
    switch order {
    case .ascending: self = .less
    case .equal: self = .equal
    case .descending: self = .greater
    }
  }
}

extension Value {
  /// openCypher's comparability, of which `<`, `<=`, `>` and `>=` are read off.
  ///
  /// Comparable are two numbers (exactly, also integer with float), two strings (by code point), two booleans (false is
  /// less), two lists and two paths (element by element; a shorter one that agrees is less), two nodes or relationships
  /// (by id) and two points in time of one type. Durations and maps are not: how long a month is depends.
  public func compared(to other: Value) -> ValueComparison {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a < b ? .less : a == b ? .equal : .greater
    case (.float(let a), .float(let b)): a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
    case (.integer(let a), .float(let b)): NumberComparison.compare(a, b)
    case (.float(let a), .integer(let b)): NumberComparison.compare(b, a).reversed
    case (.string(let a), .string(let b)): ValueComparison(a.codePointOrder(against: b))
    case (.list(let a), .list(let b)): Value.compareLists(a, b)
    case (.boolean, .boolean), (.node, .node), (.relationship, .relationship), (.path, .path), (.date, .date),
      (.localTime, .localTime), (.time, .time), (.localDateTime, .localDateTime), (.dateTime, .dateTime):
      ValueComparison(ordered(against: other))
    default: .unknown
    }
  }

  private static func compareLists(_ a: [Value], _ b: [Value]) -> ValueComparison {
    for (x, y) in zip(a, b) {
      let comparison = x.compared(to: y)
      if comparison != .equal { return comparison }
    }
    return a.count < b.count ? .less : a.count == b.count ? .equal : .greater
  }
}

extension ValueComparison {
  var reversed: ValueComparison {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered, .unknown: self
    }
  }
}

/// Compares an integer and a float as the numbers they are, without rounding either.
enum NumberComparison {
  static func compare(_ integer: Int64, _ float: Double) -> ValueComparison {
    if float.isNaN { return .unordered }
    if float >= 0x1p63 { return .less }
    if float < -0x1p63 { return .greater }
    let whole = float.rounded(.towardZero)
    let truncated = Int64(whole)
    if integer != truncated { return integer < truncated ? .less : .greater }
    return float == whole ? .equal : float > whole ? .less : .greater
  }
}
