import Diagnostics

/// A pattern in an expression says whether it can be matched, so it stands only where a truth value is wanted: in `WHERE`, as
/// an operand of `AND`, `OR`, `XOR`, `NOT`, after `WHEN`, and as the argument of `exists`.
struct PatternPlaces {
  /// The first pattern that stands in the place of another value.
  private(set) var misplaced: Expression?

  init(_ statement: Statement) {
    if case .query(let query) = statement.body { check(.query(query)) }
  }

  private mutating func check(_ node: SyntaxNode) {
    guard misplaced == nil else { return }
    if case .expression(let expression) = node { return check(expression, wantsTruth: false) }
    let truths = node.truths
    for child in node.children {
      if case .expression(let expression) = child {
        check(expression, wantsTruth: truths.contains { $0.span == expression.span })
      } else {
        check(child)
      }
    }
  }

  private mutating func check(_ expression: Expression, wantsTruth: Bool) {
    guard misplaced == nil else { return }
    switch expression.kind {
    case .patternPredicate(let path):
      if wantsTruth { check(.path(path)) } else { misplaced = expression }
    case .logical(_, let operands):
      for operand in operands { check(operand, wantsTruth: true) }
    case .unary(.not, let operand): check(operand, wantsTruth: true)
    case .functionCall(let call) where call.name.text.lowercased() == "exists":
      for argument in call.arguments { check(argument, wantsTruth: true) }
    case .conditional(let form):
      if let subject = form.subject { check(subject, wantsTruth: false) }
      for alternative in form.alternatives {
        for condition in alternative.conditions { check(condition, wantsTruth: form.subject == nil) }
        check(alternative.result, wantsTruth: wantsTruth)
      }
      if let otherwise = form.otherwise { check(otherwise, wantsTruth: wantsTruth) }
    case .listComprehension(let form): check(expression, truth: form.predicate)
    case .patternComprehension(let form): check(expression, truth: form.predicate)
    case .quantifier(let form): check(expression, truth: form.predicate)
    case .reduce(let form): check(expression, truth: form.predicate)
    default: check(expression, truth: nil)
    }
  }

  /// The parts of an expression of which one, the predicate, is a truth value.
  private mutating func check(_ expression: Expression, truth: Expression?) {
    for child in expression.children {
      if case .expression(let part) = child {
        check(part, wantsTruth: part.span == truth?.span)
      } else {
        check(child)
      }
    }
  }
}

extension SyntaxNode {
  /// The direct parts that are truth values.
  fileprivate var truths: [Expression] {
    if case .clause(.conditional(let clause)) = self { return clause.branches.map(\.predicate) }
    let predicate: Expression? =
      switch self {
      case .clause(.match(let clause)): clause.predicate
      case .clause(.with(let clause)): clause.predicate
      case .clause(.call(let call)):
        if case .items(_, let predicate)? = call.yield { predicate } else { nil }
      case .node(let node): node.predicate
      case .relationship(let relationship): relationship.predicate
      case .group(let group): group.predicate
      default: nil
      }
    return predicate.map { [$0] } ?? []
  }
}
