/// For each row, the nodes with a label whose property equals a value.
public struct NodeSeek: Sendable {
  public var label: String
  public var key: String
  public var value: BoundExpression
  /// Whether the value is a list, of which the property equals any element.
  public var isAnyOf: Bool
}

/// The nodes that a row has already, as they are or by their ids.
public struct KnownNodes: Sendable {
  /// What of a node the value is.
  public enum Form: Sendable { case node, id, elementId }

  public var form: Form
  public var value: BoundExpression
  /// Whether the value is a list, of which any element is one.
  public var isAnyOf: Bool
}

/// A relationship that a row has already, of which a pattern says what it is between.
public struct KnownRelationship: Sendable {
  public var from: Variable
  public var relationship: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  /// Those of its two nodes that rows do not have yet.
  public var finds: [Variable]
  /// Relationships, or lists of them, of the same MATCH, which it must differ from.
  public var differsFrom: [Variable]
}

/// Of the relationships of a type those whose property equals a value.
public struct RelationshipSeek: Sendable {
  public var type: String
  public var key: String
  public var value: BoundExpression
  /// Whether the value is a list, of which the property equals any element.
  public var isAnyOf: Bool
}

/// One relationship away.
public struct Expansion: Sendable {
  public var from: Variable
  public var relationship: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  /// Whether `to` has its value already, so that only relationships that end there count.
  public var isInto: Bool
  /// The labels that the node at the other end has; none where it has its value already.
  public var labels: [String]
  /// Relationships, or lists of them, of the same MATCH, which this one must differ from.
  public var differsFrom: [Variable]
  /// What the relationship and the node at the other end must pass; what they are compared with is the same for all rows.
  public var relationshipTests: [ScanTest] = []
  public var neighbourTests: [ScanTest] = []
  /// Variables of its input or of its own that its rows do not have, since nobody reads them.
  public var drops: Set<Variable> = []
}

/// All relationships, each with its two ends.
public struct RelationshipScan: Sendable {
  public var start: Variable
  public var relationship: Variable
  public var end: Variable
  public var types: [String]
  public var direction: PatternDirection
  /// The labels that the nodes at its ends have.
  public var startLabels: [String]
  public var endLabels: [String]
  /// Relationships of the same MATCH that it must not be.
  public var differsFrom: [Variable]
  /// What is tested while they are read.
  public var tests: [ScanTest] = []
  /// Those of its two nodes that its rows do not have, since nobody reads them.
  public var drops: Set<Variable> = []

  /// The variables of its rows.
  public var columns: [Variable] { [start, relationship, end].filter { !drops.contains($0) } }
}

/// Several relationships away, no relationship twice.
public struct RepeatedExpansion: Sendable {
  public var from: Variable
  /// Bound to the list of relationships, in the order of the pattern.
  public var relationships: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  public var minimum: Int
  public var maximum: Int?
  public var isInto: Bool
  public var differsFrom: [Variable]
  /// What each relationship must fulfil: the variable that stands for it and the condition.
  public var condition: (relationship: Variable, predicate: BoundExpression)?
  /// The same for each node that it comes to.
  public var nodeCondition: (node: Variable, predicate: BoundExpression)?
  /// Whether the pattern was written from `to` to `from`, so that the list must be turned round.
  public var isReversed: Bool
  /// What is kept of the ways between two nodes, which then come shortest first; nil for all.
  public var kept: PathSelection.Kept?
}

/// The shortest ways between two nodes that are bound already.
public struct ShortestPaths: Sendable {
  public var from: Variable
  public var relationships: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  public var minimum: Int
  public var maximum: Int?
  /// All of the shortest rather than one of them.
  public var all: Bool
  /// Whether the search goes on from both ends.
  public var isTwoSided: Bool
  /// Whether `relationships` is bound to their number, of one of the shortest.
  public var isMeasured: Bool
  public var condition: (relationship: Variable, predicate: BoundExpression)?
}

/// A part of a pattern that is matched several times in a row, each time from the node that the time before reached.
public struct RepeatedPattern: Sendable {
  /// The node where the turns begin; of the pattern's two ends the one that is known.
  public var from: Variable
  public var to: Variable
  public var isInto: Bool
  /// One turn; it starts from ``LogicalPlan/argument(_:)`` with ``turnStart`` and the outer variables that it reads.
  public var turn: LogicalPlan
  public var turnStart: Variable
  public var turnEnd: Variable
  /// The relationships, or lists of them, of one turn in the order of the pattern.
  public var turnRelationships: [Variable]
  public var groups: [(each: Variable, list: Variable)]
  public var relationships: Variable
  public var minimum: Int
  public var maximum: Int?
  /// Whether the turns run from the end of the pattern to its start.
  public var isReversed: Bool
  public var isWalk: Bool
  /// What is kept of the ways between two nodes, where none of it passes a node later than another way did; nil for all.
  public var kept: PathSelection.Kept?
  public var differsFrom: [Variable]
}

/// Which paths between the same two nodes are kept.
public struct PathSelection: Sendable {
  public enum Kept: Hashable, Sendable {
    /// Any so many.
    case any(Int)
    /// So many of the shortest.
    case shortest(Int)
    /// All of the so many smallest lengths.
    case shortestGroups(Int)
  }

  public var kept: Kept
  public var path: Variable
  public var from: Variable
  public var to: Variable
  /// Whether all paths have the same two ends, and come shortest first.
  public var comesByLength = false
}

/// Where the arrow of a relationship pattern points, read from left to right.
public enum PatternDirection: Sendable {
  case outgoing, incoming, either

  public var reversed: PatternDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}
