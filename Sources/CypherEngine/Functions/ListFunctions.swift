import CypherPlanner
import Diagnostics
import GraphModel

extension FunctionCall {
  func evaluate(_ function: ListFunction) throws(EvaluationError) -> Value {
    if function == .range { return try range() }
    switch (function, self[0]) {
    case (_, .null): return .null
    case (.size, .list(let items)): return .integer(Int64(items.count))
    case (.size, .string(let text)): return .integer(Int64(text.scalarCount))
    case (.size, let value): throw .wrongArgument("size", value, expected: "a list or a string")
    case (.head, .list(let items)): return items.first ?? .null
    case (.head, let value): throw .wrongArgument("head", value, expected: "a list")
    case (.last, .list(let items)): return items.last ?? .null
    case (.last, let value): throw .wrongArgument("last", value, expected: "a list")
    case (.tail, .list(let items)): return .list(Array(items.dropFirst()))
    case (.tail, let value): throw .wrongArgument("tail", value, expected: "a list")
    case (.reverse, .list(let items)): return .list(items.reversed())
    case (.reverse, .string(let text)):
      var reversed = String.UnicodeScalarView()
      reversed.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(reversed))
    case (.reverse, let value): throw .wrongArgument("reverse", value, expected: "a list or a string")
    case (.range, _): return try range()
    }
  }

  /// The longest list that `range` makes.
  private static var longestRange: UInt64 { 1 << 28 }

  private func range() throws(EvaluationError) -> Value {
    guard let numbers = try rangeOfNumbers() else { return .null }
    return .list((0..<numbers.count).map { .integer(numbers[$0]) })
  }

  /// What `range` makes a list of; nil where an argument is null.
  func rangeOfNumbers() throws(EvaluationError) -> RangeOfNumbers? {
    if hasNull { return nil }
    let (start, end) = (try bound(0), try bound(1))
    let step = has(2) ? try bound(2) : 1
    if step == 0 { throw EvaluationError(.argumentError, .numberOutOfRange, "the step of range() must not be 0") }
    guard step > 0 ? start <= end : start >= end else { return RangeOfNumbers(first: start, step: step, count: 0) }
    let distance = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
    let count = distance / step.magnitude
    guard count < FunctionCall.longestRange else {
      throw EvaluationError(
        .resourceExhausted, .limitExceeded, "range() makes at most \(FunctionCall.longestRange) elements")
    }
    return RangeOfNumbers(first: start, step: step, count: Int(count) + 1)
  }

  private func bound(_ position: Int) throws(EvaluationError) -> Int64 {
    guard case .integer(let number) = self[position] else {
      throw EvaluationError(
        .argumentError, .invalidArgumentType, "range() takes integers, not \(self[position].typeDescription)")
    }
    return number
  }
}

/// Numbers at the same distance from one another.
struct RangeOfNumbers {
  let first: Int64
  let step: Int64
  let count: Int

  /// The product may leave the range of integers, but the sum is back in it.
  subscript(place: Int) -> Int64 { first &+ Int64(place) &* step }
}
