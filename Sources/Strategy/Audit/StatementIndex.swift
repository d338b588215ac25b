import GraphFiles
import GraphModel

/// A relation, or a claim that is accepted as one, as the checks compare them.
struct DatedStatement {
  var type: String
  var subject: String
  var object: String
  var validity: DayInterval
  var relation: LedgerRelation?
  var claim: LedgerClaim?

  /// Whether it could be wrong to count it: a plan without a date says nothing of any day.
  var isVague: Bool {
    guard let times = relation?.times else { return false }
    return times.status == .planned && times.start == nil
      || times.status == .ended && times.end == nil && times.lastLearnt == nil
  }
}

/// The relations of a ledger, and the positive claims of an accepted modality that say when they were made, by type.
struct StatementIndex {
  private(set) var byType: [String: [DatedStatement]] = [:]
  private var claimsByID: [String: LedgerClaim] = [:]
  private let ledger: Ledger

  init(_ ledger: Ledger) {
    self.ledger = ledger
    for claim in ledger.claims { claimsByID[claim.id] = claim }
    for relation in ledger.relations {
      let statement = DatedStatement(
        type: relation.type, subject: relation.subject, object: relation.object, validity: relation.times.validity,
        relation: relation)
      if !statement.isVague { byType[relation.type, default: []].append(statement) }
    }
    var supported: [String: [DayInterval]] = [:]
    for relation in ledger.relations {
      for claim in relation.claims { supported[claim, default: []].append(relation.times.validity) }
    }
    for claim in ledger.claims where !claim.isNegative { add(claim, supported[claim.id] ?? []) }
  }

  /// A claim speaks of the day on which it was made, as far as that is known. Where a relation that says the same held then or before,
  /// the relation speaks for it: a claim may be about the past.
  private mutating func add(_ claim: LedgerClaim, _ supported: [DayInterval]) {
    guard let object = claim.object, let modality = claim.modality, ledger.schema.modality(modality)?.isAccepted == true,
      let found = ledger.schema.relation(claim.predicate), let day = claim.date?.first,
      !supported.contains(where: { $0.start.map { $0 <= day } ?? true })
    else { return }
    let ends = found.isInverted ? (object, claim.subject) : (claim.subject, object)
    byType[found.type.name.value, default: []].append(
      DatedStatement(
        type: found.type.name.value, subject: ends.0, object: ends.1, validity: DayInterval(PartialDate(day: day)),
        claim: claim))
  }

  /// A statement as one side of a contradiction; `key` is the entity that tells it from the others.
  func side(_ statement: DatedStatement, key: String) -> Contradiction.Side {
    let words = "\(ledger.name(of: statement.subject)) \(statement.type) \(ledger.name(of: statement.object))"
    if let claim = statement.claim { return side(claim, key: key, statement: words) }
    let relation = statement.relation
    let quoted = relation?.claims.lazy.compactMap { claimsByID[$0] }.first { $0.quote != nil }
    return Contradiction.Side(
      key: key, statement: words, period: relation?.times.text ?? "", source: relation?.source, quote: quoted?.quote,
      article: quoted?.article, asserter: quoted?.asserter, note: relation?.properties["note"]?.text,
      relationship: relation?.id)
  }

  func side(_ claim: LedgerClaim, key: String, statement: String? = nil) -> Contradiction.Side {
    let words = "\(ledger.name(of: claim.subject)) \(claim.predicate) \(claim.object.map(ledger.name(of:)) ?? claim.value?.shown ?? "")"
    return Contradiction.Side(
      key: key, statement: statement ?? (claim.isNegative ? "not: " + words : words),
      period: claim.properties["date"]?.text ?? "", claim: claim.id, quote: claim.quote, article: claim.article,
      asserter: claim.asserter, note: claim.properties["note"]?.text, node: claim.node)
  }
}

extension StatementTimes {
  /// As `graph-data` writes them: `planned, from 2026-07-01`, `2021 to 2025`.
  var text: String {
    let dates =
      switch (start?.text, end?.text) {
      case (let start?, let end?): "\(start) to \(end)"
      case (let start?, nil): "from \(start)"
      case (nil, let end?): "until \(end)"
      case (nil, nil): ""
      }
    let state = status == .asserted ? "" : status?.rawValue ?? ""
    return [state, dates].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
