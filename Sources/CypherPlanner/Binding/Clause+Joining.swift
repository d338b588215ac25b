import CypherSyntax

extension [Clause] {
  /// The same with `CREATE a CREATE b` as one `CREATE a, b`, so that a query of thousands of them is no plan of thousands of
  /// steps. A clause that asks the graph for what it creates stays apart: it must see what was made before for all rows. So
  /// does one that speaks of a relationship or path of those before, since relationships are made when all nodes are there.
  var joiningCreates: [Clause] {
    var joined: [Clause] = []
    var open: CreateClause?
    var lateNames: Set<String> = []
    for clause in self {
      guard case .create(let create) = clause, !SyntaxNode.clause(clause).asksGraph else {
        if let open { joined.append(.create(open)) }
        open = nil
        joined.append(clause)
        continue
      }
      if let before = open, SyntaxNode.clause(clause).speaks(of: lateNames) {
        joined.append(.create(before))
        open = nil
      }
      if open == nil {
        open = create
        lateNames = []
      } else {
        open?.patterns += create.patterns
      }
      for pattern in create.patterns {
        lateNames.formUnion(([pattern.variable] + pattern.relationships.map(\.variable)).compactMap { $0?.text })
      }
    }
    if let open { joined.append(.create(open)) }
    return joined
  }
}

extension SyntaxNode {
  /// Whether an expression in it matches a pattern or runs a query.
  fileprivate var asksGraph: Bool {
    if case .expression(let expression) = self {
      switch expression.kind {
      case .patternPredicate, .patternComprehension, .shortestPath, .subquery: return true
      default: break
      }
    }
    return children.contains(where: \.asksGraph)
  }

  /// Whether an expression in it uses one of these variables.
  fileprivate func speaks(of names: Set<String>) -> Bool {
    if names.isEmpty { return false }
    if case .expression(let expression) = self {
      switch expression.kind {
      case .variable(let name): return names.contains(name)
      case .mapProjection(_, let items):
        if items.contains(where: { if case .variable(let name) = $0 { names.contains(name.text) } else { false } }) { return true }
      default: break
      }
    }
    return children.contains { $0.speaks(of: names) }
  }
}
