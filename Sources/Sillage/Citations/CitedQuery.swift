import CypherPlanner
import CypherSyntax

/// A query with one column more, which holds what the relationships behind each row rest on.
///
/// Each relationship that is matched gets a name, and the last clause returns `evidence()` of all of them; a WITH passes on
/// what was gathered. Where a projection aggregates or keeps rows once, it is collected for each of its rows. A query that matches no
/// relationship is cited by its nodes.
struct CitedQuery {
  /// The name of the column, which no query can have by chance.
  static let column = "sillage-cited"
  let text: String

  /// nil for what cannot be cited in this way: a command, a UNION, a query that ends without RETURN, or one that writes.
  init?(_ source: SourceText) {
    guard var statement = parse(source).statement, statement.prefix == nil, case .query(var query) = statement.body,
      query.earlier.isEmpty, query.parts.count == 1, case .return? = query.parts[0].clauses.last?.returned,
      !query.parts[0].clauses.contains(where: \.isUpdating)
    else { return nil }
    var gathering = Gathering(usesNodes: !query.parts[0].clauses.contains(where: \.matchesRelationships))
    for index in query.parts[0].clauses.indices {
      guard let clause = gathering.cited(query.parts[0].clauses[index]) else { return nil }
      query.parts[0].clauses[index] = clause
    }
    statement.body = .query(query)
    text = statement.canonicalText
  }
}

/// What is known, clause by clause, of the relationships that led to the rows.
private struct Gathering {
  /// Whether nodes are cited, since there are no relationships.
  let usesNodes: Bool
  /// The names in sight that stand for a relationship or a node, each with the expression of what it rests on.
  private var sights: [String: String] = [:]
  /// Whether an earlier WITH passes something on.
  private var isPassedOn = false
  private var count = 0

  init(usesNodes: Bool) { self.usesNodes = usesNodes }

  /// The clause with names and the column; nil where it cannot be had.
  mutating func cited(_ clause: Clause) -> Clause? {
    switch clause {
    case .match(var match):
      for index in match.patterns.indices { name(&match.patterns[index]) }
      return .match(match)
    case .with(var with):
      guard let projection = extended(with.projection) else { return nil }
      with.projection = projection
      sights = [:]
      isPassedOn = true
      return .with(with)
    case .return(var clause):
      guard let projection = extended(clause.projection) else { return nil }
      clause.projection = projection
      return .return(clause)
    default: return clause
    }
  }

  private mutating func name(_ path: inout PathPattern) {
    for index in path.elements.indices {
      switch path.elements[index] {
      case .relationship(var relationship) where !usesNodes:
        let name = relationship.variable?.text ?? fresh()
        relationship.variable = relationship.variable ?? Identifier(name, span: relationship.span)
        let isList = relationship.length != nil || relationship.quantifier != nil
        sights[name] = isList ? "[x IN `\(name)` | evidence(x)]" : "evidence(`\(name)`)"
        path.elements[index] = .relationship(relationship)
      case .node(var node) where usesNodes:
        let name = node.variable?.text ?? fresh()
        node.variable = node.variable ?? Identifier(name, span: node.span)
        sights[name] = "evidence(`\(name)`)"
        path.elements[index] = .node(node)
      default: break
      }
    }
  }

  private mutating func fresh() -> String {
    count += 1
    return "\(CitedQuery.column)-\(count)"
  }

  /// The projection with what was gathered as its last item; nil for `*`, which shows what it passes on.
  private func extended(_ projection: Projection) -> Projection? {
    var projection = projection
    let gathered = sights.keys.sorted().compactMap { sights[$0] } + (isPassedOn ? ["`\(CitedQuery.column)`"] : [])
    let groups = projection.isDistinct || projection.items.contains { $0.expression.containsAggregate }
    if projection.includesAll { return nil }
    let list = "[\(gathered.joined(separator: ", "))]"
    let text = "RETURN \(groups ? "collect(\(list))" : list) AS `\(CitedQuery.column)`"
    guard case .query(let made)? = parse(SourceText(name: "", text: text)).statement?.body,
      case .return(let clause)? = made.parts.first?.clauses.last, let item = clause.projection.items.first
    else { return nil }
    if groups { projection.isDistinct = false }
    projection.items.append(item)
    return projection
  }
}

extension Clause {
  /// The clause itself, where it is a RETURN.
  fileprivate var returned: Clause? {
    if case .return = self { return self }
    return nil
  }

  fileprivate var matchesRelationships: Bool {
    guard case .match(let match) = self else { return false }
    return match.patterns.contains { !$0.relationships.isEmpty }
  }
}
