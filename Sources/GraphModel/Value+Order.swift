/// The result of comparing two values for sorting.
@frozen
public enum ValueOrder: Int8, Sendable, Hashable {
  case ascending = -1
  case equal = 0
  case descending = 1

  /// The order of two comparable things.
  @inlinable
  public init<T: Comparable>(_ a: T, _ b: T) { self = a < b ? .ascending : a == b ? .equal : .descending }

  /// The same for sorting downwards.
  @inlinable
  public var reversed: ValueOrder {
    switch self {
    case .ascending: .descending
    case .equal: .equal
    case .descending: .ascending
    }
  }

  /// This order, or, where it is a tie, the next criterion.
  func then(_ next: @autoclosure () -> ValueOrder) -> ValueOrder { self == .equal ? next() : self }
}

extension Value {
  /// openCypher's orderability: a total order over all values, for `ORDER BY`, `min` and `max`.
  ///
  /// By type: map, node, relationship, list, path, datetime, localdatetime, date, time, localtime, duration, string,
  /// boolean, number, NaN, null. Within a type: as ``compared(to:)`` where that gives an answer, and
  /// - maps: the one with fewer keys, then their sorted keys, then the values in the order of the keys;
  /// - lists and paths: element by element, each by this order, the shorter one first where they agree;
  /// - times and datetimes: by instant, then by offset from west to east, then by the name of the zone;
  /// - durations: by length with an average month (2,629,746 seconds) and a day of 24 hours, then months, days, seconds.
  ///
  /// Two values are `.equal` exactly where they are the same ``GroupingKey``.
  public func ordered(against other: Value) -> ValueOrder {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): ValueOrder(a, b)
    case (.string(let a), .string(let b)): a.codePointOrder(against: b)
    case (.float(let a), .float(let b)): Value.order(a, b)
    case (.integer(let a), .float(let b)): Value.order(a, b)
    case (.float(let a), .integer(let b)): Value.order(b, a).reversed
    case (.boolean(let a), .boolean(let b)): ValueOrder(a ? 1 : 0, b ? 1 : 0)
    case (.node(let a), .node(let b)): ValueOrder(a, b)
    case (.relationship(let a), .relationship(let b)): ValueOrder(a, b)
    case (.list(let a), .list(let b)): Value.order(a, b)
    case (.map(let a), .map(let b)): Value.order(a, b)
    case (.path(let a), .path(let b)): Value.order(a, b)
    default: temporalOrder(against: other) ?? ValueOrder(typeRank, other.typeRank)
    }
  }

  private func temporalOrder(against other: Value) -> ValueOrder? {
    switch (self, other) {
    case (.date(let a), .date(let b)): ValueOrder(a, b)
    case (.localTime(let a), .localTime(let b)): ValueOrder(a, b)
    case (.localDateTime(let a), .localDateTime(let b)): ValueOrder(a, b)
    case (.time(let a), .time(let b)):
      ValueOrder(a.nanosecondsFromUTCMidnight, b.nanosecondsFromUTCMidnight)
        .then(ValueOrder(a.offsetSeconds, b.offsetSeconds))
    case (.dateTime(let a), .dateTime(let b)):
      ValueOrder(a.secondsSinceEpoch, b.secondsSinceEpoch)
        .then(ValueOrder(a.local.time.nanosecondOfSecond, b.local.time.nanosecondOfSecond))
        .then(ValueOrder(a.offsetSeconds, b.offsetSeconds))
        .then((a.zone ?? "").codePointOrder(against: b.zone ?? ""))
    case (.duration(let a), .duration(let b)):
      ValueOrder(a.averageSeconds, b.averageSeconds)
        .then(ValueOrder(a.nanoseconds, b.nanoseconds))
        .then(ValueOrder(a.months, b.months))
        .then(ValueOrder(a.days, b.days))
    default: nil
    }
  }

  private var typeRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  private static func order(_ a: Double, _ b: Double) -> ValueOrder {
    if a < b { return .ascending }
    if a > b { return .descending }
    return a == b ? .equal : ValueOrder(a.isNaN ? 1 : 0, b.isNaN ? 1 : 0)
  }

  private static func order(_ a: Int64, _ b: Double) -> ValueOrder {
    switch NumberComparison.compare(a, b) {
    case .less, .unordered, .unknown: .ascending
    case .equal: .equal
    case .greater: .descending
    }
  }

  private static func order(_ a: [Value], _ b: [Value]) -> ValueOrder {
    for (x, y) in zip(a, b) {
      let order = x.ordered(against: y)
      if order != .equal { return order }
    }
    return ValueOrder(a.count, b.count)
  }

  private static func order(_ a: ValueMap, _ b: ValueMap) -> ValueOrder {
    if a.count != b.count { return ValueOrder(a.count, b.count) }
    let (x, y) = (a.sortedByKey, b.sortedByKey)
    for (left, right) in zip(x, y) {
      let order = left.key.codePointOrder(against: right.key)
      if order != .equal { return order }
    }
    for (left, right) in zip(x, y) {
      let order = left.value.ordered(against: right.value)
      if order != .equal { return order }
    }
    return .equal
  }

  private static func order(_ a: Path, _ b: Path) -> ValueOrder {
    for position in 0..<min(a.nodes.count, b.nodes.count) {
      if a.nodes[position] != b.nodes[position] { return ValueOrder(a.nodes[position], b.nodes[position]) }
      guard position < a.relationships.count, position < b.relationships.count else { break }
      let (x, y) = (a.relationships[position], b.relationships[position])
      if x != y { return ValueOrder(x, y) }
    }
    return ValueOrder(a.nodes.count, b.nodes.count)
  }
}

extension ValueMap {
  /// The entries in the order of their keys by code point.
  public var sortedByKey: [(key: String, value: Value)] {
    zip(keys, values).map { (key: $0, value: $1) }.sorted { $0.key.codePointOrder(against: $1.key) == .ascending }
  }
}

extension LocalTime {
  var nanosecondOfSecond: Int64 { nanosecondOfDay % 1_000_000_000 }
}

extension OffsetTime {
  /// The time of day in UTC; below 0 or above a day where the offset leads to the day before or after.
  var nanosecondsFromUTCMidnight: Int64 { local.nanosecondOfDay - Int64(offsetSeconds) * 1_000_000_000 }
}

extension LocalDateTime {
  /// The whole seconds since 1970-01-01T00:00, read as if in UTC.
  public var secondsSinceEpoch: Int64 { date.daysSinceEpoch * 86_400 + time.nanosecondOfDay / 1_000_000_000 }
}

extension ZonedDateTime {
  /// The whole seconds since 1970-01-01T00:00Z, rounded down.
  public var secondsSinceEpoch: Int64 { local.secondsSinceEpoch - Int64(offsetSeconds) }
}

extension CalendarDuration {
  /// The length with an average month of 2,629,746 seconds (a 4,800th of 400 Gregorian years) and a day of 24 hours.
  var averageSeconds: Int128 { Int128(months) * 2_629_746 + Int128(days) * 86_400 + Int128(seconds) }
}
