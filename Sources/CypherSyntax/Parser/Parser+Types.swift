import Diagnostics

extension Parser {
  /// A type and its alternatives. Where `|` ends the expression around it, alternatives stand inside `ANY<…>` only.
  mutating func typeExpression(allowsBar: Bool) throws(SyntaxFault) -> TypeExpression {
    let start = token.start
    return try nested { (parser) throws(SyntaxFault) in
      var alternatives = try parser.typeAlternatives()
      while allowsBar, parser.accept(.bar) { alternatives += try parser.typeAlternatives() }
      return TypeExpression(alternatives: alternatives, span: parser.span(from: start))
    }
  }

  /// One type, or those inside `ANY<…>`.
  private mutating func typeAlternatives() throws(SyntaxFault) -> [TypeExpression.Alternative] {
    let name = try typeName()
    if name == .any, accept(.less) {
      let inner = try typeExpression(allowsBar: true)
      try expect(.greater, "`|` or `>`")
      return inner.alternatives
    }
    var element: TypeExpression?
    if name == .list, accept(.less) {
      element = try typeExpression(allowsBar: true)
      try expect(.greater, "`|` or `>`")
    }
    return [TypeExpression.Alternative(name: name, element: element, excludesNull: try notNull())]
  }

  /// `NOT NULL` or `!` behind a type.
  private mutating func notNull() throws(SyntaxFault) -> Bool {
    if accept(.exclamation) { return true }
    guard at(.not, .null) else { return false }
    advance()
    advance()
    return true
  }

  /// The longest name of a type that begins here.
  private mutating func typeName() throws(SyntaxFault) -> TypeName {
    var words = ""
    while token.kind == .word {
      let longer = words.isEmpty ? text(of: token).uppercased() : "\(words) \(text(of: token).uppercased())"
      guard TypeName.bySpelling.keys.contains(where: { $0 == longer || $0.hasPrefix(longer + " ") }) else { break }
      words = longer
      advance()
    }
    if let name = TypeName.bySpelling[words] { return name }
    guard words.isEmpty, token.kind == .word else { throw unexpected(expected: "a type such as INTEGER or LIST<STRING>") }
    let near = NearName.question(for: text(of: token).uppercased(), among: TypeName.bySpelling.keys.sorted())
    throw fault(
      .unexpectedSyntax, .unexpectedSyntax, "there is no type `\(text(of: token))`", at: span(of: token), label: near,
      hint: "types are BOOLEAN, STRING, INTEGER, FLOAT, DATE, LOCAL TIME, ZONED TIME, LOCAL DATETIME, ZONED DATETIME, "
        + "DURATION, NODE, RELATIONSHIP, PATH, MAP, LIST<…> and ANY")
  }
}
