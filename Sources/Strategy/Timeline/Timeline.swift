import GraphFiles
public import GraphModel

/// What happened to an entity, and what held of it, in the order of time.
public struct Timeline: Sendable {
  /// The id and the name of the entity.
  public var subject: String
  public var name: String
  public var entries: [Entry]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something that happened on a day or in a period.
    case event
    /// Something that held from one time to another.
    case relation
    /// A number that was measured.
    case observation
    /// Something that was announced for a date.
    case promise
  }

  public struct Entry: Hashable, Sendable {
    public var kind: Kind
    /// As they are written; nil where they are open or unknown.
    public var start: String?
    public var end: String?
    /// What it is: `operated by`, `power`.
    public var label: String
    /// What it is about: the name of the other entity, or the value.
    public var text: String
    /// The id of the other entity.
    public var other: String?
    public var status: String?
    public var source: String?
    public var asOf: String?
    /// Who said first that it held, and who says that it ended or will end, where other sources do.
    public var startSource: String?
    public var endSource: String?
    /// The days on which it holds, as far as they are known.
    public var days: DayInterval
  }
}

extension Ledger {
  /// Everything about an entity that has a date, the earliest first; what has no start comes before it.
  public func timeline(of id: String) -> Timeline {
    var entries = relations.compactMap { entry($0, of: id) }
    entries += observations.filter { $0.subject == id }.compactMap { entry($0) }
    entries += claims.filter { $0.subject == id || $0.object == id }.compactMap { entry($0, of: id) }
    entries.sort { a, b in
      let (first, second) = (a.days.start?.daysSinceEpoch ?? .min, b.days.start?.daysSinceEpoch ?? .min)
      if first != second { return first < second }
      return (a.kind.rawValue, a.label, a.text, a.end ?? "", a.source ?? "") < (b.kind.rawValue, b.label, b.text, b.end ?? "", b.source ?? "")
    }
    var seen: Set<Timeline.Entry> = []
    return Timeline(subject: id, name: name(of: id), entries: entries.filter { seen.insert($0).inserted })
  }

  private func entry(_ relation: LedgerRelation, of id: String) -> Timeline.Entry? {
    guard relation.subject == id || relation.object == id else { return nil }
    let other = relation.subject == id ? relation.object : relation.subject
    if let event = entities[other], event.labels.contains("Event") { return self.event(event, relation) }
    guard relation.times.start != nil || relation.times.end != nil else { return nil }
    return Timeline.Entry(
      kind: .relation, start: relation.times.start?.text, end: relation.times.end?.text,
      label: label(relation, readFrom: id), text: name(of: other), other: other,
      status: relation.times.status?.rawValue, source: relation.source, asOf: relation.times.asOf?.text,
      startSource: relation.properties["start_source"]?.text, endSource: relation.properties["end_source"]?.text,
      days: DayInterval(from: relation.times.start, until: relation.times.end))
  }

  /// An event that the entity has to do with, by its own date.
  private func event(_ event: LedgerEntity, _ relation: LedgerRelation) -> Timeline.Entry? {
    guard let date = event.properties["date"].flatMap({ PartialDate($0) }) ?? relation.times.start else { return nil }
    return Timeline.Entry(
      kind: .event, start: date.text, label: "event", text: event.name, other: event.id,
      status: event.properties["status"]?.text, source: event.properties["source"]?.text,
      asOf: event.properties["as_of"]?.text, days: DayInterval(date))
  }

  private func entry(_ observation: LedgerObservation) -> Timeline.Entry? {
    guard let date = observation.date else { return nil }
    let amount = [observation.value.shown, observation.unit].compactMap { $0 }.joined(separator: " ")
    return Timeline.Entry(
      kind: .observation, start: date.text, label: observation.property.replacing("_", with: " "), text: amount,
      source: observation.source, days: DayInterval(date))
  }

  private func entry(_ claim: LedgerClaim, of id: String) -> Timeline.Entry? {
    guard let due = claim.due else { return nil }
    let other = claim.subject == id ? claim.object : claim.subject
    return Timeline.Entry(
      kind: .promise, start: due.text, label: claim.predicate.replacing("_", with: " "),
      text: other.map(name(of:)) ?? claim.value?.shown ?? "", other: other, status: claim.stage, source: claim.article,
      asOf: claim.date?.text, days: DayInterval(due))
  }

  /// The name of the type as it is read from one end: its display name, or the words of its inverse.
  private func label(_ relation: LedgerRelation, readFrom id: String) -> String {
    guard let type = schema.relation(relation.type)?.type else { return relation.type.replacing("_", with: " ") }
    let forward = type.names.english ?? relation.type.replacing("_", with: " ")
    if relation.subject == id || type.isSymmetric { return forward }
    return type.inverse?.value.replacing("_", with: " ") ?? forward
  }
}
