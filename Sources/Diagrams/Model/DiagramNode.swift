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
  /// How many sources or claims support the node; it weighs when a limit has to choose.
  public var evidenceCount: Int
  /// A path that begins with "/"; anything else is not written.
  public var url: String?
  /// What is shown on hovering, after name and type.
  public var note: String?

  public init(
    id: String, name: String, labels: [String], caption: String? = nil, detail: String? = nil, isSubject: Bool = false,
    clusterKey: String? = nil, evidenceCount: Int = 0, url: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.labels = labels
    self.caption = caption
    self.detail = detail
    self.isSubject = isSubject
    self.clusterKey = clusterKey
    self.evidenceCount = evidenceCount
    self.url = url
    self.note = note
  }
}
