import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Binds one turn of a repeated part in a scope of its own; its variables become lists outside.
  func repetition(
    _ pattern: PathPattern, predicate: Expression?, _ bounds: (minimum: Int, maximum: Int?), from: Variable
  ) throws(Diagnostic) -> PatternGraph.Repetition {
    let outer = scope
    let first = firstFreshID
    for name in (pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)).compactMap({ $0 }) {
      if outer[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
    }
    if let inner = pattern.elements.first(where: \.isGroup) {
      throw failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern, "what repeats cannot hold a part that repeats",
        at: inner.span)
    }
    guard pattern.elements.count >= 3, case .node? = pattern.elements.first, case .node? = pattern.elements.last else {
      throw failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern,
        "what repeats begins and ends with a node and has a relationship between them", at: pattern.span)
    }
    var turn = try patternGraph([pattern], forMerge: false)
    if let predicate { turn.predicates.append(try bindPredicate(predicate)) }
    guard turn.repetitions.isEmpty else {
      throw failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern, "what repeats cannot hold a part that repeats",
        at: pattern.span)
    }
    let declared = scope
    scope = outer
    var groups: [(each: Variable, list: Variable)] = []
    for name in declared.names {
      guard let entry = declared[name], entry.variable.id >= first else { continue }
      groups.append((entry.variable, declare(name, .list(of: entry.type))))
    }
    guard let start = turn.pathEnds?.first, let end = turn.pathEnds?.last else {
      throw unsupported("this repeated part", at: pattern.span)
    }
    return PatternGraph.Repetition(
      from: from, to: from, turn: turn, start: start, end: end, groups: groups, relationships: fresh("<turns>"),
      minimum: bounds.minimum, maximum: bounds.maximum)
  }

  /// Binds `-[r:T {…} WHERE …]->{1,3}` as `(()-[r:T {…} WHERE …]->()){1,3}`. `path`: the pattern that it stands in.
  func repetition(
    of relationship: RelationshipPattern, in path: PathPattern, from: Variable
  ) throws(Diagnostic) -> PatternGraph.Repetition {
    guard var node = path.nodes.first else { throw unsupported("this repeated relationship", at: relationship.span) }
    (node.variable, node.labels, node.properties, node.predicate) = (nil, nil, nil, nil)
    var once = relationship
    (once.length, once.quantifier) = (nil, nil)
    var turn = path
    (turn.variable, turn.selector, turn.mode) = (nil, nil, nil)
    turn.elements = [.node(node), .relationship(once), .node(node)]
    let minimum = relationship.quantifier?.lower ?? relationship.length?.lower ?? 1
    let maximum = relationship.quantifier.map(\.upper) ?? relationship.length.map(\.upper) ?? 1
    return try repetition(turn, predicate: nil, (minimum, maximum), from: from)
  }
}

extension PatternElement {
  fileprivate var isGroup: Bool {
    if case .group = self { return true }
    return false
  }

  fileprivate var span: SourceSpan {
    switch self {
    case .node(let node): node.span
    case .relationship(let relationship): relationship.span
    case .group(let group): group.span
    }
  }
}

extension PatternGraph {
  /// The first and the last node of the one path that the graph is made of.
  fileprivate var pathEnds: (first: Variable, last: Variable)? {
    guard let first = relationships.first, let last = relationships.last else { return nil }
    return (first.from, last.to)
  }
}
