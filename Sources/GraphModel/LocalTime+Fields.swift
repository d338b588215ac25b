extension LocalTime {
  public static let midnight = LocalTime(nanosecondOfDay: 0)
  static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  /// From 0 to 23.
  public var hour: Int { Int(nanosecondOfDay / 3_600_000_000_000) }
  /// From 0 to 59.
  public var minute: Int { Int(nanosecondOfDay / 60_000_000_000 % 60) }
  /// From 0 to 59.
  public var second: Int { Int(nanosecondOfDay / 1_000_000_000 % 60) }
  /// From 0 to 999,999,999.
  public var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  /// A time of day by its parts.
  public init(hour: Int64, minute: Int64, second: Int64, nanosecond: Int64) throws(TemporalError) {
    try CalendarDate.check("hour", hour, 0...23)
    try CalendarDate.check("minute", minute, 0...59)
    try CalendarDate.check("second", second, 0...59)
    try CalendarDate.check("nanosecond", nanosecond, 0...999_999_999)
    self.init(nanosecondOfDay: ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + nanosecond)
  }

  /// So much later, counted around the clock.
  func adding(nanoseconds: Int128) -> LocalTime {
    let day = Int128(LocalTime.nanosecondsPerDay)
    let sum = (Int128(nanosecondOfDay) + nanoseconds % day + day) % day
    return LocalTime(nanosecondOfDay: Int64(sum))
  }
}
