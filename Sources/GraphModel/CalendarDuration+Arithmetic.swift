extension CalendarDuration {
  static let nanosecondsPerDay: Int128 = 86_400_000_000_000
  /// 400 Gregorian years have 146,097 days and 4,800 months.
  static let nanosecondsPerAverageMonth: Int128 = 2_629_746_000_000_000

  /// The seconds with their parts.
  var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  /// A duration of whole months and days and a number of nanoseconds.
  init(months: Int128 = 0, days: Int128 = 0, totalNanoseconds: Int128) throws(TemporalError) {
    let down = totalNanoseconds >= 0 ? totalNanoseconds : totalNanoseconds - 999_999_999
    let whole = down / 1_000_000_000
    guard let months = Int64(exactly: months), let days = Int64(exactly: days), let seconds = Int64(exactly: whole)
    else { throw .overflow("the duration") }
    self.init(
      months: months, days: days, seconds: seconds, nanoseconds: Int32(totalNanoseconds - whole * 1_000_000_000))
  }

  /// A duration of parts that need not be whole: what is left of a month goes into the days with 30.436875 days a month,
  /// and what is left of a day into the time with 24 hours a day.
  init(months: FixedPoint, days: FixedPoint, nanoseconds: Int128) throws(TemporalError) {
    let leftOfMonth = FixedPoint(units: months.units % FixedPoint.one)
    let inDays =
      days.inSmaller(CalendarDuration.nanosecondsPerDay)
      + leftOfMonth.inSmaller(CalendarDuration.nanosecondsPerAverageMonth)
    try self.init(
      months: months.whole, days: inDays / CalendarDuration.nanosecondsPerDay,
      totalNanoseconds: nanoseconds + inDays % CalendarDuration.nanosecondsPerDay)
  }

  /// The sum, group by group.
  public func adding(_ other: CalendarDuration) throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(
      months: Int128(months) + Int128(other.months), days: Int128(days) + Int128(other.days),
      totalNanoseconds: totalNanoseconds + other.totalNanoseconds)
  }

  /// The difference, group by group.
  public func subtracting(_ other: CalendarDuration) throws(TemporalError) -> CalendarDuration {
    try adding(other.negated())
  }

  /// The duration with the signs of all groups turned.
  public func negated() throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(
      months: -Int128(months), days: -Int128(days), totalNanoseconds: -totalNanoseconds)
  }

  /// So many times the duration; the parts of months and days that are left over go into the smaller groups.
  public func multiplied(by factor: Double) throws(TemporalError) -> CalendarDuration {
    guard let factor = FixedPoint(factor) else { throw .overflow("the duration") }
    guard let months = factor.times(months), let days = factor.times(days) else { throw .overflow("the duration") }
    guard let time = factor.times(seconds), let part = factor.times(Int64(nanoseconds)) else {
      throw .overflow("the duration")
    }
    let leftOver = part.units % FixedPoint.one + (time.units % FixedPoint.one * 1_000_000_000) % FixedPoint.one
    return try CalendarDuration(
      months: months, days: days,
      nanoseconds: time.inSmaller(1_000_000_000) + part.whole + leftOver / FixedPoint.one)
  }

  /// So many times the duration.
  public func multiplied(by factor: Int64) throws(TemporalError) -> CalendarDuration {
    let (time, overflow) = totalNanoseconds.multipliedReportingOverflow(by: Int128(factor))
    if overflow { throw .overflow("the duration") }
    return try CalendarDuration(
      months: Int128(months) * Int128(factor), days: Int128(days) * Int128(factor), totalNanoseconds: time)
  }

  /// The part of the duration; what is left over of months and days goes into the smaller groups.
  public func divided(by divisor: Int64) throws(TemporalError) -> CalendarDuration {
    if divisor == 0 { throw TemporalError(.divisionByZero, "a duration cannot be divided by zero") }
    let (month, day) = (CalendarDuration.nanosecondsPerAverageMonth, CalendarDuration.nanosecondsPerDay)
    let (whole, divisor) = (Int128(months), Int128(divisor))
    let inDays = (whole % divisor * month + Int128(days) * day) / divisor
    return try CalendarDuration(
      months: whole / divisor, days: inDays / day, totalNanoseconds: totalNanoseconds / divisor + inDays % day)
  }

  /// The part of the duration.
  public func divided(by divisor: Double) throws(TemporalError) -> CalendarDuration {
    if divisor == 0 { throw TemporalError(.divisionByZero, "a duration cannot be divided by zero") }
    if let whole = Int64(exactly: divisor) { return try divided(by: whole) }
    if let inverse = Int64(exactly: 1 / divisor) { return try multiplied(by: inverse) }
    guard let months = FixedPoint(Double(months) / divisor), let days = FixedPoint(Double(days) / divisor),
      let time = FixedPoint(Double(totalNanoseconds) / divisor / 1_000_000_000)
    else { throw .overflow("the duration") }
    return try CalendarDuration(months: months, days: days, nanoseconds: time.inSmaller(1_000_000_000))
  }
}

extension LocalDateTime {
  /// So many nanoseconds later.
  func adding(nanoseconds: Int128) throws(TemporalError) -> LocalDateTime {
    let total = Int128(time.nanosecondOfDay) + nanoseconds
    let day = CalendarDuration.nanosecondsPerDay
    let days = (total >= 0 ? total : total - day + 1) / day
    guard let carried = Int64(exactly: days) else { throw .overflow("the datetime") }
    return LocalDateTime(
      date: try date.adding(days: carried), time: LocalTime(nanosecondOfDay: Int64(total - days * day)))
  }
}

extension CalendarDate {
  /// The day after the months, the days, and the whole days in the time of the duration.
  public func adding(_ duration: CalendarDuration) throws(TemporalError) -> CalendarDate {
    let days = Int128(duration.days) + duration.totalNanoseconds / CalendarDuration.nanosecondsPerDay
    guard let days = Int64(exactly: days) else { throw .overflow("the date") }
    return try adding(months: duration.months).adding(days: days)
  }
}

extension LocalTime {
  /// The time after the time of the duration, counted around the clock; its months and days do not matter.
  public func adding(_ duration: CalendarDuration) -> LocalTime { adding(nanoseconds: duration.totalNanoseconds) }
}

extension LocalDateTime {
  /// The moment after the months, then the days, then the time of the duration.
  public func adding(_ duration: CalendarDuration) throws(TemporalError) -> LocalDateTime {
    let day = try date.adding(months: duration.months).adding(days: duration.days)
    return try LocalDateTime(date: day, time: time).adding(nanoseconds: duration.totalNanoseconds)
  }
}

extension ZonedDateTime {
  /// The moment after the months, then the days, both on the calendar of its zone, then the time on the clock of physics.
  public func adding(
    _ duration: CalendarDuration, _ zones: some TimeZoneRules
  ) throws(TemporalError) -> ZonedDateTime {
    var moment = self
    if duration.months != 0 || duration.days != 0 {
      let day = try local.date.adding(months: duration.months).adding(days: duration.days)
      moment = try zones.resolve(LocalDateTime(date: day, time: local.time), in: zoneReference)
    }
    let later = try moment.local.adding(nanoseconds: duration.totalNanoseconds)
    guard zone != nil else { return ZonedDateTime(local: later, offsetSeconds: offsetSeconds) }
    let shown = ZonedDateTime(local: later, offsetSeconds: moment.offsetSeconds)
    return try zones.move(shown, to: zoneReference)
  }
}
