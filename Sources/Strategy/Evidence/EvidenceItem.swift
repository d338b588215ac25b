public import GraphModel

/// One thing that a statement of the graph rests on: a place in an article, or a source without a quote.
public struct EvidenceItem: Hashable, Sendable {
  /// The id of the claim that is made there; nil for a source that is only named.
  public var claim: String?
  /// The id of the article, where it is a node of the graph.
  public var article: String?
  /// The id of the bibliographic record.
  public var source: String?
  /// As the article or the record gives it.
  public var title: String?
  public var publisher: String?
  public var url: String?
  public var quote: String?
  /// Half-open, in ``unit``.
  public var offsets: Range<Int>?
  public var unit: String?
  /// The id of whoever makes the claim; of a source that is only named, its publisher.
  public var asserter: String?
  /// The id of whoever the claim is said to come from.
  public var attributedTo: String?
  /// When it was claimed or published, as `graph-data` writes it.
  public var date: String?
  /// How sure the claim or the statement is.
  public var confidence: String?
  public var modality: String?
  /// Whether it tells that a relationship ended or will end, rather than that it held.
  public var tellsOfEnd = false

  /// Whether nobody looked it up.
  public var isGeneralKnowledge: Bool { source == "gk" && article == nil }
  /// What it is found in: the article, else the source.
  public var document: String? { article ?? source }

  init() {}

  /// As a map of the query language; what is not known is null.
  public var value: Value {
    func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
    func number(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .null }
    var map = ValueMap()
    map["article"] = text(article)
    map["quote"] = text(quote)
    map["start"] = number(offsets?.lowerBound)
    map["end"] = number(offsets?.upperBound)
    map["unit"] = text(unit)
    map["asserter"] = text(asserter)
    map["attributed_to"] = text(attributedTo)
    map["date"] = text(date)
    map["claim"] = text(claim)
    map["modality"] = text(modality)
    map["source"] = text(source)
    map["title"] = text(title)
    map["publisher"] = text(publisher)
    map["url"] = text(url)
    map["confidence"] = text(confidence)
    map["tells_of_end"] = .boolean(tellsOfEnd)
    map["general_knowledge"] = .boolean(isGeneralKnowledge)
    return .map(map)
  }
}
