import GraphModel

/// A row for each element of a list; null gives none, and anything else counts as a list of itself.
final class Unwind: Operator {
  private let input: any Operator
  private let list: any Kernel
  private let context: ExecutionContext
  private var pending = PendingRows()

  init(_ input: any Operator, _ list: any Kernel, _ context: ExecutionContext) {
    self.input = input
    self.list = list
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      guard let outer = try input.next() else { return nil }
      try context.checkCancellation()
      let lists = try list.column(outer, context)
      var rows: [Int] = []
      var items: [Value] = []
      for row in 0..<outer.count {
        switch lists[row] {
        case .null: break
        case .list(let elements):
          rows.append(contentsOf: repeatElement(row, count: elements.count))
          items += elements
        case let single:
          rows.append(row)
          items.append(single)
        }
      }
      guard !rows.isEmpty else { continue }
      var batch = outer.gathered(rows)
      batch.columns.append(.narrowest(items))
      pending.fill(batch)
    }
  }
}
