import CypherEngine
import SQLiteGraph

/// What stops a query that goes on for a while.
struct QueryLimits: Sendable {
  /// Whether nobody waits for its answer any more.
  let isUnwanted: @Sendable () -> Bool

  /// Why the query cannot go on, so that the process does, or why it need not; nil where it shall. Cost: that of
  /// ``ProcessMemory/exceededLimit``, and of asking whether it is wanted.
  @Sendable
  func lack() -> ExecutionFailure? {
    if isUnwanted() {
      return ExecutionFailure(.resourceExhausted, .limitExceeded, "the query was stopped: nobody reads its answer any more", at: .beginning)
    }
    guard let limit = ProcessMemory.exceededLimit else { return nil }
    return ExecutionFailure(
      .resourceExhausted, .limitExceeded, "the query needs more than \(limit >> 20) MB of memory", at: .beginning,
      hint: "gather less at once, or allow more with SILLAGE_MEMORY=MEGABYTES")
  }
}
