import GraphModel

/// `MATCH (n:A)-[r:R]->(m) WHERE n.year > 2005 AND r.since > 2010 AND m.year > 2005` tests the years while it scans and expands, where
/// they are stored.
enum TestInScan {
  static func apply(to plan: LogicalPlan) -> LogicalPlan {
    var predicates: [BoundExpression] = []
    var below = plan
    while case .filter(let input, let predicate) = below {
      predicates.append(predicate)
      below = input
    }
    if predicates.isEmpty { return plan }
    let conditions = predicates.reversed().flatMap(\.conjuncts)
    switch below {
    case .scanNodes(let input, let variable, let label, var tests):
      let known = Set(input.columns)
      let rest = take(conditions) { predicate in
        if let test = ScanTest(predicate, of: variable, known) {
          tests.append(test)
        } else if !tests.contains(where: \.hasAlternatives), let test = ScanTest(anyOf: predicate, of: variable, known) {
          tests.append(test)
        } else {
          return false
        }
        return true
      }
      return rest.reduce(.scanNodes(input, variable, label: label, tests)) { .filter($0, $1) }
    case .scanRelationships(let input, var scan):
      let known = Set(input.columns)
      let rest = take(conditions) { predicate in
        guard let test = ScanTest(predicate, of: scan.relationship, known) else { return false }
        scan.tests.append(test)
        return true
      }
      return rest.reduce(.scanRelationships(input, scan)) { .filter($0, $1) }
    case .expand(let input, var step) where !step.isInto:
      let rest = take(conditions) { predicate in
        if let test = ScanTest(predicate, of: step.relationship, []) {
          step.relationshipTests.append(test)
        } else if let test = ScanTest(predicate, of: step.to, []) {
          step.neighbourTests.append(test)
        } else {
          return false
        }
        return true
      }
      return rest.reduce(.expand(input, step)) { .filter($0, $1) }
    default: return plan
    }
  }

  /// The conditions that are left.
  private static func take(_ conditions: [BoundExpression], _ isTaken: (BoundExpression) -> Bool) -> [BoundExpression] {
    var rest: [BoundExpression] = []
    for condition in conditions {
      // What may fail must not be kept from it by a test that is written behind.
      if !rest.allSatisfy(\.neverFails) || !isTaken(condition) { rest.append(condition) }
    }
    return rest
  }
}

/// A condition on a property of a node or relationship that is scanned or found by expanding, with a value that is known before.
public struct ScanTest: Sendable {
  public enum Relation: Sendable {
    case comparison(ComparisonOperator)
    case isIn
    case string(StringOperator)
    case isNotNull
    /// All tests of one of these lists are passed.
    case anyOf([[ScanTest]])
  }

  /// Empty where there is no one property.
  public var key: String
  public var relation: Relation
  /// What the property is compared with; null where there is no such thing.
  public var operand: BoundExpression
  /// The whole condition.
  public var predicate: BoundExpression

  /// Nil for any other condition. `known`: what the rows have before the scan.
  init?(_ predicate: BoundExpression, of variable: Variable, _ known: Set<Variable>) {
    func key(_ expression: BoundExpression) -> String? {
      guard case .property(let subject, let key) = expression.kind, case .variable(variable) = subject.kind else { return nil }
      return key
    }
    func isKnown(_ expression: BoundExpression) -> Bool {
      expression.isFixed || expression.neverFails && expression.reads.isSubset(of: known)
    }
    self.predicate = predicate
    switch predicate.kind {
    case .comparison(let op, let a, let b):
      if let key = key(a), isKnown(b) {
        (self.key, relation, operand) = (key, .comparison(op), b)
      } else if let key = key(b), isKnown(a) {
        (self.key, relation, operand) = (key, .comparison(op.mirrored), a)
      } else {
        return nil
      }
    case .isIn(let a, let list):
      guard let key = key(a), isKnown(list) else { return nil }
      (self.key, relation, operand) = (key, .isIn, list)
    case .stringTest(let op, let a, let b) where op != .matches || b.isGiven:
      guard let key = key(a), isKnown(b) else { return nil }
      (self.key, relation, operand) = (key, .string(op), b)
    case .isNotNull(let a):
      guard let key = key(a) else { return nil }
      (self.key, relation, operand) = (key, .isNotNull, BoundExpression(.literal(.null), span: predicate.span))
    default: return nil
    }
  }

  /// More alternatives than these are not tested one by one.
  private static let mostAlternatives = 8

  /// `a OR b …`, each of conditions on the same node, joined by AND. Nil for any other condition.
  init?(anyOf predicate: BoundExpression, of variable: Variable, _ known: Set<Variable>) {
    var parts: [BoundExpression] = []
    var rest = predicate
    while case .or(let first, let last) = rest.kind, parts.count < Self.mostAlternatives {
      parts.append(last)
      rest = first
    }
    if parts.isEmpty { return nil }
    var lists: [[ScanTest]] = []
    for part in [rest] + parts.reversed() {
      let tests = part.conjuncts.compactMap { ScanTest($0, of: variable, known) }
      guard tests.count == part.conjuncts.count else { return nil }
      lists.append(tests)
    }
    key = ""
    relation = .anyOf(lists)
    operand = BoundExpression(.literal(.null), span: predicate.span)
    self.predicate = predicate
  }

  var hasAlternatives: Bool { if case .anyOf = relation { true } else { false } }
}

extension BoundExpression {
  /// Whether it is a literal or a parameter.
  fileprivate var isGiven: Bool {
    switch kind {
    case .literal, .parameter: true
    default: false
    }
  }
}

extension ComparisonOperator {
  /// The same comparison with its sides changed.
  public var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
