// Points in time from the forms of ISO 8601, basic (20240517) and extended (2024-05-17), with and without the smaller units.

extension TemporalScanner {
  /// A date: `2024-05-17`, `20240517`, `2024-05`, `202405`, `2024`, `2024-W20-5`, `2024W205`, `2024-W20`, `2024W20`,
  /// `2024-138`, `2024138`, `2024-Q2-47`, `2024Q247`, `2024-Q2`, `2024Q2`. A signed year may have up to nine digits and needs
  /// dashes.
  mutating func date() throws(TemporalError) -> CalendarDate? {
    let isNegative = skip("-")
    let isSigned = isNegative || skip("+")
    let length = isSigned ? digitCount : 4
    guard length <= 9, let digits = number(digits: length) else { return nil }
    let year = isNegative ? -digits : digits
    let isExtended = skip("-")
    if skip("W") { return try weekDate(year, isExtended) }
    if skip("Q") { return try quarterDate(year, isExtended) }
    if isExtended {
      switch digitCount {
      case 3: return try CalendarDate(year: year, ordinalDay: number(digits: 3) ?? 0)
      case 2:
        guard let month = number(digits: 2) else { return nil }
        guard skip("-") else { return try CalendarDate(year: year, month: month, day: 1) }
        guard let day = number(digits: 2) else { return nil }
        return try CalendarDate(year: year, month: month, day: day)
      default: return nil
      }
    }
    if isSigned { return digitCount == 0 ? try CalendarDate(year: year, month: 1, day: 1) : nil }
    return try basicDate(year)
  }

  private mutating func basicDate(_ year: Int64) throws(TemporalError) -> CalendarDate? {
    switch digitCount {
    case 0: return try CalendarDate(year: year, month: 1, day: 1)
    case 2: return try CalendarDate(year: year, month: number(digits: 2) ?? 0, day: 1)
    case 3: return try CalendarDate(year: year, ordinalDay: number(digits: 3) ?? 0)
    case 4: return try CalendarDate(year: year, month: number(digits: 2) ?? 0, day: number(digits: 2) ?? 0)
    default: return nil
    }
  }

  private mutating func weekDate(_ year: Int64, _ isExtended: Bool) throws(TemporalError) -> CalendarDate? {
    guard let week = number(digits: 2) else { return nil }
    var day: Int64 = 1
    if isExtended ? skip("-") : digitCount > 0 {
      guard let given = number(digits: 1) else { return nil }
      day = given
    }
    return try CalendarDate(weekYear: year, week: week, dayOfWeek: day)
  }

  private mutating func quarterDate(_ year: Int64, _ isExtended: Bool) throws(TemporalError) -> CalendarDate? {
    guard let quarter = number(digits: 1) else { return nil }
    var day: Int64 = 1
    if isExtended ? skip("-") : digitCount > 0 {
      guard let given = number(digits: 2) else { return nil }
      day = given
    }
    return try CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
  }

  /// A time of day: `21:40:32.142`, `214032.142`, `21:40:32`, `214032`, `21:40`, `2140`, `21`.
  mutating func time() throws(TemporalError) -> LocalTime? {
    guard let hour = number(digits: 2) else { return nil }
    let isExtended = skip(":")
    guard isExtended || digitCount > 0 else {
      return try LocalTime(hour: hour, minute: 0, second: 0, nanosecond: 0)
    }
    guard let minute = number(digits: 2) else { return nil }
    guard isExtended ? skip(":") : digitCount > 0 else {
      return try LocalTime(hour: hour, minute: minute, second: 0, nanosecond: 0)
    }
    guard let second = number(digits: 2) else { return nil }
    var nanosecond: Int64 = 0
    if skip(".") || skip(",") {
      guard digitCount <= 9, let part = fraction(places: 9) else { return nil }
      nanosecond = part
    }
    return try LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// An offset in seconds: `Z`, `+01:00`, `+0100`, `+01`, `+00:53:28`, `+005328`.
  mutating func offset() throws(TemporalError) -> Int32? {
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hour = number(digits: 2) else { return nil }
    var (minute, second): (Int64, Int64) = (0, 0)
    let isExtended = skip(":")
    if isExtended || digitCount > 0 {
      guard let given = number(digits: 2) else { return nil }
      minute = given
      if isExtended ? skip(":") : digitCount > 0 {
        guard let given = number(digits: 2) else { return nil }
        second = given
      }
    }
    try CalendarDate.check("the minutes of an offset", minute, 0...59)
    try CalendarDate.check("the seconds of an offset", second, 0...59)
    let total = (hour * 60 + minute) * 60 + second
    try CalendarDate.check("the seconds of an offset from UTC", total, 0...64_800)
    return Int32(isNegative ? -total : total)
  }
}

extension CalendarDate {
  /// Reads a date in one of the forms of ISO 8601.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let date = try scanner.date(), scanner.isAtEnd else { throw .unreadable("date", text) }
    self = date
  }
}

