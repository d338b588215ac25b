import GraphModel

/// A row for each element of a list; null gives none, and anything else counts as a list of itself.
final class Unwind: BatchwiseOperator {
  private let list: any Kernel

  init(_ input: any Operator, _ list: any Kernel, _ context: ExecutionContext) {
    self.list = list
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    let lists = try list.column(outer, context)
    var rows: [Int] = []
    var items: [Value] = []
    for row in 0..<outer.count {
      switch lists[row] {
      case .null: break
      case .list(let elements):
        rows.append(contentsOf: repeatElement(row, count: elements.count))
        if items.isEmpty { items = elements } else { items += elements }
      case let single:
        rows.append(row)
        items.append(single)
      }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.narrowest(items))
    return batch
  }
}
