import Diagnostics
import GraphModel

/// An expression that is compiled for the columns of its operator's batches: it works out all rows of a batch in one call.
protocol Kernel: AnyObject {
  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column
  /// The value of all rows, whatever they are; nil where it depends on them, or where it has none, which is an error for a row that needs it.
  func constant(_ context: ExecutionContext) -> Value?
  /// Whether working it out for rows that do not need it changes nothing: no row of the batch can fail, and it costs little.
  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool
}

extension Kernel {
  func constant(_ context: ExecutionContext) -> Value? { nil }
  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool { false }
}

/// A kernel whose answers must be truth values, and where it stands in the query.
struct Condition {
  let kernel: any Kernel
  let span: SourceSpan

  /// The rows for which it is true; null is not.
  func passing(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Bool] {
    try Truth.passing(kernel.column(batch, context), at: span)
  }
}

/// A value that is the same for all rows.
final class LiteralKernel: Kernel {
  private let value: Value

  init(_ value: Value) { self.value = value }

  func column(_ batch: Batch, _ context: ExecutionContext) -> Column { .repeating(value, count: batch.count) }
  func constant(_ context: ExecutionContext) -> Value? { value }
  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool { true }
}

/// The value of a column as it is.
final class VariableKernel: Kernel {
  let at: Int

  init(at: Int) { self.at = at }

  func column(_ batch: Batch, _ context: ExecutionContext) -> Column { batch.columns[at] }
  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool { true }
}

/// A value that the caller gave.
final class ParameterKernel: Kernel {
  private let name: String
  private let span: SourceSpan

  init(_ name: String, at span: SourceSpan) {
    self.name = name
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    .repeating(try value(context), count: batch.count)
  }

  func constant(_ context: ExecutionContext) -> Value? { context.parameters[name] }
  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool { context.parameters[name] != nil }

  private func value(_ context: ExecutionContext) throws(ExecutionFailure) -> Value {
    guard let value = context.parameters[name] else {
      throw ExecutionFailure(
        .parameterMissing, .missingParameter, "no value was given for the parameter $\(name)", at: span,
        hint: NearName.question(for: name, among: context.parameters.keys.sorted()))
    }
    return value
  }
}

/// An expression that is worked out row by row from its arguments.
final class RowKernel: Kernel {
  private let arguments: [any Kernel]
  private let span: SourceSpan
  private let evaluate: ([Value], ExecutionContext) throws(EvaluationError) -> Value

  init(
    _ arguments: [any Kernel], at span: SourceSpan,
    _ evaluate: @escaping ([Value], ExecutionContext) throws(EvaluationError) -> Value
  ) {
    self.arguments = arguments
    self.span = span
    self.evaluate = evaluate
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var columns: [Column] = []
    for argument in arguments { columns.append(try argument.column(batch, context)) }
    return try column(of: columns, count: batch.count, context)
  }

  /// The same for arguments that are worked out already, for so many rows.
  func column(of columns: [Column], count: Int, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var values: [Value] = []
    values.reserveCapacity(count)
    // One array for all rows, as long as nobody keeps it.
    var row = columns.map { _ in Value.null }
    for at in 0..<count {
      for column in columns.indices { row[column] = columns[column][at] }
      do { values.append(try evaluate(row, context)) } catch {
        throw ExecutionFailure(error, at: span)
      }
    }
    return .narrowest(values)
  }
}

extension ExecutionFailure {
  init(_ error: EvaluationError, at span: SourceSpan) {
    if let store = error.store {
      self.init(store, at: span)
      return
    }
    self.init(error.fault.kind, error.fault.detail, error.message, at: span)
  }
}
