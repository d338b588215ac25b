import CypherPlanner
import Diagnostics
import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FunctionCall {
  func evaluate(_ function: MathematicalFunction) throws(EvaluationError) -> Value {
    if hasNull { return .null }
    switch function {
    case .abs: return try absolute()
    case .round: return .float(try round())
    case .sign: return .integer(try sign())
    case .rand: return .float(Double.random(in: 0..<1, using: &context.random))
    case .e: return .float(M_E)
    case .pi: return .float(.pi)
    case .atan2: return .float(atan2(try float(0, of: "atan2"), try float(1, of: "atan2")))
    case .ceil, .floor, .exp, .log, .log10, .sqrt, .sin, .cos, .tan, .cot, .asin, .acos, .atan, .degrees, .radians,
      .haversin, .sinh, .cosh, .tanh, .coth:
      let x: Double =
        switch self[0] {
        case .integer(let number): Double(number)
        case .float(let number): number
        case let value: throw .wrongArgument(function.name, value, expected: "a number")
        }
      return .float(value(of: function, at: x))
    }
  }

  private func absolute() throws(EvaluationError) -> Value {
    guard case .integer(let number) = self[0] else { return .float(try float(0, of: "abs").magnitude) }
    guard let magnitude = Int64(exactly: number.magnitude) else { throw .integerOverflow("abs(\(number))") }
    return .integer(magnitude)
  }

  private func sign() throws(EvaluationError) -> Int64 {
    if case .integer(let number) = self[0] { return number.signum() }
    let number = try float(0, of: "sign")
    return number > 0 ? 1 : number < 0 ? -1 : 0
  }

  private func round() throws(EvaluationError) -> Double {
    let number = try float(0, of: "round")
    guard has(1) else {
      let floor = number.rounded(.down)
      return number - floor >= 0.5 ? floor + 1 : floor
    }
    let mode = has(2) ? try string(2, of: "round") : "HALF_UP"
    guard let rule = RoundingMode(rawValue: mode.uppercased()) else {
      let names = RoundingMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw EvaluationError(.argumentError, .invalidArgumentValue, "round() has no mode '\(mode)', but \(names)")
    }
    let precision = try integer(1, of: "round")
    return DecimalDigits(number)?.rounded(to: Int(max(-400, min(400, precision))), rule).value ?? number
  }
}

extension MathematicalFunction {
  /// The name by which messages call a function of one number.
  fileprivate var name: String { CypherFunction.mathematical(self).entry.name }
}

/// The functions from one number to another; the number itself for those that are not of that kind.
private func value(of function: MathematicalFunction, at x: Double) -> Double {
  switch function {
  case .ceil: x.rounded(.up)
  case .floor: x.rounded(.down)
  case .exp: exp(x)
  case .log: log(x)
  case .log10: log10(x)
  case .sqrt: x.squareRoot()
  case .sin: sin(x)
  case .cos: cos(x)
  case .tan: tan(x)
  case .cot: 1 / tan(x)
  case .asin: asin(x)
  case .acos: acos(x)
  case .atan: atan(x)
  case .degrees: x * 180 / .pi
  case .radians: x * .pi / 180
  case .haversin: (1 - cos(x)) / 2
  case .sinh: sinh(x)
  case .cosh: cosh(x)
  case .tanh: tanh(x)
  case .coth: 1 / tanh(x)
  case .abs, .round, .sign, .rand, .e, .pi, .atan2: x
  }
}

/// A number raised to a power.
func raise(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }
