public import Diagnostics

/// What CREATE makes, in the order in which it is written. Variables that are bound before are not made.
public struct CreatedPattern: Sendable {
  public struct Node: Sendable {
    public var variable: Variable
    public var labels: [GivenName]
    public var properties: BoundExpression?
  }

  public struct Relationship: Sendable {
    public var variable: Variable
    public var type: GivenName
    public var from: Variable
    public var to: Variable
    public var properties: BoundExpression?
    public var span: SourceSpan
  }

  public var nodes: [Node]
  public var relationships: [Relationship]
  /// Paths that got a name.
  public var paths: [ProjectedItem]
}

/// What MERGE looks for, and makes where it is not found.
public struct MergedPattern: Sendable {
  /// Starts from ``LogicalPlan/argument(_:)`` with one row.
  public var match: LogicalPlan
  public var create: CreatedPattern
  public var onMatch: [WriteItem]
  public var onCreate: [WriteItem]
  /// The variables that it binds, in either case.
  public var introduces: [Variable]
}

/// The name of a property, a label or a type: written in the query, as in `n.key`, or worked out for each row, as in `n[key]`.
/// Labels that are worked out may be several, in a list.
public enum GivenName: Sendable {
  case written(String)
  case computed(BoundExpression)

  /// Nil for one that is worked out.
  public var written: String? {
    if case .written(let name) = self { name } else { nil }
  }
}

/// One thing that SET or REMOVE does.
public struct WriteItem: Sendable {
  public enum Kind: Sendable {
    case setProperty(BoundExpression, key: GivenName, BoundExpression)
    /// `=`: all properties are replaced.
    case replaceProperties(BoundExpression, BoundExpression)
    /// `+=`
    case addProperties(BoundExpression, BoundExpression)
    case addLabels(BoundExpression, [GivenName])
    case removeLabels(BoundExpression, [GivenName])
    case removeProperty(BoundExpression, key: GivenName)
  }

  public var kind: Kind
  public var span: SourceSpan
}
