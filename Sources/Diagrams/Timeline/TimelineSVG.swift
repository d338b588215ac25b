import GraphModel

/// Writes a timeline as SVG. The same chart gives the same bytes; nothing is measured, so the text is set in a font whose
/// widths are known well enough.
public struct TimelineSVG {
  private let theme: DiagramTheme
  private var lines: [String] = []

  private static let width = 960
  private static let margin = 24
  private static let rowHeight = 22
  private static let headingHeight = 34
  private static let headHeight = 92
  private static let barHeight = 12
  /// What a column of text takes, at 12 and at 11 points.
  private static let columnWidth = 6.6

  public init(theme: DiagramTheme = .light) { self.theme = theme }

  public func write(_ chart: TimelineChart) -> String {
    var writer = self
    let rows = chart.groups.reduce(0) { $0 + $1.marks.count }
    let height = Self.headHeight + rows * Self.rowHeight + chart.groups.count * Self.headingHeight + 56
    let axis = TimelineAxis(chart, left: Self.margin + 8, width: Self.width - 2 * Self.margin - 16)
    writer.begin(chart, height: height)
    writer.grid(axis, from: Self.headHeight - 8, to: height - 44)
    var y = Self.headHeight
    for group in chart.groups {
      y += Self.headingHeight
      writer.heading(group.heading, y: y - 15)
      for mark in group.marks {
        writer.draw(mark, axis, y: y)
        y += Self.rowHeight
      }
    }
    writer.end(chart, height: height)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Frame

  private mutating func begin(_ chart: TimelineChart, height: Int) {
    let (title, subtitle) = (XMLText.escaped(chart.title, columns: 80), XMLText.escaped(chart.subtitle, columns: 130))
    lines += [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Self.width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" aria-label=\"\(title)\" "
        + "font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">",
      "<title>\(title)</title>",
      "<rect width=\"\(Self.width)\" height=\"\(height)\" fill=\"\(theme.background)\"/>",
      "<text x=\"\(Self.margin)\" y=\"38\" font-size=\"20\" font-weight=\"bold\" fill=\"\(theme.text)\">\(title)</text>",
      "<text x=\"\(Self.margin)\" y=\"58\" fill=\"\(theme.quietText)\">\(subtitle)</text>",
    ]
  }

  private mutating func grid(_ axis: TimelineAxis, from top: Int, to bottom: Int) {
    for (year, x) in axis.years {
      lines.append(
        "<line x1=\"\(x)\" y1=\"\(top)\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"\(theme.clusterBorder)\" stroke-width=\"1\"/>")
      let anchor = x > axis.rightEdge - 20 ? "end" : "middle"
      lines.append(
        "<text x=\"\(x)\" y=\"\(top - 6)\" font-size=\"11\" text-anchor=\"\(anchor)\" fill=\"\(theme.quietText)\">\(year)</text>")
    }
    if axis.years.isEmpty { return }
    lines.append(
      "<line x1=\"\(axis.leftEdge)\" y1=\"\(bottom)\" x2=\"\(axis.rightEdge)\" y2=\"\(bottom)\" stroke=\"\(theme.clusterBorder)\"/>")
  }

  private mutating func heading(_ text: String, y: Int) {
    lines.append(
      "<text x=\"\(Self.margin)\" y=\"\(y)\" font-weight=\"bold\" fill=\"\(theme.text)\">\(XMLText.escaped(text, columns: 90))</text>")
  }

  private mutating func end(_ chart: TimelineChart, height: Int) {
    var x = Self.width - Self.margin
    for (style, words) in chart.legend.reversed() {
      x -= Int(Double(DOTText.oneLine(words).displayWidth) * Self.columnWidth) + 10
      lines.append("<text x=\"\(x)\" y=\"\(height - 18)\" font-size=\"11\" fill=\"\(theme.quietText)\">\(XMLText.escaped(words))</text>")
      x -= 26
      lines.append(
        "<rect x=\"\(x)\" y=\"\(height - 27)\" width=\"20\" height=\"10\" rx=\"3\" \(fill(style)) stroke=\"\(colour(style))\"\(dash(style))/>")
    }
    lines += [
      "<text x=\"\(Self.margin)\" y=\"\(height - 18)\" font-size=\"11\" fill=\"\(theme.quietText)\">"
        + "\(XMLText.escaped(chart.footer, columns: 70))</text>",
      "</svg>",
    ]
  }

  // MARK: Marks

  private mutating func draw(_ mark: TimelineChart.Mark, _ axis: TimelineAxis, y: Int) {
    let startsBefore = mark.days.start.map { $0.daysSinceEpoch < axis.first } ?? true
    let left = axis.x(mark.days.start?.daysSinceEpoch ?? axis.first)
    let right = max(left + 3, axis.x(mark.days.end?.daysSinceEpoch ?? axis.last))
    let tip = "<title>\(XMLText.escaped("\(mark.text) (\(mark.dates))"))</title>"
    lines.append("<g>\(tip)")
    if mark.isMoment {
      let middle = axis.x(mark.days.start?.daysSinceEpoch ?? axis.first)
      lines.append(
        "<path d=\"M\(middle) \(y - 6)l6 6l-6 6l-6 -6z\" \(fill(mark.style)) stroke=\"\(colour(mark.style))\"\(dash(mark.style))/>")
      caption(mark, axis, left: middle - 6, right: middle + 6, y: y)
    } else {
      lines.append(
        "<rect x=\"\(left)\" y=\"\(y - Self.barHeight / 2)\" width=\"\(right - left)\" height=\"\(Self.barHeight)\" rx=\"3\" "
          + "\(fill(mark.style)) stroke=\"\(colour(mark.style))\"\(dash(mark.style))/>")
      if startsBefore { arrow(x: left, y: y, points: -1, mark.style) }
      if mark.days.end == nil { arrow(x: right, y: y, points: 1, mark.style) }
      caption(mark, axis, left: left, right: right, y: y)
    }
    lines.append("</g>")
  }

  /// A small head where a bar goes on beyond what is drawn.
  private mutating func arrow(x: Int, y: Int, points: Int, _ style: TimelineChart.Style) {
    lines.append(
      "<path d=\"M\(x) \(y - 6)l\(points * 7) 6l\(-points * 7) 6z\" fill=\"\(colour(style))\"/>")
  }

  /// The words beside a mark: behind it where they fit, else before it, else on it.
  private mutating func caption(_ mark: TimelineChart.Mark, _ axis: TimelineAxis, left: Int, right: Int, y: Int) {
    let words = "\(mark.text)  \(mark.dates)"
    let needed = Int(Double(DOTText.oneLine(words).displayWidth) * Self.columnWidth) + 14
    var (x, anchor, columns) = (right + 11, "start", Int.max)
    if Self.width - Self.margin - right < needed {
      if left - Self.margin >= needed {
        (x, anchor) = (left - 11, "end")
      } else {
        x = max(left, Self.margin) + 8
        let dates = DOTText.oneLine(mark.dates).displayWidth + 2
        columns = max(8, Int(Double(Self.width - Self.margin - left - 14) / Self.columnWidth) - dates)
      }
    }
    lines.append(
      "<text x=\"\(x)\" y=\"\(y + 4)\" text-anchor=\"\(anchor)\" fill=\"\(theme.text)\" paint-order=\"stroke\" "
        + "stroke=\"\(theme.background)\" stroke-width=\"3\" stroke-linejoin=\"round\">\(XMLText.escaped(mark.text, columns: columns))"
        + "<tspan dx=\"8\" font-size=\"11\" fill=\"\(theme.quietText)\">\(XMLText.escaped(mark.dates, columns: 40))</tspan></text>")
  }

  // MARK: Looks

  private func colour(_ style: TimelineChart.Style) -> String {
    switch style {
    case .asserted: theme.edge
    case .planned: theme.plannedEdge
    case .ended: theme.fadedEdge
    case .reported: theme.claimedEdge
    }
  }

  private func fill(_ style: TimelineChart.Style) -> String {
    switch style {
    case .asserted: "fill=\"\(theme.colour(of: .blue))\""
    case .planned, .reported: "fill=\"\(theme.background)\""
    case .ended: "fill=\"\(theme.colour(of: .grey))\""
    }
  }

  private func dash(_ style: TimelineChart.Style) -> String {
    switch style {
    case .asserted, .ended: ""
    case .planned: " stroke-dasharray=\"5 3\""
    case .reported: " stroke-dasharray=\"2 3\""
    }
  }
}
