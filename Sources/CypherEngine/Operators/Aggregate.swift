import CypherPlanner
import GraphModel

/// One row for each group of rows with the same keys, in order of first appearance; without keys exactly one row.
final class Aggregate: Operator {
  struct Call {
    let call: AggregateCall
    let arguments: [any Kernel]
  }

  private let input: any Operator
  private let keys: [any Kernel]
  private let calls: [Call]
  private let context: ExecutionContext
  private var pending = PendingRows()
  private var isDone = false

  init(_ input: any Operator, keys: [any Kernel], _ calls: [Call], _ context: ExecutionContext) {
    self.input = input
    self.keys = keys
    self.calls = calls
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    isDone = false
  }

  func next() throws(ExecutionFailure) -> Batch? {
    if !isDone {
      isDone = true
      if let batch = try aggregated() { pending.fill(batch) }
    }
    return pending.take(context.batchCapacity)
  }

  private struct Group {
    var key: GroupingRow
    var aggregates: [GroupAggregate]
  }

  private func aggregated() throws(ExecutionFailure) -> Batch? {
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
          try groups[position].aggregates[at].add(arguments[at].map { $0[row] })
        }
      }
    }
    return try batch(of: groups)
  }

  private func newGroup(_ key: GroupingRow) -> Group {
    Group(key: key, aggregates: calls.map { GroupAggregate($0.call) })
  }

  private func batch(of groups: [Group]) throws(ExecutionFailure) -> Batch? {
    guard !groups.isEmpty else { return nil }
    var columns = keys.indices.map { at in Column.narrowest(groups.map { $0.key.values[at] }) }
    for at in calls.indices {
      var values: [Value] = []
      for group in groups { values.append(try group.aggregates[at].result()) }
      columns.append(.narrowest(values))
    }
    return Batch(columns: columns, count: groups.count)
  }
}
