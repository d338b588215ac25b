extension CalendarDuration {
  /// A duration from components: `years`, `quarters`, `months`, `weeks`, `days`, `hours`, `minutes`, `seconds`,
  /// `milliseconds`, `microseconds` and `nanoseconds`, each an integer or a float, and signed.
  public init(fields: ValueMap) throws(TemporalError) {
    var parts = DurationParts()
    for (name, value) in fields {
      guard let unit = DurationParts.Unit(rawValue: name) else {
        let known = DurationParts.Unit.allCases.map(\.rawValue).joined(separator: ", ")
        throw TemporalError(.invalidField, "a duration has no '\(name)', but \(known)")
      }
      let number: FixedPoint?
      switch value {
      case .integer(let whole): number = FixedPoint(whole)
      case .float(let float): number = FixedPoint(float)
      default: throw TemporalError(.invalidField, "'\(name)' of a duration must be a number")
      }
      guard let number else { throw .overflow("'\(name)' of the duration") }
      try parts.add(number, unit)
    }
    self = try parts.duration()
  }

  /// Reads a duration of ISO 8601: `P1Y2M3W4DT5H6M7.8S`, where each number may have a sign and a fraction, or
  /// `P2012-02-02T14:37:21.545`. A sign before the `P` holds for all numbers.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    guard scanner.skip("P"), !scanner.isAtEnd else { throw .unreadable("duration", text) }
    var parts = DurationParts()
    if try !scanner.durationUnits(into: &parts) {
      scanner = TemporalScanner(text)
      _ = scanner.skip("-") || scanner.skip("+")
      _ = scanner.skip("P")
      parts = DurationParts()
      guard try scanner.durationAsDate(into: &parts) else { throw .unreadable("duration", text) }
    }
    let duration = try parts.duration()
    self = isNegative ? try duration.negated() : duration
  }
}

/// The three groups of a duration while it is put together.
struct DurationParts {
  enum Unit: String, CaseIterable {
    case years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds
  }

  private var months = FixedPoint(units: 0)
  private var days = FixedPoint(units: 0)
  private var nanoseconds: Int128 = 0

  mutating func add(_ number: FixedPoint, _ unit: Unit) throws(TemporalError) {
    switch unit {
    case .years: months = try sum(months, number, times: 12)
    case .quarters: months = try sum(months, number, times: 3)
    case .months: months = try sum(months, number, times: 1)
    case .weeks: days = try sum(days, number, times: 7)
    case .days: days = try sum(days, number, times: 1)
    case .hours: nanoseconds += number.inSmaller(3_600_000_000_000)
    case .minutes: nanoseconds += number.inSmaller(60_000_000_000)
    case .seconds: nanoseconds += number.inSmaller(1_000_000_000)
    case .milliseconds: nanoseconds += number.inSmaller(1_000_000)
    case .microseconds: nanoseconds += number.inSmaller(1_000)
    case .nanoseconds: nanoseconds += number.whole
    }
  }

  func duration() throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(months: months, days: days, nanoseconds: nanoseconds)
  }

  private func sum(_ part: FixedPoint, _ number: FixedPoint, times factor: Int64) throws(TemporalError) -> FixedPoint {
    guard let sum = number.times(factor)?.plus(part) else { throw .overflow("the duration") }
    return sum
  }
}

extension TemporalScanner {
  /// Numbers with units, largest first; false where the text is not that.
  fileprivate mutating func durationUnits(into parts: inout DurationParts) throws(TemporalError) -> Bool {
    let dateUnits: [(Unicode.Scalar, DurationParts.Unit)] = [("Y", .years), ("M", .months), ("W", .weeks), ("D", .days)]
    let timeUnits: [(Unicode.Scalar, DurationParts.Unit)] = [("H", .hours), ("M", .minutes), ("S", .seconds)]
    var left = dateUnits[...]
    var inTime = false
    while !isAtEnd {
      if !inTime, skip("T") {
        if isAtEnd { return false }
        inTime = true
        left = timeUnits[...]
      }
      guard let number = decimal(), let at = left.firstIndex(where: { skip($0.0) }) else { return false }
      try parts.add(number, left[at].1)
      left = left[(at + 1)...]
    }
    return true
  }

  /// A number with an optional sign and fraction.
  private mutating func decimal() -> FixedPoint? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let whole = number(digits: digitCount) else { return nil }
    var units = Int128(whole) * FixedPoint.one
    if skip(".") || skip(",") {
      guard let part = fraction(places: 18) else { return nil }
      units += Int128(part)
    }
    return FixedPoint(units: isNegative ? -units : units)
  }

  /// Years, months and days, hours, minutes and seconds, written like a datetime, in which each number is at most as large
  /// as there: `2012-02-02T14:37:21.545` or `20120202T143721.545`.
  fileprivate mutating func durationAsDate(into parts: inout DurationParts) throws(TemporalError) -> Bool {
    guard let years = number(digits: 4) else { return false }
    let isExtended = skip("-")
    guard let months = number(digits: 2), !isExtended || skip("-"), let days = number(digits: 2) else { return false }
    try CalendarDate.check("months", months, 0...12)
    try CalendarDate.check("days", days, 0...31)
    try parts.add(FixedPoint(years), .years)
    try parts.add(FixedPoint(months), .months)
    try parts.add(FixedPoint(days), .days)
    if isAtEnd { return true }
    guard skip("T"), let time = try time(), isAtEnd else { return false }
    try parts.add(FixedPoint(time.nanosecondOfDay), .nanoseconds)
    return true
  }
}
