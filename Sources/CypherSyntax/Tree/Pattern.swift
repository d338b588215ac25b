public import Diagnostics

/// One path of a pattern: `p = shortestPath((a)-[:R*]->(b))`.
public struct PathPattern: Hashable, Sendable {
  /// The name of the path.
  public var variable: Identifier?
  /// Which of the matching paths count; nil for all.
  public var selector: PathSelector?
  /// `WALK`, `TRAIL`, `ACYCLIC` or `SIMPLE`; nil where the source does not say, which means that no relationship
  /// occurs twice in one `MATCH`.
  public var mode: PathMode?
  /// Starts and ends with a node or a group; a relationship stands between two nodes.
  public var elements: [PatternElement]
  @Placed public var span: SourceSpan

  /// The nodes that stand outside groups, in order.
  public var nodes: [NodePattern] {
    elements.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// The relationships that stand outside groups, in order.
  public var relationships: [RelationshipPattern] {
    elements.compactMap { if case .relationship(let relationship) = $0 { relationship } else { nil } }
  }
}

/// One link of a path pattern.
public enum PatternElement: Hashable, Sendable {
  case node(NodePattern)
  case relationship(RelationshipPattern)
  case group(PatternGroup)
}

/// `(variable:Labels {properties} WHERE predicate)`.
public struct NodePattern: Hashable, Sendable {
  public var variable: Identifier?
  public var labels: LabelExpression?
  /// A map literal or a parameter.
  public var properties: Expression?
  public var predicate: Expression?
  @Placed public var span: SourceSpan
}

/// `-[variable:TYPES*1..3 {properties} WHERE predicate]->`.
public struct RelationshipPattern: Hashable, Sendable {
  public enum Direction: Hashable, Sendable {
    /// `-->`: from the node on the left to the node on the right.
    case outgoing
    /// `<--`.
    case incoming
    /// `--` and `<-->`.
    case either
  }

  public var variable: Identifier?
  /// The wanted types, with the same connectives as labels.
  public var types: LabelExpression?
  public var direction: Direction
  /// `*1..3`: the variable holds a list of relationships. Nil for exactly one relationship.
  public var length: VariableLength?
  /// `-->+`, `-[r]->{1,3}`: the ISO form of repetition. Never together with ``length``.
  public var quantifier: PathQuantifier?
  /// A map literal or a parameter.
  public var properties: Expression?
  public var predicate: Expression?
  @Placed public var span: SourceSpan
}

/// The bounds of `*`, `*2`, `*1..3`, `*..3`. No lower bound means 1, no upper bound means none; `*2` has both bounds 2.
public struct VariableLength: Hashable, Sendable {
  public var lower: Int?
  public var upper: Int?
  @Placed public var span: SourceSpan

  public init(lower: Int?, upper: Int?, span: SourceSpan) {
    self.lower = lower
    self.upper = upper
    self.span = span
  }
}

/// `{2}`, `{1,3}`, `{,3}`, `+`, `*` after a group or a relationship.
public struct PathQuantifier: Hashable, Sendable {
  /// 0 where the source gives none.
  public var lower: Int
  /// Nil for no upper bound.
  public var upper: Int?
  @Placed public var span: SourceSpan
}

/// `((a)-[r]->(b) WHERE predicate){1,3}`: a part of a path that repeats; its variables become lists.
public struct PatternGroup: Hashable, Sendable {
  public var path: PathPattern
  public var predicate: Expression?
  /// Nil for brackets without repetition.
  public var quantifier: PathQuantifier?
  @Placed public var span: SourceSpan
}

/// Which of the paths that match are kept, for each pair of end nodes.
public enum PathSelector: Hashable, Sendable {
  /// `shortestPath(…)`.
  case shortestPath
  /// `allShortestPaths(…)`.
  case allShortestPaths
  /// `ALL`.
  case all
  /// `ANY k`.
  case any(Int)
  /// `SHORTEST k`; `ANY SHORTEST` is `SHORTEST 1`.
  case shortest(Int)
  /// `ALL SHORTEST`.
  case allShortest
  /// `SHORTEST k GROUPS`.
  case shortestGroups(Int)
}

/// What may repeat in a path.
public enum PathMode: String, Hashable, Sendable, CaseIterable {
  /// Anything.
  case walk = "WALK"
  /// No relationship twice.
  case trail = "TRAIL"
  /// No node twice.
  case acyclic = "ACYCLIC"
  /// No node twice, but the first may be the last.
  case simple = "SIMPLE"
}

/// A condition on labels or a relationship's type: `A`, `A|B`, `A&!C`, `%`.
public indirect enum LabelExpression: Hashable, Sendable {
  case name(Identifier)
  /// `%`: any label at all.
  case any
  /// `$(expression)`: the name, or all the names of a list; `$any(expression)`: one of the names of a list.
  case computed(Expression, matchesAny: Bool)
  case not(LabelExpression)
  /// Two or more; `:A:B` is the same as `:A&B`.
  case and([LabelExpression])
  /// Two or more; `:A|:B` is the same as `:A|B`.
  case or([LabelExpression])

  /// The names of a plain conjunction `:A:B`, or of one label; nil for anything else.
  public var conjoinedNames: [Identifier]? {
    switch self {
    case .name(let name): [name]
    case .and(let parts): Self.names(parts)
    case .any, .not, .or, .computed: nil
    }
  }

  /// The names of a plain disjunction `:A|B`, or of one type; nil for anything else.
  public var alternativeNames: [Identifier]? {
    switch self {
    case .name(let name): [name]
    case .or(let parts): Self.names(parts)
    case .any, .not, .and, .computed: nil
    }
  }

  /// Every name in it, in order.
  public var names: [Identifier] {
    switch self {
    case .name(let name): [name]
    case .any, .computed: []
    case .not(let part): part.names
    case .and(let parts), .or(let parts): parts.flatMap(\.names)
    }
  }

  /// Every expression in it, in order.
  public var expressions: [Expression] {
    switch self {
    case .computed(let expression, _): [expression]
    case .name, .any: []
    case .not(let part): part.expressions
    case .and(let parts), .or(let parts): parts.flatMap(\.expressions)
    }
  }

  /// The labels that a plain conjunction gives, as `CREATE` and `SET` take them; nil for anything else.
  public var given: [LabelExpression]? {
    switch self {
    case .name, .computed(_, matchesAny: false): [self]
    case .and(let parts): parts.allSatisfy { $0.given?.count == 1 } ? parts : nil
    case .any, .not, .or, .computed: nil
    }
  }

  private static func names(_ parts: [LabelExpression]) -> [Identifier]? {
    var names: [Identifier] = []
    for part in parts {
      guard case .name(let name) = part else { return nil }
      names.append(name)
    }
    return names
  }
}
