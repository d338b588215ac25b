extension BoundExpression {
  /// Whether a condition is asked for the rows that a whole pattern gives, and for no others: it may be another one each time, or else it reads
  /// nothing and fails for all rows if it does for one.
  var isOfWholeRows: Bool { isRandom || reads.isEmpty && !neverFails && !asksGraph }

  /// Whether working it out is never an error, whatever the row.
  var neverFails: Bool {
    switch kind {
    case .literal, .parameter, .variable: true
    case .property: isSafe
    case .list(let items): items.allSatisfy(\.neverFails)
    default: isTestThatNeverFails
    }
  }

  /// The same for what is true, false or null.
  var isTestThatNeverFails: Bool {
    switch kind {
    case .labelTest(let subject, _, _): subject.type == .node && subject.neverFails
    case .comparison(_, let a, let b): a.neverFails && b.neverFails
    case .stringTest(let op, let a, let b): op != .matches && a.neverFails && b.neverFails
    case .isNull(let a), .isNotNull(let a): a.neverFails
    case .isIn(let a, let list):
      if case .list = list.kind { a.neverFails && list.neverFails } else { false }
    case .and(let a, let b), .or(let a, let b): a.isTestThatNeverFails && b.isTestThatNeverFails
    case .not(let a): a.isTestThatNeverFails
    default: false
    }
  }
}
