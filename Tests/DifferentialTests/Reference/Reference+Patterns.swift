import CypherSyntax
import GraphModel

extension Reference {
  /// A pattern that is being matched: what is bound so far, and the relationships that this MATCH has used.
  struct Partial {
    var row: ReferenceRow
    var used: [RelationshipID] = []
    var path = Path(nodes: [], relationships: [])
    /// Whether relationships may be used again.
    var isWalk = false
  }

  /// Every way to match all patterns of one MATCH.
  func matches(
    _ patterns: [PathPattern], _ row: ReferenceRow, mayRepeat: Bool = false
  ) throws -> [ReferenceRow] {
    var partials = [Partial(row: row)]
    for pattern in patterns {
      partials = try partials.flatMap { partial in
        var start = partial
        start.path = Path(nodes: [], relationships: [])
        start.isWalk = pattern.mode == .walk || (mayRepeat && pattern.mode == nil)
        if pattern.isSelective || mayRepeat { start.used = [] }
        let found = try extend(start, by: pattern.elements[...]).filter { $0.path.obeys(pattern.mode) }
        return try chosen(found, by: pattern.selector).map { whole in
          var whole = whole
          if pattern.isSelective { whole.used = partial.used }
          if let name = pattern.variable { whole.row.values[name.text] = .path(whole.path) }
          return whole
        }
      }
      if partials.count > Self.rowLimit { throw ReferenceStop.tooLarge }
    }
    return partials.map(\.row)
  }

  func extend(_ partial: Partial, by elements: ArraySlice<PatternElement>) throws -> [Partial] {
    guard let element = elements.first else { return [partial] }
    let rest = elements.dropFirst()
    switch element {
    case .node(let pattern):
      return try nodeIDs.flatMap { id -> [Partial] in
        try step()
        guard let next = try assign(id, to: pattern, partial) else { return [] }
        return try extend(next, by: rest)
      }
    case .relationship(let pattern):
      return try (pattern.length == nil ? single(pattern, partial) : repeated(pattern, partial)).flatMap { next in
        try extend(next, by: rest)
      }
    case .group(let group): return try repeated(group, partial).flatMap { next in try extend(next, by: rest) }
    }
  }

  // MARK: Nodes

  private func assign(_ id: NodeID, to pattern: NodePattern, _ partial: Partial) throws -> Partial? {
    // After a relationship, its far end stands at the end of the path already.
    if partial.path.nodes.count > partial.path.relationships.count, partial.path.nodes.last != id { return nil }
    guard let node = graph.nodes[id] else { return nil }
    var next = partial
    if let name = pattern.variable?.text {
      if let known = partial.row.values[name] {
        guard case .node(id) = known else { return nil }
      }
      next.row.values[name] = .node(id)
    }
    if let labels = pattern.labels, try !holds(labels, of: node.labels) { return nil }
    guard try holds(pattern.properties, of: node.properties, partial.row) else { return nil }
    if let predicate = pattern.predicate, try truth(predicate, next.row) != true { return nil }
    if next.path.nodes.isEmpty { next.path.nodes.append(id) }
    return next
  }

  private func holds(_ condition: LabelExpression, of names: Set<String>) throws -> Bool {
    switch condition {
    case .name(let name): names.contains(name.text)
    case .any: !names.isEmpty
    case .not(let part): try !holds(part, of: names)
    case .and(let parts): try parts.allSatisfy { try holds($0, of: names) }
    case .or(let parts): try parts.contains { try holds($0, of: names) }
    case .computed: throw ReferenceStop.unsupported("a computed label")
    }
  }

  private func holds(_ wanted: Expression?, of properties: [String: Value], _ row: ReferenceRow) throws -> Bool {
    guard let wanted else { return true }
    guard case .map(let entries) = wanted.kind else { throw ReferenceStop.unsupported("properties") }
    for entry in entries {
      let value = try value(entry.value, row)
      if (properties[entry.key.text] ?? .null).equals(value) != true { return false }
    }
    return true
  }

  func hasLabels(_ condition: LabelExpression, _ node: NodeID) throws -> Bool {
    guard let node = graph.nodes[node] else { throw ReferenceStop.failure("the node is deleted") }
    return try holds(condition, of: node.labels)
  }

  // MARK: Relationships

  private func single(_ pattern: RelationshipPattern, _ partial: Partial) throws -> [Partial] {
    try candidates(pattern, partial).compactMap { id, far in
      var next = taking(id, to: far, partial)
      guard let name = pattern.variable?.text else { return next }
      if let known = partial.row.values[name] {
        guard case .relationship(id) = known else { return nil }
      }
      next.row.values[name] = .relationship(id)
      if let predicate = pattern.predicate, try truth(predicate, next.row) != true { return nil }
      return next
    }
  }

  private func repeated(_ pattern: RelationshipPattern, _ partial: Partial) throws -> [Partial] {
    guard let length = pattern.length else { return [] }
    let lower = max(length.lower ?? 1, mistake == .skipsZeroLength ? 1 : 0)
    let before = partial.path.relationships.count
    var found: [Partial] = []
    var reached = [partial]
    var count = 0
    while !reached.isEmpty {
      if count >= lower { found += reached }
      if let upper = length.upper, count >= upper { break }
      reached = try reached.flatMap { partial in
        try candidates(pattern, partial).map { id, far in taking(id, to: far, partial) }
      }
      count += 1
    }
    guard let name = pattern.variable?.text else { return found }
    return found.map { partial in
      var partial = partial
      partial.row.values[name] = .list(partial.path.relationships[before...].map { .relationship($0) })
      return partial
    }
  }

  private func taking(_ id: RelationshipID, to far: NodeID, _ partial: Partial) -> Partial {
    var next = partial
    if !partial.isWalk { next.used.append(id) }
    next.path.relationships.append(id)
    next.path.nodes.append(far)
    return next
  }

  /// The relationships that fit at the end of the path, with the node that each leads to.
  private func candidates(
    _ pattern: RelationshipPattern, _ partial: Partial
  ) throws -> [(RelationshipID, NodeID)] {
    guard let near = partial.path.nodes.last else { return [] }
    var found: [(RelationshipID, NodeID)] = []
    for id in relationshipIDs {
      try step()
      guard let relationship = graph.relationships[id] else { continue }
      if !partial.isWalk, partial.used.contains(id), mistake != .repeatsRelationships { continue }
      if let types = pattern.types, try !holds(types, of: [relationship.type]) { continue }
      guard try holds(pattern.properties, of: relationship.properties, partial.row) else { continue }
      if pattern.direction != .incoming, relationship.start == near { found.append((id, relationship.end)) }
      let isLoop = relationship.start == relationship.end
      if isLoop, pattern.direction == .either, mistake != .countsLoopsTwice { continue }
      if pattern.direction != .outgoing, relationship.end == near { found.append((id, relationship.start)) }
    }
    return found
  }
}

extension Path {
  /// Whether a path may come to its nodes as often as it does.
  fileprivate func obeys(_ mode: PathMode?) -> Bool {
    switch mode {
    case nil, .walk, .trail: return true
    case .acyclic: return Set(nodes).count == nodes.count
    case .simple:
      let isClosed = nodes.count > 1 && nodes.first == nodes.last
      return Set(nodes).count == nodes.count - (isClosed ? 1 : 0)
    }
  }
}
