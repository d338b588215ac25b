import Diagnostics
import GraphModel

/// AND or OR in three values. The right side is only worked out for the rows that the left side does not decide.
final class ConnectiveKernel: Kernel {
  private let left: any Kernel
  private let right: any Kernel
  /// The value of the left side that decides: false for AND, true for OR.
  private let decisive: Bool
  private let span: SourceSpan

  init(_ left: any Kernel, _ right: any Kernel, decisive: Bool, at span: SourceSpan) {
    self.left = left
    self.right = right
    self.decisive = decisive
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let name = decisive ? "OR" : "AND"
    let column = try left.column(batch, context)
    if case .booleans(let flags, nil) = column { return try decide(flags, batch, name, context) }
    let first = try Truth.of(column, name, at: span)
    let open = first.indices.filter { first[$0] != decisive }
    if open.isEmpty { return .booleans(Array(filledWith: decisive, count: batch.count), valid: nil) }
    let rest = open.count == batch.count ? batch : batch.gathered(open)
    let second = try Truth.of(right.column(rest, context), name, at: span)
    var answers: [Bool?] = Array(filledWith: decisive, count: batch.count)
    for (at, row) in open.enumerated() {
      answers[row] = second[at] == decisive ? decisive : (first[row] == nil || second[at] == nil) ? nil : !decisive
    }
    return Truth.column(answers)
  }

  /// The same where the left side knows each row.
  private func decide(
    _ first: [Bool], _ batch: Batch, _ name: String, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> Column {
    let open = first.indices.filter { first[$0] != decisive }
    if open.isEmpty { return .booleans(first, valid: nil) }
    let second = try right.column(open.count == batch.count ? batch : batch.gathered(open), context)
    if case .booleans(let flags, nil) = second {
      var answers = first
      for (at, row) in open.enumerated() { answers[row] = flags[at] }
      return .booleans(answers, valid: nil)
    }
    var answers: [Bool?] = first.map(Optional.some)
    for (answer, row) in zip(try Truth.of(second, name, at: span), open) { answers[row] = answer }
    return Truth.column(answers)
  }
}

/// XOR in three values.
final class ExclusiveKernel: Kernel {
  private let left: any Kernel
  private let right: any Kernel
  private let span: SourceSpan

  init(_ left: any Kernel, _ right: any Kernel, at span: SourceSpan) {
    self.left = left
    self.right = right
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let first = try Truth.of(left.column(batch, context), "XOR", at: span)
    let second = try Truth.of(right.column(batch, context), "XOR", at: span)
    return Truth.column(zip(first, second).map { a, b in if let a, let b { a != b } else { nil } })
  }
}

/// NOT in three values.
final class NotKernel: Kernel {
  private let operand: any Kernel
  private let span: SourceSpan

  init(_ operand: any Kernel, at span: SourceSpan) {
    self.operand = operand
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let column = try operand.column(batch, context)
    if case .booleans(let flags, let valid) = column { return .booleans(flags.map { !$0 }, valid: valid) }
    return Truth.column(try Truth.of(column, "NOT", at: span).map { $0.map { !$0 } })
  }
}

/// IS NULL and IS NOT NULL.
final class NullTestKernel: Kernel {
  private let operand: any Kernel
  private let isNegated: Bool

  init(_ operand: any Kernel, isNegated: Bool) {
    self.operand = operand
    self.isNegated = isNegated
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let values = try operand.column(batch, context)
    if values.isWithoutNulls { return .booleans(Array(filledWith: isNegated, count: batch.count), valid: nil) }
    return .booleans((0..<batch.count).map { values.isNull($0) != isNegated }, valid: nil)
  }
}

/// Truth values of rows; nil is null.
enum Truth {
  /// Where a condition is true; null is not. A value that is no truth value is an error.
  static func passing(_ column: Column, at span: SourceSpan) throws(ExecutionFailure) -> [Bool] {
    if case .booleans = column { return column.isTrue }
    return try of(column, "a condition", at: span).map { $0 == true }
  }

  static func of(_ column: Column, _ what: String, at span: SourceSpan) throws(ExecutionFailure) -> [Bool?] {
    // Mapped one by one: an array of truth values given for one of optional ones would be cast item by item.
    if case .booleans(let flags, let valid) = column {
      guard let valid else { return flags.map(Optional.some) }
      return zip(flags, valid).map { $1 ? $0 : nil }
    }
    var answers: [Bool?] = []
    answers.reserveCapacity(column.count)
    for row in 0..<column.count {
      switch column[row] {
      case .boolean(let flag): answers.append(flag)
      case .null: answers.append(nil)
      case let other:
        throw ExecutionFailure(
          .typeError, .invalidArgumentType, "\(what) takes booleans, not \(other.typeDescription)", at: span)
      }
    }
    return answers
  }

  static func and(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  static func value(_ answer: Bool?) -> Value { answer.map { .boolean($0) } ?? .null }

  static func column(_ answers: [Bool?]) -> Column {
    guard answers.contains(nil) else { return .booleans(answers.map { $0 ?? false }, valid: nil) }
    return .booleans(answers.map { $0 ?? false }, valid: answers.map { $0 != nil })
  }
}
