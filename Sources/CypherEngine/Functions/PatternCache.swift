import Diagnostics
import GraphModel

/// The regular expressions of a statement, each compiled once.
struct PatternCache {
  private var compiled: [String: Regex<AnyRegexOutput>] = [:]
  /// Patterns that come from data could be without number; beyond this many the cache starts anew.
  private static let capacity = 256

  /// Whether the whole text matches the pattern.
  mutating func matches(_ text: String, _ pattern: String) throws(EvaluationError) -> Bool {
    let expression = try expression(pattern)
    do {
      return try expression.wholeMatch(in: text) != nil
    } catch {
      throw .invalidPattern(pattern)
    }
  }

  private mutating func expression(_ pattern: String) throws(EvaluationError) -> Regex<AnyRegexOutput> {
    if let expression = compiled[pattern] { return expression }
    let expression: Regex<AnyRegexOutput>
    do {
      expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
    } catch {
      throw .invalidPattern(pattern)
    }
    if compiled.count >= PatternCache.capacity { compiled = [:] }
    compiled[pattern] = expression
    return expression
  }
}

extension EvaluationError {
  fileprivate static func invalidPattern(_ pattern: String) -> EvaluationError {
    EvaluationError(.argumentError, .invalidArgumentValue, "'\(pattern)' is not a regular expression")
  }
}
