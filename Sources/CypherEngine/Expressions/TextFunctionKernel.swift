import CypherPlanner
import Diagnostics
import GraphModel

/// Functions of a text whose other arguments are the same for all rows: a column of texts is worked out without a value for each row.
final class TextFunctionKernel: Kernel {
  private enum Work {
    case toLower, toUpper, size
    case substring, left, right
  }

  private let work: Work
  private let text: any Kernel
  /// Numbers of characters.
  private let counts: [any Kernel]
  /// For what is no column of texts, and for arguments that are wrong.
  private let rows: RowKernel

  /// Nil for other functions. `arguments`: as the function has them, the text first.
  init?(_ function: CypherFunction, _ arguments: [any Kernel], _ rows: RowKernel) {
    guard let text = arguments.first else { return nil }
    switch function {
    case .string(.toLower): work = .toLower
    case .string(.toUpper): work = .toUpper
    case .string(.charLength), .list(.size): work = .size
    case .string(.substring): work = .substring
    case .string(.left): work = .left
    case .string(.right): work = .right
    default: return nil
    }
    self.text = text
    counts = Array(arguments.dropFirst())
    self.rows = rows
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var numbers: [Int] = []
    for kernel in counts {
      guard case .integer(let number)? = try kernel.constant(context), number >= 0 else { return try rows.column(batch, context) }
      numbers.append(Int(number))
    }
    let column = try text.column(batch, context)
    switch column {
    case .strings(let texts, let valid): return self.column(texts, valid, numbers)
    case .coded(let codes, let dictionary, let valid) where codes.count >= dictionary.texts.count:
      switch self.column(dictionary.texts, nil, numbers) {
      case .integers(let answers, _): return .integers(codes.map { answers[Int($0)] }, valid: valid)
      case .strings(let answers, _): return .coded(codes, TextDictionary(answers), valid: valid)
      case let answers: return answers.gathered(codes.map { Int($0) })
      }
    case .coded(let codes, let dictionary, let valid): return self.column(dictionary.texts(of: codes), valid, numbers)
    default:
      let others = try counts.map { kernel throws(ExecutionFailure) in try kernel.column(batch, context) }
      return try rows.column(of: [column] + others, count: batch.count, context)
    }
  }

  private func column(_ texts: [String], _ valid: [Bool]?, _ numbers: [Int]) -> Column {
    switch work {
    case .toLower: return .strings(texts.map { $0.lowercased() }, valid: valid)
    case .toUpper: return .strings(texts.map { $0.uppercased() }, valid: valid)
    case .size: return .integers(texts.map { Int64($0.scalarCount) }, valid: valid)
    case .left: return .strings(texts.map { $0.scalars(from: 0, count: numbers[0]) }, valid: valid)
    case .right: return .strings(texts.map { $0.scalars(from: max(0, $0.scalarCount - numbers[0]), count: .max) }, valid: valid)
    case .substring:
      let count = numbers.count > 1 ? numbers[1] : .max
      return .strings(texts.map { $0.scalars(from: numbers[0], count: count) }, valid: valid)
    }
  }
}

extension String {
  /// How many Unicode scalars it has. Cost: a look at each byte.
  var scalarCount: Int {
    let bytes = utf8Span.span
    var count = bytes.count
    for at in bytes.indices where bytes[at] & 0xc0 == 0x80 { count -= 1 }
    return count
  }

  /// Some of its Unicode scalars, as far as it has them.
  func scalars(from start: Int, count: Int) -> String {
    let span = utf8Span
    guard span.isKnownASCII else { return String(unicodeScalars.dropFirst(start).prefix(count)) }
    let first = min(start, span.count)
    let bytes = utf8.dropFirst(first).prefix(min(count, span.count - first))
    return String(Substring(bytes))
  }
}
