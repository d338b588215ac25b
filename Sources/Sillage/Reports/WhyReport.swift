public import ResultFormats

/// What `why` tells: everything that is stated between two entities, and who states it.
public struct WhyReport: Hashable, Sendable {
  public var first: EntityName
  public var second: EntityName
  public var relations: [SourcedRelation]
  public var claims: [ClaimReport]

  public init(first: EntityName, second: EntityName, relations: [SourcedRelation], claims: [ClaimReport]) {
    self.first = first
    self.second = second
    self.relations = relations
    self.claims = claims
  }

  public var json: JSONValue {
    .object([
      JSONMember("first", first.json), JSONMember("second", second.json),
      JSONMember("relations", .array(relations.map(\.json))), JSONMember("claims", .array(claims.map(\.json))),
    ])
  }
}

/// What somebody says in an article.
public struct ClaimReport: Hashable, Sendable {
  public var id: String
  public var subject: EntityName
  public var predicate: String
  public var object: EntityName
  public var modality: String?
  /// `positive` or `negative`.
  public var polarity: String?
  public var assertedBy: EntityName?
  public var attributedTo: EntityName?
  public var date: String?
  public var note: String?
  public var evidence: [EvidenceReport]
  /// How sure the claim is, how far along what is promised is, and when it shall be so.
  public var confidence: String?
  public var stage: String?
  public var due: String?
  /// What was learnt later.
  public var links: [ClaimLinkReport] = []
  /// The relations that the claim supports; filled in where one claim is asked for.
  public var relations: [SourcedRelation] = []

  public init(
    id: String, subject: EntityName, predicate: String, object: EntityName, modality: String? = nil,
    polarity: String? = nil, assertedBy: EntityName? = nil, attributedTo: EntityName? = nil, date: String? = nil,
    note: String? = nil, evidence: [EvidenceReport] = []
  ) {
    self.id = id
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.modality = modality
    self.polarity = polarity
    self.assertedBy = assertedBy
    self.attributedTo = attributedTo
    self.date = date
    self.note = note
    self.evidence = evidence
  }

  public var json: JSONValue {
    .object(
      [
        JSONMember("id", .string(id)), JSONMember("subject", subject.json), JSONMember("predicate", .string(predicate)),
        JSONMember("object", object.json), JSONMember("modality", optional: modality),
        JSONMember("polarity", optional: polarity), JSONMember("asserted_by", assertedBy?.json ?? .null),
        JSONMember("attributed_to", attributedTo?.json ?? .null), JSONMember("date", optional: date),
        JSONMember("note", optional: note), JSONMember("confidence", optional: confidence),
        JSONMember("stage", optional: stage), JSONMember("due", optional: due),
        JSONMember("evidence", .array(evidence.map(\.json))), JSONMember("links", .array(links.map(\.json))),
      ] + (relations.isEmpty ? [] : [JSONMember("supports", .array(relations.map(\.json)))]))
  }
}

/// What was learnt later about a claim.
public struct ClaimLinkReport: Hashable, Sendable {
  /// Such as `SUPERSEDED_BY`.
  public var kind: String
  public var target: EntityName
  public var sourcing: Sourcing
  public var note: String?

  public init(kind: String, target: EntityName, sourcing: Sourcing, note: String?) {
    self.kind = kind
    self.target = target
    self.sourcing = sourcing
    self.note = note
  }

  public var json: JSONValue {
    .object([
      JSONMember("kind", .string(kind)), JSONMember("target", target.json), JSONMember("sourcing", sourcing.json),
      JSONMember("note", optional: note),
    ])
  }
}

/// Where an article says it.
public struct EvidenceReport: Hashable, Sendable {
  public var article: EntityName
  public var quote: String?
  /// Half-open, in `unit`, from the start of the article's text.
  public var offsets: Range<Int>?
  /// `scalar`, `utf8` or `utf16`.
  public var unit: String?
  /// The SHA-256 of the text that the offsets count in, where it is known.
  public var sha256: String?
  /// The id of the bibliographic record of the article; its own where there is none.
  public var source: String?

  public init(article: EntityName, quote: String?, offsets: Range<Int>?, unit: String?, sha256: String? = nil, source: String? = nil) {
    self.article = article
    self.quote = quote
    self.offsets = offsets
    self.unit = unit
    self.sha256 = sha256
    self.source = source
  }

  public var json: JSONValue {
    .object([
      JSONMember("article", article.json), JSONMember("quote", optional: quote),
      JSONMember("start", offsets.map { .integer(Int64($0.lowerBound)) } ?? .null),
      JSONMember("end", offsets.map { .integer(Int64($0.upperBound)) } ?? .null), JSONMember("unit", optional: unit),
      JSONMember("sha256", optional: sha256),
    ])
  }
}
