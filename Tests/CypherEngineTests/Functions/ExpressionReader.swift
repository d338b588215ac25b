import CypherPlanner
import Diagnostics
import Foundation
import GraphModel
import TestKit

@testable import CypherEngine

/// Evaluates the text of an expression, so that tests can be tables of text: literals, lists, maps, calls, `.key`, `[i]`,
/// `[a..b]`, the arithmetic and comparison operators, `IN`, and the string predicates. It reads just enough for tests.
struct ExpressionReader {
  private var tokens: [Token]
  private var at = 0
  private let context: FunctionContext
  private var variables: [String: Value]

  enum Token: Equatable {
    case word(String), number(String), string(String), symbol(String), end
  }

  struct Unreadable: Error { var message: String }

  static func evaluate(
    _ text: String, _ context: FunctionContext, variables: [String: Value] = [:]
  ) throws -> Value {
    var reader = ExpressionReader(tokens: try tokenise(text), context: context, variables: variables)
    let value = try reader.expression()
    guard reader.peek == .end else { throw Unreadable(message: "\(reader.peek) left in \(text)") }
    return value
  }

  private init(tokens: [Token], context: FunctionContext, variables: [String: Value]) {
    self.tokens = tokens
    self.context = context
    self.variables = variables
  }

  // MARK: Tokens

  private static func tokenise(_ text: String) throws -> [Token] {
    var tokens: [Token] = []
    var rest = Array(text)[...]
    func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "_" }
    while let c = rest.first {
      if c.isWhitespace {
        rest.removeFirst()
      } else if c.isNumber {
        var digits = ""
        while let d = rest.first {
          let isPoint = d == "." && rest.dropFirst().first?.isNumber == true && !digits.contains(".")
          let isExponentSign = (d == "-" || d == "+") && digits.last?.lowercased() == "e"
          guard d.isNumber || d == "e" || d == "E" || isPoint || isExponentSign else { break }
          digits.append(rest.removeFirst())
        }
        tokens.append(.number(digits))
      } else if isWord(c) {
        tokens.append(.word(String(rest.prefix(while: isWord))))
        rest = rest.drop(while: isWord)
      } else if c == "'" {
        rest.removeFirst()
        tokens.append(.string(String(rest.prefix { $0 != "'" })))
        rest = rest.drop { $0 != "'" }.dropFirst()
      } else if let two = ["<=", ">=", "<>", "=~", ".."].first(where: { rest.starts(with: Array($0)) }) {
        tokens.append(.symbol(two))
        rest = rest.dropFirst(2)
      } else {
        tokens.append(.symbol(String(rest.removeFirst())))
      }
    }
    return tokens + [.end]
  }

  private var peek: Token { tokens[at] }

  private mutating func next() -> Token {
    defer { at += 1 }
    return tokens[at]
  }

  private mutating func skip(_ text: String) -> Bool {
    guard peek == .symbol(text) || peek == .word(text) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ text: String) throws {
    if !skip(text) { throw Unreadable(message: "\(text) expected, not \(peek)") }
  }

  // MARK: Expressions

  private mutating func expression() throws -> Value {
    let left = try sum()
    switch peek {
    case .symbol("="): at += 1; return boolean(left.equals(try sum()))
    case .symbol("<>"): at += 1; return boolean(left.equals(try sum()).map { !$0 })
    case .symbol("<"): at += 1; return boolean(left.compared(to: try sum()).isLess)
    case .symbol("<="): at += 1; return boolean(left.compared(to: try sum()).isLessOrEqual)
    case .symbol(">"): at += 1; return boolean(left.compared(to: try sum()).isGreater)
    case .symbol(">="): at += 1; return boolean(left.compared(to: try sum()).isGreaterOrEqual)
    case .symbol("=~"): at += 1; return try string(.matches, left)
    case .word("IN"): at += 1; return boolean(try isIn(left, try sum()))
    case .word("CONTAINS"): at += 1; return try string(.contains, left)
    case .word("STARTS"): at += 2; return try string(.startsWith, left)
    case .word("ENDS"): at += 2; return try string(.endsWith, left)
    default: return left
    }
  }

  private mutating func string(_ which: StringOperator, _ left: Value) throws -> Value {
    boolean(try which.evaluate(left, try sum(), context))
  }

  private func boolean(_ flag: Bool?) -> Value { flag.map(Value.boolean) ?? .null }

  private mutating func sum() throws -> Value {
    var value = try product()
    while case .symbol(let symbol) = peek, "+-".contains(symbol) {
      at += 1
      value = try arithmetic(symbol, value, try product())
    }
    return value
  }

  private mutating func product() throws -> Value {
    var value = try power()
    while case .symbol(let symbol) = peek, "*/%".contains(symbol) {
      at += 1
      value = try arithmetic(symbol, value, try power())
    }
    return value
  }

  private mutating func power() throws -> Value {
    var value = try unary()
    while skip("^") { value = try arithmetic("^", value, try unary()) }
    return value
  }

  private func arithmetic(_ symbol: String, _ left: Value, _ right: Value) throws -> Value {
    guard let which = ArithmeticOperator(rawValue: symbol) else { throw Unreadable(message: symbol) }
    return try which.evaluate(left, right, context)
  }

  private mutating func unary() throws -> Value {
    guard skip("-") else { return try postfix() }
    if case .number(let digits) = peek, let number = Int64("-" + digits) {
      at += 1
      return .integer(number)
    }
    return try negate(try unary())
  }

  private mutating func postfix() throws -> Value {
    var value = try primary()
    while true {
      if skip(".") {
        guard case .word(let key) = next() else { throw Unreadable(message: "key expected") }
        value = try context.property(value, key)
      } else if skip("[") {
        let from = peek == .symbol("..") ? nil : try expression()
        if skip("..") {
          let to = peek == .symbol("]") ? nil : try expression()
          value = try slice(value, from: from, to: to)
        } else {
          value = try context.element(of: value, at: from ?? .null)
        }
        try expect("]")
      } else {
        return value
      }
    }
  }

  private mutating func primary() throws -> Value {
    switch next() {
    case .number(let digits):
      if let number = Int64(digits) { return .integer(number) }
      if let number = Double(digits) { return .float(number) }
      throw Unreadable(message: digits)
    case .string(let text): return .string(text)
    case .symbol("("):
      let value = try expression()
      try expect(")")
      return value
    case .symbol("["): return .list(try items(until: "]"))
    case .symbol("{"): return .map(try entries())
    case .word(let word): return try named(word)
    case let token: throw Unreadable(message: "\(token)")
    }
  }

  private mutating func items(until end: String) throws -> [Value] {
    var items: [Value] = []
    while !skip(end) {
      if !items.isEmpty { try expect(",") }
      items.append(try expression())
    }
    return items
  }

  private mutating func entries() throws -> ValueMap {
    var map = ValueMap()
    while !skip("}") {
      if !map.isEmpty { try expect(",") }
      guard case .word(let key) = next() else { throw Unreadable(message: "key expected") }
      try expect(":")
      map[key] = try expression()
    }
    return map
  }

  private mutating func named(_ word: String) throws -> Value {
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(.nan)
    case "Infinity": return .float(.infinity)
    default: break
    }
    if let value = variables[word] { return value }
    var name = word
    if case .symbol(".") = peek, case .word(let second) = tokens[at + 1], tokens[at + 2] == .symbol("(") {
      name += "." + second
      at += 2
    }
    try expect("(")
    guard let function = CypherFunction(named: name) else { throw Unreadable(message: "no function \(name)") }
    return try CypherEngine.evaluate(function, try items(until: ")"), context)
  }
}

