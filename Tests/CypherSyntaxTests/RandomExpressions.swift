import Diagnostics

@testable import CypherSyntax

/// A small generator with a seed, the same on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Trees as the parser could make them, with operators in every nesting.
struct RandomExpressions {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func expression(depth: Int) -> CypherSyntax.Expression {
    guard depth > 0 else { return node(leaf()) }
    let smaller = depth - 1
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return node(leaf())
    case 1: return node(.unary(.not, expression(depth: smaller)))
    case 2: return node(.unary(.plus, expression(depth: smaller)))
    case 3, 4:
      return node(.binary(pick(BinaryOperator.allCases), expression(depth: smaller), expression(depth: smaller)))
    case 5, 6:
      let logical = pick(LogicalOperator.allCases)
      let operands = (0..<Int.random(in: 2...3, using: &random)).map { _ in expression(depth: smaller) }
      return node(.logical(logical, operands))
    case 7: return comparison(depth: smaller)
    case 8: return node(.nullTest(expression(depth: smaller), isNegated: Bool.random(using: &random)))
    case 9: return node(.property(expression(depth: smaller), name()))
    case 10: return node(.element(expression(depth: smaller), index: expression(depth: smaller)))
    case 11: return node(.labelTest(expression(depth: smaller), labels()))
    case 12:
      return node(.list((0..<Int.random(in: 0...2, using: &random)).map { _ in expression(depth: smaller) }))
    case 13: return comprehension(depth: smaller)
    case 14:
      return node(
        .conditional(
          CaseExpression(
            subject: Bool.random(using: &random) ? expression(depth: smaller) : nil,
            alternatives: [.init(expression(depth: smaller), expression(depth: smaller))],
            otherwise: expression(depth: smaller))))
    default: return node(.slice(expression(depth: smaller), from: expression(depth: smaller), to: nil))
    }
  }

  private mutating func comparison(depth: Int) -> CypherSyntax.Expression {
    let steps = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      ComparisonStep(pick(ComparisonOperator.allCases), expression(depth: depth))
    }
    return node(.comparison(expression(depth: depth), steps))
  }

  private mutating func comprehension(depth: Int) -> CypherSyntax.Expression {
    let form = ListComprehension(
      variable: name(), list: expression(depth: depth),
      predicate: Bool.random(using: &random) ? expression(depth: depth) : nil,
      result: Bool.random(using: &random) ? expression(depth: depth) : nil)
    return node(.listComprehension(form))
  }

  private mutating func labels() -> LabelExpression {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .and([.name(name()), .name(name())])
    case 1: .or([.name(name()), .not(.name(name()))])
    case 2: .not(.any)
    case 3: .and([.or([.name(name()), .any]), .name(name())])
    default: .name(name())
    }
  }

  private mutating func leaf() -> CypherSyntax.Expression.Kind {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .literal(.integer(Int64.random(in: -3...3, using: &random)))
    case 1: .literal(.float(Double.random(in: -2...2, using: &random)))
    case 2: .literal(.string("a'\\\u{7}é"))
    case 3: .parameter("p q")
    default: .variable(name().text)
    }
  }

  private mutating func name() -> Identifier {
    Identifier(pick(["a", "match", "end", "x y", "count", "naïve", "all", "`"]), span: .beginning)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &random)] }

  private func node(_ kind: CypherSyntax.Expression.Kind) -> CypherSyntax.Expression {
    CypherSyntax.Expression(kind, span: .beginning)
  }
}
