import GraphFiles
public import GraphModel

/// Something that a graph should tell and does not, or not surely.
public struct Gap: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A statement that nobody looked up.
    case generalKnowledge = "general-knowledge"
    /// A statement whose sources all go back to one text.
    case singleSource = "single-source"
    /// A statement that is taken to hold and was last checked too long ago.
    case stale
    /// A planned date that has passed, without word that it came true.
    case overdue
    /// What the schema expects of a thing of its type and nobody filled in.
    case emptySlot = "empty-slot"
    /// A thing that others speak of and of which nothing is said, unless the schema says that its name says all.
    case undescribed
    /// A statement whose evidence is all in one language, of several sources.
    case oneLanguage = "one-language"
  }

  public var kind: Kind
  /// The id of the entity.
  public var subject: String
  /// The relationship type, claim predicate or slot; nil for a thing as a whole.
  public var predicate: String?
  /// The id of the other entity.
  public var object: String?
  /// The date that makes it one: when it was checked, when it was due.
  public var date: String?
  /// The sources that there are.
  public var sources: [String]
  /// What is missing, in a phrase.
  public var detail: String
  public var node: NodeID?
  public var relationship: RelationshipID?
}

/// What counts as a gap.
public struct GapRules: Sendable {
  /// The day of the audit.
  public var today: CalendarDate
  /// After how many months evidence is old.
  public var months: Int
  /// Only these kinds; nil: all.
  public var kinds: Set<Gap.Kind>?

  public init(today: CalendarDate, months: Int = 12, kinds: Set<Gap.Kind>? = nil) {
    self.today = today
    self.months = months
    self.kinds = kinds
  }

  /// What was last checked before this day is old.
  var oldestFresh: CalendarDate {
    do throws(TemporalError) { return try today.adding(months: -Int64(months)) } catch { return .earliest }
  }
}

