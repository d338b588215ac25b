/// `CASE … WHEN … THEN … ELSE … END`.
public struct CaseExpression: Hashable, Sendable {
  /// What the alternatives are compared with; nil for the form whose alternatives are predicates.
  public var subject: Expression?
  /// At least one.
  public var alternatives: [Alternative]
  public var otherwise: Expression?

  /// `WHEN condition, condition THEN result`.
  public struct Alternative: Hashable, Sendable {
    /// At least one; more than one only where there is a subject.
    public var conditions: [Expression]
    public var result: Expression

    public init(_ conditions: [Expression], _ result: Expression) {
      self.conditions = conditions
      self.result = result
    }

    public init(_ condition: Expression, _ result: Expression) { self.init([condition], result) }
  }
}

/// `name(DISTINCT a, b)`.
public struct FunctionCall: Hashable, Sendable {
  public var name: QualifiedName
  public var isDistinct: Bool
  public var arguments: [Expression]

  public init(_ name: QualifiedName, isDistinct: Bool = false, _ arguments: [Expression]) {
    self.name = name
    self.isDistinct = isDistinct
    self.arguments = arguments
  }
}

/// `[variable IN list WHERE predicate | result]`.
public struct ListComprehension: Hashable, Sendable {
  public var variable: Identifier
  public var list: Expression
  public var predicate: Expression?
  /// Absent: the element itself.
  public var result: Expression?
}

/// `[path = pattern WHERE predicate | result]`.
public struct PatternComprehension: Hashable, Sendable {
  /// A named path has its name in ``PathPattern/variable``.
  public var pattern: PathPattern
  public var predicate: Expression?
  public var result: Expression
}

/// `all(variable IN list WHERE predicate)` and its kin.
public struct QuantifierExpression: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case all, any, none, single }

  public var kind: Kind
  public var variable: Identifier
  public var list: Expression
  public var predicate: Expression
}

/// `reduce(accumulator = initial, variable IN list | step)`, and `allReduce(…, predicate)`: whether the predicate holds after
/// each step.
public struct ReduceExpression: Hashable, Sendable {
  public var accumulator: Identifier
  public var initial: Expression
  public var variable: Identifier
  public var list: Expression
  public var step: Expression
  /// Of `allReduce`.
  public var predicate: Expression?
}

/// `EXISTS { }`, `COUNT { }` or `COLLECT { }`.
///
/// A bare pattern (`EXISTS { (a)-->(b) WHERE … }`) is kept as a query of one `MATCH`. Only such a query and other queries of
/// `EXISTS` and `COUNT` may lack a `RETURN`.
public struct SubqueryExpression: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case exists = "EXISTS"
    case count = "COUNT"
    case collect = "COLLECT"
  }

  public var kind: Kind
  public var query: Query
}
