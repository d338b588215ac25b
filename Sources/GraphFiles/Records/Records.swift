public import Diagnostics
public import GraphModel

/// Who says so, as of when, and how sure.
public struct Provenance: Sendable {
  /// The id of a source; where an article of ours speaks of itself, the id of that article.
  public var source: Spanned<String>
  /// nil for `undated`.
  public var asOf: PartialDate?
  public var confidence: Confidence

  /// The source of what nobody looked up.
  public static let generalKnowledge = "gk"
  public var isGeneralKnowledge: Bool { source.value == Self.generalKnowledge }
}

public enum Confidence: String, Hashable, Sendable, CaseIterable {
  case high, medium, low
}

/// A thing: a node of the graph.
public struct EntityRecord: Sendable {
  public var file: String
  public var id: Spanned<String>
  public var types: [Spanned<String>]
  public var name: Spanned<String>
  public var aliases: [Spanned<String>]
  public var properties: [PropertyRecord]
  public var note: String?
  public var provenance: Provenance
}

/// A property with its value as the schema types it.
public struct PropertyRecord: Sendable {
  public var name: Spanned<String>
  /// Text, integer, float, boolean, or a list of these.
  public var value: Value
  public var span: SourceSpan
  /// The entities that a property of the type `reference` names.
  public var references: [Spanned<String>] = []
}

/// A relation, as it was written: beside one of its ends.
public struct RelationRecord: Sendable {
  public var file: String
  /// The name of the declared relationship type.
  public var type: String
  /// The name that was written: the type or its inverse.
  public var statedType: Spanned<String>
  /// The entity beside which the relation stands.
  public var owner: Spanned<String>
  public var target: Spanned<String>
  /// Whether it was written from the end to the start, by the inverse name.
  public var isInverted: Bool
  public var start: Spanned<PartialDate>?
  public var end: Spanned<PartialDate>?
  public var status: RelationStatus
  public var provenance: Provenance
  public var note: String?
  public var qualifiers: [PropertyRecord]
  /// Whether it names its source itself, rather than having that of its entity.
  public var hasOwnSource = false
  /// Who said that it had begun before its own source did; nil where nobody is named.
  public var startProvenance: Provenance?
  /// Who says that it ended or will end; nil where its own source says so.
  public var endProvenance: Provenance?

  public var subject: Spanned<String> { isInverted ? target : owner }
  public var object: Spanned<String> { isInverted ? owner : target }
}

/// How a relation stands in the world.
public enum RelationStatus: String, Hashable, Sendable, CaseIterable {
  /// True at the as-of date.
  case asserted
  case planned
  /// A rumour of the press.
  case reported
  /// Somebody's reading.
  case claimed
  case ended
  /// An end was announced and not verified.
  case endedPlanned = "ended-planned"
}

/// A bibliographic record.
public struct SourceRecord: Sendable {
  public var file: String
  public var id: Spanned<String>
  public var publisher: String
  public var title: String
  public var date: PartialDate?
  public var url: String?
  public var note: String?
  /// The language of the text, such as `fr`.
  public var language: String?
  /// The source whose text this one repeats, such as the press release behind an article.
  public var origin: Spanned<String>?
}

/// A dated number.
public struct ObservationRecord: Sendable {
  public var file: String
  public var id: Spanned<String>?
  public var subject: Spanned<String>
  public var property: Spanned<String>
  /// An integer or a float where the text reads as one, else text.
  public var value: Value
  public var unit: String?
  public var date: PartialDate?
  public var source: Spanned<String>
  public var confidence: Confidence?
  public var note: String?
}

/// What an article says.
public struct ClaimRecord: Sendable {
  public var file: String
  public var id: Spanned<String>
  public var article: Spanned<String>
  public var subject: Spanned<String>
  public var predicate: Spanned<String>
  public var object: ClaimObject
  public var modality: Spanned<String>
  public var polarity: Polarity
  public var assertedBy: Spanned<String>?
  public var attributedTo: Spanned<String>?
  /// Whether the article only implies the attribution.
  public var isImplied: Bool
  public var voice: String?
  public var date: PartialDate?
  public var confidence: Confidence?
  /// How far along what is promised is, according to the article.
  public var stage: ClaimStage?
  /// When what is promised shall be so.
  public var due: PartialDate?
  public var note: String?
  /// At least one.
  public var evidence: [Evidence]
}

/// How far along something that is promised is.
public enum ClaimStage: String, Hashable, Sendable, CaseIterable {
  case rumoured, announced, confirmed
  case underWay = "under-way"
  case done, postponed, dropped
}

public enum ClaimObject: Sendable {
  case entity(Spanned<String>)
  /// An integer or a float where the text after `=` reads as one, else text.
  case literal(Value)
}

public enum Polarity: String, Hashable, Sendable, CaseIterable {
  case positive, negative
}

/// Where in an article a claim is made.
public struct Evidence: Sendable {
  /// The article of the claim, unless the text names another one.
  public var article: Spanned<String>
  /// At most eight words of a text that is not ours.
  public var quote: Spanned<String>
  /// Half-open, in ``unit``.
  public var anchor: Spanned<Range<Int>>
  /// The sentence or passage around it.
  public var passage: Spanned<Range<Int>>
  public var unit: OffsetUnit
  /// What stands right before and right after the quote, so that it is found again where its words stand more than once.
  public var prefix: Spanned<String>?
  public var suffix: Spanned<String>?
}

/// What offsets in articles count.
public enum OffsetUnit: String, Hashable, Sendable, CaseIterable {
  /// Unicode scalar values.
  case scalar
  /// Bytes of UTF-8.
  case utf8
  /// Code units of UTF-16.
  case utf16
}

/// What was learnt later about a claim.
public struct ClaimLinkRecord: Sendable {
  public var file: String
  public var claim: Spanned<String>
  public var kind: ClaimLinkKind
  /// The id of an entity or of a claim.
  public var target: Spanned<String>
  public var provenance: Provenance
  public var note: String?
}

public enum ClaimLinkKind: String, Hashable, Sendable, CaseIterable {
  case supportedBy = "supported_by"
  case nuancedBy = "nuanced_by"
  case supersededBy = "superseded_by"
  case contradictedBy = "contradicted_by"
}

/// An article of ours: an entity with its text.
public struct ArticleRecord: Sendable {
  /// Its `name` is the title.
  public var entity: EntityRecord
  public var language: Spanned<String>
  /// The SHA-256 that the front matter gives the text, in hexadecimal: which text its claims were anchored in.
  public var statedHash: Spanned<String>?
  /// Where in the file the text begins; it goes on to the end of the file.
  public var textStart: Int
  public var text: String
}

/// Everything that the text of a graph holds, in the order of paths and places.
public struct GraphRecords: Sendable {
  public var schema = Schema()
  public var entities: [EntityRecord] = []
  public var articles: [ArticleRecord] = []
  public var relations: [RelationRecord] = []
  public var sources: [SourceRecord] = []
  public var observations: [ObservationRecord] = []
  public var claims: [ClaimRecord] = []
  public var claimLinks: [ClaimLinkRecord] = []
  public var cues = CueRecords()
  public var mentions: [MentionRecord] = []
  public var verdicts: [VerdictRecord] = []

  public init() {}
}
