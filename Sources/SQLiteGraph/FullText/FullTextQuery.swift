import GraphModel

/// What a person looks for, in the notation of Lucene: words, `"several in a row"`, `begin*`, `property:word`, `AND`, `OR`, `NOT`,
/// `+must`, `-must not` and brackets. Words without a sign between them are alternatives.
struct FullTextQuery {
  /// The same in the notation of SQLite's FTS5.
  let expression: String

  /// `columns`: the column of each property by its name.
  init(_ text: String, columns: [String: String]) throws(StoreError) {
    var reader = Reader(Array(text.unicodeScalars), columns)
    guard let whole = try reader.alternatives(), reader.isAtEnd else { throw Reader.fault("a bracket has no partner", in: text) }
    guard let expression = whole.expression, !whole.isForbidden else {
      throw Reader.fault("it only says what must not be there", in: text)
    }
    self.expression = expression
  }

  /// A part of an expression: what must, may and must not be there.
  private struct Part {
    var expression: String?
    var isRequired = false
    var isForbidden = false
  }

  private struct Reader {
    private let text: [Unicode.Scalar]
    private let columns: [String: String]
    private var at = 0
    private var depth = 0
    private static let limit = 50

    init(_ text: [Unicode.Scalar], _ columns: [String: String]) {
      self.text = text
      self.columns = columns
    }

    static func fault(_ why: String, in text: String) -> StoreError {
      StoreError(.misuse, "`\(text)` is no full-text query: \(why)")
    }

    private func fault(_ why: String) -> StoreError {
      var whole = String.UnicodeScalarView()
      whole.append(contentsOf: text)
      return Self.fault(why, in: String(whole))
    }

    private var current: Unicode.Scalar? { text.indices.contains(at) ? text[at] : nil }

    private mutating func skipSpace() {
      while let scalar = current, scalar.properties.isWhitespace { at += 1 }
    }

    var isAtEnd: Bool { at >= text.count }

    private mutating func accept(word: String) -> Bool {
      skipSpace()
      let end = at + word.unicodeScalars.count
      guard end <= text.count, text[at..<end].elementsEqual(word.unicodeScalars) else { return false }
      if end < text.count, !text[end].properties.isWhitespace, text[end] != "(" { return false }
      at = end
      return true
    }

    /// Parts with `OR`, or nothing, between them.
    mutating func alternatives() throws(StoreError) -> Part? {
      var parts: [Part] = []
      while true {
        skipSpace()
        guard let scalar = current, scalar != ")" else { break }
        if accept(word: "OR") || accept(word: "||") { continue }
        parts.append(try conjunction())
      }
      guard !parts.isEmpty else { throw fault("there is no word in it") }
      let required = parts.filter(\.isRequired).compactMap(\.expression)
      let wanted = parts.filter { !$0.isForbidden && !$0.isRequired }.compactMap(\.expression)
      let positive = required.isEmpty ? joined(wanted, "OR") : joined(required, "AND")
      return without(positive, parts.filter(\.isForbidden).compactMap(\.expression))
    }

    /// Parts with `AND` between them.
    private mutating func conjunction() throws(StoreError) -> Part {
      var parts = [try signed()]
      while accept(word: "AND") || accept(word: "&&") { parts.append(try signed()) }
      guard parts.count > 1 else { return parts[0] }
      let wanted = parts.filter { !$0.isForbidden }.compactMap(\.expression)
      return without(joined(wanted, "AND"), parts.filter(\.isForbidden).compactMap(\.expression))
    }

    private func joined(_ expressions: [String], _ word: String) -> String? {
      expressions.isEmpty ? nil : expressions.count == 1 ? expressions[0] : "(\(expressions.joined(separator: " \(word) ")))"
    }

    private func without(_ expression: String?, _ forbidden: [String]) -> Part {
      guard !forbidden.isEmpty else { return Part(expression: expression) }
      guard let expression else { return Part(expression: joined(forbidden, "OR"), isForbidden: true) }
      return Part(expression: "(\(expression) NOT \(joined(forbidden, "OR") ?? ""))")
    }

    /// A part with `+`, `-` or `NOT` before it.
    private mutating func signed() throws(StoreError) -> Part {
      if accept(word: "NOT") {
        guard depth < Self.limit else { throw fault("it nests too deep") }
        depth += 1
        defer { depth -= 1 }
        return negated(try signed())
      }
      skipSpace()
      switch current {
      case "+":
        at += 1
        var part = try operand(in: nil)
        part.isRequired = true
        return part
      case "-", "!":
        at += 1
        return negated(try operand(in: nil))
      default: return try operand(in: nil)
      }
    }

    private func negated(_ part: Part) -> Part {
      Part(expression: part.expression, isForbidden: !part.isForbidden)
    }

    /// A word, a phrase, something in brackets, or a property and one of these.
    private mutating func operand(in column: String?) throws(StoreError) -> Part {
      skipSpace()
      let prefix = column.map { "\($0) : " } ?? ""
      switch current {
      case "(":
        guard depth < Self.limit else { throw fault("it nests too deep") }
        depth += 1
        defer { depth -= 1 }
        at += 1
        let inner = try alternatives()
        guard current == ")" else { throw fault("a bracket has no partner") }
        at += 1
        guard let inner, let expression = inner.expression else { throw fault("there is nothing in the brackets") }
        return Part(expression: "\(prefix)(\(expression))", isForbidden: inner.isForbidden)
      case "\"":
        at += 1
        let start = at
        while let scalar = current, scalar != "\"" { at += 1 }
        guard current == "\"" else { throw fault("a quotation mark has no partner") }
        let phrase = text[start..<at]
        at += 1
        return Part(expression: prefix + quoted(phrase))
      default: return try word(prefix, isInColumn: column != nil)
      }
    }

    private mutating func word(_ prefix: String, isInColumn: Bool) throws(StoreError) -> Part {
      let start = at
      while let scalar = current, !scalar.properties.isWhitespace, scalar != "(", scalar != ")", scalar != "\"" {
        if scalar == ":", !isInColumn, at > start {
          var name = String.UnicodeScalarView()
          name.append(contentsOf: text[start..<at])
          guard let column = columns[String(name)] else { throw fault("the index has no property `\(String(name))`") }
          at += 1
          return try operand(in: column)
        }
        at += 1
      }
      var letters = text[start..<at]
      let isPrefix = letters.last == "*"
      if isPrefix { letters = letters.dropLast() }
      guard !letters.isEmpty else { throw fault("there is a sign without a word") }
      if let sign = letters.first(where: { "*?~^".unicodeScalars.contains($0) }) {
        throw fault("`\(sign)` can only end a word, as in begin*")
      }
      return Part(expression: prefix + quoted(letters) + (isPrefix ? "*" : ""))
    }

    private func quoted(_ letters: ArraySlice<Unicode.Scalar>) -> String {
      var whole = String.UnicodeScalarView()
      whole.append("\"")
      for scalar in letters where scalar != "\"" { whole.append(scalar) }
      whole.append("\"")
      return String(whole)
    }
  }
}
