import CypherPlanner
import Diagnostics
import GraphModel

/// Functions of a text whose other arguments are the same for all rows: a column of texts is worked out without a value for each row, and
/// what they make of a property that the graph holds without its texts being made.
final class TextFunctionKernel: Kernel {
  private let function: CypherFunction
  private let text: any Kernel
  /// Numbers of characters.
  private let counts: [any Kernel]
  /// For what is no column of texts, and for arguments that are wrong.
  private let rows: RowKernel

  /// Nil for other functions. `arguments`: as the function has them, the text first.
  init?(_ function: CypherFunction, _ arguments: [any Kernel], _ rows: RowKernel) {
    guard let text = arguments.first else { return nil }
    switch function {
    case .string(.toLower), .string(.toUpper), .string(.charLength), .list(.size), .string(.substring), .string(.left), .string(.right):
      break
    default: return nil
    }
    self.function = function
    self.text = text
    counts = Array(arguments.dropFirst())
    self.rows = rows
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var numbers: [Int] = []
    for kernel in counts {
      guard case .integer(let number)? = kernel.constant(context), number >= 0 else { return try rows.column(batch, context) }
      numbers.append(Int(number))
    }
    guard let piece = piece(numbers) else { return try rows.column(batch, context) }
    if let column = try (text as? PropertyKernel)?.pieces(piece, batch, context) { return column }
    let column = try text.column(batch, context)
    switch column {
    case .strings(let texts, let valid): return piece.column(of: texts, valid: valid)
    case .coded(let codes, let dictionary, let valid) where codes.count >= dictionary.texts.count:
      switch piece.column(of: dictionary.texts, valid: nil) {
      case .strings(let answers, _): return .coded(codes, TextDictionary(answers), valid: valid)
      case .integers(let answers, _): return .integers(codes.map { answers[Int($0)] }, valid: valid)
      case let answers: return answers
      }
    case .coded(let codes, let dictionary, let valid): return piece.column(of: dictionary.texts(of: codes), valid: valid)
    default:
      let others = try counts.map { kernel throws(ExecutionFailure) in try kernel.column(batch, context) }
      return try rows.column(of: [column] + others, count: batch.count, context)
    }
  }

  /// What the function asks of a text, given its numbers.
  private func piece(_ numbers: [Int]) -> TextPiece? {
    switch function {
    case .string(.toLower): .lowercased
    case .string(.toUpper): .uppercased
    case .string(.charLength), .list(.size): .length
    case .string(.left): numbers.first.map { .scalars(from: 0, count: $0) }
    case .string(.right): numbers.first.map { .last($0) }
    case .string(.substring): numbers.first.map { .scalars(from: $0, count: numbers.count > 1 ? numbers[1] : .max) }
    default: nil
    }
  }
}
