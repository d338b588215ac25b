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
      Answers.text(.table, (["n"], [[.string("abcdefghijklmnopqrst")]]), ResultOptions(width: 20, unicode: false)) == """
        +------------------+
        | n                |
        +------------------+
        | abcdefghijklm... |
        +------------------+

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

  @Test func tooManyColumnsForTheTerminalBecomeRecords() {
    let columns = ["site", "quote", "article", "n"]
    let rows: [[ResultValue]] = [
      [.string("Cléon plant"), .string("assembling a motor of some kind"), .string("a long title of an article"), .integer(7)],
      [.string("Douai"), .null, .string("東風東風東風東風東風東風東風"), .integer(12)],
    ]
    #expect(
      Answers.text(.table, (columns, rows), ResultOptions(width: 32)) == """
        ─ 1 ────────────────────────────
        site     Cléon plant
        quote    assembling a motor of
                 some kind
        article  a long title of an
                 article
        n        7
        ─ 2 ────────────────────────────
        site     Douai
        quote    null
        article  東風東風東風東風東風東
                 風東風
        n        12

        """)
    #expect(Answers.text(.table, (columns, rows), ResultOptions(width: 32, unicode: false)).hasPrefix("- 1 ------"))
    #expect(Answers.text(.table, (columns, rows), ResultOptions(width: 70)).hasPrefix("┌"))
  }

  @Test(
    arguments: [
      ("", 5, [""]), ("abc", 5, ["abc"]), ("ab cd", 5, ["ab cd"]), ("ab cde", 5, ["ab", "cde"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a bcdefg", 3, ["a", "bcd", "efg"]), ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("a  b", 9, ["a  b"]),
    ] as [(String, Int, [String])])
  func wrapping(text: String, columns: Int, expected: [String]) {
    #expect(RecordLayout.wrapped(text, to: columns) == expected)
  }

  @Test func noColumnsIsNothing() {
    #expect(Answers.text(.table, ([], [])) == "")
  }

  @Test(
    arguments: [
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
