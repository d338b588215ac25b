public import GraphModel

/// What one graph states and another does not.
public struct GraphDifference: Hashable, Sendable {
  /// In the order of kinds, then of changes, then of ids.
  public var items: [Item]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case entity, relation, claim, observation, source
  }

  public enum Change: String, Hashable, Sendable, CaseIterable {
    case added, removed, changed
  }

  /// One thing or statement.
  public struct Item: Hashable, Sendable {
    public var kind: Kind
    public var change: Change
    /// The id; of a relation or observation the id of its subject.
    public var id: String
    /// The relationship type, claim predicate or observed property.
    public var predicate: String?
    /// The id of the other end of a relation or claim, or a value.
    public var object: String?
    /// As a person reads it.
    public var text: String
    /// The labels of an entity.
    public var labels: [String]
    /// What is not the same; empty for what was added or removed.
    public var fields: [Field]
  }

  /// A property that is not the same.
  public struct Field: Hashable, Sendable {
    public var name: String
    /// Nil where there was none.
    public var before: String?
    public var after: String?
  }

  public func count(_ kind: Kind, _ change: Change) -> Int {
    items.count { $0.kind == kind && $0.change == change }
  }
}

extension GraphDifference {
  /// What has to be done to the first to get the second. Cost: linear in both.
  public init(from before: Ledger, to after: Ledger) {
    var items: [Item] = []
    func compare(_ kind: Kind, _ old: [Entry], _ new: [Entry]) {
      items += Self.compare(kind, old, new)
    }
    compare(.entity, Self.entities(before), Self.entities(after))
    compare(.relation, Self.relations(before), Self.relations(after))
    compare(.claim, Self.claims(before), Self.claims(after))
    compare(.observation, Self.observations(before), Self.observations(after))
    compare(.source, Self.sources(before), Self.sources(after))
    self.items = items
  }

  /// What is compared: `key` says that two are about the same.
  private struct Entry {
    var key: String
    var id: String
    var predicate: String?
    var object: String?
    var text: String
    var labels: [String] = []
    var fields: [String: String]

    func item(_ kind: Kind, _ change: Change, _ fields: [Field] = []) -> Item {
      Item(kind: kind, change: change, id: id, predicate: predicate, object: object, text: text, labels: labels, fields: fields)
    }
  }

  private static func compare(_ kind: Kind, _ old: [Entry], _ new: [Entry]) -> [Item] {
    let (before, after) = (Dictionary(grouping: old, by: \.key), Dictionary(grouping: new, by: \.key))
    var found: [Change: [Item]] = [:]
    for key in Set(before.keys).union(after.keys).sorted() {
      var (gone, come) = (before[key] ?? [], after[key] ?? [])
      for entry in gone {
        guard let same = come.firstIndex(where: { $0.fields == entry.fields }) else { continue }
        come.remove(at: same)
        if let at = gone.firstIndex(where: { $0.fields == entry.fields }) { gone.remove(at: at) }
      }
      for (entry, other) in zip(gone, come) {
        found[.changed, default: []].append(other.item(kind, .changed, fields(entry.fields, other.fields)))
      }
      found[.removed, default: []] += gone.dropFirst(come.count).map { $0.item(kind, .removed) }
      found[.added, default: []] += come.dropFirst(gone.count).map { $0.item(kind, .added) }
    }
    return Change.allCases.flatMap { found[$0] ?? [] }
  }

  private static func fields(_ before: [String: String], _ after: [String: String]) -> [Field] {
    Set(before.keys).union(after.keys).sorted().compactMap { name in
      before[name] == after[name] ? nil : Field(name: name, before: before[name], after: after[name])
    }
  }

  // MARK: Entries

  private static func texts(_ properties: [String: Value], without hidden: Set<String> = []) -> [String: String] {
    properties.filter { !hidden.contains($0.key) }.mapValues(\.shown)
  }

  private static func entities(_ ledger: Ledger) -> [Entry] {
    ledger.entities.values.map { entity in
      var fields = texts(entity.properties)
      fields["labels"] = entity.labels.sorted().joined(separator: ", ")
      return Entry(key: entity.id, id: entity.id, text: entity.name, labels: entity.labels, fields: fields)
    }
  }

  private static func relations(_ ledger: Ledger) -> [Entry] {
    ledger.relations.map { relation in
      Entry(
        key: "\(relation.subject) \(relation.type) \(relation.object)", id: relation.subject, predicate: relation.type,
        object: relation.object,
        text: "\(ledger.name(of: relation.subject)) \(relation.type) \(ledger.name(of: relation.object))",
        fields: texts(relation.properties))
    }
  }

  private static func claims(_ ledger: Ledger) -> [Entry] {
    ledger.claims.map { claim in
      var fields = texts(claim.properties)
      fields["subject"] = claim.subject
      fields["object"] = claim.object
      fields["quote"] = claim.quote
      fields["asserted_by"] = claim.asserter
      let object = claim.object.map(ledger.name(of:)) ?? claim.value?.shown ?? ""
      let denial = claim.isNegative ? "not: " : ""
      return Entry(
        key: claim.id, id: claim.id, predicate: claim.predicate, object: claim.object ?? claim.value?.shown,
        text: "\(denial)\(ledger.name(of: claim.subject)) \(claim.predicate) \(object)", fields: fields)
    }
  }

  private static func observations(_ ledger: Ledger) -> [Entry] {
    ledger.observations.map { observation in
      let amount = [observation.value.shown, observation.unit].compactMap { $0 }.joined(separator: " ")
      return Entry(
        key: "\(observation.subject) \(observation.property) \(observation.properties["date"]?.shown ?? "") \(observation.source ?? "")",
        id: observation.subject, predicate: observation.property, object: observation.value.shown,
        text: "\(ledger.name(of: observation.subject)) \(observation.property) \(amount)", fields: texts(observation.properties))
    }
  }

  private static func sources(_ ledger: Ledger) -> [Entry] {
    ledger.sources.values.filter { ledger.entities[$0.id] == nil }.map { source in
      Entry(
        key: source.id, id: source.id, text: [source.publisher, source.title].compactMap { $0 }.joined(separator: ", "),
        fields: texts(source.properties))
    }
  }
}

extension Ledger {
  /// The same without the things that nobody had heard of by the end of a period: neither they nor anything that is said of them is
  /// that old.
  public func withoutUnheard(at period: PartialDate) -> Ledger {
    var ledger = self
    let spoken = Set(relations.flatMap { [$0.subject, $0.object] } + claims.flatMap { [$0.subject, $0.object].compactMap { $0 } })
    ledger.entities = entities.filter { id, entity in
      spoken.contains(id) || StatementTimes(asOf: entity.asOf).isKnown(at: period)
    }
    return ledger
  }
}
