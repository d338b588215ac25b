public import GraphModel

/// A few time zones by their rules, enough to test with: zones without summer time, and central Europe's, London's and New
/// York's since 1980 (those of Europe end in September until 1995).
public struct TestZones: TimeZoneRules {
  private struct Rule {
    var standard: Int32
    var hasSummerTime = false
    /// The offset that holds before the year 1879.
    var historic: Int32?
    var isAmerican = false
  }

  private static let rules: [String: Rule] = [
    "UTC": Rule(standard: 0),
    "Europe/Paris": Rule(standard: 3_600, hasSummerTime: true),
    "Europe/Stockholm": Rule(standard: 3_600, hasSummerTime: true, historic: 3_208),
    "Europe/London": Rule(standard: 0, hasSummerTime: true),
    "America/New_York": Rule(standard: -18_000, hasSummerTime: true, isAmerican: true),
    "Pacific/Honolulu": Rule(standard: -36_000),
    "Australia/Eucla": Rule(standard: 31_500),
  ]

  public init() {}

  public func offset(of zone: String, atInstant secondsSinceEpoch: Int64) -> Int32? {
    guard let rule = TestZones.rules[zone] else { return nil }
    if let historic = rule.historic, secondsSinceEpoch < -2_871_680_000 { return historic }
    guard rule.hasSummerTime, secondsSinceEpoch >= 315_532_800 else { return rule.standard }
    let year = CalendarDate(daysSinceEpoch: secondsSinceEpoch / 86_400).civil.year
    let (start, end) = rule.isAmerican ? american(year) : european(year)
    return secondsSinceEpoch >= start && secondsSinceEpoch < end ? rule.standard + 3_600 : rule.standard
  }

  public func offset(of zone: String, atLocal secondsSinceEpoch: Int64) -> Int32? {
    guard let before = offset(of: zone, atInstant: secondsSinceEpoch - 100_000),
      let after = offset(of: zone, atInstant: secondsSinceEpoch + 100_000)
    else { return nil }
    for candidate in [before, after]
    where offset(of: zone, atInstant: secondsSinceEpoch - Int64(candidate)) == candidate {
      return candidate
    }
    return before
  }

  private func european(_ year: Int64) -> (Int64, Int64) {
    (lastSunday(year, 3) * 86_400 + 3_600, lastSunday(year, year < 1996 ? 9 : 10) * 86_400 + 3_600)
  }

  /// The rule since 2007; the hours are those of New York.
  private func american(_ year: Int64) -> (Int64, Int64) {
    (firstSunday(year, 3, from: 8) * 86_400 + 7 * 3_600, firstSunday(year, 11, from: 1) * 86_400 + 6 * 3_600)
  }

  private func lastSunday(_ year: Int64, _ month: Int64) -> Int64 {
    firstSunday(year, month, from: month == 9 ? 24 : 25)
  }

  private func firstSunday(_ year: Int64, _ month: Int64, from day: Int64) -> Int64 {
    guard let first = try? CalendarDate(year: year, month: month, day: day) else { return 0 }
    return first.daysSinceEpoch + Int64(7 - first.dayOfWeek)
  }
}
