import Diagrams
import Strategy

/// One statement with all claims that make or deny it.
struct ClaimStatement {
  var id: String
  /// Subject, predicate and object in words.
  var words: String
  /// Of which kinds the claims are, and who makes them.
  var manner: String
  var note: String?
  var subject: DiagramNode?
  var object: DiagramNode?
  var quotes: [Quote]

  /// The words of one claim.
  struct Quote {
    var id: String
    var words: String
    /// Article, language, date, manner.
    var origin: String
    var url: String?
    var stance: DiagramStance
  }
}

/// Statements in the order of their ids, those with most quotes first.
struct ClaimStatements {
  var all: [ClaimStatement] = []
}

extension GraphDrawing {
  private struct Key: Hashable {
    var subject: String
    var predicate: String
    var object: String
  }

  /// What claims state, the same statement once.
  func statements(_ claims: [NodeID]) throws(StoreError) -> ClaimStatements {
    var groups: [Key: [(node: NodeID, report: ClaimReport)]] = [:]
    for claim in claims {
      let report = try ClaimReport(claim, reader)
      let object = report.object.id.isEmpty ? report.object.name : report.object.id
      groups[Key(subject: report.subject.id, predicate: report.predicate, object: object), default: []].append((claim, report))
    }
    var all: [ClaimStatement] = []
    for members in groups.values {
      let sorted = members.sorted { $0.report.id < $1.report.id }
      if let first = sorted.first { all.append(try statement(first.node, sorted.map(\.report))) }
    }
    return ClaimStatements(all: all.sorted { ($1.quotes.count, $0.id) < ($0.quotes.count, $1.id) })
  }

  private func statement(_ claim: NodeID, _ reports: [ClaimReport]) throws(StoreError) -> ClaimStatement {
    let report = reports[0]
    let phrase = style.phrase(of: GraphNames.relationshipType(report.predicate), in: language)
    let manners = Set(reports.compactMap(\.modality)).sorted().joined(separator: ", ")
    let voices = Set(reports.compactMap { ($0.attributedTo ?? $0.assertedBy)?.name }).sorted().joined(separator: ", ")
    return ClaimStatement(
      id: report.id, words: [report.subject.name, phrase, report.object.name].joined(separator: " "),
      manner: [manners, voices].filter { !$0.isEmpty }.joined(separator: " · "),
      note: reports.compactMap(\.note).joined(separator: "\n"), subject: try end(of: claim, GraphNames.subject),
      object: try end(of: claim, GraphNames.object), quotes: try quotes(reports))
  }

  /// "2025-09-23/", a range that is open to one side, in words.
  private func shown(_ date: String) -> String {
    if date.hasSuffix("/") { return words("since ", "depuis ") + date.dropLast() }
    if date.hasPrefix("/") { return words("until ", "jusqu’à ") + date.dropFirst() }
    return date
  }

  private func end(of claim: NodeID, _ type: String) throws(StoreError) -> DiagramNode? {
    guard let found = try reader.neighbours(of: claim, type, outgoing: true).first else { return nil }
    return try node(found.node)
  }

  /// A card for each quote; a claim without one has a card without words of its own.
  private func quotes(_ reports: [ClaimReport]) throws(StoreError) -> [ClaimStatement.Quote] {
    var quotes: [ClaimStatement.Quote] = []
    for report in reports {
      for (number, evidence) in report.evidence.enumerated() {
        let origin = [evidence.article.name, report.date.map(shown), report.modality].compactMap { $0 }.filter { !$0.isEmpty }
        quotes.append(
          ClaimStatement.Quote(
            id: "\(report.id)#\(number + 1)", words: evidence.quote ?? words("(no quote)", "(sans citation)"),
            origin: origin.joined(separator: " · "), url: try address(of: evidence.article),
            stance: report.polarity == "negative" ? .denies : .supports))
      }
    }
    return quotes
  }

  /// Where an article can be read.
  private func address(of article: EntityName) throws(StoreError) -> String? {
    guard let label = reader.graph.label(named: GraphNames.articleLabel), let key = reader.graph.propertyKey(named: "id"),
      let node = try reader.graph.findNodes(label: label, key: key, equalTo: .string(article.id))?.first
    else { return nil }
    return try reader.properties(of: node)["url"]?.text
  }
}
