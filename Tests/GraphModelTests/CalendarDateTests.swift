import GraphModel
import Testing

@Suite struct CalendarDateTests {
  /// Walks 400 years day by day with a calendar of its own, at several places of the range.
  @Test(arguments: [-800, 1600, 1969, 999_999_599, -999_999_999] as [Int64])
  func civilDatesAgainstAWalk(firstYear: Int64) throws {
    var number = try CalendarDate(year: firstYear, month: 1, day: 1).daysSinceEpoch
    var dayOfWeek = try CalendarDate(year: firstYear, month: 1, day: 1).dayOfWeek
    for year in firstYear..<firstYear + 400 {
      var ordinal = 1
      for month in 1...12 {
        for day in 1...length(month, year) {
          let date = CalendarDate(daysSinceEpoch: number)
          let isSame = date.civil == CivilDate(year: year, month: month, day: day)
          if !isSame || date.ordinalDay != ordinal || date.dayOfWeek != dayOfWeek {
            Issue.record("day \(number) is \(year)-\(month)-\(day), not \(date)")
            return
          }
          number += 1
          ordinal += 1
          dayOfWeek = dayOfWeek % 7 + 1
        }
      }
    }
    #expect(try CalendarDate(year: firstYear, month: 1, day: 1).daysSinceEpoch + 146_097 == number)
  }

  private func length(_ month: Int, _ year: Int64) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test func knownDays() throws {
    #expect(try CalendarDate(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
    #expect(try CalendarDate(year: 2000, month: 3, day: 1).daysSinceEpoch == 11_017)
    #expect(try CalendarDate(year: 1969, month: 12, day: 31).daysSinceEpoch == -1)
    #expect(CalendarDate.earliest.daysSinceEpoch == -365_243_219_162)
    #expect(CalendarDate.latest.daysSinceEpoch == 365_241_780_471)
    #expect(try CalendarDate(year: 2024, month: 5, day: 17).dayOfWeek == 5)
  }

  /// Each way to name a day leads back to it.
  @Test func weeksQuartersAndOrdinalDaysLeadBack() throws {
    let first = try CalendarDate(year: 1580, month: 1, day: 1).daysSinceEpoch
    for number in stride(from: first, to: first + 800 * 366, by: 1) {
      let date = CalendarDate(daysSinceEpoch: number)
      let week = date.weekDate
      #expect(
        try CalendarDate(weekYear: week.weekYear, week: Int64(week.week), dayOfWeek: Int64(week.dayOfWeek)) == date)
      #expect(try CalendarDate(year: date.civil.year, ordinalDay: Int64(date.ordinalDay)) == date)
      #expect(
        try CalendarDate(
          year: date.civil.year, quarter: Int64(date.quarter), dayOfQuarter: Int64(date.dayOfQuarter)) == date)
    }
  }

  @Test func weeksAtTheTurnOfTheYear() throws {
    let cases: [(Int64, Int64, Int64, WeekTriple)] = [
      (2005, 1, 1, (2004, 53, 6)), (2005, 12, 31, (2005, 52, 6)), (2007, 12, 31, (2008, 1, 1)),
      (2008, 12, 28, (2008, 52, 7)), (2010, 1, 3, (2009, 53, 7)), (1984, 1, 1, (1983, 52, 7)), (2016, 1, 4, (2016, 1, 1)),
    ]
    for (year, month, day, expected) in cases {
      let week = try CalendarDate(year: year, month: month, day: day).weekDate
      #expect((week.weekYear, week.week, week.dayOfWeek) == expected, "\(year)-\(month)-\(day)")
    }
  }

  private typealias WeekTriple = (Int64, Int, Int)

  @Test func monthsAreAddedWithTheDayClamped() throws {
    let cases: [(String, Int64, String)] = [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-12-15", 1, "2025-01-15"), ("0001-01-01", -1, "0000-12-01"),
      ("2024-05-17", -29_000, "-0393-09-17"),
    ]
    for (from, months, to) in cases {
      #expect(try CalendarDate(parsing: from).adding(months: months).description == to)
    }
  }

  @Test func outOfRangeIsAnError() {
    #expect(throws: TemporalError.self) { try CalendarDate(year: 1_000_000_000, month: 1, day: 1) }
    #expect(throws: TemporalError.self) { try CalendarDate(year: 2023, month: 2, day: 29) }
    #expect(throws: TemporalError.self) { try CalendarDate(year: 2023, month: 13, day: 1) }
    #expect(throws: TemporalError.self) { try CalendarDate(weekYear: 2023, week: 53, dayOfWeek: 1) }
    #expect(throws: TemporalError.self) { try CalendarDate(year: 2023, ordinalDay: 366) }
    #expect(throws: TemporalError.self) { try CalendarDate.latest.adding(days: 1) }
    #expect(throws: TemporalError.self) { try CalendarDate.earliest.adding(months: -1) }
    #expect(throws: TemporalError.self) { try CalendarDate.latest.adding(days: .max) }
  }
}
