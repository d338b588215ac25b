import GraphModel
import Testing

@Suite struct PartialDateTests {
  /// Days since 1970-01-01, worked out with another calendar.
  @Test(arguments: [
    ("2025", 20089, 20453), ("2024", 19723, 20088), ("2025-Q3", 20270, 20361), ("2025-H1", 20089, 20269),
    ("2025-H2", 20270, 20453), ("2025-09", 20332, 20361), ("2025-09-23", 20354, 20354), ("1970-01-01", 0, 0),
    ("2024-02", 19754, 19782), ("1900-02", -25536, -25509), ("2000-02-29", 11016, 11016), ("1898", -26297, -25933),
    ("0001-01-01", -719162, -719162), ("2015/2025", 16436, 20453), ("2025-12-31/2026-01-01", 20453, 20454),
  ]) func `a date is a period of days`(_ text: String, _ first: Int64, _ last: Int64) throws {
    let date = try PartialDate(text)
    #expect(date.first == CalendarDate(daysSinceEpoch: first))
    #expect(date.last == CalendarDate(daysSinceEpoch: last))
    #expect(date.text == text)
  }

  @Test func `a range may be open`() throws {
    let after = try PartialDate("2025/")
    #expect(after.first == CalendarDate(daysSinceEpoch: 20089) && after.last == nil)
    let before = try PartialDate("/2024-02")
    #expect(before.first == nil && before.last == CalendarDate(daysSinceEpoch: 19782))
  }

  @Test(arguments: [
    ("2025-13", "there is no month 13", 5..<7), ("2025-00", "there is no month 0", 5..<7),
    ("2025-9", "a month has two digits, `09`", 5..<6), ("2025-09-1", "a day has two digits, `01`", 8..<9),
    ("2025-02-29", "February 2025 has 28 days", 8..<10), ("1900-02-29", "February 1900 has 28 days", 8..<10),
    ("2025-04-31", "April 2025 has 30 days", 8..<10), ("2025-01-00", "January 2025 has 31 days", 8..<10),
    ("2025-Q5", "a quarter is Q1, Q2, Q3 or Q4", 5..<7), ("2025-Q", "a quarter is Q1, Q2, Q3 or Q4", 5..<6),
    ("2025-H3", "a half-year is H1 or H2", 5..<7), ("2025-Q1-01", "not a date", 0..<10), ("25", "not a date", 0..<2),
    ("", "not a date", 0..<0), ("2025-", "not a date", 0..<5), ("-2025", "not a date", 0..<5),
    ("0000", "not a date", 0..<4), ("2025-09-23-01", "not a date", 0..<13), ("2025-0x", "not a date", 0..<7),
    ("2025/2024", "the range starts after its end", 0..<9), ("/", "a range without dates", 0..<1),
    ("2024/2025-13", "there is no month 13", 10..<12), ("2024/2025/2026", "not a date", 5..<14),
    ("end 2025", "not a date", 0..<8), ("２０２５", "not a date", 0..<12),
  ]) func `a fault says which part is wrong`(_ text: String, _ message: String, _ range: Range<Int>) {
    #expect(throws: DateFault(message: message, range: range)) { try PartialDate(text) }
  }
}
