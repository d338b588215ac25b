import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// A condition on the labels of a node or the type of a relationship.
  func labelCondition(
    _ labels: LabelExpression, of subject: BoundExpression, at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    if let test = LabelTest(labels) { return BoundExpression(.labelTest(subject, test), span: span, type: .boolean) }
    switch labels {
    case .name, .any: return BoundExpression(.literal(.boolean(true)), span: span, type: .boolean)
    case .computed(let names, let matchesAny):
      let bound = try bindNames(names)
      return BoundExpression(.hasLabels(subject, bound, matchesAny: matchesAny), span: span, type: .boolean)
    case .not(let part):
      return BoundExpression(.not(try labelCondition(part, of: subject, at: span)), span: span, type: .boolean)
    case .and(let parts): return try joined(parts, of: subject, at: span) { .and($0, $1) }
    case .or(let parts): return try joined(parts, of: subject, at: span) { .or($0, $1) }
    }
  }

  private func joined(
    _ parts: [LabelExpression], of subject: BoundExpression, at span: SourceSpan,
    _ join: (BoundExpression, BoundExpression) -> BoundExpression.Kind
  ) throws(Diagnostic) -> BoundExpression {
    var whole: BoundExpression?
    for part in parts {
      let condition = try labelCondition(part, of: subject, at: span)
      whole = whole.map { BoundExpression(join($0, condition), span: span, type: .boolean) } ?? condition
    }
    return whole ?? BoundExpression(.literal(.boolean(true)), span: span, type: .boolean)
  }

  /// A label or type that something gets.
  func bindName(_ label: LabelExpression) throws(Diagnostic) -> GivenName {
    switch label {
    case .computed(let names, _): .computed(try bindNames(names))
    default: .written(label.names.first?.text ?? "")
    }
  }

  private func bindNames(_ names: Expression) throws(Diagnostic) -> BoundExpression {
    let bound = try bindValue(names)
    guard bound.type.overlaps(.string) || bound.type.overlaps(.list(of: .string)) else {
      throw wrongType("$(…)", at: bound.span, expected: "a string or a list of strings", found: bound.type)
    }
    return bound
  }
}

extension LabelTest {
  /// Nil where a name has to be worked out.
  init?(_ expression: LabelExpression) {
    switch expression {
    case .name(let name): self = .name(name.text)
    case .any: self = .wildcard
    case .computed: return nil
    case .not(let part):
      guard let test = LabelTest(part) else { return nil }
      self = .not(test)
    case .and(let parts):
      guard let tests = LabelTest.tests(parts), let first = tests.first else { return nil }
      self = tests.dropFirst().reduce(first) { .and($0, $1) }
    case .or(let parts):
      guard let tests = LabelTest.tests(parts), let first = tests.first else { return nil }
      self = tests.dropFirst().reduce(first) { .or($0, $1) }
    }
  }

  private static func tests(_ parts: [LabelExpression]) -> [LabelTest]? {
    let tests = parts.compactMap(LabelTest.init)
    return tests.count == parts.count ? tests : nil
  }
}
