/// Year, month and day of the proleptic Gregorian calendar; the year before 1 is 0.
public struct CivilDate: Hashable, Sendable {
  public var year: Int64
  /// From 1 to 12.
  public var month: Int
  /// From 1 to 31.
  public var day: Int

  public init(year: Int64, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A day as a week of ISO 8601: weeks begin on Monday, and week 1 is the one with the year's first Thursday.
public struct WeekDate: Hashable, Sendable {
  /// The year that the week belongs to; it may differ from the year of the day at either end of a year.
  public var weekYear: Int64
  /// From 1 to 53.
  public var week: Int
  /// From 1 (Monday) to 7.
  public var dayOfWeek: Int
}

/// The lengths of years, months and quarters.
enum CalendarLengths {
  static let years: ClosedRange<Int64> = -999_999_999...999_999_999

  static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(ofYear year: Int64) -> Int { isLeap(year) ? 366 : 365 }

  static func days(ofMonth month: Int, year: Int64) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func days(ofQuarter quarter: Int, year: Int64) -> Int {
    switch quarter {
    case 1: isLeap(year) ? 91 : 90
    case 2: 91
    default: 92
    }
  }

  /// 52 or 53: a year has 53 weeks if it begins on a Thursday, or is a leap year and begins on a Wednesday.
  static func weeks(ofYear year: Int64) -> Int {
    let first = CalendarDate(civil: CivilDate(year: year, month: 1, day: 1)).dayOfWeek
    return first == 4 || (first == 3 && isLeap(year)) ? 53 : 52
  }
}

extension CalendarDate {
  /// The first and the last day there is.
  public static let earliest = CalendarDate(civil: CivilDate(year: -999_999_999, month: 1, day: 1))
  public static let latest = CalendarDate(civil: CivilDate(year: 999_999_999, month: 12, day: 31))

  /// A day that is known to exist. Years begin in March here, so that the leap day is the last of its year; 400 years are
  /// 146,097 days (Hinnant, "chrono-compatible low-level date algorithms").
  init(civil: CivilDate) {
    let year = civil.month <= 2 ? civil.year - 1 : civil.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let month = Int64(civil.month > 2 ? civil.month - 3 : civil.month + 9)
    let dayOfYear = (153 * month + 2) / 5 + Int64(civil.day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day.
  public var civil: CivilDate {
    let days = daysSinceEpoch + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
    let month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
    return CivilDate(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// From 1 (Monday) to 7.
  public var dayOfWeek: Int {
    let days = (daysSinceEpoch + 3) % 7
    return Int(days < 0 ? days + 7 : days) + 1
  }

  /// From 1 to 366.
  public var ordinalDay: Int {
    Int(daysSinceEpoch - CalendarDate(civil: CivilDate(year: civil.year, month: 1, day: 1)).daysSinceEpoch) + 1
  }

  /// From 1 to 4.
  public var quarter: Int { (civil.month + 2) / 3 }

  /// From 1 to 92.
  public var dayOfQuarter: Int {
    let civil = civil
    let first = CivilDate(year: civil.year, month: (civil.month - 1) / 3 * 3 + 1, day: 1)
    return Int(daysSinceEpoch - CalendarDate(civil: first).daysSinceEpoch) + 1
  }

  /// The week of ISO 8601 that the day is in.
  public var weekDate: WeekDate {
    let thursday = CalendarDate(daysSinceEpoch: daysSinceEpoch + Int64(4 - dayOfWeek))
    return WeekDate(weekYear: thursday.civil.year, week: (thursday.ordinalDay - 1) / 7 + 1, dayOfWeek: dayOfWeek)
  }

  /// Monday of week 1.
  static func firstDay(ofWeekYear year: Int64) -> CalendarDate {
    let fourth = CalendarDate(civil: CivilDate(year: year, month: 1, day: 4))
    return CalendarDate(daysSinceEpoch: fourth.daysSinceEpoch - Int64(fourth.dayOfWeek - 1))
  }
}

// MARK: - Checked construction

extension CalendarDate {
  /// A day by year, month and day.
  public init(year: Int64, month: Int64, day: Int64) throws(TemporalError) {
    try CalendarDate.check("year", year, CalendarLengths.years)
    try CalendarDate.check("month", month, 1...12)
    try CalendarDate.check("day", day, 1...Int64(CalendarLengths.days(ofMonth: Int(month), year: year)))
    self.init(civil: CivilDate(year: year, month: Int(month), day: Int(day)))
  }

  /// A day by its number in the year.
  public init(year: Int64, ordinalDay: Int64) throws(TemporalError) {
    try CalendarDate.check("year", year, CalendarLengths.years)
    try CalendarDate.check("ordinalDay", ordinalDay, 1...Int64(CalendarLengths.days(ofYear: year)))
    let first = CalendarDate(civil: CivilDate(year: year, month: 1, day: 1))
    self.init(daysSinceEpoch: first.daysSinceEpoch + ordinalDay - 1)
  }

  /// A day by its number in a quarter.
  public init(year: Int64, quarter: Int64, dayOfQuarter: Int64) throws(TemporalError) {
    try CalendarDate.check("year", year, CalendarLengths.years)
    try CalendarDate.check("quarter", quarter, 1...4)
    let length = CalendarLengths.days(ofQuarter: Int(quarter), year: year)
    try CalendarDate.check("dayOfQuarter", dayOfQuarter, 1...Int64(length))
    let first = CalendarDate(civil: CivilDate(year: year, month: Int(quarter) * 3 - 2, day: 1))
    self.init(daysSinceEpoch: first.daysSinceEpoch + dayOfQuarter - 1)
  }

  /// A day by its week of ISO 8601.
  public init(weekYear: Int64, week: Int64, dayOfWeek: Int64) throws(TemporalError) {
    try CalendarDate.check("year", weekYear, CalendarLengths.years)
    try CalendarDate.check("week", week, 1...Int64(CalendarLengths.weeks(ofYear: weekYear)))
    try CalendarDate.check("dayOfWeek", dayOfWeek, 1...7)
    let first = CalendarDate.firstDay(ofWeekYear: weekYear)
    self = try CalendarDate.inRange(daysSinceEpoch: first.daysSinceEpoch + (week - 1) * 7 + dayOfWeek - 1)
  }

  static func inRange(daysSinceEpoch: Int64) throws(TemporalError) -> CalendarDate {
    let date = CalendarDate(daysSinceEpoch: daysSinceEpoch)
    guard date >= earliest, date <= latest else { throw .overflow("the date") }
    return date
  }

  static func check(_ name: String, _ value: Int64, _ range: ClosedRange<Int64>) throws(TemporalError) {
    guard range.contains(value) else {
      throw TemporalError(
        .invalidField, "\(name) must be from \(range.lowerBound) to \(range.upperBound), and not \(value)")
    }
  }
}

// MARK: - Arithmetic

extension CalendarDate {
  /// So many months later; where the month is too short for the day, its last day.
  public func adding(months: Int64) throws(TemporalError) -> CalendarDate {
    if months == 0 { return self }
    let civil = civil
    let (total, overflow) = (civil.year * 12 + Int64(civil.month - 1)).addingReportingOverflow(months)
    if overflow { throw .overflow("the date") }
    let year = total.dividedDown(by: 12)
    guard CalendarLengths.years.contains(year) else { throw .overflow("the date") }
    let month = Int(total - year * 12) + 1
    let day = min(civil.day, CalendarLengths.days(ofMonth: month, year: year))
    return CalendarDate(civil: CivilDate(year: year, month: month, day: day))
  }

  /// So many days later.
  public func adding(days: Int64) throws(TemporalError) -> CalendarDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    if overflow { throw .overflow("the date") }
    return try CalendarDate.inRange(daysSinceEpoch: sum)
  }

  /// The whole months from this day to another, negative where the other is earlier.
  func months(until other: CalendarDate) -> Int64 {
    let (from, to) = (civil, other.civil)
    let fromMonths = from.year * 12 + Int64(from.month)
    let toMonths = to.year * 12 + Int64(to.month)
    return ((toMonths * 32 + Int64(to.day)) - (fromMonths * 32 + Int64(from.day))) / 32
  }
}

extension Int64 {
  /// The quotient by a positive number, rounded down.
  func dividedDown(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
