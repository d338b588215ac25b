/// Functions of numbers.
public enum MathematicalFunction: Hashable, Sendable, CaseIterable {
  case abs, ceil, floor, round, sign, rand
  case e, exp, log, log10, sqrt
  case pi, sin, cos, tan, cot, asin, acos, atan, atan2, degrees, radians, haversin
  case sinh, cosh, tanh, coth

  var entry: FunctionEntry {
    switch self {
    case .abs:
      FunctionEntry(
        "abs", .mathematical, [.init([.required("number", .number)], .sameAsFirst)], "A number without its sign",
        "RETURN abs(-5)")
    case .ceil: float("ceil", aliases: ["ceiling"], "The smallest whole number not below a number", "RETURN ceil(1.2)")
    case .floor: float("floor", "The largest whole number not above a number", "RETURN floor(1.8)")
    case .round:
      FunctionEntry(
        "round", .mathematical,
        [.init([.required("number", .number), .optional("precision", .integer), .optional("mode", .string)], .float)],
        """
        A number rounded to whole numbers or decimal places; halves go up, or as the mode says: UP, DOWN, CEILING, \
        FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN
        """,
        "RETURN round(3.14159, 2)")
    case .sign:
      FunctionEntry(
        "sign", .mathematical, [.init([.required("number", .number)], .integer)],
        "-1, 0 or 1 for a negative number, zero or a positive number", "RETURN sign(-0.5)")
    case .rand:
      FunctionEntry(
        "rand", .mathematical, [.init([], .float)], isDeterministic: false,
        "A random number from 0 up to, not including, 1", "RETURN rand()")
    case .e: constant("e", "The base of the natural logarithm")
    case .exp: float("exp", "e raised to a power", "RETURN exp(1)")
    case .log: float("log", aliases: ["ln"], "The natural logarithm", "RETURN log(e())")
    case .log10: float("log10", "The logarithm to base 10", "RETURN log10(1000)")
    case .sqrt: float("sqrt", "The square root", "RETURN sqrt(2)")
    case .pi: constant("pi", "The ratio of a circle's circumference to its diameter")
    case .sin: float("sin", "The sine of an angle in radians", "RETURN sin(pi() / 2)")
    case .cos: float("cos", "The cosine of an angle in radians", "RETURN cos(0)")
    case .tan: float("tan", "The tangent of an angle in radians", "RETURN tan(0.5)")
    case .cot: float("cot", "The cotangent of an angle in radians", "RETURN cot(0.5)")
    case .asin: float("asin", "The angle of a sine, in radians", "RETURN asin(1)")
    case .acos: float("acos", "The angle of a cosine, in radians", "RETURN acos(0)")
    case .atan: float("atan", "The angle of a tangent, in radians", "RETURN atan(1)")
    case .atan2:
      FunctionEntry(
        "atan2", .mathematical, [.init([.required("y", .number), .required("x", .number)], .float)],
        "The angle, in radians, of the point (x, y)", "RETURN atan2(1, 1)")
    case .degrees: float("degrees", "An angle in radians as degrees", "RETURN degrees(pi())")
    case .radians: float("radians", "An angle in degrees as radians", "RETURN radians(180)")
    case .haversin: float("haversin", "Half the versine of an angle in radians", "RETURN haversin(0.5)")
    case .sinh: float("sinh", "The hyperbolic sine", "RETURN sinh(1)")
    case .cosh: float("cosh", "The hyperbolic cosine", "RETURN cosh(1)")
    case .tanh: float("tanh", "The hyperbolic tangent", "RETURN tanh(1)")
    case .coth: float("coth", "The hyperbolic cotangent", "RETURN coth(1)")
    }
  }

  private func float(_ name: String, aliases: [String] = [], _ summary: String, _ example: String) -> FunctionEntry {
    FunctionEntry(
      name, aliases: aliases, .mathematical, [.init([.required("number", .number)], .float)], summary, example)
  }

  private func constant(_ name: String, _ summary: String) -> FunctionEntry {
    FunctionEntry(name, .mathematical, [.init([], .float)], summary, "RETURN \(name)()")
  }
}
