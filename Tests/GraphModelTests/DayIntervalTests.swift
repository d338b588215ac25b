import GraphModel
import Testing

/// Intervals of partial dates, compared with an oracle that goes through the days one by one and compares texts: the label of a
/// day at the precision of a date sorts before, at or behind that date.
@Suite struct DayIntervalTests {
  /// The days that the oracle goes through: 2023 to 2025.
  private static let days = (19358...20453).map { CalendarDate(daysSinceEpoch: Int64($0)) }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Each day of ``days`` as precisely as each form of dates: `2024`, `2024-H1`, `2024-Q2`, `2024-06`, `2024-06-30`.
  private static let labels: [CalendarDate: [String]] = {
    var labels: [CalendarDate: [String]] = [:]
    for day in days {
      let text = day.description
      let (year, month) = (String(text.prefix(4)), Int(text.dropFirst(5).prefix(2)) ?? 0)
      labels[day] = [year, "\(year)-H\((month - 1) / 6 + 1)", "\(year)-Q\((month - 1) / 3 + 1)", String(text.prefix(7)), text]
    }
    return labels
  }()

  /// `2024-06-30` as precisely as a date is.
  private static func label(_ day: CalendarDate, like date: String) -> String {
    let form = date.utf8.count == 4 ? 0 : date.utf8.contains(72) ? 1 : date.utf8.contains(81) ? 2 : date.utf8.count == 7 ? 3 : 4
    return labels[day]?[form] ?? ""
  }

  private static func random(_ generator: inout some RandomNumberGenerator) -> String {
    let year = Int.random(in: 2023...2025, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return "\(year)"
    case 1: return "\(year)-H\((month - 1) / 6 + 1)"
    case 2: return "\(year)-Q\((month - 1) / 3 + 1)"
    case 3: return "\(year)-\(pad(month))"
    default: return "\(year)-\(pad(month))-\(pad(Int.random(in: 1...28, using: &generator)))"
    }
  }

  private static func days(of date: String) -> [CalendarDate] { days.filter { label($0, like: date) == date } }

  @Test func `a day lies in a validity as its label says`() throws {
    var generator = SeededGenerator(seed: 26)
    for _ in 0..<120 {
      let start: String? = Bool.random(using: &generator) ? Self.random(&generator) : nil
      let end: String? = Bool.random(using: &generator) ? Self.random(&generator) : nil
      let interval = DayInterval(
        from: try start.map { try PartialDate($0) }, until: try end.map { try PartialDate($0) })
      let firstDay = start.flatMap { Self.days(of: $0).first }
      let isWithinOnePeriod = firstDay.map { day in end.map { Self.label(day, like: $0) >= $0 } ?? false } ?? false
      for day in Self.days {
        let hasStarted = start.map { Self.label(day, like: $0) >= $0 } ?? true
        let hasEnded = end.map { isWithinOnePeriod ? Self.label(day, like: $0) > $0 : Self.label(day, like: $0) >= $0 } ?? false
        #expect(interval.contains(day) == (hasStarted && !hasEnded), "\(start ?? "")…\(end ?? "") on \(day)")
      }
    }
  }

  @Test func `overlap, containment and order are those of the sets of days`() throws {
    var generator = SeededGenerator(seed: 27)
    for _ in 0..<120 {
      let (a, b) = (Self.random(&generator), Self.random(&generator))
      let (one, other) = (try PartialDate(a), try PartialDate(b))
      let (left, right) = (Set(Self.days(of: a)), Set(Self.days(of: b)))
      #expect(one.overlaps(other) == !left.isDisjoint(with: right), "\(a) \(b)")
      #expect(one.contains(other) == left.isSuperset(of: right), "\(a) \(b)")
      let pairs = left.flatMap { day in [right.min(), right.max()].compactMap { $0 }.map { day < $0 } }
      let expected = pairs.allSatisfy { $0 } ? true : pairs.contains(true) ? nil : false
      #expect(one.isBefore(other) == expected, "\(a) \(b)")
    }
  }

  @Test func `intersections hold the days of both`() throws {
    var generator = SeededGenerator(seed: 28)
    let whole = DayInterval(try PartialDate("2023/2025"))
    func interval() throws -> DayInterval {
      DayInterval(
        from: Bool.random(using: &generator) ? try PartialDate(Self.random(&generator)) : nil,
        until: Bool.random(using: &generator) ? try PartialDate(Self.random(&generator)) : nil
      ).intersection(whole)
    }
    for _ in 0..<120 {
      let (a, b) = (try interval(), try interval())
      let both = Self.days.filter { a.contains($0) && b.contains($0) }
      #expect(Self.days.filter(a.intersection(b).contains) == both)
      #expect(a.overlaps(b) == !both.isEmpty, "\(a), \(b)")
    }
  }

  @Test(arguments: [
    ("2023-11-01", "2026-07-01", "2023-11-01 to 2026-07-01"), ("2020", "2020", "2020-01-01 to 2021-01-01"),
    ("2025-09-23", "2025-09-23", "2025-09-23 to 2025-09-24"), ("2025-09", "2025", "2025-09-01 to 2026-01-01"),
    ("2015/", "/2025", "2015-01-01 to 2026-01-01"), (nil, "2024-Q3", "until 2024-07-01"), ("2024-Q3", nil, "from 2024-07-01"),
    (nil, nil, "always"),
  ]) func `a validity is half-open`(start: String?, end: String?, expected: String) throws {
    let interval = DayInterval(from: try start.map { try PartialDate($0) }, until: try end.map { try PartialDate($0) })
    #expect(interval.description == expected)
  }
}

/// Numbers that are the same in each run: a xorshift generator.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
