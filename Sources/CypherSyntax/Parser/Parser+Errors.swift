import Diagnostics

extension Parser {
  /// Records an error. The result is there to be thrown.
  mutating func fault(
    _ code: DiagnosticCode, _ detail: CypherErrorDetail, _ message: String, at span: SourceSpan, label: String? = nil,
    hint: String? = nil
  ) -> SyntaxFault {
    diagnostics.append(
      Diagnostic(
        code, message, source: source.name, span: span, label: label, hint: hint,
        fault: CypherFault(.compileTime, .syntaxError, detail)))
    return SyntaxFault()
  }

  /// The error of a token that fits no rule; `wanted` says in words what does, `keywords` which words it might be meant for.
  mutating func unexpected(
    expected wanted: String, _ keywords: [Keyword] = [], hint: String? = nil
  ) -> SyntaxFault {
    if let fault = lexicalFault() { return fault }
    if token.kind == .endOfText {
      let place = SourceSpan(start: previousEnd, end: previousEnd)
      return fault(
        .unexpectedSyntax, .unexpectedSyntax, "expected \(wanted), found the end of the query", at: place, hint: hint)
    }
    let found = shortened(text(of: token))
    let near = token.kind == .word ? nearKeyword(found, keywords) : nearSign()
    return fault(
      .unexpectedSyntax, .unexpectedSyntax, "expected \(wanted), found `\(found)`", at: span(of: token),
      label: near.map { "did you mean `\($0)`?" }, hint: hint ?? orderHint())
  }

  /// The operator of another language that was probably meant.
  private func nearSign() -> String? {
    switch token.kind {
    case .equal where token.start == previousEnd && lexer[token.start - 1] == UInt8(ascii: "="): "="
    case .exclamation where next.kind == .equal: "<>"
    case .ampersand: "AND"
    case .doubleBar: "OR"
    case .greater where token.start == previousEnd && lexer[token.start - 1] == UInt8(ascii: "-"): "-->"
    default: nil
    }
  }

  /// Where a part of a projection stands that came too late.
  private func orderHint() -> String? {
    switch token.keyword {
    case .order where next.keyword == .by:
      "`ORDER BY` stands right behind the items, before `SKIP`, `LIMIT` and `WHERE`"
    case .skip: "`SKIP` stands behind the items and `ORDER BY`, before `LIMIT`"
    case .limit: "`LIMIT` stands behind the items, `ORDER BY` and `SKIP`, before `WHERE`"
    default: nil
    }
  }

  /// The keyword that a word of three letters or more was probably meant for.
  private func nearKeyword(_ word: String, _ keywords: [Keyword]) -> String? {
    guard word.count >= 3, token.keyword == nil else { return nil }
    for candidates in [keywords, Self.followingKeywords] {
      let names = NearName.suggestions(for: word.uppercased(), among: candidates.map(\.rawValue), limit: 1)
      if let name = names.first { return name }
    }
    return nil
  }

  /// The words that a misspelt word between two parts of a query is compared with.
  static let followingKeywords: [Keyword] = [
    .match, .optional, .where, .with, .unwind, .return, .order, .skip, .limit, .create, .merge, .set, .remove, .delete,
    .detach, .call, .yield, .union, .foreach, .as, .and, .or, .xor, .contains, .starts, .ends, .distinct, .desc, .asc,
  ]

  mutating func tooDeep(_ message: String) -> SyntaxFault {
    fault(
      .nestedTooDeep, .limitExceeded, message, at: span(of: token),
      hint: "pass nested data as a parameter, or split the query")
  }

  /// The error of a token that the lexer could not make.
  private mutating func lexicalFault() -> SyntaxFault? {
    let place = span(of: token)
    let found = shortened(text(of: token))
    switch token.kind {
    case .fault(.unterminatedString):
      return fault(
        .unterminatedText, .unexpectedSyntax, "the string that starts here has no end", at: place,
        label: "expected \(found) at its end")
    case .fault(.unterminatedComment):
      return fault(
        .unterminatedText, .unexpectedSyntax, "the comment that starts here has no end", at: place,
        label: "expected `*/`")
    case .fault(.unterminatedName):
      return fault(
        .unterminatedText, .unexpectedSyntax, "the name that starts here has no end", at: place,
        label: "expected a closing back-quote")
    case .fault(.invalidNumber):
      return fault(
        .invalidNumber, .invalidNumberLiteral, "`\(found)` is no number", at: place,
        hint: "numbers are written as 42, 0x2A, 0o52, 4.2 or 4.2e1; a name that starts with a digit needs back-quotes")
    case .fault(.parameterWithoutName):
      return fault(.unexpectedSyntax, .unexpectedSyntax, "expected the name of a parameter after `$`", at: place)
    case .fault(.strayCharacter):
      return fault(
        .invalidCharacter, .unexpectedSyntax, "`\(found)` means nothing in Cypher", at: place,
        hint: "a name that holds such a character needs back-quotes")
    case .fault(.invalidCharacter), .otherDash, .otherLeftArrowHead, .otherRightArrowHead:
      return fault(
        .invalidCharacter, .invalidUnicodeCharacter, "`\(found)` means nothing in Cypher", at: place,
        label: Self.plainForm(of: token.kind, found))
    default: return nil
    }
  }

  /// What was probably meant by a typographic character.
  private static func plainForm(of kind: TokenKind, _ found: String) -> String? {
    switch (kind, found) {
    case (.otherDash, _): "did you mean `-`?"
    case (.otherLeftArrowHead, _): "did you mean `<`?"
    case (.otherRightArrowHead, _): "did you mean `>`?"
    case (_, "\u{2018}"), (_, "\u{2019}"), (_, "\u{201C}"), (_, "\u{201D}"), (_, "\u{00AB}"), (_, "\u{00BB}"):
      "did you mean `'`?"
    case (_, "\u{2264}"): "did you mean `<=`?"
    case (_, "\u{2265}"): "did you mean `>=`?"
    case (_, "\u{2260}"): "did you mean `<>`?"
    case (_, "\u{00D7}"): "did you mean `*`?"
    default: nil
    }
  }

  /// The beginning of a long text.
  private func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
