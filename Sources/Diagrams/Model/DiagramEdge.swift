/// A relationship in a diagram.
public struct DiagramEdge: Hashable, Sendable {
  /// The relationship's own id where it has one.
  public var id: String?
  public var from: String
  public var to: String
  /// The relationship type in upper snake case, such as PRODUCES.
  public var type: String
  /// The phrase on the line, read from `from` to `to`; nil takes the style's phrase for the type.
  public var label: String?
  /// What narrows the statement, such as "rear axle" or "52 %".
  public var qualifier: String?
  public var status: DiagramEdgeStatus
  /// The date that belongs to the status, such as "2027" for something planned.
  public var date: String?
  /// What is shown on hovering: who says so.
  public var note: String?
  /// From when to when it holds, as far as that is known: dates or the beginnings of dates.
  public var since: String?
  public var until: String?
  /// What became of it between two states.
  public var change: DiagramChange?
  /// Where it can be read: a path that begins with "/", or an address with `https://` or `http://`.
  public var url: String?
  /// Ids of sources of the model.
  public var citations: [String]

  public init(
    id: String? = nil, from: String, to: String, type: String, label: String? = nil, qualifier: String? = nil,
    status: DiagramEdgeStatus = .asserted, date: String? = nil, note: String? = nil, since: String? = nil, until: String? = nil, change: DiagramChange? = nil, url: String? = nil,
    citations: [String] = []
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.type = type
    self.label = label
    self.qualifier = qualifier
    self.status = status
    self.date = date
    self.note = note
    self.since = since
    self.until = until
    self.change = change
    self.url = url
    self.citations = citations
  }
}

/// How firmly a relationship is stated. Each status but the first has its own line and its own word.
public enum DiagramEdgeStatus: String, Hashable, Sendable, CaseIterable {
  /// A sourced fact.
  case asserted
  /// Announced, not yet true.
  case planned
  /// Said by someone who is not the authority on it.
  case reported
  /// Analysis or opinion of an author.
  case claimed
  /// No longer true.
  case ended
  /// True, with an announced end.
  case endedPlanned = "ended-planned"
  /// Denied.
  case negated
}
