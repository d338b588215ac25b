public import Diagnostics

/// An expression and where it stands. Brackets leave no node; the span is that of what they enclose.
public struct Expression: Hashable, Sendable {
  public var kind: Kind
  @Placed public var span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of an expression.
  ///
  /// Chains of `AND`, `OR`, `XOR` and of comparisons are flat, and so are long ones of arithmetic, so that a long chain is not
  /// a deep tree. All other operators associate to the left; the height of the tree is limited by ``SyntaxLimits/height``.
  public indirect enum Kind: Hashable, Sendable {
    case literal(Literal)
    /// `[a, b]`.
    case list([Expression])
    /// `{key: value}`, in the order of the source; a key may occur twice.
    case map([MapEntry])
    /// `$name` or `$0`, without the `$`.
    case parameter(String)
    case variable(String)
    /// `subject.key`.
    case property(Expression, Identifier)
    /// `subject[index]`.
    case element(Expression, index: Expression)
    /// `subject[from..to]`, either bound may be absent.
    case slice(Expression, from: Expression?, to: Expression?)
    /// `subject{.a, b: 1, .*, v}`.
    case mapProjection(Expression, [MapProjectionItem])
    /// `NOT a`, `-a`, `+a`.
    case unary(UnaryOperator, Expression)
    /// Arithmetic, `IN`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`, `||`.
    case binary(BinaryOperator, Expression, Expression)
    /// `a + b - c …`: a long chain of operators that bind equally tightly, from left to right. A short one is a tree of
    /// ``binary(_:_:_:)``.
    case arithmetic(Expression, [ArithmeticStep])
    /// Two or more operands of one connective, in order. Nested only where the source has brackets.
    case logical(LogicalOperator, [Expression])
    /// `a < b <= c`: the first operand and one step or more, meant as the conjunction of the neighbours' comparisons.
    case comparison(Expression, [ComparisonStep])
    /// `a IS NULL`, `a IS NOT NULL`.
    case nullTest(Expression, isNegated: Bool)
    /// `a IS :: INTEGER`, `a IS NOT :: INTEGER`.
    case typeTest(Expression, TypeExpression, isNegated: Bool)
    /// `n:A:B`, `n:A|B`, `n IS A`.
    case labelTest(Expression, LabelExpression)
    case conditional(CaseExpression)
    /// What stands behind the `CASE` of this `WHEN`, which writes nothing for it: `WHEN < 3`.
    case caseSubject
    /// A call with ordinary arguments. `exists((a)-->(b))` is a call whose argument is a pattern predicate.
    case functionCall(FunctionCall)
    /// `count(*)`.
    case countAll
    case listComprehension(ListComprehension)
    case patternComprehension(PatternComprehension)
    /// `all`, `any`, `none`, `single` `(x IN list WHERE predicate)`.
    case quantifier(QuantifierExpression)
    case reduce(ReduceExpression)
    /// A pattern in the place of a truth value: it is true if the pattern can be matched.
    case patternPredicate(PathPattern)
    /// `shortestPath(…)` or `allShortestPaths(…)` as a value; the pattern's ``PathPattern/selector`` says which.
    case shortestPath(PathPattern)
    /// `EXISTS { }`, `COUNT { }`, `COLLECT { }`.
    case subquery(SubqueryExpression)
  }
}

/// A literal without parts.
public enum Literal: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// Finite: a literal that is too large is an error of the parser.
  case float(Double)
  case string(String)
}

public enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
  case not = "NOT"
  case minus = "-"
  case plus = "+"
}

public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
  case power = "^"
  /// `||`: strings or lists.
  case concatenate = "||"
  case contains = "CONTAINS"
  case endsWith = "ENDS WITH"
  case `in` = "IN"
  /// `=~`: the whole of a string matches a regular expression.
  case matches = "=~"
  case startsWith = "STARTS WITH"
}

/// One operator of a chain and the operand on its right.
public struct ArithmeticStep: Hashable, Sendable {
  public var op: BinaryOperator
  public var operand: Expression

  public init(_ op: BinaryOperator, _ operand: Expression) {
    self.op = op
    self.operand = operand
  }
}

public enum LogicalOperator: String, Hashable, Sendable, CaseIterable {
  case and = "AND"
  case or = "OR"
  case xor = "XOR"
}

public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// One operator of a comparison chain and the operand on its right.
public struct ComparisonStep: Hashable, Sendable {
  public var comparison: ComparisonOperator
  public var operand: Expression

  public init(_ comparison: ComparisonOperator, _ operand: Expression) {
    self.comparison = comparison
    self.operand = operand
  }
}

/// `key: value` of a map literal or of a pattern's properties.
public struct MapEntry: Hashable, Sendable {
  public var key: Identifier
  public var value: Expression

  public init(_ key: Identifier, _ value: Expression) {
    self.key = key
    self.value = value
  }
}

/// One item of a map projection.
public enum MapProjectionItem: Hashable, Sendable {
  /// `.key`.
  case property(Identifier)
  /// `key: value`.
  case entry(MapEntry)
  /// `.*`.
  case allProperties
  /// `v`, short for `v: v`.
  case variable(Identifier)
}
