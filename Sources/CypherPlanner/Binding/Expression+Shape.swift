public import CypherSyntax

extension Expression {
  /// Whether an aggregating function is called somewhere in it; a subquery's own ones do not count.
  public var containsAggregate: Bool {
    switch kind {
    case .countAll: return true
    case .functionCall(let call):
      if CypherFunction(named: call.name.text)?.isAggregate == true { return true }
    case .subquery, .patternPredicate, .patternComprehension, .shortestPath: return false
    default: break
    }
    return directParts.contains(where: \.containsAggregate)
  }

  /// Whether it may stand beside an aggregate when it is grouped by: a variable or a property of one.
  var isSimpleKey: Bool {
    switch kind {
    case .variable: true
    case .property(let subject, _): subject.isSimpleKey
    default: false
    }
  }

  /// The names of all variables that occur in it.
  var variableNames: Set<String> {
    if case .variable(let name) = kind { return [name] }
    return directParts.reduce(into: []) { $0.formUnion($1.variableNames) }
  }

  /// The expressions directly inside; patterns and inner queries are left out.
  private var directParts: [Expression] {
    children.compactMap { if case .expression(let part) = $0 { part } else { nil } }
  }
}
