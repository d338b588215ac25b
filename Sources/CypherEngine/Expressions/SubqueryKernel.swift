import CypherPlanner
import GraphModel

/// A query inside an expression: whether it has rows, how many, or the values of a column.
final class SubqueryKernel: Kernel {
  private let answer: Subquery.Answer
  private let inner: InnerPlan
  private var whole: NodesInAnswer?

  /// `whole`: the same for all rows at once.
  init(_ answer: Subquery.Answer, _ inner: InnerPlan, whole: NodesInAnswer?) {
    self.answer = answer
    self.inner = inner
    self.whole = whole
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard batch.count > 0 else { return .values([]) }
    if let answers = try whole?.answers(batch, context) { return .booleans(answers, valid: nil) }
    let found = try inner.run(batch)
    var counts = Array(filledWith: 0, count: batch.count)
    for row in found?.origins ?? [] { counts[row] += 1 }
    switch answer {
    case .exists: return .booleans(counts.map { $0 > 0 }, valid: nil)
    case .count: return .integers(counts.map { Int64($0) }, valid: nil)
    case .collect:
      var lists: [[Value]] = Array(filledWith: [], count: batch.count)
      if let found, let column = found.columns.first {
        for (at, row) in found.origins.enumerated() { lists[row].append(column[at]) }
      }
      return .values(lists.map { .list($0) })
    }
  }
}
