extension LogicalPlan {
  /// Whether its rows may depend on the graph, and so on what is written while they are pulled one after the other.
  public var readsGraph: Bool {
    switch self {
    case .unit, .argument: false
    case .filter(let input, let predicate): input.readsGraph || predicate.asksGraph
    case .project(let input, let items), .extend(let input, let items):
      input.readsGraph || items.contains { $0.expression.asksGraph }
    case .unwind(let input, let list, _): input.readsGraph || list.asksGraph
    case .skip(let input, let count), .limit(let input, let count): input.readsGraph || count.asksGraph
    case .loadCSV(let input, let source): input.readsGraph || source.address.asksGraph
    default: true
    }
  }
}

extension BoundExpression {
  /// Whether a subquery is in it.
  public var asksGraph: Bool {
    if case .subquery = kind { return true }
    return children.contains(where: \.asksGraph)
  }
}

extension PatternGraph {
  /// Whether a subquery is in one of its conditions or paths.
  var asksGraph: Bool {
    predicates.contains(where: \.asksGraph) || paths.contains { $0.expression.asksGraph }
      || relationships.contains { $0.condition?.predicate.asksGraph == true }
      || relationships.contains { $0.nodeCondition?.predicate.asksGraph == true } || repetitions.contains { $0.turn.asksGraph }
  }
}
