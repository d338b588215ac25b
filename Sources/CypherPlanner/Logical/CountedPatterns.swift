/// The nodes that are within some relationships of a node, each once: `-[:T*1..3]->` where nobody asks for the way.
public struct Reach: Sendable {
  public var from: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  /// 0 or 1.
  public var minimum: Int
  public var maximum: Int?
  public var isInto: Bool
  /// Whether all its relationships are followed both ways, so that a node is not reached again by the relationships that led from it.
  public var isBothWays: Bool
  /// The labels that the reached node has; none where it has its value already.
  public var labels: [String]
  /// What each relationship, and each node that it leads to, must fulfil: the variable that stands for it and the condition, which never fails.
  public var condition: (relationship: Variable, predicate: BoundExpression)?
  public var nodeCondition: (node: Variable, predicate: BoundExpression)?

  /// The conditions.
  public var predicates: [BoundExpression] { [condition?.predicate, nodeCondition?.predicate].compactMap { $0 } }
}

/// How many relationships lead on from a node, in place of a row for each.
public struct NeighbourCount: Sendable {
  /// One of the relationships of the pattern that are counted.
  public struct Leg: Sendable {
    public var types: [String]
    public var direction: PatternDirection
    /// The labels of the node at the other end.
    public var labels: [String]
    /// Bound relationships of the same MATCH that do not count.
    public var rivals: [Rival]
  }

  public var from: Variable
  /// One, or two of which the combinations are counted.
  public var legs: [Leg]
  /// Whether there are two, and a relationship may not stand for both at once.
  public var legsDiffer: Bool
  /// Bound to the number.
  public var count: Variable
  /// Whether rows for which there are none, or no node, are handed on with 0; else they are left out.
  public var keepsNone = false
}

/// In how many ways two nodes meet in a third, of which nobody asks which it is. Rows for which there is none are left out.
public struct MeetingCount: Sendable {
  public struct Side: Sendable {
    public var from: Variable
    public var types: [String]
    public var direction: PatternDirection
  }

  public var left: Side
  public var right: Side
  /// The labels of the node in the middle.
  public var labels: [String]
  /// Whether the two relationships must differ.
  public var sidesDiffer: Bool
  /// Bound relationships that do not count on either side.
  public var leftRivals: [Variable]
  public var rightRivals: [Variable]
  /// Those of them that need not lie between the two nodes, with their ends.
  public var leftDistant: [Rival]
  public var rightDistant: [Rival]
  /// Bound to the number.
  public var count: Variable
}

/// A bound relationship that may be met again.
public struct Rival: Sendable {
  public var relationship: Variable
  /// Where it starts and ends, if the pattern tells, and it is of a type that is followed for certain. Where both ways are followed, the
  /// two may be the other way round.
  public var ends: (start: Variable, end: Variable)?
}
