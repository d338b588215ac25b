import Sillage

/// Contradictions as a person reads them.
struct ContradictionList {
  var shown: [Contradiction]
  /// How many are left out because a verdict settles them.
  var settled: Int

  /// One below the other, its statements side by side, each with the words that it rests on.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    var lines: [String] = []
    for contradiction in shown { lines += contradiction.lines(traits, palette) + [""] }
    var summary = "\(shown.count) \(shown.count == 1 ? "contradiction" : "contradictions")"
    if settled > 0 { summary += ", \(settled) settled by a verdict (--all shows them)" }
    return (lines + [palette.faint(summary)]).joined(separator: "\n") + "\n"
  }
}

extension Contradiction {
  fileprivate func lines(_ traits: TerminalTraits, _ palette: Palette) -> [String] {
    let head = palette.strong(TerminalText.escaped("\(subject) \(predicate)"))
    let time = when.map { $0 == .always ? "" : "  \($0)" } ?? ""
    var lines = ["\(head)  \(palette.accent(kind.rawValue))\(palette.faint(TerminalText.escaped(time)))"]
    let rows = sides.map { side in
      [
        side.key, side.statement, side.period, side.source ?? side.claim ?? "",
        [side.quoted, side.note].compactMap { $0 }.joined(separator: "  "),
      ]
    }
    lines += AlignedColumns.lines(rows, indent: 2, traits) { column, cell in
      column == 0 ? palette.strong(cell) : column > 2 ? palette.faint(cell) : cell
    }
    if let verdict {
      let who = [verdict.by, verdict.date].compactMap { $0 }.joined(separator: ", ")
      lines.append(TerminalText.escaped("  \(verdict.decision): \(verdict.reason)" + (who.isEmpty ? "" : " (\(who))")))
    }
    return lines
  }
}

extension Contradiction.Side {
  /// The words, and where they stand.
  fileprivate var quoted: String? {
    quote.map { "“\($0)”" + (article.map { " in \($0)" } ?? "") }
  }
}
