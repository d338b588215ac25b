import CypherPlanner
import GraphModel

/// `STARTS WITH`, `ENDS WITH`, `CONTAINS` and `=~`: null for anything but two strings.
extension StringOperator {
  func evaluate(_ left: Value, _ right: Value, _ context: FunctionContext) throws(EvaluationError) -> Bool? {
    guard case .string(let text) = left, case .string(let sought) = right else { return nil }
    switch self {
    case .startsWith: return text.utf8.starts(with: sought.utf8)
    case .endsWith: return text.utf8.count >= sought.utf8.count && text.utf8.suffix(sought.utf8.count).elementsEqual(sought.utf8)
    case .contains: return text.containsBytes(of: sought)
    case .matches: return try context.patterns.matches(text, sought)
    }
  }
}

extension String {
  /// Whether the bytes of the other text stand somewhere in this one.
  func containsBytes(of sought: String) -> Bool {
    guard let first = sought.utf8.first else { return true }
    var rest = utf8[...]
    let length = sought.utf8.count
    while rest.count >= length, let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: sought.utf8) { return true }
      rest.removeFirst()
    }
    return false
  }
}
