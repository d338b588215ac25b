import Sillage

/// The short phrases in which cards tell what is known of a relation.
extension SourcedRelation {
  /// When it holds, with its status unless it is plainly asserted: `planned from 2026-07-01`, `2015 to 2025`.
  var period: String {
    let dates =
      switch (start, end) {
      case (let start?, let end?): "\(start) to \(end)"
      case (let start?, nil): (status == "planned" ? "from " : "since ") + start
      case (nil, let end?): "until \(end)"
      case (nil, nil): ""
      }
    return [status == "asserted" ? nil : status, dates].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Qualifiers and note: `title: chief executive, share: 43 %`.
  var details: String {
    (qualifiers.map { "\($0.name): \($0.value.shown)" } + [note].compactMap { $0 }).joined(separator: ", ")
  }

  /// Its source, and those of its start and end: `lt2207 2022-07 high; end: jacleon 2025-09-24 high`.
  func sources(_ cited: CitedSources?) -> String {
    let start = startSourcing.map { "first: " + $0.cited(cited) }
    let end = endSourcing.map { "end: " + $0.cited(cited) }
    return [sourcing.cited(cited), start, end].compactMap { $0 }.joined(separator: "; ")
  }
}

extension Sourcing {
  /// `jacleon 2025-09-24 high`, or that nobody looked it up.
  var short: String {
    generalKnowledge ? "general knowledge" : [source, asOf, confidence].compactMap { $0 }.joined(separator: " ")
  }

  /// The same with its number where sources are numbered.
  func cited(_ cited: CitedSources?) -> String { short + (cited?.mark(source) ?? "") }

  /// The source as a reader finds it: publisher, title, address; nil where no more than its id is known.
  var long: String? {
    let title = title.map { "“\($0)”" }
    let parts = [publisher, title, url].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension EntityName {
  /// `Cléon plant (cleon-plant)`.
  var withID: String { name == id ? id : "\(name) (\(id))" }
}

extension ResultValue {
  /// The value in a sentence: lists with commas, everything else as in a table cell.
  var shown: String {
    if case .list(let items) = self { return items.map(\.shown).joined(separator: ", ") }
    return cellText
  }
}
