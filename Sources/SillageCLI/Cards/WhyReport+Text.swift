import Sillage

extension WhyReport {
  /// The report as a person reads it: each relation with its source, each claim with who makes it and the words.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    var lines: [String] = []
    for relation in relations {
      lines += relation.lines(palette, unicode: traits.unicode) + [""]
    }
    for claim in claims {
      lines += claim.lines(palette) + [""]
    }
    return lines.dropLast().joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }
}

extension SourcedRelation {
  fileprivate func lines(_ palette: Palette, unicode: Bool) -> [String] {
    let arrow = unicode ? "—\(type)→" : "-\(type)->"
    let head = TerminalText.escaped("\(from.name) \(arrow) \(to.name)")
    let below = [
      period, details, sourcing.short, sourcing.long ?? "",
      claims.isEmpty ? "" : "said by " + claims.joined(separator: ", "),
    ]
    return [palette.strong(head)] + below.indented
  }
}

extension ClaimReport {
  fileprivate func lines(_ palette: Palette) -> [String] {
    let negative = polarity == "negative"
    let head = TerminalText.escaped("\(subject.name) \(predicate) \(object.name)")
    let mark = negative ? palette.warning("denied") : "claimed"
    let who = [
      modality ?? "", assertedBy.map { "asserted by \($0.name)" } ?? "",
      attributedTo.map { "attributed to \($0.name)" } ?? "", date ?? "",
    ]
    let below = [who.filter { !$0.isEmpty }.joined(separator: ", ")] + evidence.map(\.line) + [note ?? ""]
    return ["\(palette.strong(head))  \(mark) \(palette.faint(TerminalText.escaped(id)))"] + below.indented
  }
}

extension EvidenceReport {
  /// `“quote” in Title, 19 to 54 (scalar)`.
  fileprivate var line: String {
    let quoted = quote.map { "“\($0)” " } ?? ""
    let place = offsets.map { ", \($0.lowerBound) to \($0.upperBound)" + (unit.map { " (\($0))" } ?? "") } ?? ""
    return quoted + "in " + article.name + place
  }
}

extension [String] {
  /// The lines that say something, each on one line, two spaces in.
  fileprivate var indented: [String] {
    filter { !$0.isEmpty }.map { "  " + TerminalText.escaped($0) }
  }
}
