extension PatternGraph.Relationship {
  /// Takes those parts of the condition on each relationship that cannot be tested as it is followed, as conditions on all of them together:
  /// `-[r:T* {k: b.k}]->(b)` without `b` is `-[r:T*]->(b)` with `all(x IN r WHERE x.k = b.k)`.
  mutating func takeConditions(where isLate: (BoundExpression) -> Bool) -> [BoundExpression] {
    guard let (step, predicate) = condition else { return [] }
    condition = nil
    var late: [BoundExpression] = []
    for part in predicate.conjuncts {
      if isLate(part) {
        let all = BoundExpression(.variable(variable), span: part.span)
        late.append(BoundExpression(.quantifier(.all, step, in: all, where: part), span: part.span, type: .boolean))
      } else if let (_, ready) = condition {
        condition = (step, BoundExpression(.and(ready, part), span: part.span, type: .boolean))
      } else {
        condition = (step, part)
      }
    }
    return late
  }
}
