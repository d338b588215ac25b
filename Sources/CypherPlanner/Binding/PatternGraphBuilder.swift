import CypherSyntax
import Diagnostics
import GraphModel

extension PathPattern {
  /// The path without brackets around the whole of it, and the conditions in these.
  fileprivate var withoutBrackets: (PathPattern, [Expression]) {
    var path = self
    var predicates: [Expression] = []
    while path.elements.count == 1, case .group(let group)? = path.elements.first, group.quantifier == nil {
      path.elements = group.path.elements
      if let predicate = group.predicate { predicates.append(predicate) }
    }
    return (path, predicates)
  }
}

/// Builds the graph of a clause's patterns. Variables come first, conditions after, so that a condition may use a variable
/// that is declared further right.
struct PatternGraphBuilder {
  let binder: Binder
  let forMerge: Bool
  /// Whether a relationship may be met again in another place of the clause.
  let mayRepeat: Bool
  var graph = PatternGraph()
  private(set) var nodePatterns: [(NodePattern, Variable)] = []
  private(set) var relationshipPatterns: [(RelationshipPattern, at: Int)] = []
  /// Conditions in brackets around a part of a path.
  private(set) var bracketPredicates: [Expression] = []
  /// The names of relationships in this clause.
  private var relationshipNames: Set<String> = []

  init(binder: Binder, forMerge: Bool, mayRepeat: Bool) {
    self.binder = binder
    self.forMerge = forMerge
    self.mayRepeat = mayRepeat
  }

  mutating func add(_ pattern: PathPattern) throws(Diagnostic) {
    if let name = pattern.variable, binder.scope[name.text] != nil {
      throw binder.alreadyBound(name.text, at: name.span)
    }
    let (pattern, predicates) = pattern.withoutBrackets
    bracketPredicates += predicates
    let path = try elements(of: pattern)
    graph.wholePath = path
    try select(pattern)
    let isTrail = mayRepeat && pattern.mode == .trail
    guard pattern.variable != nil || pattern.mode == .acyclic || pattern.mode == .simple || isTrail else { return }
    let variable: Variable
    if let name = pattern.variable {
      if binder.scope[name.text] != nil { throw binder.alreadyBound(name.text, at: name.span) }
      if forMerge {
        variable = binder.declare(name.text, .path)
      } else {
        let declared = binder.declarePath(name.text)
        variable = declared.path
        let length = BoundExpression(.pathLength(path), span: pattern.span, type: .integer)
        graph.paths.append(ProjectedItem(declared.length, length))
      }
    } else {
      variable = binder.fresh("<path>")
    }
    graph.paths.append(ProjectedItem(variable, BoundExpression(.path(path), span: pattern.span, type: .path)))
    let value = BoundExpression(.variable(variable), span: pattern.span, type: .path)
    let once: [BoundExpression.Kind] = mayRepeat ? [.usesRelationshipsOnce(value)] : []
    let restrictions: [BoundExpression.Kind] =
      switch pattern.mode {
      case .acyclic: [.visitsNodesOnce(value, mayClose: false)]
      // There and back over one relationship is closed, and not simple.
      case .simple: [.visitsNodesOnce(value, mayClose: true)] + once
      case .trail: once
      case .walk, nil: []
      }
    for restriction in restrictions {
      graph.predicates.append(BoundExpression(restriction, span: pattern.span, type: .boolean))
    }
  }

  /// Declares the elements of a path from left to right. Between two groups, and at an end that is a group, stands a node
  /// without a name.
  private mutating func elements(of pattern: PathPattern) throws(Diagnostic) -> [PathElement] {
    let isWalk = pattern.mode == .walk || (mayRepeat && pattern.mode == nil)
    var path: [PathElement] = []
    var last: Variable?
    var link: Link?
    for element in pattern.elements {
      switch element {
      case .node(let node):
        let next = try self.node(node)
        try close(&link, at: next, isWalk, &path)
        path.append(.node(next))
        last = next
      case .relationship(let relationship):
        guard let from = last else { continue }
        let isGroup = relationship.quantifier != nil && (relationship.predicate != nil || relationship.properties != nil || isWalk)
        if isGroup || isWalk && relationship.length != nil {
          link = .group(try binder.repetition(of: relationship, in: pattern, from: from))
        } else {
          let variable = try self.relationship(relationship, from: from)
          link = .relationship(graph.relationships.count - 1, variable, repeats: relationship.repeats)
        }
      case .group(let group):
        if last == nil || link != nil {
          let between = anonymousNode()
          try close(&link, at: between, isWalk, &path)
          path.append(.node(between))
          last = between
        }
        guard let from = last else { continue }
        link = .group(try repetition(of: group, from: from, mayRepeat: isWalk))
      }
    }
    if link != nil {
      let end = anonymousNode()
      try close(&link, at: end, isWalk, &path)
      path.append(.node(end))
    }
    return path
  }

  /// What stands between the last node and the next one.
  private enum Link {
    case relationship(Int, Variable, repeats: Bool)
    case group(PatternGraph.Repetition)
  }

