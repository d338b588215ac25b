import Testing

@testable import ResultFormats

@Suite("The table for a person")
struct TableTests {
  @Test func numbersStandToTheRight() {
    #expect(
      Answers.text(.table, Answers.plain) == """
        ┌─────────────┬────────┬───────┐
        │ site        │ people │ share │
        ├─────────────┼────────┼───────┤
        │ Cléon plant │   3146 │   0.5 │
        │ Douai       │   null │  12.0 │
        │ null        │     -7 │  null │
        └─────────────┴────────┴───────┘

        """)
  }

  @Test func asciiWhereTheTerminalHasNoUnicode() {
    #expect(
      Answers.text(.table, (["n"], [[.string("abcdefghij")]]), ResultOptions(width: 11, unicode: false)) == """
        +---------+
        | n       |
        +---------+
        | abcd... |
        +---------+

        """)
  }

  @Test func wideAndCombiningCharactersKeepTheColumnsStraight() {
    let rows: [[ResultValue]] = ["東風", "e\u{301}", "👩‍🚀", "ｱ", "🇫🇷", "❤️", "한글"].map { [.string($0), .integer(1)] }
    #expect(
      Answers.text(.table, (["x", "n"], rows)) == """
        ┌──────┬───┐
        │ x    │ n │
        ├──────┼───┤
        │ 東風 │ 1 │
        │ e\u{301}    │ 1 │
        │ 👩‍🚀   │ 1 │
        │ ｱ    │ 1 │
        │ 🇫🇷   │ 1 │
        │ ❤️   │ 1 │
        │ 한글 │ 1 │
        └──────┴───┘

        """)
  }

  @Test func theWidestColumnGivesWayFirst() {
    let rows: [[ResultValue]] = [[.string("short"), .string("a rather long text of words"), .integer(12345)]]
    let text = Answers.text(.table, (["a", "b", "c"], rows), ResultOptions(width: 36))
    #expect(
      text == """
        ┌───────┬──────────────────┬───────┐
        │ a     │ b                │     c │
        ├───────┼──────────────────┼───────┤
        │ short │ a rather long t… │ 12345 │
        └───────┴──────────────────┴───────┘

        """)
    #expect(Answers.text(.table, (["a", "b", "c"], rows), ResultOptions(width: nil)).contains("a rather long text of words"))
  }

  @Test func rowsBeyondTheLimitAreCounted() {
    let rows: [[ResultValue]] = (1...5).map { [.integer($0)] }
    #expect(
      Answers.text(.table, (["n"], rows), ResultOptions(rowLimit: 2)) == """
        ┌───┐
        │ n │
        ├───┤
        │ 1 │
        │ 2 │
        └───┘
        … 3 more

        """)
  }

  @Test func noColumnsIsNothing() {
    #expect(Answers.text(.table, ([], [])) == "")
  }

  @Test(arguments: [
    ([5, 30, 8], 30, [5, 17, 8]), ([40, 40], 21, [11, 10]), ([40, 40], 4, [6, 6]), ([3, 4], nil, [3, 4]),
    ([3, 4], 7, [3, 4]), ([20, 20, 20], 50, [17, 17, 16]),
  ] as [([Int], Int?, [Int])])
  func widths(natural: [Int], room: Int?, expected: [Int]) {
    #expect(ColumnWidths.fit(natural, into: room) == expected)
  }
}

@Suite("How wide a text shows")
struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Cléon", 5), ("e\u{301}", 1), ("日本", 4), ("ｈｉ", 4), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇫🇷🇩🇪", 4), ("1️⃣", 2),
    ("\u{200B}", 0), ("한", 2), ("“quote”", 7), ("½", 1), ("ไทย", 3), ("a\u{AD}b", 2), ("…", 1), ("─", 1), ("€", 1),
  ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("abc", 1, "…"), ("abc", 0, ""),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func cut(text: String, columns: Int, expected: String) {
    #expect(DisplayWidth.cut(text, to: columns) == expected)
  }
}
