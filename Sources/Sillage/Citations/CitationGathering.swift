import CypherSyntax

/// What is known, clause by clause, of the relationships that led to the rows of a query.
struct CitationGathering {
  /// The name of the column that holds what was gathered.
  private let column: String
  /// Whether nodes are cited, since there are no relationships.
  private let usesNodes: Bool
  /// The names in sight that stand for a relationship or a node, each with the expression of what it rests on.
  private var sights: [String: String] = [:]
  /// The names that a person gave and that are in sight; nil where they are not known.
  private var visible: Set<String>? = []
  /// Whether an earlier WITH passes something on.
  private var isPassedOn = false
  /// How many names were made.
  private var count: Int

  /// Gives each part of a query the column, and tells the names of all columns; nil where it cannot be had.
  static func cite(_ query: inout Query, column: String) -> [String]? {
    var made = 0
    return cite(&query, column: column, imports: nil, &made)
  }

  private static func cite(
    _ query: inout Query, column: String, imports: SubqueryCall.Imports?, _ made: inout Int
  ) -> [String]? {
    guard query.earlier.isEmpty else { return nil }
    var columns: [String]?
    for index in query.parts.indices {
      let clauses = query.parts[index].clauses
      guard case .return? = clauses.last, !clauses.contains(where: \.isUpdating) else { return nil }
      var gathering = CitationGathering(
        column: column, usesNodes: !clauses.contains(where: \.matchesRelationships), count: made)
      if imports == .all { gathering.visible = nil }
      if case .variables(let names)? = imports { gathering.visible = Set(names.map(\.text)) }
      for (at, clause) in clauses.enumerated() {
        if at == 0, imports == .leadingWith, case .with(let with) = clause {
          gathering.visible = with.projection.includesAll ? nil : Set(with.projection.items.map(\.columnName))
          continue
        }
        guard let cited = gathering.cited(clause) else { return nil }
        query.parts[index].clauses[at] = cited
      }
      made = gathering.count
      guard case .return(let last)? = query.parts[index].clauses.last else { return nil }
      columns = columns ?? last.projection.items.map(\.columnName)
    }
    return columns
  }

  private init(column: String, usesNodes: Bool, count: Int) {
    self.column = column
    self.usesNodes = usesNodes
    self.count = count
  }

  // MARK: Clauses

  /// The clause with names and the column; nil where it cannot be had.
  private mutating func cited(_ clause: Clause) -> Clause? {
    switch clause {
    case .match(var match):
      for index in match.patterns.indices { name(&match.patterns[index], depth: 0) }
      return .match(match)
    case .with(var with):
      guard let projection = passing(with.projection) else { return nil }
      with.projection = projection
      return .with(with)
    case .return(var clause):
      guard let projection = extended(clause.projection) else { return nil }
      clause.projection = projection
      return .return(clause)
    case .subquery(var call):
      let inner = fresh()
      var query = call.query
      let isDistinct = query.parts.count > 1 && query.union == .distinct
      guard !isDistinct, var names = Self.cite(&query, column: inner, imports: call.imports, &count) else {
        visible = nil
        return clause
      }
      names.removeLast()
      visible?.formUnion(names)
      sights[inner] = Self.quoted(inner)
      call.query = query
      return .subquery(call)
    default:
      see(clause)
      return clause
    }
  }

  /// The names that a clause without patterns brings into sight.
  private mutating func see(_ clause: Clause) {
    switch clause {
    case .unwind(let unwind): visible?.insert(unwind.variable.text)
    case .loadCSV(let load): visible?.insert(load.variable.text)
    case .call(let call):
      if case .items(let items, _)? = call.yield { visible?.formUnion(items.map(\.variable.text)) } else { visible = nil }
    default: visible = nil
    }
  }

  // MARK: Patterns

