public import GraphFiles
public import GraphModel

/// Everything that a graph states, as audits go through it: entities, relations, claims, observations and sources by their ids.
///
/// It is read from a graph, so that an audit sees what a query sees: another time, a scenario, or a database that
/// somebody has written to.
public struct Ledger: Sendable {
  public internal(set) var schema: Schema
  /// By id.
  public internal(set) var entities: [String: LedgerEntity] = [:]
  /// In the order of the graph.
  public internal(set) var relations: [LedgerRelation] = []
  public internal(set) var claims: [LedgerClaim] = []
  public internal(set) var observations: [LedgerObservation] = []
  /// By id.
  public internal(set) var sources: [String: LedgerSource] = [:]
  public internal(set) var verdicts: [LedgerVerdict] = []
  /// Ids of entities that articles name, as linking has found.
  public internal(set) var mentioned: Set<String> = []

  init(schema: Schema) { self.schema = schema }

  /// How an entity is called; its id where it is not there.
  public func name(of id: String) -> String { entities[id]?.name ?? id }
}

/// A thing.
public struct LedgerEntity: Sendable {
  public var node: NodeID
  public var id: String
  public var name: String
  public var labels: [String]
  public var properties: [String: Value]

  public var isGeneralKnowledge: Bool { properties["source"]?.text == Provenance.generalKnowledge }
  public var asOf: PartialDate? { properties["as_of"].flatMap { PartialDate($0) } }
}

/// A sourced statement about two things.
public struct LedgerRelation: Sendable {
  public var id: RelationshipID
  /// As the schema names it.
  public var type: String
  public var subject: String
  public var object: String
  public var properties: [String: Value]
  public var times: StatementTimes

  public var source: String? { properties["source"]?.text }
  /// Who says that it ended or will end: its own source where no other one is named.
  public var endSource: String? { properties["end_source"]?.text ?? source }
  public var isGeneralKnowledge: Bool { source == Provenance.generalKnowledge }
  /// The ids of the claims that say the same.
  public var claims: [String] { properties["claims"]?.texts ?? [] }
}

/// What an article says.
public struct LedgerClaim: Sendable {
  public var node: NodeID
  public var id: String
  public var subject: String
  public var predicate: String
  /// The id of an entity; nil for a value.
  public var object: String?
  public var properties: [String: Value]
  public var asserter: String?
  public var attributedTo: String?
  public var article: String?
  public var quote: String?

  public var value: Value? { properties["value"] }
  public var isNegative: Bool { properties["polarity"]?.text == Polarity.negative.rawValue }
  public var modality: String? { properties["modality"]?.text }
  /// When it was claimed.
  public var date: PartialDate? { properties["date"].flatMap { PartialDate($0) } }
  /// How far what it speaks of has come.
  public var stage: String? { properties["stage"]?.text }
  /// When what it speaks of is to be done.
  public var due: PartialDate? { properties["due"].flatMap { PartialDate($0) } }
}

/// A dated number.
public struct LedgerObservation: Sendable {
  public var node: NodeID
  public var subject: String
  public var properties: [String: Value]

  public var property: String { properties["property"]?.text ?? "" }
  public var value: Value { properties["value"] ?? .null }
  public var unit: String? { properties["unit"]?.text }
  public var date: PartialDate? { properties["date"].flatMap { PartialDate($0) } }
  public var source: String? { properties["source"]?.text }
  public var note: String? { properties["note"]?.text }
}

/// A bibliographic record, or an article that is a source itself.
public struct LedgerSource: Sendable {
  public var node: NodeID
  public var id: String
  public var properties: [String: Value]

  public var publisher: String? { properties["publisher"]?.text }
  public var title: String? { properties["title"]?.text }
  /// Such as `fr`.
  public var language: String? { properties["language"]?.text }
  public var date: PartialDate? { properties["date"].flatMap { PartialDate($0) } }
}

/// What the researcher has decided about a contradiction.
public struct LedgerVerdict: Sendable {
  public var subject: String
  public var predicate: String
  public var sides: [String]
  public var decision: String
  public var reason: String
  public var date: String?
  public var by: String?
}
