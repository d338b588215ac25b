import ArgumentParser
import Sillage

/// How mentions are written: what `--format` of `link` takes.
enum MentionForm: String, CaseIterable, ExpressibleByArgument {
  case auto, read, list, jsonl, csv, html, jsonld

  /// The form that is written where `auto` leaves the choice.
  func chosen(_ traits: TerminalTraits) -> MentionForm { self == .auto ? traits.isTerminal ? .read : .jsonl : self }

  /// Whether the article itself is shown.
  var showsText: Bool { self == .read || self == .html }

  /// Writes the mentions of one document.
  func write(_ list: MentionList, _ console: Console, isFirst: Bool) {
    switch self {
    case .list: console.output.write(list.text(console.traits))
    case .jsonld: console.writeLine(list.annotations)
    case .csv:
      var writer = ResultFormat.csv.writer()
      let table = writer.write(columns: MentionList.columns, rows: list.rows)
      console.output.write(isFirst ? table : Self.withoutHead(table))
    case .auto, .read, .jsonl, .html:
      console.output.write(list.jsonLines)
    }
  }

  /// The rows of a table whose head has been written; the head of this table has no line breaks in it.
  private static func withoutHead(_ table: [UInt8]) -> [UInt8] {
    guard let end = table.firstIndex(of: UInt8(ascii: "\n")) else { return [] }
    return Array(table[(end + 1)...])
  }
}

extension SavedMentions {
  /// What changed, in a line, and a line for each mention that is another than before, or that could not be stored.
  var text: String {
    let counts = isUnchanged ? "" : "\(added.count) added, \(changed.count) changed, \(removed.count) removed, "
    let isFirstTime = changed.isEmpty && removed.isEmpty && unchanged == 0
    let lines =
      (isFirstTime ? [] : added.map { Self.line("+", $0.offsets, $0.text, $0.entity.id) })
      + changed.map { Self.line("~", $0.mention.offsets, $0.mention.text, $0.text) }
      + removed.map { Self.line("-", $0.offsets, $0.text, $0.entity) }
      + missing.map { Self.line("?", $0.offsets, $0.text, "\($0.entity.id) is not in the database; `sillage build` brings it up to the text") }
    return (["\(article): \(counts)\(unchanged) as before"] + lines).joined(separator: "\n")
  }

  private static func line(_ sign: String, _ offsets: Range<Int>, _ text: String, _ entity: String) -> String {
    "  \(sign) \(offsets.lowerBound)–\(offsets.upperBound) \(TerminalText.escaped(text)): \(entity)"
  }
}

extension SavedMentions.Change {
  /// The entity and what it was before, or what else is another.
  fileprivate var text: String {
    if mention.entity.id != before { return "\(mention.entity.id), before \(before)" }
    if mention.score != scoreBefore { return "\(before), score \(mention.score), before \(scoreBefore)" }
    return "\(before), \(mention.isUncertain ? "uncertain now" : wasUncertain ? "no longer uncertain" : "other properties before")"
  }
}
