import CypherPlanner
import GraphModel
import Synchronization

/// One row for each group of rows with the same keys, in order of first appearance; without keys exactly one row.
///
/// Once there are many rows, they are grouped and added up on another thread while this one finds the next. They are taken in the
/// same order there, so that the answer, sums of floats included, does not depend on it.
final class Aggregate: GatheringOperator {
  struct Call {
    let call: AggregateCall
    let function: AggregateFunction
    let arguments: [any Kernel]
  }

  /// After so many batches another thread is worth its while, and so many are given to it together.
  private static let batchesBeforeThread = 16
  private static let batchesAtOnce = 8

  private let keys: [any Kernel]
  private let entity: Int?
  private let calls: [Call]

  /// `entity`: the column of the one node or relationship that all keys are worked out from.
  init(
    _ input: any Operator, keys: [any Kernel], entity: Int?, _ calls: [Call], _ context: ExecutionContext
  ) {
    self.keys = keys
    self.entity = entity
    self.calls = calls
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    var source = GroupKeySource(keys, entity: entity)
    let work = GroupedRows(keys: keys.count, calls.map { ($0.function, $0.call) })
    var count = 0
    var pending: [AggregatedRows] = []
    let conveyor = Conveyor<[AggregatedRows]> { rows throws(ExecutionFailure) in
      for rows in rows { try work.add(rows) }
    }
    do throws(ExecutionFailure) {
      while let batch = try input.next() {
        try context.checkCancellation()
        let rows = AggregatedRows(
          count: batch.count, keys: try source.keys(of: batch, context), arguments: try arguments(batch))
        count += 1
        if count > Self.batchesBeforeThread, context.graph.workers > 1, rows.isPlain {
          pending.append(rows)
          if pending.count >= Self.batchesAtOnce {
            try conveyor.add(pending)
            pending = []
          }
        } else {
          try conveyor.finish()
          for rows in pending { try work.add(rows) }
          pending = []
          try work.add(rows)
        }
      }
    } catch {
      // What is wrong with a row before counts first.
      try conveyor.finish()
      for rows in pending { try work.add(rows) }
      throw error
    }
    try conveyor.finish()
    for rows in pending { try work.add(rows) }
    return try work.results(owed: try source.owed(context))
  }

  private func arguments(_ batch: Batch) throws(ExecutionFailure) -> [[Column]] {
    var all: [[Column]] = []
    for call in calls {
      var columns: [Column] = []
      for argument in call.arguments { columns.append(try argument.column(batch, context)) }
      all.append(columns)
    }
    return all
  }
}

/// What a batch brings to an aggregation.
struct AggregatedRows: Sendable {
  let count: Int
  let keys: GroupKeys
  /// Those of each call.
  let arguments: [[Column]]

  /// Whether all is numbers, texts and ids: what is nested deeply needs the stack of the first thread.
  var isPlain: Bool {
    (keys.columns + arguments.joined()).allSatisfy { column in
      if case .values = column { false } else { true }
    }
  }
}

/// Rows in groups, with what the aggregating functions collect of them. Guarded by itself.
private final class GroupedRows: Sendable {
  private let collected: Mutex<Collected>

  init(keys: Int, _ calls: [(function: AggregateFunction, call: AggregateCall)]) {
    collected = Mutex(Collected(keys: keys, calls))
  }

  func add(_ rows: AggregatedRows) throws(ExecutionFailure) {
    try collected.withLock { (collected) throws(ExecutionFailure) -> Void in try collected.add(rows) }
  }

  /// `owed`: the keys of all groups, where they were not given with the rows.
  func results(owed: [Column]) throws(ExecutionFailure) -> Batch? {
    try collected.withLock { (collected) throws(ExecutionFailure) -> Batch? in try collected.results(owed) }
  }
}

private struct Collected {
  private var groups: Groups
  private let calls: [(accumulator: Accumulator, call: AggregateCall)]

  init(keys: Int, _ calls: [(function: AggregateFunction, call: AggregateCall)]) {
    groups = Groups(keys: keys)
    self.calls = calls.map { (Accumulator.make($0.function, $0.call), $0.call) }
  }

  mutating func add(_ rows: AggregatedRows) throws(ExecutionFailure) {
    let positions = groups.positions(of: rows.keys)
    for (at, (accumulator, call)) in calls.enumerated() {
      do {
        accumulator.grow(to: groups.count)
        try accumulator.add(rows.arguments[at], rows.count, positions)
      } catch { throw ExecutionFailure(error, at: call.span) }
    }
  }

  func results(_ owed: [Column]) throws(ExecutionFailure) -> Batch? {
    guard groups.count > 0 else { return nil }
    var columns = owed.isEmpty ? groups.columns : owed
    for (accumulator, call) in calls {
      do {
        accumulator.grow(to: groups.count)
        columns.append(try accumulator.results())
      } catch { throw ExecutionFailure(error, at: call.span) }
    }
    return Batch(columns: columns, count: groups.count)
  }
}
