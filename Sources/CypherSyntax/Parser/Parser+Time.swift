import Diagnostics

extension Parser {
  /// `AS OF …`, `KNOWN AT …` and `INCLUDE PLANNED`, each once and in any order; nil where none of them is there.
  mutating func timePrefix() throws(SyntaxFault) -> TimePrefix? {
    let start = token.start
    var time = TimePrefix(asOf: nil, knownAt: nil, includesPlanned: false, span: span(from: start))
    while true {
      let place = token
      if at(.as) {
        advance()
        try expect(.of)
        if time.asOf != nil { throw repeated("AS OF", from: place) }
        time.asOf = try moment()
      } else if at(.known) {
        advance()
        try expect(.at)
        if time.knownAt != nil { throw repeated("KNOWN AT", from: place) }
        time.knownAt = try moment()
      } else if at(.include) {
        advance()
        try expect(.planned)
        if time.includesPlanned { throw repeated("INCLUDE PLANNED", from: place) }
        time.includesPlanned = true
      } else {
        break
      }
    }
    guard token.start != start else { return nil }
    time.span = span(from: start)
    return time
  }

  private mutating func repeated(_ words: String, from place: Token) -> SyntaxFault {
    fault(.unexpectedSyntax, .unexpectedSyntax, "`\(words)` stands twice", at: span(from: place.start))
  }

  /// A date with or without quotes, a parameter, or one of them in `date(…)`.
  private mutating func moment(inCall: Bool = false) throws(SyntaxFault) -> TimePrefix.Moment {
    let start = token.start
    switch token.kind {
    case .integer, .float, .fault(.invalidNumber):
      return bareDate()
    case .string:
      let text = try string()
      return TimePrefix.Moment(kind: .text(text), span: span(from: start))
    case .parameter:
      guard case .parameter(let name) = parameter().kind else { throw unexpected(expected: "a parameter") }
      return TimePrefix.Moment(kind: .parameter(name), span: span(from: start))
    case .word where text(of: token).lowercased() == "date" && next.kind == .openRound && !inCall:
      advance()
      advance()
      let inner = try moment(inCall: true)
      try expect(.closeRound, "`)`")
      return TimePrefix.Moment(kind: inner.kind, span: span(from: start))
    default:
      throw unexpected(expected: "a date", hint: "such as 2025, 2025-Q3, 2025-09-23, '2025-09' or $day")
    }
  }

  /// A date that is written without quotes: all letters, digits and hyphens up to the next other character.
  private mutating func bareDate() -> TimePrefix.Moment {
    let start = token.start
    var end = start
    while let byte = lexer[end], Self.isPartOfDate(byte) { end += 1 }
    previousEnd = end
    token = lexer.token(at: end)
    let place = SourceSpan(start: start, end: end)
    return TimePrefix.Moment(kind: .text(source[place]), span: place)
  }

  private static func isPartOfDate(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
