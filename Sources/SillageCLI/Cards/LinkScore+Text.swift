import Sillage

extension LinkScore {
  /// The figures as a person reads them; `errors` is how many disagreements are shown below them.
  func text(errors: Int, _ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    let head = [["", "precision", "recall", "F1", "right", "found", "wanted"]]
    let measures = [("strict", strict), ("span", span), ("lenient", lenient), ("article → entity", entities)]
    var rows = head + measures.map { Self.row($0.0, $0.1) }
    rows += types.filter { $0.measure.gold + $0.measure.predicted > 0 }.map { Self.row($0.name, $0.measure) }
    var lines = AlignedColumns.lines(rows, indent: 0, traits) { column, text in column == 0 ? palette.strong(text) : text }
    lines.append("\(articles) articles, mean F1 \(Self.decimals(meanF1))")
    if kinds.contains(where: { $0.name != "?" }) {
      lines.append("found by writing: " + kinds.map { "\($0.name) \($0.found)/\($0.all)" }.joined(separator: ", "))
    }
    lines.append("missed: " + Self.list(missed.map { "\($0.kind) \($0.count)" }))
    lines.append("wrong: " + Self.list(wrong.map { "\($0.kind) \($0.count)" }))
    let all = traps.reduce(0) { $0 + $1.all }
    lines.append("traps hit: \(trapsHit) of \(all)" + (trapsHit == 0 ? "" : ": " + hitTraps))
    lines += examples.prefix(errors).map(Self.line)
    if examples.count > errors, errors > 0 { lines.append("… \(examples.count - errors) more") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var hitTraps: String {
    traps.filter { $0.hit > 0 }.map { "\($0.kind) \($0.hit)/\($0.all)" }.joined(separator: ", ")
  }

  private static func row(_ name: String, _ measure: Measure) -> [String] {
    [
      name, decimals(measure.precision), decimals(measure.recall), decimals(measure.f1), "\(measure.right)",
      "\(measure.predicted)", "\(measure.gold)",
    ]
  }

  private static func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }

  private static func line(_ example: Example) -> String {
    let sign = example.isMiss ? "missed" : "wrong"
    let other = example.other.map { ", there: \($0)" } ?? ""
    return "\(sign) (\(example.kind)) \(TerminalText.escaped(example.article)) \(example.range.lowerBound)–\(example.range.upperBound) "
      + "\(TerminalText.escaped(example.text)) → \(example.entity)\(other)"
  }

  /// Four decimals.
  static func decimals(_ value: Double) -> String {
    let tenThousandths = Int((value * 10_000).rounded())
    let digits = String(tenThousandths % 10_000)
    return "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
