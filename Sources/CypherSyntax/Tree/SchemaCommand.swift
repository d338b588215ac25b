public import Diagnostics

/// A command that changes indexes and constraints.
public struct SchemaCommand: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case createIndex(IndexDefinition)
    case createConstraint(ConstraintDefinition)
    case dropIndex(name: Identifier, ifExists: Bool)
    case dropConstraint(name: Identifier, ifExists: Bool)
  }

  public var kind: Kind
  @Placed public var span: SourceSpan
}

/// What an index or constraint is on: `(n:Label)` or `()-[r:TYPE]-()`.
public struct SchemaTarget: Hashable, Sendable {
  public enum Entity: Hashable, Sendable { case node, relationship }

  public var entity: Entity
  public var variable: Identifier
  /// One label or type; a full-text index may have several.
  public var names: [Identifier]
  /// The property keys, in order.
  public var keys: [Identifier]
}

/// `CREATE INDEX name IF NOT EXISTS FOR target ON (n.a, n.b) OPTIONS {…}`.
public struct IndexDefinition: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case range = "RANGE"
    case text = "TEXT"
    case fullText = "FULLTEXT"
  }

  /// `range` where the source does not say.
  public var kind: Kind
  public var name: Identifier?
  public var ifNotExists: Bool
  public var target: SchemaTarget
  public var options: Expression?
}

/// `CREATE CONSTRAINT name IF NOT EXISTS FOR target REQUIRE n.a IS UNIQUE`.
public struct ConstraintDefinition: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    case unique
    /// `IS NOT NULL`.
    case exists
    /// `IS NODE KEY`, `IS RELATIONSHIP KEY`: unique and present.
    case key
    /// `IS :: STRING`: the words of the type, in capitals, separated by one space.
    case type(String)
  }

  public var name: Identifier?
  public var ifNotExists: Bool
  public var target: SchemaTarget
  public var rule: Rule
}
