extension LogicalPlan {
  /// The plan of which the ways between two nodes come shortest first, and no more of them than are kept; itself where it may be that other ways
  /// than the shortest are the ones that pass.
  public func giving(only selection: PathSelection) -> LogicalPlan {
    func giving(_ plan: LogicalPlan) -> LogicalPlan? {
      switch plan {
      case .extend(let input, let items): return giving(input).map { .extend($0, items) }
      case .filter(let input, let predicate):
        guard predicate.reads.isSubset(of: [selection.from, selection.to]) else { return nil }
        return giving(input).map { .filter($0, predicate) }
      case .expandRepeatedly(let input, var expansion):
        guard [expansion.from, expansion.to] == [selection.from, selection.to] || [expansion.to, expansion.from] == [selection.from, selection.to],
          expansion.condition == nil, expansion.nodeCondition == nil, expansion.minimum <= 1, expansion.isInto || expansion.maximum == nil
        else { return nil }
        expansion.kept = selection.kept
        return .expandRepeatedly(input, expansion)
      default: return nil
      }
    }
    return giving(self) ?? self
  }
}
