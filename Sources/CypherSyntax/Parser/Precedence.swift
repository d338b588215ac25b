/// How tightly operators bind, as openCypher's grammar orders them; a larger one binds tighter.
enum Precedence: Int, Comparable {
  case or = 1
  case xor
  case and
  case not
  case comparison
  /// `IN`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`, `IS NULL`.
  case predicate
  case additive
  case multiplicative
  case power
  /// `-a`, `+a`, and numbers below zero.
  case sign
  /// `n:A`.
  case labels
  /// Properties, elements, map projections.
  case postfix
  case primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter level.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}

/// What stands between two operands, or after one.
enum InfixOperator {
  case logical(LogicalOperator)
  case comparison(ComparisonOperator)
  case binary(BinaryOperator)
  /// `IS NULL`, `IS :: INTEGER` and what else `IS` begins.
  case test

  var precedence: Precedence {
    switch self {
    case .logical(.or): .or
    case .logical(.xor): .xor
    case .logical(.and): .and
    case .comparison: .comparison
    case .test: .predicate
    case .binary(let binary): binary.precedence
    }
  }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .add, .subtract, .concatenate: .additive
    case .multiply, .divide, .modulo: .multiplicative
    case .power: .power
    case .contains, .endsWith, .in, .matches, .startsWith: .predicate
    }
  }
}

extension Expression {
  /// How tightly the outermost operator binds.
  var precedence: Precedence {
    switch kind {
    case .logical(let logical, _): InfixOperator.logical(logical).precedence
    case .unary(.not, _): .not
    case .comparison: .comparison
    case .nullTest, .typeTest: .predicate
    case .binary(let binary, _, _): binary.precedence
    case .arithmetic(_, let steps): steps.first?.op.precedence ?? .additive
    case .unary: .sign
    case .literal(.integer(let value)): value < 0 ? .sign : .primary
    case .literal(.float(let value)): value.sign == .minus ? .sign : .primary
    case .labelTest: .labels
    case .property, .element, .slice, .mapProjection: .postfix
    case .literal, .list, .map, .parameter, .variable, .conditional, .functionCall, .countAll, .listComprehension,
      .patternComprehension, .quantifier, .reduce, .patternPredicate, .shortestPath, .subquery,
      .caseSubject:
      .primary
    }
  }
}