extension Value {
  /// The value as tests write it: strings and temporal values in quotes, floats with a point.
  var shown: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .float(let number): number.cypherText
    case .list(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
    case .map(let map): "{" + map.map { "\($0): \($1.shown)" }.joined(separator: ", ") + "}"
    case .node(let id): "node \(id.rawValue)"
    case .relationship(let id): "relationship \(id.rawValue)"
    case .path(let path): "path of \(path.relationships.count)"
    case .string, .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      "'\(Conversion.text(self) ?? "")'"
    }
  }
}

/// The expression's value as text, or the error's type and detail behind an exclamation mark.
func shown(_ text: String, _ context: FunctionContext = .forTests()) throws -> String {
  do {
    return try ExpressionReader.evaluate(text, context).shown
  } catch let error as EvaluationError {
    return error.shown
  }
}

extension EvaluationError {
  /// Type and detail behind an exclamation mark.
  var shown: String { "!\(fault.kind.rawValue) \(fault.detail.rawValue)" }
}

extension FunctionContext {
  /// An empty graph, fixed clocks (transaction at 10:00:00, statement a second later, real time two) and a fixed seed.
  /// The one normal form that the examples ask for.
  private static let composed: TextNormalizer = { text, _ in text.precomposedStringWithCanonicalMapping }

  static func forTests(graph: any GraphReader = MemoryGraph()) -> FunctionContext {
    let start: Int64 = 1_715_940_000
    return FunctionContext(graph: graph, zones: TestZones(), normalizer: composed, seed: 1) {
      StatementClocks(
        transaction: Instant(seconds: start, nanoseconds: 0), statement: Instant(seconds: start + 1, nanoseconds: 0),
        realtime: { Instant(seconds: start + 2, nanoseconds: 500_000_000) })
    }
  }
}
