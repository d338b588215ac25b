/// A period that is known as exactly as its text says: `2025`, `2025-Q3`, `2025-H1`, `2025-09`, `2025-09-23`, or a range of
/// two of them, `2015/2025`, that may be open to one side.
public struct PartialDate: Hashable, Sendable {
  /// As written.
  public let text: String
  /// The first day; nil where the range is open to the past.
  public let first: CalendarDate?
  /// The last day; nil where the range is open to the future.
  public let last: CalendarDate?
}

/// What is wrong with a date, and where in its text.
public struct DateFault: Error, Hashable, Sendable {
  /// One line without a full stop.
  public var message: String
  /// The message for what has no form of a date at all.
  public static let notADate = "not a date"
  /// Positions in the UTF-8 of the text.
  public var range: Range<Int>

  public init(message: String, range: Range<Int>) {
    self.message = message
    self.range = range
  }
}

extension PartialDate {
  /// Reads a date.
  public init(_ text: String) throws(DateFault) {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      let days = try Self.period(bytes, 0..<bytes.count)
      self.init(text: text, first: days.first, last: days.last)
      return
    }
    let from = slash > 0 ? try Self.period(bytes, 0..<slash) : nil
    let to = slash + 1 < bytes.count ? try Self.period(bytes, (slash + 1)..<bytes.count) : nil
    if from == nil, to == nil { throw DateFault(message: "a range without dates", range: 0..<bytes.count) }
    if let from, let to, from.first > to.last {
      throw DateFault(message: "the range starts after its end", range: 0..<bytes.count)
    }
    self.init(text: text, first: from?.first, last: to?.last)
  }

  /// How a date is written, for messages.
  public static let forms = "a date is written 2025, 2025-Q3, 2025-H1, 2025-09 or 2025-09-23"

  /// A period without a slash.
  private static func period(_ bytes: [UInt8], _ range: Range<Int>) throws(DateFault) -> (first: CalendarDate, last: CalendarDate) {
    let parts = split(bytes, range)
    guard let yearPart = parts.first, parts.count <= 3, yearPart.count == 4,
      let year = number(bytes, yearPart), year > 0
    else { throw DateFault(message: DateFault.notADate, range: range) }
    guard parts.count > 1 else { return months(year, 1, 12) }
    let second = parts[1]
    if let letter = bytes[second].first, letter == UInt8(ascii: "Q") || letter == UInt8(ascii: "H") {
      guard parts.count == 2 else { throw DateFault(message: DateFault.notADate, range: range) }
      return try season(bytes, second, year: year, letter: letter)
    }
    guard let month = number(bytes, second), second.count <= 2 else {
      throw DateFault(message: DateFault.notADate, range: range)
    }
    guard second.count == 2 else {
      throw DateFault(message: "a month has two digits, `0\(month)`", range: second)
    }
    guard (1...12).contains(month) else {
      throw DateFault(message: "there is no month \(month)", range: second)
    }
    guard parts.count > 2 else { return months(year, month, month) }
    return try day(bytes, parts[2], year: year, month: month, whole: range)
  }

  private static func season(
    _ bytes: [UInt8], _ part: Range<Int>, year: Int, letter: UInt8
  ) throws(DateFault) -> (first: CalendarDate, last: CalendarDate) {
    let isQuarter = letter == UInt8(ascii: "Q")
    let count = isQuarter ? 4 : 2
    guard let index = number(bytes, (part.lowerBound + 1)..<part.upperBound), (1...count).contains(index), part.count == 2
    else {
      let words = isQuarter ? "a quarter is Q1, Q2, Q3 or Q4" : "a half-year is H1 or H2"
      throw DateFault(message: words, range: part)
    }
    let length = 12 / count
    return months(year, (index - 1) * length + 1, index * length)
  }

  private static func day(
    _ bytes: [UInt8], _ part: Range<Int>, year: Int, month: Int, whole: Range<Int>
  ) throws(DateFault) -> (first: CalendarDate, last: CalendarDate) {
    guard let day = number(bytes, part), part.count <= 2 else { throw DateFault(message: DateFault.notADate, range: whole) }
    guard part.count == 2 else { throw DateFault(message: "a day has two digits, `0\(day)`", range: part) }
    let length = daysInMonth(year, month)
    guard (1...length).contains(day) else {
      throw DateFault(message: "\(monthNames[month - 1]) \(year) has \(length) days", range: part)
    }
    let date = calendarDay(year, month, day)
    return (date, date)
  }

  private static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: "-") {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// A number of one to four digits.
  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard (1...4).contains(range.count) else { return nil }
    var number = 0
    for byte in bytes[range] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private static func months(_ year: Int, _ from: Int, _ to: Int) -> (first: CalendarDate, last: CalendarDate) {
    (calendarDay(year, from, 1), calendarDay(year, to, daysInMonth(year, to)))
  }

  private static func daysInMonth(_ year: Int, _ month: Int) -> Int { CalendarLengths.days(ofMonth: month, year: Int64(year)) }

  private static func calendarDay(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(civil: CivilDate(year: Int64(year), month: month, day: day))
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
