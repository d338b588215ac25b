import Sillage

extension Timeline {
  /// The timeline as a person reads it: a line each, the dates first.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    let rows = entries.map { entry in
      let state = entry.status.map { $0 == "asserted" ? "" : $0 } ?? ""
      let source = [entry.source, entry.asOf].compactMap { $0 }.joined(separator: " ")
      let sources = [source, entry.startSource.map { "first: " + $0 }, entry.endSource.map { "end: " + $0 }].compactMap { $0 }
      return [entry.period, entry.label, entry.text, state, sources.joined(separator: "; ")]
    }
    let lines = AlignedColumns.lines(rows, indent: 2, traits) { column, cell in
      column == 0 ? palette.strong(cell) : column == 1 ? palette.accent(cell) : column == 4 ? palette.faint(cell) : cell
    }
    let head = "\(palette.strong(TerminalText.escaped(name)))  \(entries.count) dated \(entries.count == 1 ? "statement" : "statements")"
    return ([head] + lines).joined(separator: "\n") + "\n"
  }
}