  private mutating func close(
    _ link: inout Link?, at next: Variable, _ isWalk: Bool, _ path: inout [PathElement]
  ) throws(Diagnostic) {
    switch link {
    case .relationship(let at, let variable, let repeats):
      graph.relationships[at].to = next
      graph.relationships[at].isFree = isWalk || mayRepeat
      path.append(repeats ? .relationships(variable) : .relationship(variable))
    case .group(var repetition):
      repetition.to = next
      repetition.isWalk = isWalk
      repetition.isFree = isWalk || mayRepeat
      if isWalk, repetition.maximum == nil {
        throw binder.failure(
          .wrongPattern, .syntaxError, .invalidRelationshipPattern,
          "what repeats needs an upper bound in a \(mayRepeat ? "MATCH REPEATABLE ELEMENTS" : "WALK"), since it may go round for ever",
          at: repetition.span, hint: "write {1,5}, or TRAIL before the path: then no relationship of it is used twice")
      }
      graph.repetitions.append(repetition)
      path.append(.relationships(repetition.relationships))
    case nil: break
    }
    link = nil
  }

  private mutating func anonymousNode() -> Variable {
    let variable = binder.fresh("<node>")
    graph.nodes.append(PatternGraph.Node(variable: variable))
    return variable
  }

  /// Turns `shortestPath((a)-[*]-(b))` into a step that looks for the shortest.
  private mutating func select(_ pattern: PathPattern) throws(Diagnostic) {
    guard let selector = pattern.selector, selector == .shortestPath || selector == .allShortestPaths else { return }
    guard pattern.relationships.count == 1, let last = graph.relationships.indices.last else {
      throw binder.failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern,
        "a shortest path is asked for between two nodes, with one relationship pattern", at: pattern.span)
    }
    var length = graph.relationships[last].length ?? PatternGraph.Length(minimum: 1, maximum: 1)
    if length.minimum > 1 {
      throw binder.failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern,
        "a shortest path has a minimum length of 0 or 1", at: pattern.span)
    }
    length.selection = selector == .allShortestPaths ? .allShortest : .oneShortest
    graph.relationships[last].length = length
    graph.relationships[last].isFree = true
  }

  // MARK: Declarations

  private mutating func node(_ pattern: NodePattern) throws(Diagnostic) -> Variable {
    let variable: Variable
    if let name = pattern.variable {
      if let entry = binder.resolve(name.text) {
        guard entry.type == .node || entry.type == .any || entry.type == .null else {
          throw binder.typeConflict(name.text, is: entry.type, not: "a node", at: name.span)
        }
        variable = entry.variable
      } else {
        variable = binder.declare(name.text, .node)
      }
    } else {
      variable = binder.fresh("<node>")
    }
    if !graph.nodes.contains(where: { $0.variable == variable }) {
      graph.nodes.append(PatternGraph.Node(variable: variable))
    }
    nodePatterns.append((pattern, variable))
    return variable
  }

  private mutating func relationship(_ pattern: RelationshipPattern, from: Variable) throws(Diagnostic) -> Variable {
    let length =
      pattern.length.map { PatternGraph.Length(minimum: $0.lower ?? 1, maximum: $0.upper) }
      ?? pattern.quantifier.map { PatternGraph.Length(minimum: $0.lower, maximum: $0.upper) }
    let variable = try relationshipVariable(pattern)
    graph.relationships.append(
      PatternGraph.Relationship(
        variable: variable, from: from, to: from, types: pattern.types?.alternativeNames?.map(\.text) ?? [],
        direction: PatternDirection(pattern.direction), length: length, hops: hops(of: length)))
    relationshipPatterns.append((pattern, graph.relationships.count - 1))
    return variable
  }

  private func hops(of length: PatternGraph.Length?) -> PatternGraph.Hops? {
    guard let count = length?.minimum, length?.maximum == count, (1...PatternGraph.Hops.most).contains(count) else { return nil }
    return PatternGraph.Hops(
      relationships: (0..<count).map { _ in binder.fresh("<relationship>") }, nodes: (1..<count).map { _ in binder.fresh("<node>") })
  }

  private mutating func relationshipVariable(_ pattern: RelationshipPattern) throws(Diagnostic) -> Variable {
    guard let name = pattern.variable else { return binder.fresh("<relationship>") }
    if relationshipNames.contains(name.text) {
      throw binder.failure(
        .wrongPattern, .syntaxError, .relationshipUniquenessViolation,
        "relationship `\(name.text)` stands twice in one pattern, and no relationship is matched twice", at: name.span)
    }
    relationshipNames.insert(name.text)
    guard let entry = binder.resolve(name.text) else {
      return binder.declare(name.text, pattern.repeats ? .list(of: .relationship) : .relationship)
    }
    if forMerge { throw binder.alreadyBound(name.text, at: name.span) }
    let fits =
      pattern.repeats
      ? entry.type == .list(of: .relationship) || entry.type == .list(of: .any) || entry.type == .any
      : entry.type == .relationship || entry.type == .any || entry.type == .null
    guard fits else {
      throw binder.typeConflict(
        name.text, is: entry.type, not: pattern.repeats ? "a list of relationships" : "a relationship", at: name.span)
    }
    return entry.variable
  }

  // MARK: Repetitions

  private func repetition(
    of group: PatternGroup, from: Variable, mayRepeat: Bool
  ) throws(Diagnostic) -> PatternGraph.Repetition {
    guard let quantifier = group.quantifier else {
      throw binder.failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern,
        "brackets stand around a whole path, or around a part that repeats", at: group.span,
        hint: "leave the brackets out, or say how often, as in {1,3}")
    }
    return try binder.repetition(
      group.path, predicate: group.predicate, (quantifier.lower, quantifier.upper), from: from, mayRepeat: mayRepeat,
      at: group.span)
  }
}
