import CypherPlanner
import Diagnostics
import GraphModel

/// The value of a function for one row.
///
/// The number of arguments is one that a signature of the function takes. Null arguments give null, except where the
/// function is about null. Aggregates have no value for one row, see ``Aggregator``, and a choice has its own kernel.
func evaluate(
  _ function: CypherFunction, _ arguments: [Value], _ context: FunctionContext
) throws(EvaluationError) -> Value {
  let call = FunctionCall(arguments: arguments, context: context)
  switch function {
  case .predicate(let function): return try call.evaluate(function)
  case .entity(let function): return try call.evaluate(function)
  case .list(let function): return try call.evaluate(function)
  case .scalar(let function): return try call.evaluate(function)
  case .conversion(let function): return try call.evaluate(function)
  case .mathematical(let function): return try call.evaluate(function)
  case .string(let function): return try call.evaluate(function)
  case .temporal(let function): return try call.evaluate(function)
  case .partialDate(let function): return try call.evaluate(function)
  case .aggregate, .choice, .registered:
    throw EvaluationError(.syntaxError, .invalidAggregation, "this function has no value for a single row")
  }
}

/// One call: the arguments and where it happens. The families extend it with their evaluation.
struct FunctionCall {
  let arguments: [Value]
  let context: FunctionContext

  /// An argument; null where it was left out.
  subscript(position: Int) -> Value { position < arguments.count ? arguments[position] : .null }

  /// Whether an argument was given, be it null.
  func has(_ position: Int) -> Bool { position < arguments.count }

  /// Whether any argument is null.
  var hasNull: Bool { arguments.contains(where: \.isNull) }

  func integer(_ position: Int, of name: String) throws(EvaluationError) -> Int64 {
    guard case .integer(let number) = self[position] else {
      throw .wrongArgument(name, self[position], expected: "an integer")
    }
    return number
  }

  func float(_ position: Int, of name: String) throws(EvaluationError) -> Double {
    switch self[position] {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default: throw .wrongArgument(name, self[position], expected: "a number")
    }
  }

  func string(_ position: Int, of name: String) throws(EvaluationError) -> String {
    guard case .string(let text) = self[position] else {
      throw .wrongArgument(name, self[position], expected: "a string")
    }
    return text
  }
}
