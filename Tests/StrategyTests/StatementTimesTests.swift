import GraphFiles
import GraphModel
import Strategy
import Testing

@Suite struct StatementTimesTests {
  private func times(_ status: RelationStatus?, _ start: String?, _ end: String?, asOf: String? = nil) throws -> StatementTimes {
    StatementTimes(
      status: status, start: try start.map { try PartialDate($0) }, end: try end.map { try PartialDate($0) },
      asOf: try asOf.map { try PartialDate($0) })
  }

  @Test(
    arguments: [
      (RelationStatus.asserted, "2023-11-01", "2026-07-01", "2023-10-31", false),
      (.asserted, "2023-11-01", "2026-07-01", "2023-11-01", true),
      (.asserted, "2023-11-01", "2026-07-01", "2026-06-30", true), (.endedPlanned, "2023-11-01", "2026-07-01", "2026-07-01", false),
      (.asserted, nil, nil, "1900", true), (.asserted, nil, "2025", "2025", false), (.asserted, nil, "2025", "2024", true),
      (.asserted, "2025", nil, "2025-01-01", true), (.asserted, "2025-06", "2025-06", "2025-06-30", true),
      (.planned, "2027", nil, "2026-12-31", false), (.planned, "2027", nil, "2027", true), (.planned, nil, nil, "2030", false),
      (.reported, "2026", nil, "2026-05", true),
    ] as [(RelationStatus, String?, String?, String, Bool)])
  func `what holds`(status: RelationStatus, start: String?, end: String?, day: String, expected: Bool) throws {
    #expect(try times(status, start, end).holds(in: PartialDate(day)) == expected)
  }

  @Test func `plans count as facts where they are asked for, until their end`() throws {
    #expect(try times(.planned, "2027", nil).holds(in: PartialDate("2025"), includingPlanned: true))
    #expect(try times(.planned, nil, nil).holds(in: PartialDate("2025"), includingPlanned: true))
    #expect(try !times(.planned, "2027", "2029").holds(in: PartialDate("2029"), includingPlanned: true))
    #expect(try !times(.asserted, "2027", nil).holds(in: PartialDate("2025"), includingPlanned: true))
  }

  @Test func `what has ended without a date had ended when that was learnt`() throws {
    #expect(try times(.ended, nil, nil, asOf: "2025-09").holds(in: PartialDate("2025-08")))
    #expect(try !times(.ended, nil, nil, asOf: "2025-09").holds(in: PartialDate("2025-09-30")))
    #expect(try !times(.ended, "2001", nil).holds(in: PartialDate("2010")))
  }

  @Test(arguments: [
    ("2025-09-24", "2025-09-23", false), ("2025-09-24", "2025-09-24", true), ("2025-09", "2025-09-15", false),
    ("2025-09", "2025-09", true), ("2025", "2025-12-31", true), ("2025-09-23/", "2025-09-23", true), ("2025-09-23/", "2025-09-22", false),
  ]) func `what was known`(learnt: String, day: String, expected: Bool) throws {
    #expect(try times(.asserted, nil, nil, asOf: learnt).isKnown(at: PartialDate(day)) == expected)
  }

  @Test func `an end is known from the day on which it was told, a start from its first source on`() throws {
    let told = StatementTimes(
      status: .ended, start: try PartialDate("2001"), end: try PartialDate("2023"), asOf: try PartialDate("2020-05"),
      endAsOf: try PartialDate("2024-02"))
    #expect(try !told.isKnown(at: PartialDate("2019")))
    let before = try told.known(at: PartialDate("2022"))
    #expect(before.status == .asserted && before.end == nil)
    #expect(try told.known(at: PartialDate("2024-02")) == told)
    let late = try TimeFrame(asOf: PartialDate("2025"), knownAt: PartialDate("2024-01"))
    #expect(told.isVisible(from: late), "nobody knew that it had ended")
    #expect(try !told.isVisible(from: TimeFrame(asOf: PartialDate("2025"), knownAt: PartialDate("2024-12"))))
    let begun = StatementTimes(
      status: .endedPlanned, end: try PartialDate("2026-07"), asOf: try PartialDate("2026-01"), startAsOf: try PartialDate("2023-12"))
    #expect(try begun.isKnown(at: PartialDate("2024")) && !begun.isKnown(at: PartialDate("2023-11")))
    #expect(try begun.known(at: PartialDate("2025")) == StatementTimes(status: .asserted, asOf: PartialDate("2023-12")))
    #expect(try begun.known(at: PartialDate("2026-01")).status == .endedPlanned)
  }

  @Test func `what has no date was always known`() throws {
    #expect(try times(nil, nil, nil).isKnown(at: PartialDate("1900")))
  }
}
