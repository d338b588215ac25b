extension BoundExpression {
  /// The same with other parts. `change`: what stands in the place of a part, nil for one that is gone into. The lists of paths, and
  /// what is in subqueries, stay as they are.
  func replacing(_ change: (BoundExpression) -> BoundExpression?) -> BoundExpression {
    if let other = change(self) { return other }
    var changed = self
    changed.kind = kind.replacing { $0.replacing(change) }
    return changed
  }

  /// The same of another variable; nil where some of it cannot be replaced.
  func reading(_ other: Variable, for variable: Variable) -> BoundExpression? {
    let changed = replacing { part in
      guard case .variable(variable) = part.kind else { return nil }
      return BoundExpression(.variable(other), span: part.span, type: part.type)
    }
    return changed.reads.contains(variable) ? nil : changed
  }
}

extension BoundExpression.Kind {
  /// The same with each expression directly below it changed.
  fileprivate func replacing(_ change: (BoundExpression) -> BoundExpression) -> BoundExpression.Kind {
    switch self {
    case .literal, .parameter, .variable, .path, .pathLength, .subquery: self
    case .property(let a, let key): .property(change(a), key: key)
    case .element(let a, let b): .element(of: change(a), at: change(b))
    case .slice(let a, let from, let to): .slice(of: change(a), from: from.map(change), to: to.map(change))
    case .labelTest(let a, let test, let inPattern): .labelTest(change(a), test, inPattern: inPattern)
    case .hasLabels(let a, let b, let any): .hasLabels(change(a), change(b), matchesAny: any)
    case .typeTest(let a, let test): .typeTest(change(a), test)
    case .arithmetic(let op, let a, let b): .arithmetic(op, change(a), change(b))
    case .arithmeticChain(let first, let steps):
      .arithmeticChain(change(first), steps.map { (op: $0.op, operand: change($0.operand)) })
    case .negated(let a): .negated(change(a))
    case .comparison(let op, let a, let b): .comparison(op, change(a), change(b))
    case .and(let a, let b): .and(change(a), change(b))
    case .or(let a, let b): .or(change(a), change(b))
    case .xor(let a, let b): .xor(change(a), change(b))
    case .not(let a): .not(change(a))
    case .isNull(let a): .isNull(change(a))
    case .isNotNull(let a): .isNotNull(change(a))
    case .isIn(let a, let b): .isIn(change(a), change(b))
    case .stringTest(let op, let a, let b): .stringTest(op, change(a), change(b))
    case .function(let function, let items): .function(function, items.map(change))
    case .list(let items): .list(items.map(change))
    case .map(let entries): .map(entries.map { (key: $0.key, value: change($0.value)) })
    case .mapProjection(let base, let all, let entries):
      .mapProjection(change(base), all: all, entries.map { (key: $0.key, value: change($0.value)) })
    case .caseOf(let subject, let branches, let otherwise):
      .caseOf(subject.map(change), branches.map { (when: change($0.when), then: change($0.then)) }, otherwise: otherwise.map(change))
    case .listComprehension(let item, let list, let predicate, let yield):
      .listComprehension(item, in: change(list), where: predicate.map(change), yield: yield.map(change))
    case .quantifier(let quantifier, let item, let list, let predicate): .quantifier(quantifier, item, in: change(list), where: change(predicate))
    case .reduce(let total, let initial, let item, let list, let step):
      .reduce(total, from: change(initial), item, in: change(list), step: change(step))
    case .allReduce(let total, let initial, let item, let list, let step, let condition):
      .allReduce(total, from: change(initial), item, in: change(list), step: change(step), where: change(condition))
    case .visitsNodesOnce(let a, let mayClose): .visitsNodesOnce(change(a), mayClose: mayClose)
    case .usesRelationshipsOnce(let a): .usesRelationshipsOnce(change(a))
    }
  }
}
