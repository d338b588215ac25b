import Testing

@testable import Diagnostics

@Suite("Places in a text")
struct SourceTextTests {
  private let source = SourceText(name: "t", text: "ab\r\ncé👍d\n\nlast")

  @Test(arguments: [
    (0, 1, 1, 1), (2, 1, 3, 3), (4, 2, 1, 1), (5, 2, 2, 2), (7, 2, 3, 4), (11, 2, 4, 8), (12, 2, 5, 9), (13, 3, 1, 1),
    (14, 4, 1, 1), (18, 4, 5, 5), (99, 4, 5, 5), (-1, 1, 1, 1),
  ])
  func place(offset: Int, line: Int, column: Int, byteColumn: Int) {
    #expect(source.place(of: offset) == SourcePlace(line: line, column: column, byteColumn: byteColumn))
  }

  @Test(arguments: [(1, "ab"), (2, "cé👍d"), (3, ""), (4, "last"), (0, ""), (5, "")])
  func line(number: Int, text: String) {
    #expect(source.line(number) == text)
  }

  @Test(arguments: [(1, 1, 0), (2, 1, 4), (2, 3, 7), (2, 4, 11), (2, 99, 12), (4, 2, 15), (9, 1, 18), (0, 1, 0)])
  func offset(line: Int, scalarColumn: Int, offset: Int) {
    #expect(source.offset(line: line, scalarColumn: scalarColumn) == offset)
  }

  @Test func linesAreCounted() {
    #expect(source.lineCount == 4)
    #expect(SourceText(name: "t", text: "").lineCount == 1)
    #expect(SourceText(name: "t", text: "a\n").lineCount == 2)
  }

  @Test func spansAreJoined() {
    #expect(SourceSpan(start: 3, end: 5).union(SourceSpan(start: 1, end: 4)) == SourceSpan(start: 1, end: 5))
    #expect(source[SourceSpan(start: 5, end: 7)] == "é")
    #expect(source[SourceSpan(start: 6, end: 7)] == "\u{FFFD}")
    #expect(source[SourceSpan(start: 9, end: 2)] == "")
  }
}
