import Diagnostics
import GraphModel

/// The number that SKIP or LIMIT gives, worked out once and before any row.
struct RowLimit {
  let keyword: String
  let kernel: any Kernel
  let span: SourceSpan

  func count(_ context: ExecutionContext) throws(ExecutionFailure) -> Int {
    let value = try kernel.column(Batch(columns: [], count: 1), context)[0]
    switch value {
    case .integer(let number) where number >= 0: return Int(number)
    case .integer(let number):
      throw ExecutionFailure(
        .syntaxError, .negativeIntegerArgument, "\(keyword) takes a number of rows, not \(number)", at: span)
    default:
      throw ExecutionFailure(
        .syntaxError, .invalidArgumentType, "\(keyword) takes an integer, not \(value.typeDescription)", at: span)
    }
  }
}

/// Leaves out the first rows.
final class Skip: Operator {
  private let input: any Operator
  private let limit: RowLimit
  private let context: ExecutionContext
  private var remaining: Int?

  init(_ input: any Operator, _ limit: RowLimit, _ context: ExecutionContext) {
    self.input = input
    self.limit = limit
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    remaining = nil
  }

  func next() throws(ExecutionFailure) -> Batch? {
    var left: Int
    if let remaining { left = remaining } else { left = try limit.count(context) }
    while let batch = try input.next() {
      let skipped = min(left, batch.count)
      left -= skipped
      remaining = left
      if skipped < batch.count { return batch.slice(skipped..<batch.count) }
    }
    return nil
  }
}

/// Gives the first rows, and asks for no more than they need. An input that writes is run to its end all the same.
final class Limit: Operator {
  private let input: any Operator
  private let limit: RowLimit
  private let runsToEnd: Bool
  private let context: ExecutionContext
  private var remaining: Int?

  init(_ input: any Operator, _ limit: RowLimit, runsToEnd: Bool, _ context: ExecutionContext) {
    self.input = input
    self.limit = limit
    self.runsToEnd = runsToEnd
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    remaining = nil
  }

  func next() throws(ExecutionFailure) -> Batch? {
    let left: Int
    if let remaining { left = remaining } else { left = try limit.count(context) }
    guard left > 0 else {
      remaining = 0
      if runsToEnd { while try input.next() != nil {} }
      return nil
    }
    guard let batch = try input.next() else { return nil }
    let given = min(left, batch.count)
    remaining = left - given
    return batch.slice(0..<given)
  }
}
