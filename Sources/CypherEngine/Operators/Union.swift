import GraphModel

/// The rows of several plans, one plan after the other. Each plan's columns are put in the same order.
final class Union: Operator {
  private let inputs: [(plan: any Operator, columns: [Int])]
  private var at = 0

  init(_ inputs: [(plan: any Operator, columns: [Int])]) { self.inputs = inputs }

  func open() throws(ExecutionFailure) {
    for input in inputs { try input.plan.open() }
    at = 0
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while at < inputs.count {
      if let batch = try inputs[at].plan.next() {
        return Batch(columns: inputs[at].columns.map { batch.columns[$0] }, count: batch.count)
      }
      at += 1
    }
    return nil
  }
}
