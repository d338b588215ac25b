/// `ORDER BY … LIMIT n` needs no more than n rows at a time, and `ORDER BY … SKIP m LIMIT n` no more than m + n.
enum KeepTopRows {
  static func apply(to plan: LogicalPlan) -> LogicalPlan {
    switch plan {
    case .limit(.sort(let input, let keys), let count): .top(input, keys, TopRows(limit: count))
    case .limit(.skip(.sort(let input, let keys), let skipped), let count):
      .skip(.top(input, keys, TopRows(limit: count, skipped: skipped)), skipped)
    default: plan
    }
  }
}

/// How many of the first rows of a sort are wanted.
public struct TopRows: Sendable {
  public var limit: BoundExpression
  /// As many more, which SKIP leaves out above.
  public var skipped: BoundExpression?

  var reads: Set<Variable> { limit.reads.union(skipped?.reads ?? []) }
}
