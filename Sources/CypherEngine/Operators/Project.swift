import GraphModel

/// Each row with the values of some expressions, in place of what it had or beside it.
final class Project: Operator {
  private let input: any Operator
  private let items: [any Kernel]
  private let keepsInput: Bool
  private let context: ExecutionContext

  init(_ input: any Operator, _ items: [any Kernel], keepsInput: Bool, _ context: ExecutionContext) {
    self.input = input
    self.items = items
    self.keepsInput = keepsInput
    self.context = context
  }

  func open() throws(ExecutionFailure) { try input.open() }

  func next() throws(ExecutionFailure) -> Batch? {
    guard let batch = try input.next() else { return nil }
    var columns = keepsInput ? batch.columns : []
    for item in items { columns.append(try item.column(batch, context)) }
    return Batch(columns: columns, count: batch.count)
  }
}
