import CypherSyntax
import GraphModel

/// Parts of a pattern that repeat, and the choice among the paths of a pattern.
extension Reference {
  /// Every way to match a part several times in a row. Each variable of it becomes the list of what it was.
  func repeated(_ group: PatternGroup, _ partial: Partial) throws -> [Partial] {
    guard let quantifier = group.quantifier, group.path.variable == nil, group.path.mode == nil else {
      throw ReferenceStop.unsupported("this group")
    }
    let names = group.path.declaredNames
    var reached: [Partial] = partial.path.nodes.isEmpty ? try starts(partial) : [partial]
    for at in reached.indices { for name in names { reached[at].row.values[name] = .list([]) } }
    var found: [Partial] = []
    var count = 0
    while !reached.isEmpty {
      if count >= quantifier.lower { found += reached }
      if let upper = quantifier.upper, count >= upper { break }
      reached = try reached.flatMap { try turns(group, names, $0) }
      count += 1
    }
    return found
  }

  private func starts(_ partial: Partial) throws -> [Partial] {
    try nodeIDs.map { id in
      try step()
      var start = partial
      start.path.nodes = [id]
      return start
    }
  }

  private func turns(_ group: PatternGroup, _ names: [String], _ partial: Partial) throws -> [Partial] {
    guard let near = partial.path.nodes.last else { return [] }
    var start = partial
    for name in names { start.row.values[name] = nil }
    start.path = Path(nodes: [near], relationships: [])
    return try extend(start, by: group.path.elements[...]).compactMap { turn in
      if let predicate = group.predicate, try truth(predicate, turn.row) != true { return nil }
      var next = partial
      next.used = turn.used
      next.path.nodes += turn.path.nodes.dropFirst()
      next.path.relationships += turn.path.relationships
      for name in names {
        guard case .list(let before)? = partial.row.values[name] else { continue }
        next.row.values[name] = .list(before + [turn.row.values[name] ?? .null])
      }
      return next
    }
  }

  /// Those of the paths of one pattern that its selector keeps, for each pair of ends.
  func chosen(_ paths: [Partial], by selector: PathSelector?) throws -> [Partial] {
    let lengths: Int
    switch selector {
    case nil, .all: return paths
    case .allShortest: lengths = 1
    case .shortestGroups(let count): lengths = count
    case .any, .shortest, .shortestPath, .allShortestPaths: throw ReferenceStop.unsupported("a choice among equals")
    }
    let byEnds = Dictionary(grouping: paths) { [$0.path.nodes.first, $0.path.nodes.last] }
    return byEnds.values.flatMap { group in
      let kept = Set(group.map(\.path.relationships.count)).sorted().prefix(lengths)
      return group.filter { kept.contains($0.path.relationships.count) }
    }
  }
}

extension PathPattern {
  /// Whether it keeps only some of its paths, and so is matched apart from the others.
  var isSelective: Bool { selector != nil && selector != .all }
}
