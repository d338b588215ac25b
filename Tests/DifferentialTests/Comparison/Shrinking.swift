import CypherSyntax

extension Trial {
  /// The smallest graph and query found that still disagree, by leaving out one thing after the other.
  func shrunk(_ disagreement: Disagreement) throws -> Disagreement {
    var best = disagreement
    var attempts = 0
    var isSmaller = true
    let complaint = disagreement.complaint
    while isSmaller, attempts < 2_000 {
      isSmaller = false
      for candidate in Self.smaller(best.graph, best.query) {
        attempts += 1
        let trial = Trial(graph: candidate.graph, query: candidate.query, settings: [best.setting], mistake: mistake)
        guard let expected = try? trial.expected(),
          let found = try trial.disagreement(expected, in: StoreShelf(candidate.graph)),
          (found.found == .failure) == (best.found == .failure), found.complaint == complaint
        else { continue }
        best = found
        isSmaller = true
        break
      }
    }
    return best
  }

  private static func smaller(_ graph: ReferenceGraph, _ query: Query) -> [(graph: ReferenceGraph, query: Query)] {
    let queries = smaller(query).map { (graph: graph, query: $0) }
    return queries + smaller(graph).map { (graph: $0, query: query) }
  }

  private static func smaller(_ graph: ReferenceGraph) -> [ReferenceGraph] {
    var found: [ReferenceGraph] = []
    func add(_ edit: (inout ReferenceGraph) -> Void) {
      var copy = graph
      edit(&copy)
      found.append(copy)
    }
    for id in graph.nodeIDs {
      add { graph in
        graph.nodes[id] = nil
        graph.relationships = graph.relationships.filter { $0.value.start != id && $0.value.end != id }
      }
    }
    for id in graph.relationshipIDs { add { $0.relationships[id] = nil } }
    for id in graph.nodeIDs {
      for key in graph.nodes[id]?.properties.keys.sorted() ?? [] { add { $0.nodes[id]?.properties[key] = nil } }
      for label in graph.nodes[id]?.labels.sorted() ?? [] { add { $0.nodes[id]?.labels.remove(label) } }
    }
    for id in graph.relationshipIDs {
      for key in graph.relationships[id]?.properties.keys.sorted() ?? [] {
        add { $0.relationships[id]?.properties[key] = nil }
      }
    }
    return found
  }

  private static func smaller(_ query: Query) -> [Query] {
    var found: [Query] = []
    if query.parts.count > 1 {
      for at in query.parts.indices {
        var copy = query
        copy.parts.remove(at: at)
        found.append(copy)
      }
    }
    for (part, single) in query.parts.enumerated() {
      for at in single.clauses.indices {
        if at < single.clauses.count - 1 {
          var copy = query
          copy.parts[part].clauses.remove(at: at)
          found.append(copy)
        }
        for clause in smaller(single.clauses[at]) {
          var copy = query
          copy.parts[part].clauses[at] = clause
          found.append(copy)
        }
      }
    }
    return found
  }

  private static func smaller(_ clause: Clause) -> [Clause] {
    switch clause {
    case .match(let match):
      return (match.patterns.count > 1 ? Array(match.patterns.indices) : []).map { at in
        var copy = match
        copy.patterns.remove(at: at)
        return .match(copy)
      }
        + smaller(match.predicate).map { predicate in
          var copy = match
          copy.predicate = predicate
          return .match(copy)
        }
    case .with(let with):
      return smaller(with.predicate).map { predicate in
        var copy = with
        copy.predicate = predicate
        return .with(copy)
      }
        + smaller(with.projection).map { projection in
          var copy = with
          copy.projection = projection
          return .with(copy)
        }
    case .return(let `return`):
      return smaller(`return`.projection).map { projection in
        var copy = `return`
        copy.projection = projection
        return .return(copy)
      }
    default: return []
    }
  }

  /// No condition at all, or one of the operands of the outermost connective.
  private static func smaller(_ predicate: Expression?) -> [Expression?] {
    guard let predicate else { return [] }
    switch predicate.kind {
    case .logical(_, let operands): return [nil] + operands.map { $0 }
    case .unary(.not, let operand): return [nil, operand]
    default: return [nil]
    }
  }

  private static func smaller(_ projection: Projection) -> [Projection] {
    var found: [Projection] = []
    if !projection.order.isEmpty {
      var copy = projection
      copy.order = []
      copy.skip = nil
      copy.limit = nil
      found.append(copy)
    }
    for at in projection.items.indices where projection.items.count > 1 && projection.order.isEmpty {
      var copy = projection
      copy.items.remove(at: at)
      found.append(copy)
    }
    if projection.isDistinct {
      var copy = projection
      copy.isDistinct = false
      found.append(copy)
    }
    return found
  }
}
