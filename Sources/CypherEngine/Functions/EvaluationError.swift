import Diagnostics
import GraphModel

/// Why an expression has no value. The caller adds the place in the query.
struct EvaluationError: Error, Hashable {
  var fault: CypherFault
  /// One line without a full stop.
  var message: String
  /// Set where the store failed rather than the expression.
  var store: StoreError?

  init(_ kind: CypherFault.Kind, _ detail: CypherErrorDetail, _ message: String) {
    fault = CypherFault(.runtime, kind, detail)
    self.message = message
  }

  init(_ error: StoreError) {
    self.init(.resourceExhausted, .storeFailure, error.message)
    store = error
  }

  /// A function was given a value that it is not defined for.
  static func wrongArgument(_ function: String, _ value: Value, expected: String) -> EvaluationError {
    EvaluationError(
      .typeError, .invalidArgumentValue, "\(function)() takes \(expected), not \(value.typeDescription)")
  }

  /// An operator was given a value that it is not defined for.
  static func wrongOperand(_ name: String, _ value: Value, expected: String) -> EvaluationError {
    EvaluationError(.typeError, .invalidArgumentType, "\(name) takes \(expected), not \(value.typeDescription)")
  }

  static func integerOverflow(_ operation: String) -> EvaluationError {
    EvaluationError(
      .arithmeticError, .integerOverflow, "\(operation) is outside the range of integers (-2^63 to 2^63 - 1)")
  }
}

extension Value {
  /// The type with an article, for messages.
  var typeDescription: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .date: "a date"
    case .localTime: "a local time"
    case .time: "a time"
    case .localDateTime: "a local datetime"
    case .dateTime: "a datetime"
    case .duration: "a duration"
    }
  }
}
