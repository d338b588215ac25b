import Diagnostics
import GraphModel

/// The regular expressions of a statement, each compiled once.
struct PatternCache {
  private var compiled: [String: RegularExpression] = [:]
  /// Patterns that come from data could be without number; beyond this many the cache starts anew.
  private static let capacity = 256

  /// Whether the whole text matches the pattern.
  mutating func matches(_ text: String, _ pattern: String) throws(EvaluationError) -> Bool {
    if let expression = compiled[pattern] { return expression.matches(text) }
    let expression: RegularExpression
    do throws(RegularExpressionFault) { expression = try RegularExpression(pattern) } catch {
      throw EvaluationError(
        .argumentError, .invalidArgumentValue, "'\(pattern)' is not a regular expression: \(error.reason)")
    }
    if compiled.count >= PatternCache.capacity { compiled = [:] }
    compiled[pattern] = expression
    return expression.matches(text)
  }
}
