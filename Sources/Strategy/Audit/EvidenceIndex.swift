/// What statements rest on.
struct EvidenceIndex {
  private var articles: [String: String] = [:]
  /// What repeats the text of another source counts as that one.
  private let origins: [String: String]
  private var others: [String: Set<String>] = [:]

  init(_ ledger: Ledger) {
    origins = ledger.sources.compactMapValues { $0.properties["origin"]?.text }
    for claim in ledger.claims { articles[claim.id] = claim.article }
    for relation in ledger.relations {
      if let source = relation.source, !relation.isGeneralKnowledge { others[Self.key(relation), default: []].insert(source) }
    }
  }

  /// The source of a relation, those of the same statement made elsewhere, and the articles of the claims that say the same; sorted.
  func sources(of relation: LedgerRelation) -> [String] {
    Set((others[Self.key(relation)] ?? []).union(relation.claims.compactMap { articles[$0] }).map { origins[$0] ?? $0 }).sorted()
  }

  private static func key(_ relation: LedgerRelation) -> String {
    "\(relation.subject) \(relation.type) \(relation.object)"
  }
}
