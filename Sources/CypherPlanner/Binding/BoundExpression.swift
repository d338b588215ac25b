public import Diagnostics
public import GraphModel

/// An expression whose names are resolved, and whose aggregates have been taken out.
public struct BoundExpression: Sendable {
  public indirect enum Kind: Sendable {
    case literal(Value)
    case parameter(String)
    case variable(Variable)
    case property(BoundExpression, key: String)
    case element(of: BoundExpression, at: BoundExpression)
    case slice(of: BoundExpression, from: BoundExpression?, to: BoundExpression?)
    /// `inPattern`: a node that is gone does not match, where it may not be asked for elsewhere.
    case labelTest(BoundExpression, LabelTest, inPattern: Bool = false)
    /// Whether a node has all labels, or any label, of those that are worked out; or a relationship the type.
    case hasLabels(BoundExpression, BoundExpression, matchesAny: Bool)
    case typeTest(BoundExpression, TypeTest)
    case arithmetic(ArithmeticOperator, BoundExpression, BoundExpression)
    /// From left to right.
    case arithmeticChain(BoundExpression, [(op: ArithmeticOperator, operand: BoundExpression)])
    case negated(BoundExpression)
    case comparison(ComparisonOperator, BoundExpression, BoundExpression)
    case and(BoundExpression, BoundExpression)
    case or(BoundExpression, BoundExpression)
    case xor(BoundExpression, BoundExpression)
    case not(BoundExpression)
    case isNull(BoundExpression)
    case isNotNull(BoundExpression)
    case isIn(BoundExpression, BoundExpression)
    case stringTest(StringOperator, BoundExpression, BoundExpression)
    case function(CypherFunction, [BoundExpression])
    case list([BoundExpression])
    case map([(key: String, value: BoundExpression)])
    /// `base {.*, key: value}`: `all` of the properties of the base, then the entries.
    case mapProjection(BoundExpression, all: Bool, [(key: String, value: BoundExpression)])
    case caseOf(BoundExpression?, [(when: BoundExpression, then: BoundExpression)], otherwise: BoundExpression?)
    case listComprehension(Variable, in: BoundExpression, where: BoundExpression?, yield: BoundExpression?)
    case quantifier(Quantifier, Variable, in: BoundExpression, where: BoundExpression)
    case reduce(Variable, from: BoundExpression, Variable, in: BoundExpression, step: BoundExpression)
    /// Whether a condition is true after each step.
    case allReduce(
      Variable, from: BoundExpression, Variable, in: BoundExpression, step: BoundExpression, where: BoundExpression)
    case path([PathElement])
    /// How many relationships a path has. A column of a variable-length step may hold their number in place of the list.
    case pathLength([PathElement])
    /// Whether a path comes to no node twice; one that may close may end where it began.
    case visitsNodesOnce(BoundExpression, mayClose: Bool)
    /// Whether a path uses no relationship twice.
    case usesRelationshipsOnce(BoundExpression)
    case subquery(Subquery)
  }

  public var kind: Kind
  public var span: SourceSpan
  /// What is known of its type before anything runs.
  public var type: ValueType

  public init(_ kind: Kind, span: SourceSpan, type: ValueType = .any) {
    self.kind = kind
    self.span = span
    self.type = type
  }
}

public enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case power = "^"
}

public enum ComparisonOperator: String, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

public enum StringOperator: String, Sendable {
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
  case matches = "=~"
}

public enum Quantifier: String, Sendable { case all, any, none, single }

/// A condition on the labels of a node or the type of a relationship.
public indirect enum LabelTest: Hashable, Sendable {
  case name(String)
  /// `%`: at least one label.
  case wildcard
  case not(LabelTest)
  case and(LabelTest, LabelTest)
  case or(LabelTest, LabelTest)

  /// The names that every entity which passes has.
  public var required: [String] {
    switch self {
    case .name(let name): [name]
    case .and(let a, let b): a.required + b.required
    case .wildcard, .not, .or: []
    }
  }

  /// Whether it is nothing but ``required`` names.
  public var isConjunction: Bool {
    switch self {
    case .name: true
    case .and(let a, let b): a.isConjunction && b.isConjunction
    case .wildcard, .not, .or: false
    }
  }
}

/// What a path is made of, in order: a node, then alternately relationships and nodes. A variable-length step brings its
/// own inner nodes.
public enum PathElement: Sendable {
  case node(Variable)
  case relationship(Variable)
  /// A list of relationships, walked from the node before.
  case relationships(Variable)
}

/// A query inside an expression, asked once for each row.
public struct Subquery: Sendable {
  public enum Answer: Sendable {
    /// Whether there is a row.
    case exists
    /// How many rows there are.
    case count
    /// The values of a column, in a list.
    case collect(Variable)
  }