extension Ledger {
  /// What is missing, by kind, subject and predicate. `reading` is of the graph that this was read from.
  public func gaps(_ rules: GapRules, _ reading: EvidenceReading) throws(StoreError) -> [Gap] {
    var found: [Gap] = []
    func add(_ kind: Gap.Kind, _ check: () throws(StoreError) -> [Gap]) throws(StoreError) {
      if rules.kinds?.contains(kind) ?? true { found += try check() }
    }
    let evidence = EvidenceIndex(self, reading)
    try add(.generalKnowledge) { generalKnowledge() }
    try add(.singleSource) { () throws(StoreError) in try singleSources(evidence) }
    try add(.stale) { stale(rules) }
    try add(.overdue) { overdue(rules.today) }
    try add(.emptySlot) { SlotCheck(self).gaps() }
    try add(.undescribed) { undescribed() }
    try add(.oneLanguage) { () throws(StoreError) in try oneLanguage(evidence) }
    let order = Dictionary(Gap.Kind.allCases.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    return found.sorted {
      (order[$0.kind] ?? 0, $0.subject, $0.predicate ?? "", $0.object ?? "", $0.date ?? "")
        < (order[$1.kind] ?? 0, $1.subject, $1.predicate ?? "", $1.object ?? "", $1.date ?? "")
    }
  }

  private func gap(_ kind: Gap.Kind, _ relation: LedgerRelation, _ sources: [String], _ detail: String, date: String? = nil) -> Gap {
    Gap(
      kind: kind, subject: relation.subject, predicate: relation.type, object: relation.object,
      date: date ?? relation.properties["as_of"]?.text, sources: sources, detail: detail, relationship: relation.id)
  }

  private func generalKnowledge() -> [Gap] {
    relations.filter(\.isGeneralKnowledge).map { gap(.generalKnowledge, $0, [], "nobody looked it up") }
  }

  /// Several documents that go back to one text are one source; why they do is told.
  private func singleSources(_ evidence: EvidenceIndex) throws(StoreError) -> [Gap] {
    var found: [Gap] = []
    for relation in relations where !relation.isGeneralKnowledge {
      let origins = try evidence.origins(of: relation)
      guard origins.count == 1, let origin = origins.first else { continue }
      let count = origin.documents.count
      let detail = count == 1 ? "one source" : "\(count) documents of one origin: " + origin.reasons.joined(separator: "; ")
      found.append(gap(.singleSource, relation, origin.documents, detail))
    }
    return found
  }

  /// Of what has ended, or was said to hold at a past time only, nobody expects news.
  private func stale(_ rules: GapRules) -> [Gap] {
    let limit = rules.oldestFresh
    return relations.compactMap { relation in
      guard relation.times.end == nil, relation.times.status != .ended,
        let checked = relation.times.asOf?.last, checked < limit
      else { return nil }
      let text = relation.times.asOf?.text ?? ""
      return gap(.stale, relation, [relation.source].compactMap { $0 }, "last checked \(text)", date: text)
    }
  }

  private func overdue(_ today: CalendarDate) -> [Gap] {
    func passed(_ date: PartialDate?) -> String? {
      guard let date, let last = date.last, last < today else { return nil }
      return date.text
    }
    let planned = relations.compactMap { relation -> Gap? in
      let sources = [relation.source].compactMap { $0 }
      switch relation.times.status {
      case .planned:
        return passed(relation.times.start).map { gap(.overdue, relation, sources, "planned for \($0)", date: $0) }
      case .endedPlanned:
        let sources = [relation.endSource].compactMap { $0 }
        return passed(relation.times.end).map { gap(.overdue, relation, sources, "its end was announced for \($0)", date: $0) }
      default: return nil
      }
    }
    // Of several claims that say the same, the last tells how it stands.
    let promised = Dictionary(grouping: claims.filter { $0.stage != nil }) { StatementKey($0, schema) }
    let claimed = promised.values.compactMap { claims -> Gap? in
      let claims = claims.sorted { ($0.date?.first?.daysSinceEpoch ?? 0, $0.id) < ($1.date?.first?.daysSinceEpoch ?? 0, $1.id) }
      guard let stage = claims.last?.stage, !Promise.settledStages.contains(stage), let claim = claims.last(where: { $0.due != nil }),
        let date = passed(claim.due)
      else { return nil }
      return Gap(
        kind: .overdue, subject: claim.subject, predicate: claim.predicate, object: claim.object, date: date,
        sources: [claim.article].compactMap { $0 }, detail: "\(stage), due \(date)", node: claim.node)
    }
    return planned + claimed
  }

  private func undescribed() -> [Gap] {
    let passive: Set<String> = ["id", "name", "title", "aliases", "source", "as_of", "confidence", "general_knowledge", "status"]
    var described = Set(relations.map(\.subject)).union(observations.map(\.subject)).union(claims.map(\.subject))
    for entity in entities.values where !Set(entity.properties.keys).isSubset(of: passive) { described.insert(entity.id) }
    let named = Set(relations.map(\.object)).union(claims.compactMap(\.object)).union(mentioned)
    return named.subtracting(described).sorted().compactMap { id in
      guard let entity = entities[id], schema.needsDescription(entity.labels) else { return nil }
      return Gap(
        kind: .undescribed, subject: id, sources: [entity.properties["source"]?.text].compactMap { $0 },
        detail: "\(entity.name) is named, and nothing is said of it", node: entity.node)
    }
  }

  private func oneLanguage(_ evidence: EvidenceIndex) throws(StoreError) -> [Gap] {
    var found: [Gap] = []
    for relation in relations {
      let documents = try evidence.origins(of: relation).flatMap(\.documents)
      let languages = documents.map { self.sources[$0]?.language }
      guard documents.count > 1, !languages.contains(nil), Set(languages).count == 1, let language = languages[0] else { continue }
      found.append(gap(.oneLanguage, relation, documents, "all in `\(language)`"))
    }
    return found
  }
}
