import Diagrams
import Foundation
import GraphModel
import Testing

@Suite struct TimelineTests {
  private func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

  private func mark(
    _ text: String, _ start: String?, _ end: String?, _ style: TimelineChart.Style = .asserted, isMoment: Bool = false
  ) throws -> TimelineChart.Mark {
    TimelineChart.Mark(
      text: text, dates: [start, end].compactMap { $0 }.joined(separator: " – "),
      days: DayInterval(start: try start.map { try day($0) }, end: try end.map { try day($0) }), isMoment: isMoment, style: style)
  }

  private func chart(_ marks: [TimelineChart.Mark], title: String = "Cléon") -> TimelineChart {
    TimelineChart(
      title: title, subtitle: "timeline", footer: "sillage", groups: [TimelineChart.Group(heading: "Operated by", marks: marks)])
  }

  /// The numbers of an attribute, in the order of the text.
  private func numbers(_ attribute: String, _ svg: String) -> [Int] {
    svg.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap { Int($0.prefix { $0 != "\"" }) }
  }

  @Test func `bars stand where their days are`() throws {
    let svg = TimelineSVG().write(
      chart([try mark("A", "2020-01-01", "2022-01-01"), try mark("B", "2022-01-01", "2024-01-01", .planned)]))
    let bars = svg.components(separatedBy: "\n").filter { $0.hasPrefix("<rect") && $0.contains(" rx=") }
    #expect(bars.count == 2)
    let (lefts, widths) = (bars.flatMap { numbers("x", $0) }, bars.flatMap { numbers("width", $0) })
    #expect(lefts[1] == lefts[0] + widths[0], "the second begins where the first ends")
    #expect(abs(widths[0] - widths[1]) <= 1)
    #expect(bars[1].contains("stroke-dasharray") && !bars[0].contains("stroke-dasharray"))
    #expect(svg.contains(">2020</text>") && svg.contains(">2024</text>"))
  }

  @Test func `what is open goes on with an arrow, what is old begins at the edge`() throws {
    let svg = TimelineSVG().write(
      chart([try mark("Old", "1958-01-01", "2023-11-01"), try mark("New", "2023-11-01", nil), try mark("Ever", nil, nil)]))
    #expect(svg.components(separatedBy: "<path ").count - 1 == 4, "two at the left, two at the right")
    #expect(!svg.contains(">1958</text>"), "the axis does not go back so far")
    #expect(svg.contains("Old (1958-01-01 – 2023-11-01)"))
  }

  @Test func `the same chart gives the same bytes`() throws {
    let marks = try (0..<30).map { try mark("Mark \($0)", "20\(10 + $0 % 15)-03-01", nil, isMoment: $0 % 2 == 0) }
    #expect(TimelineSVG().write(chart(marks)) == TimelineSVG().write(chart(marks)))
  }

  @Test(
    arguments: HostileText.samples + [
      "", "]]>", "<script>alert(1)</script>", "a\u{0}b\u{FFFF}c\u{1B}[31m", "&amp;&lt;", String(repeating: "長", count: 500),
    ])
  func `hostile names stay text`(text: String) throws {
    let hostile = TimelineChart(
      title: text, subtitle: text, footer: text,
      groups: [TimelineChart.Group(heading: text, marks: [try mark(text, "2020-01-01", nil), try mark(text, "2021-01-01", nil, isMoment: true)])])
    let svg = TimelineSVG().write(hostile)
    let drawing = try Drawing(Array(svg.utf8))
    #expect(drawing.elementNames.isSubset(of: ["svg", "title", "rect", "text", "tspan", "line", "g", "path"]))
    #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE) })
  }

  @Test func `nothing to draw is a picture, too`() {
    let svg = TimelineSVG().write(TimelineChart(title: "Nothing", subtitle: "", footer: "", groups: []))
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
  }
}
