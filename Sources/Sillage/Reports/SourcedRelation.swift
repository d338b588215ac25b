public import ResultFormats

/// A relationship with what is known about it, as `show` and `why` tell it.
public struct SourcedRelation: Hashable, Sendable {
  /// The type as it is stored, such as `PRODUCES`.
  public var type: String
  public var from: EntityName
  public var to: EntityName
  /// `asserted`, `planned`, `reported`, `claimed`, `ended` or `ended-planned`.
  public var status: String?
  /// Dates as `graph-data` writes them, such as `2025-Q3`.
  public var start: String?
  public var end: String?
  public var sourcing: Sourcing
  /// Who said it before its source did; nil where nobody is named.
  public var startSourcing: Sourcing?
  /// Who says that it ended or will end, where another source does; nil otherwise.
  public var endSourcing: Sourcing?
  public var note: String?
  /// The other properties, such as a title or a share.
  public var qualifiers: [ResultField]
  /// The ids of the claims that say the same.
  public var claims: [String]
  /// The independent origins of what it rests on; nil where nobody asked.
  public var origins: [OriginReport]?

  public init(
    type: String, from: EntityName, to: EntityName, status: String? = nil, start: String? = nil, end: String? = nil,
    sourcing: Sourcing, note: String? = nil, qualifiers: [ResultField] = [], claims: [String] = []
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.status = status
    self.start = start
    self.end = end
    self.sourcing = sourcing
    self.note = note
    self.qualifiers = qualifiers
    self.claims = claims
  }

  public var json: JSONValue {
    .object(
      [
        JSONMember("type", .string(type)), JSONMember("from", from.json), JSONMember("to", to.json),
        JSONMember("status", optional: status), JSONMember("start", optional: start), JSONMember("end", optional: end),
        JSONMember("sourcing", sourcing.json), JSONMember("note", optional: note),
        JSONMember("qualifiers", ResultField.object(qualifiers)),
        JSONMember("claims", .array(claims.map { .string($0) })),
      ] + (startSourcing.map { [JSONMember("start_sourcing", $0.json)] } ?? [])
        + (endSourcing.map { [JSONMember("end_sourcing", $0.json)] } ?? [])
        + (origins.map { [JSONMember("origins", .array($0.map(\.json)))] } ?? []))
  }
}

/// Where a statement comes from.
public struct Sourcing: Hashable, Sendable {
  /// The id of the source in `graph-data`.
  public var source: String?
  /// The publisher and title of the source, where it is more than an id.
  public var publisher: String?
  public var title: String?
  public var url: String?
  /// When the statement was true or was checked; `undated` where nobody knows.
  public var asOf: String?
  /// `high`, `medium` or `low`.
  public var confidence: String?
  /// Whether nobody looked it up.
  public var generalKnowledge: Bool

  public init(
    source: String? = nil, publisher: String? = nil, title: String? = nil, url: String? = nil, asOf: String? = nil,
    confidence: String? = nil, generalKnowledge: Bool = false
  ) {
    self.source = source
    self.publisher = publisher
    self.title = title
    self.url = url
    self.asOf = asOf
    self.confidence = confidence
    self.generalKnowledge = generalKnowledge
  }

  public var json: JSONValue {
    .object([
      JSONMember("source", optional: source), JSONMember("publisher", optional: publisher),
      JSONMember("title", optional: title), JSONMember("url", optional: url), JSONMember("as_of", optional: asOf),
      JSONMember("confidence", optional: confidence), JSONMember("general_knowledge", .boolean(generalKnowledge)),
    ])
  }
}
