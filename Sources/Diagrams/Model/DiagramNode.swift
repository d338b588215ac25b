/// An entity in a diagram.
public struct DiagramNode: Hashable, Sendable {
  /// The entity's own id: stable between two diagrams, so that a diff of their text reads well.
  public var id: String
  public var name: String
  /// The node's labels, the most specific first.
  public var labels: [String]
  /// The word above the name; nil takes the style's word for the type.
  public var caption: String?
  /// A line under the name, such as "Seine-Maritime".
  public var detail: String?
  /// The diagram is about this node. It is the dark one.
  public var isSubject: Bool
  /// The group that the node stands in; nil groups it by type.
  public var clusterKey: String?
  /// The column that the kind gives it, counted from the left; nil lets type and lines decide.
  public var column: Int?
  /// What it says beside its name; nil for a plain box.
  public var card: DiagramCard?
  /// What became of it between two states.
  public var change: DiagramChange?
  /// When it happened, as a date or the beginning of one: "2025", "2025-09", "2025-09-23". It orders a timeline.
  public var when: String?
  /// How firm it is; nil for a thing that is there.
  public var status: DiagramEdgeStatus?
  /// How many sources or claims support the node; it weighs when a limit has to choose.
  public var evidenceCount: Int
  /// A path that begins with "/", or an address with `https://` or `http://`; anything else is not written.
  public var url: String?
  /// What is shown on hovering, after name and type.
  public var note: String?

  public init(
    id: String, name: String, labels: [String], caption: String? = nil, detail: String? = nil, isSubject: Bool = false,
    clusterKey: String? = nil, column: Int? = nil, card: DiagramCard? = nil, change: DiagramChange? = nil,
    when: String? = nil, status: DiagramEdgeStatus? = nil, evidenceCount: Int = 0, url: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.labels = labels
    self.caption = caption
    self.detail = detail
    self.isSubject = isSubject
    self.clusterKey = clusterKey
    self.column = column
    self.card = card
    self.change = change
    self.when = when
    self.status = status
    self.evidenceCount = evidenceCount
    self.url = url
    self.note = note
  }
}
