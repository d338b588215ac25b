extension Statement {
  /// The statement in canonical form: keywords in capitals, one clause a line, brackets only where they are needed.
  ///
  /// Parsing it gives an equal tree. Columns keep their names: an item without an alias is printed as it was written.
  public var canonicalText: String { Printer.text { $0.print(self) } }
}

extension Query {
  /// The query in canonical form, one clause a line.
  public var canonicalText: String { Printer.text { $0.print(self, separator: "\n") } }
}

extension Clause {
  /// The clause in canonical form.
  public var canonicalText: String { Printer.text { $0.print(self) } }
}

extension Expression {
  /// The expression in canonical form.
  public var canonicalText: String { Printer.text { $0.print(self) } }
}

extension PathPattern {
  /// The path in canonical form.
  public var canonicalText: String { Printer.text { $0.print(self) } }
}

extension LabelExpression {
  /// The condition in canonical form, without the colon before it.
  public var canonicalText: String { Printer.text { $0.print(self) } }
}

/// Writes trees as text. What it knows of each node is in the extensions, by area.
struct Printer {
  private(set) var out = ""
  /// Whether a bare `|` would end the expression that is being printed.
  var barEndsExpression = false

  static func text(_ write: (inout Printer) -> Void) -> String {
    var printer = Printer()
    write(&printer)
    return printer.out
  }

  mutating func write(_ text: String) { out += text }

  /// Items with a separator between them.
  mutating func list<Items: Collection>(
    _ items: Items, separator: String = ", ", _ print: (inout Printer, Items.Element) -> Void
  ) {
    var isFirst = true
    for item in items {
      if !isFirst { out += separator }
      isFirst = false
      print(&self, item)
    }
  }

  /// Prints something that a bare `|` ends, or something in brackets, which it does not.
  mutating func within(bar: Bool, _ print: (inout Printer) -> Void) {
    let outer = barEndsExpression
    barEndsExpression = bar
    print(&self)
    barEndsExpression = outer
  }

  // MARK: Names

  /// The name of a variable, or of something else that no reserved word and none of `others` may name.
  mutating func variable(_ name: String, reserving others: [Keyword] = [.end]) {
    let keyword = Keyword(spelledBy: Array(name.utf8)[...])
    let mustQuote = keyword.map { $0.isReserved || others.contains($0) } ?? false
    write(mustQuote ? Self.quoted(name) : Self.plain(name))
  }

  /// The name of a label, type, property: any word will do.
  mutating func name(_ name: Identifier) { write(Self.plain(name.text)) }

  /// A dotted name, whose first part must not look like a form of its own.
  mutating func name(_ name: QualifiedName) {
    for (index, part) in name.parts.enumerated() {
      if index > 0 { write(".") }
      let keyword = index == 0 ? Keyword(spelledBy: Array(part.text.utf8)[...]) : nil
      write(keyword.map(Self.beginsForm) ?? false ? Self.quoted(part.text) : Self.plain(part.text))
    }
  }

  private static func beginsForm(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .all, .any, .none, .single, .reduce, .allReduce, .shortestPath, .allShortestPaths, .end: true
    default: keyword.isReserved
    }
  }

  /// A name, in back-quotes unless the lexer reads it as one word.
  private static func plain(_ name: String) -> String {
    let token = Lexer(bytes: Array(name.utf8)).token(at: 0)
    return token.kind == .word && token.start == 0 && token.end == name.utf8.count ? name : quoted(name)
  }

  private static func quoted(_ name: String) -> String {
    var text = "`"
    for scalar in name.unicodeScalars {
      text.unicodeScalars.append(scalar)
      if scalar == "`" { text.unicodeScalars.append(scalar) }
    }
    return text + "`"
  }

  mutating func parameter(_ name: String) {
    let isPlain = Lexer(bytes: Array(name.utf8)).endOfName(from: 0) == name.utf8.count && !name.isEmpty
    write("$" + (isPlain ? name : Self.quoted(name)))
  }

  // MARK: Literals

  mutating func print(_ literal: Literal) {
    switch literal {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .float(let value): write(String(value))
    case .string(let value): string(value)
    }
  }

  mutating func string(_ value: String) {
    var text = "'"
    for scalar in value.unicodeScalars {
      switch scalar {
      case "'", "\\":
        text.unicodeScalars.append("\\")
        text.unicodeScalars.append(scalar)
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    write(text + "'")
  }
}
