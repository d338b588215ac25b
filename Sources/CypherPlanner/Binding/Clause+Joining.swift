import CypherSyntax

extension [Clause] {
  /// The same with `CREATE a CREATE b` as one `CREATE a, b`, so that a query of thousands of them is no plan of thousands of
  /// steps. A clause that asks the graph for what it creates stays apart: it must see what was made before for all rows.
  var joiningCreates: [Clause] {
    var joined: [Clause] = []
    var open: CreateClause?
    for clause in self {
      guard case .create(let create) = clause, !SyntaxNode.clause(clause).asksGraph else {
        if let open { joined.append(.create(open)) }
        open = nil
        joined.append(clause)
        continue
      }
      if open == nil { open = create } else { open?.patterns += create.patterns }
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
}
