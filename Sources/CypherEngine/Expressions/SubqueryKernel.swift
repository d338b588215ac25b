import CypherPlanner
import GraphModel

/// A query inside an expression: whether it has rows, how many, or the values of a column.
final class SubqueryKernel: Kernel {
  private let answer: Subquery.Answer
  private let inner: InnerPlan
  /// What the plan is given behind the columns of the row.
  private let given: [any Kernel]
  private var whole: NodesInAnswer?
  private var known: AnswersByValue?

  /// `whole`: the same for all rows at once. `isSteady`: whether rows that hold the same of what the plan reads have one answer.
  init(_ answer: Subquery.Answer, _ inner: InnerPlan, given: [any Kernel], whole: NodesInAnswer?, isSteady: Bool) {
    self.answer = answer
    self.inner = inner
    self.given = given
    self.whole = whole
    known = isSteady ? AnswersByValue(columns: inner.argumentColumns) : nil
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard batch.count > 0 else { return .values([]) }
    if let answers = try whole?.answers(batch, context) { return .booleans(answers, valid: nil) }
    var outer = batch
    for kernel in given { outer.columns.append(try kernel.column(batch, context)) }
    if let answers = try known?.answers(outer, context, ask) { return answers }
    return try ask(outer)
  }

  private func ask(_ outer: Batch) throws(ExecutionFailure) -> Column {
    let found = try inner.run(outer)
    var counts = Array(filledWith: 0, count: outer.count)
    for row in found?.origins ?? [] { counts[row] += 1 }
    switch answer {
    case .exists: return .booleans(counts.map { $0 > 0 }, valid: nil)
    case .count: return .integers(counts.map { Int64($0) }, valid: nil)
    case .collect:
      var lists: [[Value]] = Array(filledWith: [], count: outer.count)
      if let found, let column = found.columns.first {
        for (at, row) in found.origins.enumerated() { lists[row].append(column[at]) }
      }
      return .values(lists.map { .list($0) })
    }
  }
}
