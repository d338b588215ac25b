import CypherPlanner
import Diagnostics
import GraphModel

/// CALL { … } IN TRANSACTIONS: runs the inner plan for so many rows at a time, and ends the transaction after each time.
///
/// Where the rows depend on the graph, all of them are read before the first change.
final class PerformInTransactions: Operator {
  private let input: any Operator
  private let inner: InnerPlan
  private let batches: TransactionBatches
  private let size: RowLimit?
  private let context: ExecutionContext
  private var rowsEach = 0
  /// Rows that were read, and how many of them have been taken.
  private var waiting: Batch?
  private var taken = 0
  private var isExhausted = false
  private var hasStopped = false
  private var pending = PendingRows()

  init(
    _ input: any Operator, _ inner: InnerPlan, _ batches: TransactionBatches, size: RowLimit?,
    _ context: ExecutionContext
  ) {
    self.input = input
    self.inner = inner
    self.batches = batches
    self.size = size
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    rowsEach = TransactionBatches.defaultSize
    if let size {
      rowsEach = try size.count(context)
      if rowsEach == 0 {
        throw ExecutionFailure(
          .argumentError, .invalidArgumentValue, "a transaction holds at least one row", at: size.span)
      }
    }
    waiting = nil
    taken = 0
    isExhausted = false
    hasStopped = false
    pending.clear()
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      guard let rows = try takeRows() else { return nil }
      try context.checkCancellation()
      if let done = try perform(rows) { pending.fill(done) }
    }
  }

  private func takeRows() throws(ExecutionFailure) -> Batch? {
    while !isExhausted, (waiting?.count ?? 0) - taken < rowsEach {
      let more = batches.readsAhead ? try input.drain() : try input.next()
      isExhausted = batches.readsAhead || more == nil
      guard let more else { break }
      if let left = waiting, taken < left.count {
        waiting = Batch.joined([left.slice(taken..<left.count), more])
      } else {
        waiting = more
      }
      taken = 0
    }
    guard let waiting, taken < waiting.count else { return nil }
    let end = min(waiting.count, taken + rowsEach)
    defer { taken = end }
    return waiting.slice(taken..<end)
  }

  /// One transaction: the rows with what the inner plan gives, or, where it failed and that is allowed, with nulls.
  private func perform(_ rows: Batch) throws(ExecutionFailure) -> Batch? {
    if hasStopped { return unanswered(rows, Status(started: false, committed: false)) }
    guard let division = context.division else {
      // A statement that may only read has nothing to commit; if it writes, the write says that it may not.
      guard context.writer == nil else {
        throw ExecutionFailure(
          .semanticError, .invalidClauseComposition, "this transaction cannot be divided", at: batches.span)
      }
      return with(Status(started: true, committed: true), try answered(rows))
    }
    let before = (context.changes, context.deletions, context.functions.deleted)
    do throws(ExecutionFailure) {
      let done = try answered(rows)
      do throws(StoreError) { try division.commit(context.changes) } catch { throw ExecutionFailure(error, at: batches.span) }
      return with(Status(started: true, committed: true), done)
    } catch {
      let failure = error
      guard batches.onError != .fail, failure.store?.kind != .interrupted else { throw failure }
      try context.checkCancellation()
      do throws(StoreError) { try division.rollback() } catch { throw ExecutionFailure(error, at: batches.span) }
      (context.changes, context.deletions, context.functions.deleted) = before
      hasStopped = batches.onError == .stop
      return unanswered(rows, Status(started: true, committed: false, message: failure.message))
    }
  }

  private func answered(_ rows: Batch) throws(ExecutionFailure) -> Batch? {
    guard batches.columns.isEmpty else {
      return inner.combined(rows, try inner.run(rows), isOptional: batches.isOptional)
    }
    for row in 0..<rows.count {
      try inner.start(rows, row: row)
      while try inner.root.next() != nil {}
    }
    return rows
  }

  private func unanswered(_ rows: Batch, _ status: Status) -> Batch? {
    var batch = rows
    for _ in batches.columns { batch.columns.append(.repeating(.null, count: rows.count)) }
    return with(status, batch)
  }

  // MARK: Status

  /// What REPORT STATUS tells of the transaction of a row.
  private struct Status {
    var started: Bool
    var committed: Bool
    var message: String?
  }

  private func with(_ status: Status, _ rows: Batch?) -> Batch? {
    guard batches.status != nil, var rows else { return rows }
    let fields: [(String, Value)] = [
      ("started", .boolean(status.started)), ("committed", .boolean(status.committed)),
      ("errorMessage", status.message.map(Value.string) ?? .null),
    ]
    rows.columns.append(.repeating(.map(ValueMap(fields)), count: rows.count))
    return rows
  }
}