  public var answer: Answer
  public var plan: LogicalPlan
  /// The variables of the outer row that the plan, or what is given to it, reads.
  public var arguments: [Variable]
  /// What the plan reads beside them, worked out from the outer row.
  public var given: [ProjectedItem] = []
  /// Whether rows that hold the same of what it reads have the same answer.
  public var isSteady = false
  /// For EXISTS about one node of the outer row: another plan, which finds all nodes for which it is true.
  public var whole: WholeAnswer?
}

/// A plan that finds all nodes for which a subquery has a row, each at least once.
public struct WholeAnswer: Sendable {
  public var plan: LogicalPlan
  /// The node, in the outer row and in the rows of the plan.
  public var node: Variable
  /// From how many outer rows on it is less work than asking for each of them.
  public var worthwhileRows: Double
}

extension CypherFunction {
  /// Whether it may give something else each time that it is asked, whatever it is given.
  var isUnsteady: Bool {
    switch self {
    case .mathematical(.rand), .scalar(.randomUUID), .temporal(.now), .registered: true
    default: false
    }
  }
}

extension BoundExpression {
  /// The expressions directly below.
  public var children: [BoundExpression] {
    switch kind {
    case .literal, .parameter, .variable, .path, .pathLength, .subquery: []
    case .property(let a, _), .labelTest(let a, _, _), .typeTest(let a, _), .visitsNodesOnce(let a, _), .usesRelationshipsOnce(let a),
      .negated(let a), .not(let a), .isNull(let a), .isNotNull(let a):
      [a]
    case .hasLabels(let a, let b, _), .element(let a, let b), .arithmetic(_, let a, let b), .comparison(_, let a, let b), .and(let a, let b),
      .or(let a, let b), .xor(let a, let b), .isIn(let a, let b), .stringTest(_, let a, let b), .quantifier(_, _, let a, let b):
      [a, b]
    case .slice(let a, let from, let to): [a] + [from, to].compactMap { $0 }
    case .function(_, let items), .list(let items): items
    case .arithmeticChain(let first, let steps): [first] + steps.map(\.operand)
    case .map(let entries): entries.map(\.value)
    case .mapProjection(let base, _, let entries): [base] + entries.map(\.value)
    case .caseOf(let subject, let branches, let otherwise):
      [subject].compactMap { $0 } + branches.flatMap { [$0.when, $0.then] } + [otherwise].compactMap { $0 }
    case .listComprehension(_, let list, let predicate, let yield): [list] + [predicate, yield].compactMap { $0 }
    case .reduce(_, let initial, _, let list, let step): [initial, list, step]
    case .allReduce(_, let initial, _, let list, let step, let condition): [initial, list, step, condition]
    }
  }

  /// The variables that it reads from its row; those that it declares itself are left out.
  public var reads: Set<Variable> {
    switch kind {
    case .variable(let variable): return [variable]
    case .path(let elements), .pathLength(let elements):
      return Set(
        elements.map {
          switch $0 {
          case .node(let v), .relationship(let v), .relationships(let v): v
          }
        })
    case .subquery(let subquery): return Set(subquery.arguments)
    default: break
    }
    var found = Set<Variable>()
    for child in children { found.formUnion(child.reads) }
    switch kind {
    case .listComprehension(let item, _, _, _), .quantifier(_, let item, _, _): found.remove(item)
    case .reduce(let accumulator, _, let item, _, _), .allReduce(let accumulator, _, let item, _, _, _):
      found.subtract([accumulator, item])
    default: break
    }
    return found
  }

  var isPath: Bool {
    if case .path = kind { return true }
    return false
  }

  var isPathLength: Bool {
    if case .pathLength = kind { return true }
    return false
  }

  /// The parts of a conjunction.
  public var conjuncts: [BoundExpression] {
    if case .and(let a, let b) = kind { return a.conjuncts + b.conjuncts }
    return [self]
  }

  /// Whether it is worked out from literals and parameters alone, and has one value throughout a run of a statement. It may fail.
  public var isFixed: Bool {
    switch kind {
    case .literal, .parameter: true
    case .function(.aggregate, _), .function(.registered, _), .function(.entity, _), .function(.temporal(.now), _): false
    case .function, .arithmetic, .arithmeticChain, .negated, .list: !isRandom && children.allSatisfy(\.isFixed)
    default: false
    }
  }

  /// Whether it may have another value each time that it is worked out.
  public var isRandom: Bool {
    if case .function(.mathematical(.rand), _) = kind { return true }
    if case .function(.scalar(.randomUUID), _) = kind { return true }
    return children.contains(where: \.isRandom)
  }

  /// Whether it is plain to read and never an error, as long as nothing has been deleted: a variable, or a property of a
  /// node or a relationship.
  public var isSafe: Bool {
    switch kind {
    case .variable: true
    case .property(let subject, _): if case .variable = subject.kind { subject.type == .node || subject.type == .relationship } else { false }
    default: false
    }
  }
}
