/// Reads a regular expression into its parts.
struct RegularExpressionParser {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0
  private var ignoresCase = false
  private var dotTakesAll = false
  private var linesHaveEnds = false
  private static let deepest = 100
  private static let mostRepetitions = 1000

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func wholePattern() throws(RegularExpressionFault) -> RegularPart {
    let part = try alternatives()
    if at < scalars.count { throw fault("`)` closes nothing") }
    return part
  }

  private func fault(_ reason: String) -> RegularExpressionFault { RegularExpressionFault(reason: reason) }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func accept(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard at + wanted.count <= scalars.count, Array(scalars[at..<at + wanted.count]) == wanted else { return false }
    at += wanted.count
    return true
  }

  private mutating func take() throws(RegularExpressionFault) -> Unicode.Scalar {
    guard let scalar = next else { throw fault("it ends too early") }
    at += 1
    return scalar
  }

  // MARK: Structure

  private mutating func alternatives() throws(RegularExpressionFault) -> RegularPart {
    var parts = [try sequence()]
    while accept("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .oneOf(parts)
  }

  private mutating func sequence() throws(RegularExpressionFault) -> RegularPart {
    var parts: [RegularPart] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let part = try atom() else { continue }
      parts.append(try repeated(part))
    }
    return .sequence(parts)
  }

