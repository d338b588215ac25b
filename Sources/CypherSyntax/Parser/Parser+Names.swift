import Diagnostics

extension Parser {
  /// Whether a token can be a variable: a name in back-quotes or a word that is not reserved.
  func isVariable(_ token: Token) -> Bool {
    switch token.kind {
    case .quotedName: true
    case .word: !(token.keyword?.isReserved ?? false) && !(endEndsExpression && token.keyword == .end)
    default: false
    }
  }

  func isName(_ token: Token) -> Bool { token.kind == .word || token.kind == .quotedName }

  /// The name of a variable.
  mutating func variable(_ wanted: String = "a variable") throws(SyntaxFault) -> Identifier {
    guard isVariable(token) else {
      guard token.kind == .word else { throw unexpected(expected: wanted) }
      throw fault(
        .reservedName, .unexpectedSyntax, "expected \(wanted), found the keyword `\(text(of: token))`",
        at: span(of: token),
        hint: "write `\(text(of: token))` in back-quotes to use it as a name")
    }
    return try name(wanted)
  }

  /// The name of a label, type, property, function: any word, or a name in back-quotes.
  mutating func name(_ wanted: String) throws(SyntaxFault) -> Identifier {
    let place = span(of: token)
    guard isName(token) else {
      guard token.kind == .fault(.invalidNumber) else { throw unexpected(expected: wanted) }
      throw fault(
        .unexpectedSyntax, .unexpectedSyntax, "expected \(wanted), found `\(source[place])`", at: place,
        hint: "a name that starts with a digit needs back-quotes")
    }
    let text = token.kind == .word ? source[place] : unquoted(place)
    guard !text.isEmpty else {
      throw fault(.unexpectedSyntax, .unexpectedSyntax, "expected \(wanted), found an empty name", at: place)
    }
    advance()
    return Identifier(text, span: place)
  }

  /// A dotted name.
  mutating func qualifiedName(_ wanted: String) throws(SyntaxFault) -> QualifiedName {
    let start = token.start
    let parts = try separated(by: .dot) { (parser) throws(SyntaxFault) in try parser.name(wanted) }
    return QualifiedName(parts, span: span(from: start))
  }

  /// The text between back-quotes, of which two inside mean one.
  func unquoted(_ span: SourceSpan) -> String {
    var letters: [UInt8] = []
    var isPair = false
    for byte in source.bytes[min(span.start + 1, span.end)..<max(span.end - 1, min(span.start + 1, span.end))] {
      isPair = byte == UInt8(ascii: "`") && !isPair
      if !isPair { letters.append(byte) }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
