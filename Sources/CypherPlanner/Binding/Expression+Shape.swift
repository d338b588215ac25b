public import CypherSyntax

extension Expression {
  /// Whether an aggregating function is called somewhere in it; a subquery's own ones do not count.
  public var containsAggregate: Bool { firstAggregate != nil }

  /// The first call of an aggregating function in it.
  var firstAggregate: Expression? {
    switch kind {
    case .countAll: return self
    case .functionCall(let call):
      if CypherFunction(named: call.name.text)?.isAggregate == true { return self }
    case .subquery, .patternPredicate, .patternComprehension, .shortestPath: return nil
    default: break
    }
    for part in directParts { if let found = part.firstAggregate { return found } }
    return nil
  }

  /// Whether it may stand beside an aggregate when it is grouped by: a variable or a property of one.
  var isSimpleKey: Bool {
    switch kind {
    case .variable: true
    case .property(let subject, _): subject.isSimpleKey
    default: false
    }
  }

  /// The names that it may read from what is around it; of a pattern or an inner query all names in it, since one that is known
  /// around it is not declared anew.
  var outerNames: Set<String> { names { SyntaxNode.expression($0).mentionedNames } }

  /// The same without what stands in patterns and inner queries.
  var namesOutsidePatterns: Set<String> { names { _ in [] } }

  /// The names of variables that it does not declare itself; `inPattern`: those of a pattern or an inner query.
  private func names(inPattern: (Expression) -> Set<String>) -> Set<String> {
    func names(_ parts: Expression?...) -> Set<String> {
      parts.reduce(into: []) { names, part in if let part { names.formUnion(part.names(inPattern: inPattern)) } }
    }
    switch kind {
    case .variable(let name): return [name]
    case .patternPredicate, .patternComprehension, .shortestPath, .subquery: return inPattern(self)
    case .listComprehension(let form):
      return names(form.predicate, form.result).subtracting([form.variable.text]).union(names(form.list))
    case .quantifier(let form): return names(form.predicate).subtracting([form.variable.text]).union(names(form.list))
    case .reduce(let form):
      return names(form.step, form.predicate).subtracting([form.accumulator.text, form.variable.text])
        .union(names(form.initial, form.list))
    default: break
    }
    var found: Set<String> = []
    if case .mapProjection(_, let items) = kind {
      for case .variable(let name) in items { found.insert(name.text) }
    }
    for part in directParts { found.formUnion(names(part)) }
    return found
  }

  /// The expressions directly inside; patterns and inner queries are left out.
  private var directParts: [Expression] {
    children.compactMap { if case .expression(let part) = $0 { part } else { nil } }
  }
}