  /// One part without what repeats it; nil for what only sets how the rest is read.
  private mutating func atom() throws(RegularExpressionFault) -> RegularPart? {
    let scalar = try take()
    switch scalar {
    case "(": return try group()
    case "[": return .test(try scalarClass())
    case ".": return .test(dotTakesAll ? .every : .not(.lineEnd))
    case "^": return .place(linesHaveEnds ? .lineStart : .start)
    case "$": return .place(linesHaveEnds ? .lineEnd : .end)
    case "*", "+", "?", "{": throw fault("`\(scalar)` repeats nothing")
    case "\\": return try escape()
    default: return .test(literal(scalar))
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> ScalarTest { range(scalar, scalar) }

  private func range(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> ScalarTest {
    ignoresCase ? .foldedRange(first...last) : .range(first...last)
  }

  private mutating func repeated(_ part: RegularPart) throws(RegularExpressionFault) -> RegularPart {
    guard let (minimum, maximum) = try repetition() else { return part }
    // Whether it takes much or little makes no difference to whether the whole text matches.
    if accept("+") { throw fault("a possessive repetition is not supported") }
    _ = accept("?")
    return .repeated(part, minimum: minimum, maximum: maximum)
  }

  private mutating func repetition() throws(RegularExpressionFault) -> (Int, Int?)? {
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    guard accept("{") else { return nil }
    guard let minimum = try number() else { throw fault("`{` is not followed by a number") }
    var maximum: Int? = minimum
    if accept(",") { maximum = try number() }
    guard accept("}") else { throw fault("`}` is missing") }
    if let maximum, maximum < minimum { throw fault("{\(minimum),\(maximum)} ends before it begins") }
    return (minimum, maximum)
  }

  private mutating func number() throws(RegularExpressionFault) -> Int? {
    var digits = ""
    while let scalar = next, ScalarTest.digit.contains(scalar) {
      digits.unicodeScalars.append(scalar)
      at += 1
    }
    if digits.isEmpty { return nil }
    guard let number = Int(digits), number <= Self.mostRepetitions else {
      throw fault("a part is repeated more than \(Self.mostRepetitions) times")
    }
    return number
  }

  // MARK: Groups

  private mutating func group() throws(RegularExpressionFault) -> RegularPart? {
    let flags = (ignoresCase, dotTakesAll, linesHaveEnds)
    if accept("?") {
      if accept("=") || accept("!") || accept("<=") || accept("<!") || accept(">") {
        throw fault("lookaround and atomic groups are not supported")
      }
      if accept("<") {
        while try take() != ">" {}
      } else if try !readFlags() {
        return nil
      }
    }
    guard depth < Self.deepest else { throw fault("its groups nest deeper than \(Self.deepest) levels") }
    depth += 1
    let part = try alternatives()
    depth -= 1
    guard accept(")") else { throw fault("`)` is missing") }
    (ignoresCase, dotTakesAll, linesHaveEnds) = flags
    return part
  }

  /// Flags such as `i`, up to `:`, or up to `)`, where they hold from here on and there is no group; then it is false.
  private mutating func readFlags() throws(RegularExpressionFault) -> Bool {
    var value = true
    while true {
      switch try take() {
      case ":": return true
      case ")": return false
      case "-": value = false
      case "i": ignoresCase = value
      case "s": dotTakesAll = value
      case "m": linesHaveEnds = value
      case "u", "U", "d": continue
      case let flag: throw fault("there is no flag `\(flag)`")
      }
    }
  }

  // MARK: Escapes

  private mutating func escape() throws(RegularExpressionFault) -> RegularPart? {
    let letter = try take()
    switch letter {
    case "b": return .place(.wordBoundary)
    case "B": return .place(.noWordBoundary)
    case "A": return .place(.start)
    case "z", "Z": return .place(.end)
    case "Q":
      var parts: [RegularPart] = []
      while next != nil, !accept("\\E") { parts.append(.test(literal(try take()))) }
      return .sequence(parts)
    case "1"..."9", "k": throw fault("back references are not supported")
    default: return .test(try escapedTest(letter))
    }
  }

  /// What a backslash and a letter mean inside and outside a class.
  private mutating func escapedTest(_ letter: Unicode.Scalar) throws(RegularExpressionFault) -> ScalarTest {
    if let test = ScalarTest.named(letter) { return test }
    if letter == "p" || letter == "P" {
      let test = try property()
      return letter == "p" ? test : .not(test)
    }
    return literal(try escapedScalar(letter))
  }

  private mutating func property() throws(RegularExpressionFault) -> ScalarTest {
    var name = ""
    if accept("{") {
      while !accept("}") { name.unicodeScalars.append(try take()) }
    } else {
      name.unicodeScalars.append(try take())
    }
    guard let test = ScalarTest.property(name) else { throw fault("there is no class \\p{\(name)}") }
    return test
  }

  private mutating func escapedScalar(_ letter: Unicode.Scalar) throws(RegularExpressionFault) -> Unicode.Scalar {
    switch letter {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "a": return "\u{7}"
    case "e": return "\u{1B}"
    case "x":
      if accept("{") {
        var digits = ""
        while !accept("}") { digits.unicodeScalars.append(try take()) }
        return try scalar(ofHexadecimal: digits)
      }
      return try hexadecimal(2)
    case "u": return try hexadecimal(4)
    case "a"..."z", "A"..."Z", "0"..."9": throw fault("`\\\(letter)` means nothing")
    default: return letter
    }
  }

  private mutating func hexadecimal(_ count: Int) throws(RegularExpressionFault) -> Unicode.Scalar {
    var digits = ""
    for _ in 0..<count { digits.unicodeScalars.append(try take()) }
    return try scalar(ofHexadecimal: digits)
  }

  private func scalar(ofHexadecimal digits: String) throws(RegularExpressionFault) -> Unicode.Scalar {
    guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
      throw fault("`\(digits)` is no character in hexadecimal")
    }
    return scalar
  }

  // MARK: Classes

  /// What stands between `[` and `]`.
  private mutating func scalarClass() throws(RegularExpressionFault) -> ScalarTest {
    guard depth < Self.deepest else { throw fault("its classes nest deeper than \(Self.deepest) levels") }
    depth += 1
    defer { depth -= 1 }
    let isNegated = accept("^")
    var tests: [ScalarTest] = []
    var left: ScalarTest?
    var isFirst = true
    while isFirst || next != "]" {
      if accept("&&") {
        left = Self.both(left, .anyOf(tests))
        tests = []
      } else if accept("[") {
        tests.append(try scalarClass())
      } else {
        tests.append(try classMember())
      }
      isFirst = false
    }
    at += 1
    let all = Self.both(left, .anyOf(tests))
    return isNegated ? .not(all) : all
  }

  private static func both(_ left: ScalarTest?, _ right: ScalarTest) -> ScalarTest {
    left.map { .both($0, right) } ?? right
  }

  /// A scalar, a range of them, or an escape.
  private mutating func classMember() throws(RegularExpressionFault) -> ScalarTest {
    guard let scalar = next else { throw fault("`]` is missing") }
    at += 1
    var first = scalar
    if scalar == "\\" {
      let letter = try take()
      guard !"dDwWsShHRpP".unicodeScalars.contains(letter) else { return try escapedTest(letter) }
      first = try escapedScalar(letter)
    }
    guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]", scalars[at + 1] != "[" else { return literal(first) }
    at += 1
    var last = try take()
    if last == "\\" { last = try escapedScalar(try take()) }
    guard first <= last else { throw fault("the range \(first)-\(last) ends before it begins") }
    return range(first, last)
  }
}
