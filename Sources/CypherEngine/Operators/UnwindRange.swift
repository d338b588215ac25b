import Diagnostics
import GraphModel

/// `UNWIND range(…)`: a row for each number, made when it is asked for and in no list before. Null gives no row.
///
/// Memory: constant, however many numbers there are.
final class UnwindRange: Operator {
  private let input: any Operator
  /// The first number, the last, and, where one is given, the step.
  private let arguments: [any Kernel]
  private let span: SourceSpan
  private let context: ExecutionContext
  private var outer = Batch(columns: [], count: 0)
  /// The numbers for each row of `outer`.
  private var ranges: [RangeOfNumbers?] = []
  /// The row that comes next, and how many numbers were made for it.
  private var (row, made) = (0, 0)

  init(_ input: any Operator, _ arguments: [any Kernel], at span: SourceSpan, _ context: ExecutionContext) {
    self.input = input
    self.arguments = arguments
    self.span = span
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    (ranges, row, made) = ([], 0, 0)
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if row == ranges.count {
        guard let batch = try input.next() else { return nil }
        try take(batch)
      }
      try context.checkCancellation()
      if let batch = upcoming() { return batch }
    }
  }

  /// Works out the numbers of some rows.
  private func take(_ batch: Batch) throws(ExecutionFailure) {
    let columns = try arguments.map { argument throws(ExecutionFailure) in try argument.column(batch, context) }
    (outer, ranges, row, made) = (batch, [], 0, 0)
    for row in 0..<batch.count {
      let call = FunctionCall(arguments: columns.map { $0[row] }, context: context.functions)
      do { ranges.append(try call.rangeOfNumbers()) } catch { throw ExecutionFailure(error, at: span) }
    }
  }

  /// As many rows as a batch has, or those that are left of the input's; nil for none.
  private func upcoming() -> Batch? {
    var rows: [Int] = []
    var numbers: [Int64] = []
    while row < ranges.count, numbers.count < context.batchCapacity {
      let range = ranges[row] ?? RangeOfNumbers(first: 0, step: 1, count: 0)
      let end = min(range.count, made + context.batchCapacity - numbers.count)
      rows.append(contentsOf: repeatElement(row, count: end - made))
      for place in made..<end { numbers.append(range[place]) }
      made = end
      if made == range.count { (row, made) = (row + 1, 0) }
    }
    if numbers.isEmpty { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.integers(numbers, valid: nil))
    return batch
  }
}
