import CypherPlanner
import Diagnostics
import GraphModel

/// The operators `+ - * / % ^` and the sign.
extension ArithmeticOperator {
  /// The result for one row; null with a null on either side.
  func evaluate(_ left: Value, _ right: Value, _ context: FunctionContext) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return try integers(a, b)
    case (.float(let a), .float(let b)): return .float(float(a, b))
    case (.integer(let a), .float(let b)): return .float(float(Double(a), b))
    case (.float(let a), .integer(let b)): return .float(float(a, Double(b)))
    case (.null, _), (_, .null): return .null
    default: break
    }
    if self == .add, let joined = ArithmeticOperator.join(left, right) { return joined }
    do {
      if let result = try temporal(left, right, context.zones) { return result }
    } catch {
      throw EvaluationError(error)
    }
    throw EvaluationError(
      .typeError, .invalidArgumentType,
      "the operator \(rawValue) is not defined for \(left.typeDescription) and \(right.typeDescription)")
  }

  private func integers(_ a: Int64, _ b: Int64) throws(EvaluationError) -> Value {
    let (result, overflow): (Int64, Bool)
    switch self {
    case .add: (result, overflow) = a.addingReportingOverflow(b)
    case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
    case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
    case .divide, .remainder:
      if b == 0 { throw EvaluationError(.arithmeticError, .divisionByZero, "\(a) \(rawValue) 0 divides by zero") }
      if self == .remainder { return .integer(b == -1 ? 0 : a % b) }
      (result, overflow) = a.dividedReportingOverflow(by: b)
    case .power: return .float(raise(Double(a), to: Double(b)))
    }
    if overflow { throw .integerOverflow("\(a) \(rawValue) \(b)") }
    return .integer(result)
  }

  /// As IEEE 754 has it: dividing by zero gives an infinity or NaN.
  func float(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .remainder: a.truncatingRemainder(dividingBy: b)
    case .power: raise(a, to: b)
    }
  }

  /// Lists joined, a value put before or behind a list, or strings joined; a number or another scalar beside a string is
  /// taken as its text.
  private static func join(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.list(let a), .list(let b)): return .list(a + b)
    case (.list(let a), let b): return .list(a + [b])
    case (let a, .list(let b)): return .list([a] + b)
    case (.string(let a), .string(let b)): return .string(a + b)
    case (.string(let a), let b): return Conversion.text(b).map { .string(a + $0) }
    case (let a, .string(let b)): return Conversion.text(a).map { .string($0 + b) }
    default: return nil
    }
  }

  private func temporal(
    _ left: Value, _ right: Value, _ zones: any TimeZoneRules
  ) throws(TemporalError) -> Value? {
    switch (self, left, right) {
    case (.add, .duration(let a), .duration(let b)): return .duration(try a.adding(b))
    case (.subtract, .duration(let a), .duration(let b)): return .duration(try a.subtracting(b))
    case (.add, let point, .duration(let by)), (.add, .duration(let by), let point):
      return try ArithmeticOperator.shift(point, by, zones)
    case (.subtract, let point, .duration(let by)):
      return try ArithmeticOperator.shift(point, try by.negated(), zones)
    case (.multiply, .duration(let a), .integer(let b)), (.multiply, .integer(let b), .duration(let a)):
      return .duration(try a.multiplied(by: b))
    case (.multiply, .duration(let a), .float(let b)), (.multiply, .float(let b), .duration(let a)):
      return .duration(try a.multiplied(by: b))
    case (.divide, .duration(let a), .integer(let b)): return .duration(try a.divided(by: b))
    case (.divide, .duration(let a), .float(let b)): return .duration(try a.divided(by: b))
    default: return nil
    }
  }

  private static func shift(
    _ point: Value, _ by: CalendarDuration, _ zones: any TimeZoneRules
  ) throws(TemporalError) -> Value? {
    switch point {
    case .date(let date): .date(try date.adding(by))
    case .localTime(let time): .localTime(time.adding(by))
    case .time(let time): .time(OffsetTime(local: time.local.adding(by), offsetSeconds: time.offsetSeconds))
    case .localDateTime(let moment): .localDateTime(try moment.adding(by))
    case .dateTime(let moment): .dateTime(try moment.adding(by, zones))
    default: nil
    }
  }
}

/// The sign operator `-x`.
func negate(_ value: Value) throws(EvaluationError) -> Value {
  switch value {
  case .null: return .null
  case .integer(let number):
    if number == .min { throw .integerOverflow("-(\(number))") }
    return .integer(-number)
  case .float(let number): return .float(-number)
  case .duration(let duration):
    do { return .duration(try duration.negated()) } catch { throw EvaluationError(error) }
  default: throw .wrongOperand("the operator -", value, expected: "a number or a duration")
  }
}
