import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Binds one turn of a repeated part in a scope of its own; its variables become lists outside.
  func repetition(
    _ pattern: PathPattern, predicate: Expression?, _ bounds: (minimum: Int, maximum: Int?), from: Variable,
    mayRepeat: Bool = false, at span: SourceSpan
  ) throws(Diagnostic) -> PatternGraph.Repetition {
    let outer = scope
    let first = firstFreshID
    for name in (pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)).compactMap({ $0 }) {
      if outer[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
    }
    guard pattern.goesOn else {
      throw failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern, "what repeats must hold at least one relationship",
        at: pattern.span, hint: "without one it could repeat for ever and stay where it is")
    }
    var turn = try patternGraph([pattern], mayRepeat: mayRepeat)
    if let predicate { turn.predicates.append(try bindPredicate(predicate)) }
    let declared = scope
    scope = outer
    var groups: [(each: Variable, list: Variable)] = []
    for name in declared.names {
      guard let entry = declared[name], entry.variable.id >= first else { continue }
      groups.append((entry.variable, declare(name, .list(of: entry.type))))
    }
    guard let path = turn.wholePath, let start = path.firstNode, let end = path.lastNode else {
      throw unsupported("this repeated part", at: pattern.span)
    }
    return PatternGraph.Repetition(
      from: from, to: from, turn: turn, turnReads: turn.readsFromOutside, turnRelationships: path.relationships,
      start: start, end: end, groups: groups, relationships: fresh("<turns>"), minimum: bounds.minimum,
      maximum: bounds.maximum, span: span)
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
    return try repetition(turn, predicate: nil, (minimum, maximum), from: from, at: relationship.span)
  }
}

extension PathPattern {
  /// Whether every match of it has a relationship.
  fileprivate var goesOn: Bool {
    elements.contains { element in
      switch element {
      case .node: false
      case .relationship(let relationship): (relationship.quantifier?.lower ?? relationship.length?.lower ?? 1) > 0
      case .group(let group): group.path.goesOn && (group.quantifier?.lower ?? 1) > 0
      }
    }
  }
}

extension [PathElement] {
  /// The relationships, and lists of them, in order.
  fileprivate var relationships: [Variable] {
    compactMap {
      switch $0 {
      case .relationship(let variable), .relationships(let variable): variable
      case .node: nil
      }
    }
  }
}
