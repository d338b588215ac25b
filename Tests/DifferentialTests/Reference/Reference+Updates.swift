import CypherSyntax
import GraphModel

extension Reference {
  /// The table after a clause that changes the graph, which it does row by row.
  func update(_ clause: Clause, _ table: [ReferenceRow]) throws -> [ReferenceRow] {
    switch clause {
    case .create(let clause):
      return try table.map { row in
        var row = row
        for pattern in clause.patterns { try create(pattern, &row) }
        return row
      }
    case .merge(let clause): return try table.flatMap { try merge(clause, $0) }
    case .set(let clause):
      for row in table { try set(clause.items, row) }
    case .remove(let clause):
      for row in table { try remove(clause.items, row) }
    case .delete(let clause): try delete(clause, table)
    case .foreach(let clause):
      for row in table { try forEach(clause, row) }
    default: throw ReferenceStop.unsupported(clause.keywords)
    }
    return table
  }

  private func forEach(_ clause: ForeachClause, _ row: ReferenceRow) throws {
    switch try value(clause.list, row) {
    case .null: return
    case .list(let items):
      for item in items {
        var inner = row
        inner.values[clause.variable.text] = item
        var table = [inner]
        for update in clause.updates { table = try self.update(update, table) }
      }
    default: throw ReferenceStop.failure("FOREACH of what is not a list")
    }
  }

  // MARK: CREATE and MERGE

  private func properties(_ expression: Expression?, _ row: ReferenceRow) throws -> [String: Value] {
    guard let expression else { return [:] }
    guard case .map(let map) = try value(expression, row) else { throw ReferenceStop.unsupported("properties") }
    var properties: [String: Value] = [:]
    for (key, value) in map where !value.isNull {
      guard value.isStorable else { throw ReferenceStop.failure("not storable") }
      properties[key] = value
    }
    return properties
  }

  private func create(_ pattern: PathPattern, _ row: inout ReferenceRow) throws {
    var path = Path(nodes: [], relationships: [])
    for node in pattern.nodes { path.nodes.append(try create(node, &row)) }
    for (at, relationship) in pattern.relationships.enumerated() {
      guard let type = relationship.types?.names.first?.text else { throw ReferenceStop.failure("no type") }
      let ends = (path.nodes[at], path.nodes[at + 1])
      let (start, end) = relationship.direction == .incoming ? (ends.1, ends.0) : ends
      let id = graph.add(
        ReferenceGraph.Relationship(
          type: type, start: start, end: end, properties: try properties(relationship.properties, row)))
      path.relationships.append(id)
      if let name = relationship.variable { row.values[name.text] = .relationship(id) }
    }
    if let name = pattern.variable { row.values[name.text] = .path(path) }
  }

  private func create(_ pattern: NodePattern, _ row: inout ReferenceRow) throws -> NodeID {
    if let name = pattern.variable, let known = row.values[name.text] {
      guard case .node(let id) = known, graph.nodes[id] != nil else { throw ReferenceStop.failure("no node") }
      return id
    }
    let labels = Set((pattern.labels?.names ?? []).map(\.text))
    let id = graph.add(ReferenceGraph.Node(labels: labels, properties: try properties(pattern.properties, row)))
    if let name = pattern.variable { row.values[name.text] = .node(id) }
    return id
  }

  private func merge(_ clause: MergeClause, _ row: ReferenceRow) throws -> [ReferenceRow] {
    for properties in clause.pattern.nodes.map(\.properties) + clause.pattern.relationships.map(\.properties) {
      guard case .map(let entries)? = properties?.kind else { continue }
      for entry in entries where try value(entry.value, row).isNull {
        throw ReferenceStop.failure("MERGE with null")
      }
    }
    let found = try matches([clause.pattern], row)
    if !found.isEmpty {
      for row in found {
        for action in clause.actions where action.event == .match { try set(action.items, row) }
      }
      return found
    }
    var made = row
    try create(clause.pattern, &made)
    for action in clause.actions where action.event == .create { try set(action.items, made) }
    return [made]
  }

  // MARK: SET and REMOVE

  private func set(_ items: [SetItem], _ row: ReferenceRow) throws {
    if mistake == .forgetsToSet { return }
    for item in items {
      switch item.kind {
      case .property(let target, let expression):
        guard case .property(let subject, let key) = target.kind else { throw ReferenceStop.unsupported("SET") }
        let value = try value(expression, row)
        guard value.isNull || value.isStorable else { throw ReferenceStop.failure("not storable") }
        try change(self.value(subject, row)) { $0[key.text] = value.isNull ? nil : value }
      case .replace(let name, let expression):
        let new = try properties(expression, row)
        try change(known(name.text, row)) { $0 = new }
      case .merge(let name, let expression):
        guard case .map(let map) = try value(expression, row) else { throw ReferenceStop.unsupported("SET") }
        try change(known(name.text, row)) { properties in
          for (key, value) in map { properties[key] = value.isNull ? nil : value }
        }
      case .labels(let name, let labels):
        if case .node(let id) = try known(name.text, row) { graph.nodes[id]?.labels.formUnion(labels.flatMap(\.names).map(\.text)) }
      }
    }
  }

  private func remove(_ items: [RemoveItem], _ row: ReferenceRow) throws {
    for item in items {
      switch item.kind {
      case .property(let target):
        guard case .property(let subject, let key) = target.kind else { throw ReferenceStop.unsupported("REMOVE") }
        try change(self.value(subject, row)) { $0[key.text] = nil }
      case .labels(let name, let labels):
        if case .node(let id) = try known(name.text, row) { graph.nodes[id]?.labels.subtract(labels.flatMap(\.names).map(\.text)) }
      }
    }
  }

  private func change(_ entity: Value, _ edit: (inout [String: Value]) -> Void) throws {
    switch entity {
    case .null: return
    case .node(let id):
      guard var node = graph.nodes[id] else { return }
      edit(&node.properties)
      graph.nodes[id] = node
    case .relationship(let id):
      guard var relationship = graph.relationships[id] else { return }
      edit(&relationship.properties)
      graph.relationships[id] = relationship
    default: throw ReferenceStop.failure("SET of what is not a node or relationship")
    }
  }

  // MARK: DELETE

  private func delete(_ clause: DeleteClause, _ table: [ReferenceRow]) throws {
    var nodes: [NodeID] = []
    for row in table {
      for target in clause.targets {
        switch try value(target, row) {
        case .null: break
        case .node(let id): nodes.append(id)
        case .relationship(let id): graph.relationships[id] = nil
        case .path(let path):
          nodes += path.nodes
          for id in path.relationships { graph.relationships[id] = nil }
        default: throw ReferenceStop.failure("DELETE of what is not in the graph")
        }
      }
    }
    for id in nodes {
      let attached = graph.relationships.filter { $0.value.start == id || $0.value.end == id }.map(\.key)
      if !attached.isEmpty, !clause.isDetach { throw ReferenceStop.failure("the node has relationships") }
      for relationship in attached { graph.relationships[relationship] = nil }
      graph.nodes[id] = nil
    }
  }
}
