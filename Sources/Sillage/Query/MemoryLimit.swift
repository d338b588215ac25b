import CypherEngine
import SQLiteGraph

/// Stops a query that gathers more than there is memory for, so that the process goes on.
enum MemoryLimit {
  /// Why a query cannot go on; nil where there is memory. Cost: that of ``ProcessMemory/exceededLimit``.
  @Sendable
  static func lack() -> ExecutionFailure? {
    guard let limit = ProcessMemory.exceededLimit else { return nil }
    return ExecutionFailure(
      .resourceExhausted, .limitExceeded, "the query needs more than \(limit >> 20) MB of memory", at: .beginning,
      hint: "gather less at once, or allow more with SILLAGE_MEMORY=MEGABYTES")
  }
}
