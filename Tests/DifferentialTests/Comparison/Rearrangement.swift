import CypherSyntax

/// The same query with the patterns of each MATCH in another order and some of them written from the other end.
struct Rearrangement {
  private var random: SeededRandom

  init(_ seed: UInt64) { random = SeededRandom(seed) }

  mutating func apply(to query: Query) -> Query {
    var query = query
    for part in query.parts.indices {
      for at in query.parts[part].clauses.indices {
        guard case .match(var clause) = query.parts[part].clauses[at] else { continue }
        clause.patterns = clause.patterns.shuffled(using: &random).map { random.chance(50) ? reversed($0) : $0 }
        query.parts[part].clauses[at] = .match(clause)
      }
    }
    return query
  }

  /// A path from its end; not where the order of its parts can be seen, as it can in the lists of a part that repeats.
  private func reversed(_ path: PathPattern) -> PathPattern {
    let showsOrder = path.relationships.contains { $0.length != nil && $0.variable != nil }
    guard path.variable == nil, !showsOrder, !path.elements.contains(where: isGroup) else { return path }
    var path = path
    path.elements = path.elements.reversed().map { element in
      guard case .relationship(var relationship) = element else { return element }
      switch relationship.direction {
      case .outgoing: relationship.direction = .incoming
      case .incoming: relationship.direction = .outgoing
      case .either: break
      }
      return .relationship(relationship)
    }
    return path
  }

  private func isGroup(_ element: PatternElement) -> Bool {
    if case .group = element { true } else { false }
  }
}
