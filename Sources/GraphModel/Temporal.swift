/// A day of the proleptic Gregorian calendar. Years run from -999,999,999 to 999,999,999.
@frozen
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var daysSinceEpoch: Int64
  @inlinable public init(daysSinceEpoch: Int64) { self.daysSinceEpoch = daysSinceEpoch }
  @inlinable public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }
}

/// A time of day without a zone.
@frozen
public struct LocalTime: Hashable, Comparable, Sendable {
  /// From 0 up to 86,399,999,999,999.
  public var nanosecondOfDay: Int64
  @inlinable public init(nanosecondOfDay: Int64) { self.nanosecondOfDay = nanosecondOfDay }
  @inlinable public static func < (a: LocalTime, b: LocalTime) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }
}

/// A time of day at an offset from UTC.
@frozen
public struct OffsetTime: Hashable, Sendable {
  public var local: LocalTime
  /// East is positive.
  public var offsetSeconds: Int32
  @inlinable
  public init(local: LocalTime, offsetSeconds: Int32) {
    self.local = local
    self.offsetSeconds = offsetSeconds
  }
}

/// A day and a time of day without a zone.
@frozen
public struct LocalDateTime: Hashable, Comparable, Sendable {
  public var date: CalendarDate
  public var time: LocalTime
  @inlinable
  public init(date: CalendarDate, time: LocalTime) {
    self.date = date
    self.time = time
  }
  @inlinable
  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    a.date != b.date ? a.date < b.date : a.time < b.time
  }
}

/// An instant, with the offset and, where it was given by name, the zone in which it is shown.
@frozen
public struct ZonedDateTime: Hashable, Sendable {
  public var local: LocalDateTime
  public var offsetSeconds: Int32
  /// A name of the IANA database, such as `Europe/Paris`; nil for a plain offset.
  public var zone: String?
  @inlinable
  public init(local: LocalDateTime, offsetSeconds: Int32, zone: String? = nil) {
    self.local = local
    self.offsetSeconds = offsetSeconds
    self.zone = zone
  }
}

/// Months, days, and seconds with nanoseconds: three groups that are never converted into each other, since months differ
/// in length and days may have 23 or 25 hours.
@frozen
public struct CalendarDuration: Hashable, Sendable {
  public var months: Int64
  public var days: Int64
  public var seconds: Int64
  /// From 0 up to 999,999,999, also where `seconds` is negative.
  public var nanoseconds: Int32
  @inlinable
  public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int32 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

/// What is known of named time zones. The engine asks it; whoever composes the engine brings one.
public protocol TimeZoneRules: Sendable {
  /// The offset from UTC, in seconds, that a zone has at an instant; nil for an unknown zone.
  func offset(of zone: String, atInstant secondsSinceEpoch: Int64) -> Int32?
  /// The offset that a zone's clocks show at a local time. Where a local time does not exist, the offset before the gap;
  /// where it exists twice, the earlier one.
  func offset(of zone: String, atLocal secondsSinceEpoch: Int64) -> Int32?
}
