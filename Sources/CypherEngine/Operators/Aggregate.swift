import CypherPlanner
import GraphModel

/// One row for each group of rows with the same keys, in order of first appearance; without keys exactly one row.
final class Aggregate: GatheringOperator {
  struct Call {
    let call: AggregateCall
    let function: AggregateFunction
    let arguments: [any Kernel]
  }

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
    var groups = Groups(keys, entity: entity)
    let accumulators = calls.map { Accumulator.make($0.function, $0.call) }
    while let batch = try input.next() {
      try context.checkCancellation()
      let positions = try groups.positions(of: batch, context)
      for (call, accumulator) in zip(calls, accumulators) {
        var arguments: [Column] = []
        for argument in call.arguments { arguments.append(try argument.column(batch, context)) }
        do {
          accumulator.grow(to: groups.count)
          try accumulator.add(arguments, batch.count, positions)
        } catch { throw ExecutionFailure(error, at: call.call.span) }
      }
    }
    guard groups.count > 0 else { return nil }
    var columns = groups.columns
    for (call, accumulator) in zip(calls, accumulators) {
      do {
        accumulator.grow(to: groups.count)
        columns.append(.narrowest(try accumulator.results()))
      } catch { throw ExecutionFailure(error, at: call.call.span) }
    }
    return Batch(columns: columns, count: groups.count)
  }
}
