/// A value as `DISTINCT`, grouping and `UNION` see it: null is the same as null and NaN the same as NaN, inside lists and
/// maps too, and 1 is the same as 1.0.
@frozen
public struct GroupingKey: Hashable, Sendable {
  public var value: Value

  @inlinable public init(_ value: Value) { self.value = value }

  public static func == (a: GroupingKey, b: GroupingKey) -> Bool { a.value.isEquivalent(to: b.value) }
  public func hash(into hasher: inout Hasher) { value.hashForGrouping(into: &hasher) }
}

/// A row of values as `DISTINCT` and grouping see it; see ``GroupingKey``.
@frozen
public struct GroupingRow: Hashable, Sendable {
  public var values: [Value]

  @inlinable public init(_ values: [Value]) { self.values = values }

  public static func == (a: GroupingRow, b: GroupingRow) -> Bool { Value.areEquivalent(a.values, b.values) }
  public func hash(into hasher: inout Hasher) {
    for value in values { value.hashForGrouping(into: &hasher) }
  }
}

extension Value {
  /// openCypher's equivalence, as ``GroupingKey`` describes it.
  public func isEquivalent(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
    case (.list(let a), .list(let b)): Value.areEquivalent(a, b)
    case (.map(let a), .map(let b)):
      a.count == b.count && a.allSatisfy { key, value in b[key].map(value.isEquivalent) ?? false }
    default: equals(other) == true
    }
  }

  static func areEquivalent(_ a: [Value], _ b: [Value]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
  }

  fileprivate func hashForGrouping(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .float(let number):
      if let whole = Int64(exactly: number) {
        hasher.combine(whole)
      } else {
        hasher.combine(number.isNaN ? Double.nan.bitPattern : number.bitPattern)
      }
    case .string(let text): hasher.combine(text)
    case .list(let items):
      hasher.combine(items.count)
      for item in items { item.hashForGrouping(into: &hasher) }
    case .map(let map): hasher.combine(map.hashForGrouping())
    case .node(let id): hasher.combine(id)
    case .relationship(let id): hasher.combine(id)
    case .path(let path): hasher.combine(path)
    case .date(let date): hasher.combine(date)
    case .localTime(let time): hasher.combine(time)
    case .time(let time): hasher.combine(time)
    case .localDateTime(let moment): hasher.combine(moment)
    case .dateTime(let moment): hasher.combine(moment)
    case .duration(let duration): hasher.combine(duration)
    }
  }
}

extension ValueMap {
  /// A hash that does not depend on the order of the keys.
  fileprivate func hashForGrouping() -> Int {
    var sum = count
    for (key, value) in self {
      var hasher = Hasher()
      hasher.combine(key)
      value.hashForGrouping(into: &hasher)
      sum &+= hasher.finalize()
    }
    return sum
  }
}
