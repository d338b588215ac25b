/// The smallest piece of a query that means something, as a range of bytes.
struct Token: Hashable, Sendable {
  var kind: TokenKind
  /// Set for a word without back-quotes that is a keyword. Most keywords are names where the grammar leaves room.
  var keyword: Keyword?
  var start: Int
  var end: Int
}

enum TokenKind: Hashable, Sendable {
  case endOfText
  /// A name without back-quotes, or a keyword.
  case word
  /// A name in back-quotes.
  case quotedName
  /// Decimal, `0x…` or `0o…`.
  case integer
  case float
  /// With its quotes.
  case string
  /// With its `$`.
  case parameter
  case openRound, closeRound, openSquare, closeSquare, openCurly, closeCurly
  case comma, colon, doubleColon, semicolon, dot, twoDots, bar, doubleBar, ampersand, exclamation
  case plus, minus, star, slash, percent, caret
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, plusEqual, equalTilde
  /// Dashes and arrow heads other than ASCII, which openCypher allows in patterns.
  case otherDash, otherLeftArrowHead, otherRightArrowHead
  case fault(LexicalFault)
}

/// Why some bytes are no token.
enum LexicalFault: Hashable, Sendable {
  case unterminatedString
  case unterminatedComment
  case unterminatedName
  case invalidNumber
  case parameterWithoutName
  /// An ASCII character that begins nothing.
  case strayCharacter
  /// Any other character that begins nothing.
  case invalidCharacter
}
