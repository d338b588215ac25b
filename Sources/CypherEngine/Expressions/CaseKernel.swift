import GraphModel

/// CASE: each branch is only worked out for the rows that come to it.
final class CaseKernel: Kernel {
  private let subject: (any Kernel)?
  private let branches: [(when: any Kernel, then: any Kernel)]
  private let otherwise: (any Kernel)?

  init(_ subject: (any Kernel)?, _ branches: [(when: any Kernel, then: any Kernel)], otherwise: (any Kernel)?) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var answers: [Value] = Array(repeating: .null, count: batch.count)
    var open = Array(0..<batch.count)
    let subjects = try subject?.column(batch, context)
    for branch in branches where !open.isEmpty {
      let here = open.count == batch.count ? batch : batch.gathered(open)
      let conditions = try branch.when.column(here, context)
      var taken: [Int] = []
      var left: [Int] = []
      for (at, row) in open.enumerated() {
        if holds(conditions[at], subjects?[row]) { taken.append(row) } else { left.append(row) }
      }
      if !taken.isEmpty {
        let values = try branch.then.column(taken.count == batch.count ? batch : batch.gathered(taken), context)
        for (at, row) in taken.enumerated() { answers[row] = values[at] }
      }
      open = left
    }
    if let otherwise, !open.isEmpty {
      let values = try otherwise.column(open.count == batch.count ? batch : batch.gathered(open), context)
      for (at, row) in open.enumerated() { answers[row] = values[at] }
    }
    return .narrowest(answers)
  }

  private func holds(_ condition: Value, _ subject: Value?) -> Bool {
    if let subject { return subject.equals(condition) == true }
    if case .boolean(true) = condition { return true }
    return false
  }
}
