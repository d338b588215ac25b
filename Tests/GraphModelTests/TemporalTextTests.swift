import GraphModel
import TestKit
import Testing

@Suite struct TemporalTextTests {
  private let setting = TemporalSetting(zones: TestZones(), now: Instant(seconds: 0, nanoseconds: 0))

  private func text(_ type: TemporalType, _ input: String) throws -> String {
    switch try setting.make(type, from: .string(input)) {
    case .date(let value): value.description
    case .localTime(let value): value.description
    case .time(let value): value.description
    case .localDateTime(let value): value.description
    case .dateTime(let value): value.description
    default: "?"
    }
  }

  @Test(arguments: [
    ("2024-05-17", "2024-05-17"), ("20240517", "2024-05-17"), ("2024-05", "2024-05-01"), ("202405", "2024-05-01"),
    ("2024", "2024-01-01"), ("2024-W20-5", "2024-05-17"), ("2024W205", "2024-05-17"), ("2024-W20", "2024-05-13"),
    ("2024W20", "2024-05-13"), ("2024-138", "2024-05-17"), ("2024138", "2024-05-17"), ("2024-Q2-47", "2024-05-17"),
    ("2024Q247", "2024-05-17"), ("2024-Q2", "2024-04-01"), ("-0001-12-31", "-0001-12-31"), ("0000-01-01", "0000-01-01"),
    ("+12345-01-02", "+12345-01-02"), ("-999999999-01-01", "-999999999-01-01"),
    ("+999999999-12-31", "+999999999-12-31"), ("+2024-05-17", "2024-05-17"),
  ])
  func dates(input: String, expected: String) throws { #expect(try text(.date, input) == expected) }

  @Test(arguments: [
    "", "24", "2024-", "2024-5-17", "2024-05-", "2024-05-17T", "2024-05-32", "2024-13-01", "2024-W54", "2024-W00-1",
    "2024-W20-8", "2024-Q5", "2024-Q1-92", "2024-000", "2023-366", "12345-01-02", "+1234567890-01-01", "2024-05-17 ",
    "May 2024", "20240", "2024051x", "202405170",
  ])
  func notDates(input: String) { #expect(throws: TemporalError.self) { try text(.date, input) } }

  @Test(arguments: [
    ("21:40:32.142", "21:40:32.142"), ("214032.142", "21:40:32.142"), ("21:40:32", "21:40:32"), ("214032", "21:40:32"),
    ("21:40", "21:40"), ("2140", "21:40"), ("21", "21:00"), ("00:00:00.000000001", "00:00:00.000000001"),
    ("23:59:59.999999999", "23:59:59.999999999"), ("12:00:00.5", "12:00:00.5"), ("12:00:00,25", "12:00:00.25"),
  ])
  func localTimes(input: String, expected: String) throws { #expect(try text(.localTime, input) == expected) }

  @Test(arguments: ["", "24:00", "2", "21:4", "21:60", "21:40:60", "21:40:32.", "21:40:32.1234567890", "21:40Z", "21:40:3"])
  func notLocalTimes(input: String) { #expect(throws: TemporalError.self) { try text(.localTime, input) } }

  @Test(arguments: [
    ("21:40:32.142+0100", "21:40:32.142+01:00"), ("214032.142Z", "21:40:32.142Z"), ("21:40-01:30", "21:40-01:30"),
    ("2140-00:00", "21:40Z"), ("2140-02", "21:40-02:00"), ("22+18:00", "22:00+18:00"), ("12:00+00:53:28", "12:00+00:53:28"),
    ("12:00-020507", "12:00-02:05:07"), ("12:00", "12:00Z"),
  ])
  func times(input: String, expected: String) throws { #expect(try text(.time, input) == expected) }

  @Test(arguments: ["12:00+19:00", "12:00+18:01", "12:00+1", "12:00+01:60", "12:00[Europe/London]", "12:00X"])
  func notTimes(input: String) { #expect(throws: TemporalError.self) { try text(.time, input) } }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142", "2015-07-21T21:40:32.142"), ("2015-W30-2T214032.142", "2015-07-21T21:40:32.142"),
    ("2015-202T21:40:32", "2015-07-21T21:40:32"), ("2015T214032", "2015-01-01T21:40:32"),
    ("20150721T21:40", "2015-07-21T21:40"), ("2015-W30T2140", "2015-07-20T21:40"), ("2015202T21", "2015-07-21T21:00"),
    ("2015-07-21", "2015-07-21T00:00"),
  ])
  func localDateTimes(input: String, expected: String) throws { #expect(try text(.localDateTime, input) == expected) }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142+0100", "2015-07-21T21:40:32.142+01:00"), ("2015-W30-2T214032.142Z", "2015-07-21T21:40:32.142Z"),
    ("2015-W30T2140-00:00", "2015-07-20T21:40Z"), ("2015202T21+18:00", "2015-07-21T21:00+18:00"),
    ("2015-07-21T21:40:32.142+02:00[Europe/Stockholm]", "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]"),
    ("2015-07-21T21:40:32.142+0845[Australia/Eucla]", "2015-07-21T21:40:32.142+08:45[Australia/Eucla]"),
    ("2015-07-21T21:40:32.142-04[America/New_York]", "2015-07-21T21:40:32.142-04:00[America/New_York]"),
    ("2015-07-21T21:40:32.142[Europe/London]", "2015-07-21T21:40:32.142+01:00[Europe/London]"),
    ("1818-07-21T21:40:32.142[Europe/Stockholm]", "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"),
    ("2024-03-31T02:30[Europe/Stockholm]", "2024-03-31T03:30+02:00[Europe/Stockholm]"),
    ("2024-10-27T02:30[Europe/Stockholm]", "2024-10-27T02:30+02:00[Europe/Stockholm]"),
    ("2024-10-27T02:30+01:00[Europe/Stockholm]", "2024-10-27T02:30+01:00[Europe/Stockholm]"),
    ("2024-05-17T10:20", "2024-05-17T10:20Z"), ("2024-05-17", "2024-05-17T00:00Z"),
  ])
  func dateTimes(input: String, expected: String) throws { #expect(try text(.dateTime, input) == expected) }

  @Test(arguments: [
    "2024-05-17T", "2024-05-17T10:20[Nowhere/Town]", "2024-05-17T10:20+05:00[Europe/London]", "2024-05-17T10:20[",
    "2024-05-17T10:20[]", "2024-05-17T10:20Z ",
  ])
  func notDateTimes(input: String) { #expect(throws: TemporalError.self) { try text(.dateTime, input) } }

  @Test(arguments: [
    ("P14DT16H12M", "P14DT16H12M"), ("P5M1.5D", "P5M1DT12H"), ("P0.75M", "P22DT19H51M49.5S"), ("PT0.75M", "PT45S"),
    ("P2.5W", "P17DT12H"), ("P12Y5M14DT16H12M70S", "P12Y5M14DT16H13M10S"),
    ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"), ("P20120202T143721.545", "P2012Y2M2DT14H37M21.545S"),
    ("P2012-02-02", "P2012Y2M2D"), ("PT0S", "PT0S"), ("P1Y-1M", "P11M"), ("-P1DT2H", "P-1DT-2H"), ("P-1DT2H", "P-1DT2H"),
    ("PT-0.5S", "PT-0.5S"), ("PT-1.5S", "PT-1.5S"), ("PT1M-0.5S", "PT59.5S"), ("P1,5D", "P1DT12H"),
    ("PT0.000000001S", "PT0.000000001S"), ("PT-0.000000001S", "PT-0.000000001S"), ("P1Y1.5M", "P1Y1M15DT5H14M33S"),
  ])
  func durations(input: String, expected: String) throws {
    #expect(try CalendarDuration(parsing: input).description == expected)
  }

  @Test(arguments: ["", "P", "PT", "1D", "P1", "P1DT", "P1M1Y", "PT1D", "P1S", "P.5D", "P1.D", "P1D ", "P2012-13-01", "P--1D"])
  func notDurations(input: String) { #expect(throws: TemporalError.self) { try CalendarDuration(parsing: input) } }

  @Test func textsReadBackAsTheSameValue() throws {
    var random = RandomValues(seed: 7)
    for _ in 0..<3_000 {
      let date = CalendarDate(
        daysSinceEpoch: random.pick([-365_243_219_162, -719_528, 0, 365_241_000_000]) + Int64(random.below(700_000)))
      let part = random.pick([1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000])
      let time = LocalTime(nanosecondOfDay: Int64(random.below(86_400_000_000_000) / part * part))
      let offset = Int32(random.below(129_601)) - 64_800
      let local = LocalDateTime(date: date, time: time)
      #expect(try CalendarDate(parsing: date.description) == date)
      #expect(try LocalTime(parsing: time.description) == time)
      #expect(try LocalDateTime(parsing: local.description) == local)
      let values: [(TemporalType, Value, String)] = [
        (.time, .time(OffsetTime(local: time, offsetSeconds: offset)), "\(OffsetTime(local: time, offsetSeconds: offset))"),
        (
          .dateTime, .dateTime(ZonedDateTime(local: local, offsetSeconds: offset)),
          "\(ZonedDateTime(local: local, offsetSeconds: offset))"
        ),
      ]
      for (type, value, text) in values {
        #expect(try setting.make(type, from: .string(text)).equals(value) == true, "\(text)")
      }
      let duration = CalendarDuration(
        months: Int64(random.below(2_000)) - 1_000, days: Int64(random.below(2_000)) - 1_000,
        seconds: Int64(random.below(200_000)) - 100_000, nanoseconds: Int32(random.below(3)) * 250_000_000)
      #expect(try CalendarDuration(parsing: duration.description) == duration, "\(duration)")
    }
  }
}
