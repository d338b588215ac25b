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
  private let calls: [Call]

  init(_ input: any Operator, keys: [any Kernel], _ calls: [Call], _ context: ExecutionContext) {
    self.keys = keys
    self.calls = calls
    super.init(input, context)
  }

  private struct Group {
    var key: GroupingRow
    var aggregators: [Aggregator]
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    var groups: [Group] = []
    var positions: [GroupingRow: Int] = [:]
    if keys.isEmpty { groups.append(newGroup(GroupingRow([]))) }
    while let batch = try input.next() {
      try context.checkCancellation()
      var keyColumns: [Column] = []
      for key in keys { keyColumns.append(try key.column(batch, context)) }
      var arguments: [[Column]] = []
      for call in calls {
        var columns: [Column] = []
        for argument in call.arguments { columns.append(try argument.column(batch, context)) }
        arguments.append(columns)
      }
      for row in 0..<batch.count {
        var position = 0
        if !keys.isEmpty {
          let key = GroupingRow(keyColumns.map { $0[row] })
          if let known = positions[key] {
            position = known
          } else {
            position = groups.count
            positions[key] = position
            groups.append(newGroup(key))
          }
        }
        for at in calls.indices {
          try add(arguments[at], row, to: groups[position].aggregators[at], calls[at].call)
        }
      }
    }
    return try batch(of: groups)
  }

  private func newGroup(_ key: GroupingRow) -> Group {
    Group(key: key, aggregators: calls.map { Aggregator.make($0.function, distinct: $0.call.isDistinct) })
  }

  private func add(
    _ arguments: [Column], _ row: Int, to aggregator: Aggregator, _ call: AggregateCall
  ) throws(ExecutionFailure) {
    // count(*) counts rows, whatever is in them.
    let value = arguments.isEmpty ? .boolean(true) : arguments[0][row]
    do { try aggregator.add(value, arguments.count > 1 ? arguments[1][row] : .null) } catch {
      throw ExecutionFailure(error, at: call.span)
    }
  }

  private func batch(of groups: [Group]) throws(ExecutionFailure) -> Batch? {
    guard !groups.isEmpty else { return nil }
    var columns = keys.indices.map { at in Column.narrowest(groups.map { $0.key.values[at] }) }
    for at in calls.indices {
      var values: [Value] = []
      for group in groups {
        do { values.append(try group.aggregators[at].result()) } catch {
          throw ExecutionFailure(error, at: calls[at].call.span)
        }
      }
      columns.append(.narrowest(values))
    }
    return Batch(columns: columns, count: groups.count)
  }
}
