import Diagnostics

/// The state of one parse. Its grammar is in the extensions, one file an area.
///
/// A rule is a function that starts at ``token`` and leaves the first token that is not its own there. What cannot be parsed
/// puts a diagnostic in ``diagnostics`` and unwinds with ``SyntaxFault``; nothing is tried twice. Where one token does not
/// tell which rule applies, the rule looks ahead, and what it finds about brackets is kept (``BracketTable``), so that the
/// whole stays linear.
struct Parser {
  let source: SourceText
  let lexer: Lexer
  /// The token to be parsed next.
  var token: Token
  /// The end of the token before ``token``.
  var previousEnd = 0
  var diagnostics: [Diagnostic] = []
  var brackets = BracketTable()
  /// How many rules are open that can hold themselves.
  var depth = 0
  /// The height of the highest expression since the enclosing rule set it to zero.
  var tallest = 0
  /// Whether `|` ends the expression that is being parsed, as in a list comprehension.
  var barEndsExpression = false
  /// Whether `END` ends the expression that is being parsed, as in `CASE`.
  var endEndsExpression = false

  init(_ source: SourceText) {
    self.source = source
    lexer = Lexer(bytes: source.bytes)
    token = lexer.token(at: 0)
  }

  // MARK: Tokens

  mutating func advance() {
    previousEnd = token.end
    token = lexer.token(at: token.end)
  }

  /// The token after another one.
  func token(after other: Token) -> Token { lexer.token(at: other.end) }

  /// The token after ``token``.
  var next: Token { token(after: token) }

  func at(_ kind: TokenKind) -> Bool { token.kind == kind }
  func at(_ keyword: Keyword) -> Bool { token.keyword == keyword }
  func at(_ first: Keyword, _ second: Keyword) -> Bool { token.keyword == first && next.keyword == second }

  /// Passes over a token of a kind if it is there.
  mutating func accept(_ kind: TokenKind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard token.keyword == keyword else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: TokenKind, _ wanted: String) throws(SyntaxFault) {
    guard accept(kind) else { throw unexpected(expected: wanted) }
  }

  mutating func expect(_ keyword: Keyword) throws(SyntaxFault) {
    guard accept(keyword) else { throw unexpected(expected: "`\(keyword.rawValue)`", [keyword]) }
  }

  /// From an offset to the end of the last token that was passed.
  func span(from start: Int) -> SourceSpan { SourceSpan(start: start, end: max(start, previousEnd)) }

  func span(of token: Token) -> SourceSpan { SourceSpan(start: token.start, end: token.end) }

  func text(of token: Token) -> String { source[span(of: token)] }

  // MARK: Lists and limits

  /// One or more items, separated by commas.
  mutating func separated<Item>(
    by separator: TokenKind = .comma, _ item: (inout Parser) throws(SyntaxFault) -> Item
  ) throws(SyntaxFault) -> [Item] {
    var items = [try item(&self)]
    while accept(separator) { items.append(try item(&self)) }
    return items
  }

  /// Runs a rule that can hold itself, one level deeper.
  mutating func nested<Node>(_ rule: (inout Parser) throws(SyntaxFault) -> Node) throws(SyntaxFault) -> Node {
    guard depth < SyntaxLimits.nesting else {
      throw tooDeep("the query nests deeper than \(SyntaxLimits.nesting) levels")
    }
    depth += 1
    let outer = tallest
    tallest = 0
    defer {
      depth -= 1
      tallest = max(outer, tallest + 1)
    }
    return try rule(&self)
  }

  /// Counts one more level on top of the expression that was just parsed.
  mutating func raise() throws(SyntaxFault) {
    tallest += 1
    guard tallest <= SyntaxLimits.height else {
      throw tooDeep("the expression chains more than \(SyntaxLimits.height) operators")
    }
  }
}

/// Unwinds a parse after a diagnostic was made.
struct SyntaxFault: Error {}
