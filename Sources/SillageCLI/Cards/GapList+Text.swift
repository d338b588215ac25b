import Sillage

/// Gaps as a person reads them: by kind, with counts.
struct GapList {
  var gaps: [Gap]
  /// Whether all are shown rather than the first of each kind.
  var isWhole: Bool
  private static let shownOfKind = 10

  init(gaps: [Gap], isWhole: Bool) {
    self.gaps = gaps
    self.isWhole = isWhole
  }

  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    var lines: [String] = []
    for kind in Gap.Kind.allCases {
      let own = gaps.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      lines.append("\(palette.strong(kind.rawValue))  \(own.count)")
      let shown = isWhole ? own : Array(own.prefix(Self.shownOfKind))
      let rows = shown.map { gap in
        [[gap.subject, gap.predicate, gap.object].compactMap { $0 }.joined(separator: " "), gap.detail, gap.sources.joined(separator: ", ")]
      }
      lines += AlignedColumns.lines(rows, indent: 2, traits) { $0 == 2 ? palette.faint($1) : $1 }
      if own.count > shown.count { lines.append(palette.faint("  and \(own.count - shown.count) more: --kind \(kind.rawValue)")) }
      lines.append("")
    }
    if gaps.isEmpty { lines = ["no gaps", ""] }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }
}
