public import Diagnostics

/// Any part of a tree that can hold other parts: what a pass over the whole of a query walks.
///
/// ``children`` is the only list of which part holds which; a pass states the cases it cares for and walks on.
public enum SyntaxNode: Hashable, Sendable {
  case query(Query)
  case clause(Clause)
  case path(PathPattern)
  case node(NodePattern)
  case relationship(RelationshipPattern)
  case group(PatternGroup)
  case expression(Expression)

  public var span: SourceSpan {
    switch self {
    case .query(let query): query.span
    case .clause(let clause): clause.span
    case .path(let path): path.span
    case .node(let node): node.span
    case .relationship(let relationship): relationship.span
    case .group(let group): group.span
    case .expression(let expression): expression.span
    }
  }

  /// The direct parts, in the order of the source.
  public var children: [SyntaxNode] {
    switch self {
    case .query(let query): query.clauses.map { .clause($0) }
    case .clause(let clause): clause.children
    case .path(let path): path.elements.map(SyntaxNode.init)
    case .node(let node): Self.list((node.labels?.expressions ?? []) + [node.properties, node.predicate])
    case .relationship(let relationship):
      Self.list((relationship.types?.expressions ?? []) + [relationship.properties, relationship.predicate])
    case .group(let group): [.path(group.path)] + Self.list([group.predicate])
    case .expression(let expression): expression.children
    }
  }

  /// Visits this node and all below it, each before its parts, until `visit` says not to go down.
  public func walk(_ visit: (SyntaxNode) -> Bool) {
    guard visit(self) else { return }
    for child in children { child.walk(visit) }
  }

  private init(_ element: PatternElement) {
    self =
      switch element {
      case .node(let node): .node(node)
      case .relationship(let relationship): .relationship(relationship)
      case .group(let group): .group(group)
      }
  }

  static func list(_ expressions: [Expression?]) -> [SyntaxNode] {
    expressions.compactMap { $0.map { .expression($0) } }
  }
}

extension Expression {
  /// The direct parts, in the order of the source: operands, patterns, inner queries.
  public var children: [SyntaxNode] {
    switch kind {
    case .literal, .parameter, .variable, .countAll, .caseSubject: []
    case .list(let elements), .logical(_, let elements): elements.map { .expression($0) }
    case .map(let entries): entries.map { .expression($0.value) }
    case .property(let subject, _), .unary(_, let subject), .nullTest(let subject, _),
      .typeTest(let subject, _, _):
      [.expression(subject)]
    case .labelTest(let subject, let labels): SyntaxNode.list([subject] + labels.expressions)
    case .element(let subject, let index): [.expression(subject), .expression(index)]
    case .slice(let subject, let from, let to): SyntaxNode.list([subject, from, to])
    case .mapProjection(let subject, let items): [.expression(subject)] + SyntaxNode.list(items.map(\.value))
    case .binary(_, let left, let right): [.expression(left), .expression(right)]
    case .arithmetic(let first, let steps): [.expression(first)] + steps.map { .expression($0.operand) }
    case .comparison(let first, let steps): [.expression(first)] + steps.map { .expression($0.operand) }
    case .conditional(let form):
      SyntaxNode.list(
        [form.subject] + form.alternatives.flatMap { $0.conditions + [$0.result] } + [form.otherwise])
    case .functionCall(let call): call.arguments.map { .expression($0) }
    case .listComprehension(let form): SyntaxNode.list([form.list, form.predicate, form.result])
    case .patternComprehension(let form): [.path(form.pattern)] + SyntaxNode.list([form.predicate, form.result])
    case .quantifier(let form): SyntaxNode.list([form.list, form.predicate])
    case .reduce(let form): SyntaxNode.list([form.initial, form.list, form.step, form.predicate])
    case .patternPredicate(let path), .shortestPath(let path): [.path(path)]
    case .subquery(let form): [.query(form.query)]
    }
  }
}

extension MapProjectionItem {
  fileprivate var value: Expression? {
    if case .entry(let entry) = self { entry.value } else { nil }
  }
}

extension Projection {
  /// The expressions of the items, the order, `SKIP` and `LIMIT`.
  fileprivate var children: [SyntaxNode] {
    SyntaxNode.list(items.map(\.expression) + order.map(\.expression) + [skip, limit])
  }
}

extension SetItem {
  fileprivate var children: [SyntaxNode] {
    switch kind {
    case .property(let target, let value): [.expression(target), .expression(value)]
    case .replace(_, let value), .merge(_, let value): [.expression(value)]
    case .labels(_, let labels): SyntaxNode.list(labels.flatMap(\.expressions))
    }
  }
}

extension RemoveItem {
  fileprivate var children: [SyntaxNode] {
    switch kind {
    case .property(let target): [.expression(target)]
    case .labels(_, let labels): SyntaxNode.list(labels.flatMap(\.expressions))
    }
  }
}

extension ProcedureCall {
  fileprivate var children: [SyntaxNode] {
    let arguments = (arguments ?? []).map { SyntaxNode.expression($0) }
    if case .items(_, let predicate)? = yield { return arguments + SyntaxNode.list([predicate]) }
    return arguments
  }
}

extension Clause {
  /// The direct parts, in the order of the source.
  public var children: [SyntaxNode] {
    switch self {
    case .match(let clause): clause.patterns.map { .path($0) } + SyntaxNode.list([clause.predicate])
    case .unwind(let clause): [.expression(clause.list)]
    case .with(let clause): clause.projection.children + SyntaxNode.list([clause.predicate])
    case .return(let clause): clause.projection.children
    case .create(let clause): clause.patterns.map { .path($0) }
    case .merge(let clause): [.path(clause.pattern)] + clause.actions.flatMap(\.items).flatMap(\.children)
    case .set(let clause): clause.items.flatMap(\.children)
    case .remove(let clause): clause.items.flatMap(\.children)
    case .delete(let clause): clause.targets.map { .expression($0) }
    case .foreach(let clause): [.expression(clause.list)] + clause.updates.map { .clause($0) }
    case .call(let clause): clause.children
    case .subquery(let clause):
      [.query(clause.query)] + SyntaxNode.list([clause.transactions?.concurrency, clause.transactions?.batchSize])
    case .loadCSV(let clause): [.expression(clause.address)]
    case .finish: []
    case .show(let clause): SyntaxNode.list([clause.predicate])
    case .conditional(let clause):
      clause.branches.flatMap { [.expression($0.predicate), .query($0.query)] }
        + (clause.otherwise.map { [.query($0)] } ?? [])
    }
  }
}
