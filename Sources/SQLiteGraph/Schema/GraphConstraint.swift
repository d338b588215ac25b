public import GraphModel

/// A rule that nodes with a label, or relationships of a type, keep.
public struct GraphConstraint: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// No two nodes that have all of the properties have equal values in them.
    case unique
    /// Each has the properties.
    case exists
    /// Both of the above.
    case key
    /// The properties, where they are there, hold values of a type.
    case type(PropertyType)
  }

  /// Unlike that of any other constraint of the graph, and of any index but the one that serves it.
  public var name: String
  public var subject: SchemaSubject
  /// At least one.
  public var keys: [PropertyKeyID]
  public var rule: Rule

  public init(name: String, subject: SchemaSubject, keys: [PropertyKeyID], rule: Rule) {
    self.name = name
    self.subject = subject
    self.keys = keys
    self.rule = rule
  }

  /// Whether it looks for equal values, and so wants an index on its first key.
  var wantsIndex: Bool { rule == .unique || rule == .key }

  /// Whether it looks into an index on the key.
  func uses(_ subject: SchemaSubject, _ key: PropertyKeyID) -> Bool {
    wantsIndex && self.subject == subject && keys.first == key
  }
}

/// A property index as people know it.
public struct GraphIndex: Hashable, Sendable {
  /// Unlike that of any other index of the graph.
  public var name: String
  public var subject: SchemaSubject
  /// At least one; where there are more, they are looked into by the first.
  public var keys: [PropertyKeyID]
  /// Whether it was declared for text. It is kept and asked like any other.
  public var isText: Bool
}
