import GraphModel

/// `MATCH (n:A) WHERE n.year > 2005` tests the years while it scans, where they are stored; relationships that are scanned too.
enum TestInScan {
  static func apply(to plan: LogicalPlan) -> LogicalPlan {
    var predicates: [BoundExpression] = []
    var below = plan
    while case .filter(let input, let predicate) = below {
      predicates.append(predicate)
      below = input
    }
    guard !predicates.isEmpty else { return plan }
    predicates = predicates.reversed().flatMap(\.conjuncts)
    switch below {
    case .scanNodes(let input, let variable, let label, let tests):
      let (more, rest) = divided(predicates, variable, after: input)
      return rest.reduce(.scanNodes(input, variable, label: label, tests + more)) { .filter($0, $1) }
    case .scanRelationships(let input, var scan):
      let (more, rest) = divided(predicates, scan.relationship, after: input)
      scan.tests += more
      return rest.reduce(.scanRelationships(input, scan)) { .filter($0, $1) }
    default: return plan
    }
  }

  /// What can be tested in the scan, and what is left.
  private static func divided(
    _ predicates: [BoundExpression], _ variable: Variable, after input: LogicalPlan
  ) -> (tests: [ScanTest], rest: [BoundExpression]) {
    var (tests, rest): ([ScanTest], [BoundExpression]) = ([], [])
    let known = Set(input.columns)
    for predicate in predicates {
      // What may fail must not be kept from it by a test that is written behind.
      if rest.allSatisfy(\.neverFails), let test = ScanTest(predicate, of: variable, known) {
        tests.append(test)
      } else {
        rest.append(predicate)
      }
    }
    return (tests, rest)
  }
}

/// A condition on a property of a scanned node or relationship with a value that is known before.
public struct ScanTest: Sendable {
  public enum Relation: Sendable {
    case comparison(ComparisonOperator)
    case isIn
    case string(StringOperator)
    case isNotNull
  }

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
    func isKnown(_ expression: BoundExpression) -> Bool { expression.neverFails && expression.reads.isSubset(of: known) }
    self.predicate = predicate
    switch predicate.kind {
    case .comparison(let op, let a, let b) where op != .notEqual:
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
    case .stringTest(let op, let a, let b) where op != .matches:
      guard let key = key(a), isKnown(b) else { return nil }
      (self.key, relation, operand) = (key, .string(op), b)
    case .isNotNull(let a):
      guard let key = key(a) else { return nil }
      (self.key, relation, operand) = (key, .isNotNull, BoundExpression(.literal(.null), span: predicate.span))
    default: return nil
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

extension BoundExpression {
  /// Whether working it out is never an error, whatever the row.
  fileprivate var neverFails: Bool {
    switch kind {
    case .literal, .parameter, .variable: true
    case .property: isSafe
    case .labelTest(let subject, _): subject.type == .node && subject.neverFails
    case .list(let items): items.allSatisfy(\.neverFails)
    case .comparison(_, let a, let b): a.neverFails && b.neverFails
    case .stringTest(let op, let a, let b): op != .matches && a.neverFails && b.neverFails
    case .isNull(let a), .isNotNull(let a): a.neverFails
    default: false
    }
  }
}
