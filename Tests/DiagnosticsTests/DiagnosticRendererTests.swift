import Foundation
import Testing

@testable import Diagnostics

@Suite("How a diagnostic is shown")
struct DiagnosticRendererTests {
  private let code = DiagnosticCode("E203")

  /// The text with the first `⟦` and `⟧` taken out, and the span between them.
  private func marked(_ text: String) -> (SourceText, SourceSpan) {
    let parts = text.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    return (
      SourceText(name: "<query>", text: "\(parts[0])\(rest[0])\(rest[1])"),
      SourceSpan(start: start, end: start + rest[0].utf8.count)
    )
  }

  private func rendered(_ text: String, label: String? = nil, hint: String? = nil) -> String {
    let (source, span) = marked(text)
    let diagnostic = Diagnostic(code, "no property `x`", source: source.name, span: span, label: label, hint: hint)
    return DiagnosticRenderer().render(diagnostic, source: source)
  }

  @Test func theShapeOfTheManual() {
    #expect(
      rendered(
        "MATCH (s:Site) WHERE s.⟦capacite⟧ > 1000 RETURN s", label: "did you mean `capacity`?",
        hint: "sillage schema Site") == """
          error[E203]: no property `x`
            --> <query>:1:24
             1 | MATCH (s:Site) WHERE s.capacite > 1000 RETURN s
               |                        ^^^^^^^^ did you mean `capacity`?
            help: sillage schema Site

          """)
  }

  @Test func tabsTakeOneColumn() {
    #expect(
      rendered("a\n\t\tRETURN\t⟦x⟧\n") == """
        error[E203]: no property `x`
          --> <query>:2:10
           2 |   RETURN x
             |          ^

        """)
  }

  @Test func charactersOfSeveralBytesCountAsOne() {
    #expect(
      rendered("RETURN 'Cléon e\u{301} 👩‍🚀', ⟦née⟧") == """
        error[E203]: no property `x`
          --> <query>:1:21
           1 | RETURN 'Cléon e\u{301} 👩‍🚀', née
             |                     ^^^

        """)
  }

  @Test func theEndOfALineAndOfTheText() {
    #expect(rendered("RETURN⟦⟧").hasSuffix("   1 | RETURN\n     |       ^\n"))
    #expect(rendered("RETURN⟦⟧\r\nx").hasSuffix("--> <query>:1:7\n   1 | RETURN\n     |       ^\n"))
    #expect(rendered("RETURN\n⟦⟧", label: "expected an expression").hasSuffix("--> <query>:2:1\n   2 | \n     | ^ expected an expression\n"))
    #expect(rendered("⟦⟧") == "error[E203]: no property `x`\n  --> <query>:1:1\n")
  }

  @Test func aSpanOverSeveralLinesIsMarkedOnItsFirst() {
    #expect(rendered("RETURN ⟦[1,\n2]⟧").hasSuffix("   1 | RETURN [1,\n     |        ^^^\n"))
  }

  @Test func aLongLineIsCutAroundTheSpan() {
    let text = rendered(String(repeating: "a", count: 500) + "⟦here⟧" + String(repeating: "b", count: 500))
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "  --> <query>:1:501")
    #expect(lines[2].hasPrefix("   1 | …a") && lines[2].hasSuffix("b…"))
    #expect(lines[2].count == "   1 | ".count + 162)
    let caret = lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) }
    let word = lines[2].range(of: "here").map { lines[2].distance(from: lines[2].startIndex, to: $0.lowerBound) }
    #expect(caret == word)
    #expect(lines[3].hasSuffix("^^^^"))
  }

  @Test func aLongLineIsNotCutBeforeItsStartOrBehindItsEnd() {
    let start = rendered("⟦x⟧" + String(repeating: "y", count: 300)).split(separator: "\n")
    #expect(start[2].hasPrefix("   1 | xyy") && start[2].hasSuffix("y…"))
    #expect(start[3] == "     | ^")
    let end = rendered(String(repeating: "y", count: 300) + "⟦x⟧").split(separator: "\n")
    #expect(end[2].hasPrefix("   1 | …y") && end[2].hasSuffix("yx"))
    #expect(end[3].count == end[2].count)
  }

  @Test func controlCharactersAreShownAsPictures() {
    #expect(rendered("a\u{1B}[31m⟦b⟧\u{7F}").hasSuffix("   1 | a␛[31mb␡\n     |       ^\n"))
  }

  @Test func linesBeyond999KeepTheirGutter() {
    let text = rendered(String(repeating: "\n", count: 12344) + "⟦x⟧")
    #expect(text.hasSuffix("  --> <query>:12345:1\n12345 | x\n      | ^\n"))
  }

  @Test func notesShowTheirPlace() {
    let first = SourceText(name: "a.yaml", text: "cleon:\n  type: Site\n")
    let second = SourceText(name: "b.yaml", text: "cleon: 1\n")
    let diagnostic = Diagnostic(
      code, "the id `cleon` stands twice", source: "b.yaml", span: SourceSpan(start: 0, end: 5), severity: .warning,
      notes: [.init("first here", source: "a.yaml", span: SourceSpan(start: 0, end: 5))])
    let sources = ["a.yaml": first, "b.yaml": second]
    #expect(
      DiagnosticRenderer().render([diagnostic], sources: { sources[$0] }) == """
        warning[E203]: the id `cleon` stands twice
          --> b.yaml:1:1
           1 | cleon: 1
             | ^^^^^
          note: first here
          --> a.yaml:1:1
           1 | cleon:
             | ^^^^^

        """)
  }

  @Test func withoutItsTextOnlyThePlaceIsNamed() {
    let unknown = Diagnostic(code, "gone", source: "x.yaml", span: .beginning, label: "l", hint: "h")
    #expect(DiagnosticRenderer().render(unknown, source: nil) == "error[E203]: gone\n  --> x.yaml\n  l\n  help: h\n")
    let nowhere = Diagnostic(code, "gone", source: "", span: .beginning)
    #expect(DiagnosticRenderer().render(nowhere, source: nil) == "error[E203]: gone\n")
  }

  @Test func spansOutsideTheTextAreHarmless() {
    let source = SourceText(name: "q", text: "ab")
    for span in [SourceSpan(start: 5, end: 9), SourceSpan(start: -3, end: -1), SourceSpan(start: 2, end: 0)] {
      let text = DiagnosticRenderer().render(Diagnostic(code, "m", source: "q", span: span), source: source)
      #expect(text.hasPrefix("error[E203]: m\n  --> q:1:"))
      #expect(text.contains("^"))
    }
  }

  @Test func coloursAreOnlyAddedNotMovedAbout() {
    let (source, span) = marked("RETURN ⟦x⟧")
    let diagnostic = Diagnostic(code, "m", source: "<query>", span: span, label: "l", hint: "h")
    let coloured = DiagnosticRenderer(colour: true).render(diagnostic, source: source)
    #expect(coloured.contains("\u{1B}[1;31merror[E203]\u{1B}[0m"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == DiagnosticRenderer().render(diagnostic, source: source))
  }
}
