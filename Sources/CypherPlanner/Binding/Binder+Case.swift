import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  func bind(_ choice: CaseExpression, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    let subject = try choice.subject.map { e throws(Diagnostic) in try bindPart(e) }
    if let subject, choice.alternatives.contains(where: { $0.conditions.count > 1 || $0.conditions.contains(where: \.isTest) }) {
      return try bind(choice, about: subject, at: span)
    }
    return try branches(of: choice, subject, at: span) { conditions throws(Diagnostic) in
      guard let condition = conditions.first else { return BoundExpression(.literal(.null), span: span) }
      return try subject == nil ? bindCondition(condition) : bindPart(condition)
    }
  }

  /// `CASE x WHEN 1, 2 THEN … WHEN < 9 THEN …`: the subject goes into a variable, which the conditions read. A list of one
  /// element and the comprehension over it are the scope of that variable.
  private func bind(
    _ choice: CaseExpression, about subject: BoundExpression, at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    let variable = fresh("<case>")
    caseSubjects.append((variable, subject.type))
    defer { caseSubjects.removeLast() }
    let value = BoundExpression(.variable(variable), span: subject.span, type: subject.type)
    let answer = try branches(of: choice, nil, at: span) { conditions throws(Diagnostic) in
      var whole: BoundExpression?
      for condition in conditions {
        let bound = try bindPart(condition)
        let test =
          condition.isTest
          ? bound : BoundExpression(.comparison(.equal, value, bound), span: condition.span, type: .boolean)
        whole = whole.map { BoundExpression(.or($0, test), span: condition.span, type: .boolean) } ?? test
      }
      return whole ?? BoundExpression(.literal(.null), span: span)
    }
    let only = BoundExpression(.list([subject]), span: subject.span, type: .list(of: subject.type))
    let answers = BoundExpression(
      .listComprehension(variable, in: only, where: nil, yield: answer), span: span, type: .list(of: answer.type))
    let first = BoundExpression(.literal(.integer(0)), span: span, type: .integer)
    return BoundExpression(.element(of: answers, at: first), span: span, type: answer.type)
  }

  private func branches(
    of choice: CaseExpression, _ subject: BoundExpression?, at span: SourceSpan,
    _ condition: ([Expression]) throws(Diagnostic) -> BoundExpression
  ) throws(Diagnostic) -> BoundExpression {
    var branches: [(when: BoundExpression, then: BoundExpression)] = []
    for alternative in choice.alternatives {
      branches.append((try condition(alternative.conditions), try bindPart(alternative.result)))
    }
    let otherwise = try choice.otherwise.map { e throws(Diagnostic) in try bindPart(e) }
    let types = branches.map(\.then.type) + [otherwise?.type ?? .null]
    return BoundExpression(.caseOf(subject, branches, otherwise: otherwise), span: span, type: ValueType.joined(types))
  }
}

extension Expression {
  /// Whether it begins with an operator, and so is about what stands behind `CASE`.
  fileprivate var isTest: Bool {
    switch kind {
    case .caseSubject: true
    case .binary(_, let left, _), .comparison(let left, _), .nullTest(let left, _), .typeTest(let left, _, _): left.isTest
    case .arithmetic(let left, _): left.isTest
    case .logical(_, let operands): operands.first?.isTest ?? false
    case .unary(.not, let operand): operand.isTest
    case .functionCall(let call): call.arguments.first?.isTest ?? false
    default: false
    }
  }
}
