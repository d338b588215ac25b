import GraphFiles
public import GraphModel

/// Something that somebody has announced, with its dates and how they have moved.
public struct Promise: Sendable {
  /// The ids of what it is about.
  public var subject: String
  public var predicate: String
  public var object: String?
  /// What it says, as a person reads it.
  public var statement: String
  /// What was said of it, the earliest first.
  public var steps: [Step]
  /// How things stand on the day that was asked for.
  public var state: State

  /// One announcement, or what followed it.
  public struct Step: Sendable {
    /// When it was said.
    public var said: String?
    /// `rumoured`, `announced`, `confirmed`, `under-way`, `done`, `postponed` or `dropped`; for a plan of the graph `planned`.
    public var stage: String
    /// When it is to be done.
    public var due: String?
    public var claim: String?
    public var source: String?
    public var asserter: String?
    public var quote: String?
    public var node: NodeID?
    public var relationship: RelationshipID?
    var saidOn: PartialDate?
    var dueOn: PartialDate?
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case done, dropped, due
    /// Its date has passed, and nobody says that it was kept.
    case overdue
    /// It has no date.
    case open
  }

  /// Stages after which nothing is to be expected any more.
  static let settledStages: Set<String> = ["done", "dropped"]

  /// By how many days the date has moved since it was first given, from the end of the one to the end of the other; nil where
  /// there are no two dates.
  public var slippage: Int? {
    let dates = steps.compactMap { $0.dueOn?.last }
    guard dates.count > 1, let first = dates.first, let last = dates.last else { return nil }
    return Int(last.daysSinceEpoch - first.daysSinceEpoch)
  }

  /// By how many days the last date has passed; nil where it has not, or where the promise is settled.
  public func delay(on today: CalendarDate) -> Int? {
    guard state == .overdue, let last = steps.last(where: { $0.dueOn != nil })?.dueOn?.last else { return nil }
    return Int(today.daysSinceEpoch - last.daysSinceEpoch)
  }

  /// The date that counts now.
  public var due: String? { steps.last { $0.due != nil }?.due }
}

/// Which promises are wanted.
public struct PromiseRules: Sendable {
  public var today: CalendarDate
  /// The id of an entity that they have to do with.
  public var about: String?
  /// Those that are or were due in this period.
  public var due: PartialDate?

  public init(today: CalendarDate, about: String? = nil, due: PartialDate? = nil) {
    self.today = today
    self.about = about
    self.due = due
  }
}

extension Ledger {
  /// What was announced, by date. A claim is one where it has a stage or a date by which it is to come true, a relation where it is
  /// planned for a date. Claims and plans that say the same are one promise.
  public func promises(_ rules: PromiseRules) -> [Promise] {
    let index = StatementIndex(self)
    var steps: [StatementKey: [Promise.Step]] = [:]
    for claim in claims where claim.stage != nil || claim.due != nil {
      steps[StatementKey(claim, schema), default: []].append(
        Promise.Step(
          said: claim.properties["date"]?.text, stage: claim.stage ?? "announced", due: claim.properties["due"]?.text,
          claim: claim.id, source: claim.article, asserter: claim.attributedTo ?? claim.asserter, quote: claim.quote,
          node: claim.node, saidOn: claim.date, dueOn: claim.due))
    }
    for relation in relations {
      guard let step = planned(relation, index) else { continue }
      steps[StatementKey(relation, schema), default: []].append(step)
    }
    let circle = rules.about.map { Surroundings(self).around($0) }
    return steps.compactMap { key, steps -> Promise? in
      if let circle, !circle.contains(key.subject), !circle.contains(key.object) { return nil }
      return promise(key, steps, rules)
    }.sorted {
      ($0.due ?? "9999", $0.subject, $0.predicate, $0.statement) < ($1.due ?? "9999", $1.subject, $1.predicate, $1.statement)
    }
  }

  private func planned(_ relation: LedgerRelation, _ index: StatementIndex) -> Promise.Step? {
    let due: PartialDate?
    switch relation.times.status {
    case .planned: due = relation.times.start
    case .endedPlanned: due = relation.times.end
    default: return nil
    }
    guard let due else { return nil }
    let statement = DatedStatement(
      type: relation.type, subject: relation.subject, object: relation.object, validity: relation.times.validity, relation: relation)
    let side = index.side(statement, key: relation.object)
    let isPlan = relation.times.status == .planned
    let said = isPlan ? relation.times.asOf : relation.times.lastLearnt
    return Promise.Step(
      said: said?.text, stage: isPlan ? "planned" : "end planned", due: due.text, claim: nil,
      source: isPlan ? relation.source : relation.endSource, asserter: side.asserter, quote: side.quote, relationship: relation.id,
      saidOn: said, dueOn: due)
  }

  private func promise(_ key: StatementKey, _ steps: [Promise.Step], _ rules: PromiseRules) -> Promise? {
    let ordered = steps.sorted { a, b in
      (a.saidOn?.first?.daysSinceEpoch ?? 0, a.claim ?? "", a.due ?? "") < (b.saidOn?.first?.daysSinceEpoch ?? 0, b.claim ?? "", b.due ?? "")
    }
    if let period = rules.due, !ordered.contains(where: { $0.dueOn?.overlaps(period) ?? false }) { return nil }
    let object = key.object.hasPrefix("=") ? nil : key.object
    let words = "\(name(of: key.subject)) \(key.predicate) \(object.map(name(of:)) ?? String(key.object.dropFirst()))"
    return Promise(
      subject: key.subject, predicate: key.predicate, object: object, statement: words, steps: ordered,
      state: state(of: ordered, rules.today))
  }

  private func state(of steps: [Promise.Step], _ today: CalendarDate) -> Promise.State {
    switch steps.last?.stage {
    case "done": return .done
    case "dropped": return .dropped
    default:
      guard let due = steps.last(where: { $0.dueOn != nil })?.dueOn else { return .open }
      return due.last.map { $0 < today } ?? false ? .overdue : .due
    }
  }
}
