import CypherPlanner
import GraphModel

/// `STARTS WITH`, `ENDS WITH`, `CONTAINS` and `=~`: null for anything but two strings.
extension StringOperator {
  func evaluate(_ left: Value, _ right: Value, _ context: FunctionContext) throws(EvaluationError) -> Bool? {
    guard case .string(let text) = left, case .string(let sought) = right else { return nil }
    switch self {
    case .startsWith: return text.startsInBytes(of: sought)
    case .endsWith: return text.endsInBytes(of: sought)
    case .contains: return text.containsBytes(of: sought)
    case .matches: return try context.patterns.matches(text, sought)
    }
  }
}
