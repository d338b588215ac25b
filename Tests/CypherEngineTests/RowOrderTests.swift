import GraphModel
import Testing

@testable import CypherEngine

/// Rows are ordered by ranks as they are by their values.
@Suite("The order of rows")
struct RowOrderTests {
  /// Values of one kind, among them those at the edges of what a rank tells.
  private static let columns: [Column] = [
    .integers([3, -1, .max, .min, 0, 3, -1], valid: nil),
    .integers([3, 0, .max, 0, .max, -7, 3], valid: [true, false, true, true, false, true, true]),
    .floats([0, -0.0, .nan, .infinity, -.infinity, 1.5, -2.25], valid: nil),
    .floats([0, .nan, 3, -1, .infinity, 2, -0.0], valid: [true, true, false, true, true, false, true]),
    .booleans([true, false, true, true, false, false, true], valid: [true, true, false, true, true, true, false]),
    .strings(["Article-10", "Article-9", "Article-1", "Article-10\0", "Article-100000000", "Article-100000001", "Article-"], valid: nil),
    .strings(["", "é", "e", "zürich", "z\u{308}", "\u{10ffff}", "a"], valid: nil),
    .strings(["b", "", "a", "b", "", "ab", "b"], valid: [true, false, true, true, true, true, false]),
    .coded([1, 3, 2, 1, 0, 4, 3], TextDictionary(["", "b", "a", "é", "b"]), valid: nil),
    .coded([1, 0, 2, 1, 0, 3, 3], TextDictionary(["", "b", "ab", "a"]), valid: [true, false, true, true, true, false, true]),
    .coded([7, 2, 5, 7, 0, 3, 3], TextDictionary(["", "z", "Article-100000001", "é", "y", "Article-1", "x", "Article-100000000"]), valid: nil),
    .nodes([NodeID(5), NodeID(2), NodeID(9), NodeID(2), NodeID(1), NodeID(5), NodeID(3)], valid: nil),
    .values([
      .date(CalendarDate(daysSinceEpoch: 12)), .date(CalendarDate(daysSinceEpoch: -800_000)), .date(CalendarDate(daysSinceEpoch: 0)),
      .date(CalendarDate(daysSinceEpoch: 12)), .date(CalendarDate(daysSinceEpoch: 9)), .date(CalendarDate(daysSinceEpoch: -1)),
      .date(CalendarDate(daysSinceEpoch: 11)),
    ]),
    .values([.integer(1), .string("1"), .null, .float(1), .boolean(true), .list([.integer(1)]), .float(0.5)]),
  ]

  @Test("One column", arguments: columns.indices, [false, true])
  func oneColumn(at: Int, isDescending: Bool) {
    let column = Self.columns[at]
    #expect(RowOrder.rows(7, by: [(column, isDescending)]) == Self.expected([(column, isDescending)]))
  }

  @Test("A column after another that ties", arguments: columns.indices, [false, true])
  func twoColumns(at: Int, isDescending: Bool) {
    let first = Column.integers([1, 1, 2, 1, 2, 1, 2], valid: nil)
    let keys = [(first, true), (Self.columns[at], isDescending)]
    #expect(RowOrder.rows(7, by: keys) == Self.expected(keys))
  }

  /// By comparing the values themselves, and rows that tie by their places.
  private static func expected(_ keys: [(column: Column, isDescending: Bool)]) -> [Int] {
    (0..<7).sorted { a, b in
      for (column, isDescending) in keys {
        let order = column[a].ordered(against: column[b])
        if order != .equal { return (order == .ascending) != isDescending }
      }
      return a < b
    }
  }
}
