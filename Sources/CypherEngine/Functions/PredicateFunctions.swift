import CypherPlanner
import GraphModel

extension FunctionCall {
  func evaluate(_ function: PredicateFunction) throws(EvaluationError) -> Value {
    switch (function, self[0]) {
    case (.exists, let value): return .boolean(!value.isNull)
    case (_, .null): return .null
    case (.isEmpty, .list(let items)): return .boolean(items.isEmpty)
    case (.isEmpty, .map(let map)): return .boolean(map.isEmpty)
    case (.isEmpty, .string(let text)): return .boolean(text.isEmpty)
    case (.isEmpty, let value): throw .wrongArgument("isEmpty", value, expected: "a list, a map or a string")
    case (.isNaN, .float(let number)): return .boolean(number.isNaN)
    case (.isNaN, .integer): return .boolean(false)
    case (.isNormalized, .string(let text)):
      return .boolean(Array(text.unicodeScalars) == Array(try normalized(text, of: "isNormalized").unicodeScalars))
    case (.isNormalized, _): return .null
    case (.isNaN, let value): throw .wrongArgument("isNaN", value, expected: "a number")
    }
  }
}