extension LocalTime {
  /// Reads a time of day without offset.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let time = try scanner.time(), scanner.isAtEnd else { throw .unreadable("local time", text) }
    self = time
  }
}

extension LocalDateTime {
  /// Reads a date, and a time of day after a `T`; without one it is midnight.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let moment = try scanner.localDateTime(), scanner.isAtEnd else { throw .unreadable("local datetime", text) }
    self = moment
  }
}

extension TemporalScanner {
  fileprivate mutating func localDateTime() throws(TemporalError) -> LocalDateTime? {
    guard let date = try date() else { return nil }
    guard skip("T") || skip("t") else { return LocalDateTime(date: date, time: .midnight) }
    guard let time = try time() else { return nil }
    return LocalDateTime(date: date, time: time)
  }

  /// A zone in brackets.
  fileprivate mutating func bracketedZone() -> String? {
    guard skip("[") else { return nil }
    let rest = rest()
    guard rest.hasSuffix("]"), rest.utf8.count > 1 else { return nil }
    return String(rest.dropLast())
  }
}

extension TimeZoneRules {
  /// A zone by offset (`+01:00`, `Z`) or name (`Europe/Paris`).
  public func zone(parsing text: String) throws(TemporalError) -> TimeZoneReference {
    var scanner = TemporalScanner(text)
    if let offset = try scanner.offset(), scanner.isAtEnd { return .offset(offset) }
    guard offset(of: text, atInstant: 0) != nil else { throw .unknownZone(text) }
    return .named(text)
  }

  /// Reads a time of day, and an offset after it; without one it is in the default zone.
  public func time(parsing text: String, default zone: TimeZoneReference, now: Instant) throws(TemporalError) -> OffsetTime {
    var scanner = TemporalScanner(text)
    guard let time = try scanner.time() else { throw .unreadable("time", text) }
    if scanner.isAtEnd {
      return OffsetTime(local: time, offsetSeconds: try offset(of: zone, at: now.seconds))
    }
    if let offset = try scanner.offset(), scanner.isAtEnd { return OffsetTime(local: time, offsetSeconds: offset) }
    throw .unreadable("time", text)
  }

  /// Reads a date and a time of day, and after them an offset, a zone in brackets, or both; without either it is in the
  /// default zone.
  public func dateTime(parsing text: String, default zone: TimeZoneReference) throws(TemporalError) -> ZonedDateTime {
    var scanner = TemporalScanner(text)
    guard let local = try scanner.localDateTime() else { throw .unreadable("datetime", text) }
    if scanner.isAtEnd { return try resolve(local, in: zone) }
    let given = scanner.next == UInt8(ascii: "[") ? nil : try scanner.offset()
    if scanner.isAtEnd, let given { return ZonedDateTime(local: local, offsetSeconds: given) }
    guard let name = scanner.bracketedZone() else { throw .unreadable("datetime", text) }
    guard let given else { return try resolve(local, in: .named(name)) }
    let moment = try move(ZonedDateTime(local: local, offsetSeconds: given), to: .named(name))
    guard moment.offsetSeconds == given else {
      throw TemporalError(
        .invalidZone,
        "the time zone '\(name)' is not at \(TemporalText.offset(given)) at that time, but at "
          + TemporalText.offset(moment.offsetSeconds))
    }
    return moment
  }
}

extension TemporalError {
  static func unreadable(_ what: String, _ text: String) -> TemporalError {
    TemporalError(.unreadable, "'\(text)' is not a \(what) of ISO 8601")
  }
}
