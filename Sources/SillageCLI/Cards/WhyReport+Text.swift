import Sillage

extension WhyReport {
  /// The report as a person reads it: each relation with its source, each claim with who makes it and the words.
  func text(_ traits: TerminalTraits, _ cited: CitedSources? = nil) -> String {
    let palette = Palette(colour: traits.colour)
    var lines: [String] = []
    for relation in relations {
      lines += relation.lines(palette, unicode: traits.unicode, cited) + [""]
    }
    for claim in claims {
      lines += claim.lines(palette, cited) + [""]
    }
    return lines.dropLast().joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }
}

extension ClaimReport {
  /// One claim as a person reads it, with the relations that it supports below it.
  func text(_ traits: TerminalTraits, _ cited: CitedSources? = nil) -> String {
    let palette = Palette(colour: traits.colour)
    var lines = lines(palette, cited)
    for relation in relations { lines += [""] + relation.lines(palette, unicode: traits.unicode, cited) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SourcedRelation {
  fileprivate func lines(_ palette: Palette, unicode: Bool, _ cited: CitedSources?) -> [String] {
    let arrow = unicode ? "—\(type)→" : "-\(type)->"
    let head = TerminalText.escaped("\(from.name) \(arrow) \(to.name)")
    let below = [
      period, details, sources(cited), sourcing.long ?? "", startSourcing?.long ?? "", endSourcing?.long ?? "",
      claims.isEmpty ? "" : "said by " + claims.joined(separator: ", "),
    ]
    return [palette.strong(head)] + (below + originLines).indented
  }

  /// How many texts say it independently, where more than one document does, and why some count as one.
  private var originLines: [String] {
    guard let origins else { return [] }
    let documents = origins.flatMap(\.documents)
    let reasons = origins.flatMap(\.reasons)
    guard documents.count > 1 || !reasons.isEmpty else { return [] }
    let names = origins.map { $0.documents.joined(separator: " = ") }.joined(separator: "; ")
    let counts = count(documents.count, "document") + " of " + count(origins.count, "origin")
    return ["\(counts): \(names)"] + reasons
  }

  private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

extension ClaimReport {
  fileprivate func lines(_ palette: Palette, _ cited: CitedSources?) -> [String] {
    let negative = polarity == "negative"
    let head = TerminalText.escaped("\(subject.name) \(predicate) \(object.name)")
    let mark = negative ? palette.warning("denied") : "claimed"
    let who: [String?] = [
      modality, assertedBy.map { "asserted by \($0.name)" }, attributedTo.map { "attributed to \($0.name)" }, date, stage,
      due.map { "due \($0)" }, confidence.map { "confidence \($0)" },
    ]
    let places = evidence.map { $0.line + (cited?.mark($0.source ?? $0.article.id) ?? "") }
    let later = links.map { $0.line + (cited?.mark($0.sourcing.source) ?? "") }
    let below = [who.compactMap { $0 }.joined(separator: ", ")] + places + [note ?? ""] + later
    return ["\(palette.strong(head))  \(mark) \(palette.faint(TerminalText.escaped(id)))"] + below.indented
  }
}

extension ClaimLinkReport {
  /// `NUANCED_BY Marelli (marelli), the note, boua390 2026-11-22 high`.
  fileprivate var line: String {
    let parts = ["\(kind) \(target.withID)", note ?? "", sourcing.short]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
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
