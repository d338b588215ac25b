/// The rules. Each can be left out, and the answer stays the same. Some change a finished plan, in the order in which they
/// stand here; those on patterns are followed while the order of their steps is chosen.
public enum Rule: String, CaseIterable, Sendable {
  /// ORDER BY with LIMIT keeps only the rows that are wanted.
  case keepTopRows
  /// Columns that are read off the rows are made for the first rows only.
  case projectAfterTop
  /// MATCH clauses that follow one another are matched together.
  case joinMatches
  /// A condition on all relationships of a way is tested as they are followed.
  case testElements
  /// All places where the matching of a pattern could begin are compared.
  case compareStarts
  /// Nodes and relationships that nobody reads are counted instead of being made rows.
  case countRows
  /// Parts of a pattern that have nothing to do with the rest, nor with what is read, are counted by themselves.
  case countApart
  /// A fixed few relationships of which nobody reads the list are matched one by one.
  case unrollLengths
  /// Nodes at some distance are found once each where nobody asks for the ways to them.
  case reachOnce
  /// The same where each relationship, or each node, of the ways must fulfil a condition.
  case reachPassing
  /// Of many ways to a node few are followed further where nobody asks for the ways.
  case fewWays
  /// A property that may be equal to one of several values is IN the list of them.
  case gatherEquals
  /// An index is asked for each element of the list that a property is IN.
  case seekElements
  /// Nodes and relationships that a row holds, and nodes whose ids it holds, are taken from there and not sought.
  case takeKnown
  /// An index is asked for relationships with a value of a property.
  case seekRelationships
  /// Of a shortest path whose length is all that is asked for, nothing else is found.
  case measurePaths
  /// A shortest path is looked for from both of its ends.
  case searchBothEnds
  /// Conditions on what is scanned or found by expanding are tested where the properties are stored.
  case testInScan
  /// EXISTS about one node is answered for all nodes together, from the other end of its pattern, where that is less work.
  case answerAtOnce
  /// A subquery is asked once for all rows that hold the same of what it reads.
  case askOnce
  /// Columns that nobody reads any more are not handed on.
  case dropUnread

  /// The plan after this rule alone, looked at from the root down.
  func apply(to plan: LogicalPlan) -> LogicalPlan {
    switch self {
    case .keepTopRows: KeepTopRows.apply(to: plan)
    case .projectAfterTop: ProjectAfterTop.apply(to: plan)
    case .testInScan: TestInScan.apply(to: plan)
    case .joinMatches, .testElements, .compareStarts, .countRows, .countApart, .unrollLengths, .reachOnce, .reachPassing, .fewWays, .gatherEquals,
      .seekElements, .takeKnown, .seekRelationships, .measurePaths, .searchBothEnds, .answerAtOnce, .askOnce, .dropUnread:
      plan
    }
  }
}

/// Applies all rules but those named to a plan and to the plans inside it. `columns`: what is read of its rows.
func optimise(_ plan: LogicalPlan, reading columns: Set<Variable>, without off: Set<Rule> = []) -> LogicalPlan {
  var plan = plan
  for rule in Rule.allCases where !off.contains(rule) { plan = plan.rewritten(rule.apply) }
  return off.contains(.dropUnread) ? plan : DropUnread.apply(to: plan, reading: columns)
}

extension LogicalPlan {
  /// Each node rewritten, from the root down; what a rule puts in the place of a node is gone into as well.
  fileprivate func rewritten(_ rewrite: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    rewrite(self).mapInput { $0.rewritten(rewrite) }.mapInner { $0.rewritten(rewrite) }
  }
}
