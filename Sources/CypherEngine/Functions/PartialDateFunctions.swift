import CypherPlanner
import Diagnostics
import GraphModel

extension FunctionCall {
  func evaluate(_ function: PartialDateFunction) throws(EvaluationError) -> Value {
    if function == .holds {
      guard let period = try period(2, of: function) else { return .null }
      let validity = DayInterval(from: try self.period(0, of: function), until: try self.period(1, of: function))
      return .boolean(validity.overlaps(DayInterval(period)))
    }
    guard let first = try period(0, of: function) else { return .null }
    switch function {
    case .first: return first.first.map { .date($0) } ?? .null
    case .last: return first.last.map { .date($0) } ?? .null
    case .overlaps, .contains, .before, .holds: break
    }
    guard let second = try period(1, of: function) else { return .null }
    switch function {
    case .overlaps: return .boolean(first.overlaps(second))
    case .contains: return .boolean(first.contains(second))
    default: return first.isBefore(second).map { .boolean($0) } ?? .null
    }
  }

  /// An argument as a period; nil for null.
  private func period(_ position: Int, of function: PartialDateFunction) throws(EvaluationError) -> PartialDate? {
    if self[position].isNull { return nil }
    guard case .string(let text) = self[position] else {
      if let day = PartialDate(self[position]) { return day }
      throw .wrongArgument("partialDate.\(function.rawValue)", self[position], expected: "a date or a text such as '2024-Q3'")
    }
    do throws(DateFault) { return try PartialDate(text) } catch {
      let reason = error.message == DateFault.notADate ? PartialDate.forms : error.message
      throw EvaluationError(.argumentError, .invalidArgumentValue, "`\(text)` is no date: \(reason)")
    }
  }
}
