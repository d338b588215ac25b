import GraphModel

/// CASE: each branch is only worked out for the rows that come to it.
final class CaseKernel: Kernel {
  private let subject: (any Kernel)?
  private let branches: [(when: Condition, then: any Kernel)]
  private let otherwise: (any Kernel)?

  init(_ subject: (any Kernel)?, _ branches: [(when: Condition, then: any Kernel)], otherwise: (any Kernel)?) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    if let answer = try chosen(batch, context) { return answer }
    var answers = ScatteredColumn(rows: batch.count)
    var open = Array(0..<batch.count)
    let subjects = try subject?.column(batch, context)
    for branch in branches where !open.isEmpty {
      let rows = batch.rows(open)
      let holds: [Bool]
      if let subjects {
        let values = try branch.when.kernel.column(rows, context)
        holds = open.enumerated().map { at, row in subjects[row].equals(values[at]) == true }
      } else {
        holds = try branch.when.passing(rows, context)
      }
      var taken: [Int] = []
      var left: [Int] = []
      for (at, row) in open.enumerated() { if holds[at] { taken.append(row) } else { left.append(row) } }
      if !taken.isEmpty { answers.add(try branch.then.column(batch.rows(taken), context), in: taken) }
      open = left
    }
    if open.isEmpty { return answers.column }
    answers.add(try otherwise?.column(batch.rows(open), context) ?? .repeating(.null, count: open.count), in: open)
    return answers.column
  }

  /// The same where each branch gives one value and no condition can fail: then all conditions are worked out for all rows, which costs less than
  /// picking the rows that come to each. Else nil.
  private func chosen(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column? {
    guard subject == nil, branches.allSatisfy({ $0.when.kernel.neverFails(batch, context) }) else { return nil }
    var values: [Value] = []
    for branch in branches {
      guard let value = branch.then.constant(context) else { return nil }
      values.append(value)
    }
    guard let last = otherwise.map({ $0.constant(context) }) ?? .null else { return nil }
    values.append(last)
    var choices = [UInt32](filledWith: UInt32(branches.count), count: batch.count)
    for (at, branch) in branches.enumerated().reversed() {
      let conditions = try branch.when.kernel.column(batch, context)
      // What is no truth value is an error, but only for a row that comes to it.
      guard case .booleans = conditions else { return nil }
      let holds = conditions.isTrue
      for row in choices.indices where holds[row] { choices[row] = UInt32(at) }
    }
    return .chosen(choices, of: values)
  }
}

/// A column that is made of others, each of which has some of its rows.
private struct ScatteredColumn {
  private var pieces: [Column] = []
  /// For each row its place in the pieces, one behind the other.
  private var places: [Int]
  private var count = 0

  init(rows: Int) { places = Array(filledWith: 0, count: rows) }

  mutating func add(_ piece: Column, in rows: [Int]) {
    for (at, row) in rows.enumerated() { places[row] = count + at }
    pieces.append(piece)
    count += rows.count
  }

  /// In the narrowest form.
  var column: Column {
    if pieces.count == 1 { return pieces[0] }
    let column = Column.joined(pieces).gathered(places)
    if case .values(let values) = column { return .narrowest(values) }
    return column
  }
}

extension Column {
  /// For each row one of some values, by its place.
  fileprivate static func chosen(_ choices: [UInt32], of values: [Value]) -> Column {
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value else { return Column.narrowest(values).gathered(choices.map(Int.init)) }
      texts.append(text)
    }
    return .coded(choices, TextDictionary(texts), valid: nil)
  }
}

extension Batch {
  /// Some rows, ascending.
  fileprivate func rows(_ rows: [Int]) -> Batch { rows.count == count ? self : gathered(rows) }
}
