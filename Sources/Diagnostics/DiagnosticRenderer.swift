/// Prints diagnostics for a person: a greppable first line, the place, the line with carets, one thing to do.
///
/// ```
/// error[E203]: no property `capacite` on :Site
///   --> <query>:1:24
///    1 | MATCH (s:Site) WHERE s.capacite > 1000 RETURN s
///      |                        ^^^^^^^^ did you mean `capacity`?
///   help: sillage schema Site
/// ```
public struct DiagnosticRenderer: Sendable {
  /// Whether to colour with ANSI escapes.
  public var colour: Bool
  /// The longest part of a source line that is shown; a longer line is cut around the span.
  public var lineLimit = 160

  public init(colour: Bool = false) { self.colour = colour }

  /// All diagnostics, each ended by a newline. `sources` gives the text of a name; without it only the place is printed.
  public func render(_ diagnostics: [Diagnostic], sources: (String) -> SourceText?) -> String {
    diagnostics.map { render($0, source: sources($0.source), sources: sources) }.joined()
  }

  /// One diagnostic, ended by a newline.
  public func render(_ diagnostic: Diagnostic, source: SourceText?) -> String {
    render(diagnostic, source: source, sources: { $0 == source?.name ? source : nil })
  }

  private func render(_ diagnostic: Diagnostic, source: SourceText?, sources: (String) -> SourceText?) -> String {
    let accent = diagnostic.severity == .error ? "31" : "33"
    var out =
      paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", "1;" + accent) + paint(": \(diagnostic.message)", "1")
      + "\n"
    if let source {
      out += excerpt(source, diagnostic.span, label: diagnostic.label, accent: accent)
    } else {
      if !diagnostic.source.isEmpty { out += "  --> \(diagnostic.source)\n" }
      if let label = diagnostic.label { out += "  \(label)\n" }
    }
    for note in diagnostic.notes {
      out += "  note: \(note.message)\n"
      if let text = sources(note.source) { out += excerpt(text, note.span, label: nil, accent: "36") }
    }
    if let hint = diagnostic.hint { out += "  \(paint("help", "1;36")): \(hint)\n" }
    return out
  }

  private func excerpt(_ source: SourceText, _ span: SourceSpan, label: String?, accent: String) -> String {
    let place = source.place(of: span.start)
    var out = "  --> \(source.name):\(place.line):\(place.column)\n"
    let line = Array(Self.visible(source.line(place.line)))
    guard !line.isEmpty || label != nil else { return out }
    let lineEnd = span.start - (place.byteColumn - 1) + source.line(place.line).utf8.count
    let marked = SourceSpan(start: span.start, end: max(span.start, min(span.end, lineEnd)))
    let carets = max(1, source[marked].count)
    var first = 0
    var last = line.count
    if line.count > lineLimit {
      first = max(0, min(place.column - 1 - lineLimit / 3, line.count - lineLimit))
      last = min(line.count, first + lineLimit)
    }
    let shown = (first > 0 ? "…" : "") + String(line[first..<last]) + (last < line.count ? "…" : "")
    let number = "\(place.line)"
    let gutter = String(repeating: " ", count: max(0, 4 - number.count)) + number
    let indent = place.column - 1 - first + (first > 0 ? 1 : 0)
    let room = max(1, last - (place.column - 1))
    out += "\(paint(gutter + " |", "36")) \(shown)\n"
    out += paint(String(repeating: " ", count: gutter.count) + " |", "36") + " "
    out += String(repeating: " ", count: max(0, indent))
    out += paint(String(repeating: "^", count: min(carets, room)) + (label.map { " " + $0 } ?? ""), accent) + "\n"
    return out
  }

  /// Tabs become one space, so that carets stay below their text; other controls are shown as their picture.
  static func visible(_ line: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x09: out.append(" ")
      case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F, 0x80...0x9F: out.append("\u{2421}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private func paint(_ text: String, _ style: String) -> String {
    colour ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