  /// `depth`: in how many repeated groups the pattern stands.
  private mutating func name(_ path: inout PathPattern, depth: Int) {
    if let variable = path.variable { visible?.insert(variable.text) }
    for index in path.elements.indices {
      switch path.elements[index] {
      case .relationship(var relationship):
        if let variable = relationship.variable { visible?.insert(variable.text) }
        if usesNodes { break }
        let name = relationship.variable?.text ?? fresh()
        relationship.variable = relationship.variable ?? Identifier(name, span: relationship.span)
        let isList = relationship.length != nil || relationship.quantifier != nil
        sights[name] = Self.evidence(of: Self.quoted(name), depth: depth + (isList ? 1 : 0))
        path.elements[index] = .relationship(relationship)
      case .node(var node):
        if let variable = node.variable { visible?.insert(variable.text) }
        if !usesNodes { break }
        let name = node.variable?.text ?? fresh()
        node.variable = node.variable ?? Identifier(name, span: node.span)
        sights[name] = Self.evidence(of: Self.quoted(name), depth: depth)
        path.elements[index] = .node(node)
      case .group(var group):
        name(&group.path, depth: depth + (group.quantifier == nil ? 0 : 1))
        path.elements[index] = .group(group)
      }
    }
  }

  private mutating func fresh() -> String {
    count += 1
    return "\(CitedQuery.column)-\(count)"
  }

  /// What something rests on that is a list of lists as deep.
  private static func evidence(of expression: String, depth: Int) -> String {
    depth == 0 ? "evidence(\(expression))" : "[x\(depth) IN \(expression) | \(evidence(of: "x\(depth)", depth: depth - 1))]"
  }

  /// A name as a query writes it, whatever is in it.
  static func quoted(_ name: String) -> String { "`\(name.replacing("`", with: "``"))`" }

  // MARK: Projections

  /// A WITH that passes on what was gathered; one that passes on everything does so by itself.
  private mutating func passing(_ projection: Projection) -> Projection? {
    if projection.includesAll, !projection.keepsRowsOnce {
      see(projection)
      return projection
    }
    guard let made = extended(projection) else { return nil }
    see(projection)
    sights = [:]
    isPassedOn = true
    return made
  }

  private mutating func see(_ projection: Projection) {
    let names = projection.items.map(\.columnName)
    visible = projection.includesAll ? visible?.union(names) : Set(names)
  }

  /// The projection with what was gathered as its last item; nil for `*` where nobody knows what it stands for.
  private func extended(_ projection: Projection) -> Projection? {
    var projection = projection
    let groups = projection.keepsRowsOnce
    let gathered = sights.keys.sorted().compactMap { sights[$0] } + (isPassedOn ? [Self.quoted(column)] : [])
    let list = "[\(gathered.joined(separator: ", "))]"
    var before: [String] = []
    if projection.includesAll {
      guard let visible else { return nil }
      before = visible.sorted().map(Self.quoted)
    }
    let own = "\(groups ? "collect(\(list))" : list) AS \(Self.quoted(column))"
    guard let items = Self.items(before + [own]) else { return nil }
    projection.includesAll = false
    projection.isDistinct = false
    projection.items = Array(items.dropLast()) + projection.items + items.suffix(1)
    return projection
  }

  private static func items(_ texts: [String]) -> [ProjectionItem]? {
    let text = "RETURN " + texts.joined(separator: ", ")
    guard case .query(let made)? = parse(SourceText(name: "", text: text)).statement?.body,
      case .return(let clause)? = made.parts.first?.clauses.last
    else { return nil }
    return clause.projection.items
  }
}

extension Projection {
  /// Whether several rows become one, so that what was gathered has to be collected.
  fileprivate var keepsRowsOnce: Bool { isDistinct || items.contains { $0.expression.containsAggregate } }
}

extension Clause {
  fileprivate var matchesRelationships: Bool {
    switch self {
    case .match(let match): match.patterns.contains(where: \.hasRelationships)
    case .subquery(let call): call.query.parts.contains { $0.clauses.contains(where: \.matchesRelationships) }
    default: false
    }
  }
}

extension PathPattern {
  fileprivate var hasRelationships: Bool {
    elements.contains { element in
      switch element {
      case .relationship: true
      case .group(let group): group.path.hasRelationships
      case .node: false
      }
    }
  }
}
