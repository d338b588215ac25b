import GraphModel

/// The rows of several plans, one plan after the other. Each plan's columns are put in the same order.
final class Union: Operator {
  private let inputs: [(plan: any Operator, columns: [Int])]
  private var at = 0
  private var isOpen = false

  init(_ inputs: [(plan: any Operator, columns: [Int])]) { self.inputs = inputs }

  func open() {
    at = 0
    isOpen = false
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while at < inputs.count {
      // Plans inside another share the leaf that holds the outer row: each is opened when its turn comes.
      if !isOpen { try inputs[at].plan.open() }
      isOpen = true
      if let batch = try inputs[at].plan.next() {
        return Batch(columns: inputs[at].columns.map { batch.columns[$0] }, count: batch.count)
      }
      at += 1
      isOpen = false
    }
    return nil
  }
}
