/// What is known of the brackets of a text: each is looked into once.
struct BracketTable {
  struct Contents {
    /// The offset after the closing bracket; nil if there is none.
    var end: Int?
    var hasComma: Bool
  }

  var contents: [Int: Contents] = [:]
}

extension Parser {
  /// What stands between an opening bracket and its partner. Cost: linear in the bracket's text the first time, which also
  /// answers for all brackets inside it.
  mutating func contents(of open: Token) -> BracketTable.Contents {
    if let known = brackets.contents[open.start] { return known }
    var stack: [(start: Int, closer: TokenKind, hasComma: Bool)] = []
    var current = open
    scan: repeat {
      switch current.kind {
      case .openRound: stack.append((current.start, .closeRound, false))
      case .openSquare: stack.append((current.start, .closeSquare, false))
      case .openCurly: stack.append((current.start, .closeCurly, false))
      case .comma: if let last = stack.indices.last { stack[last].hasComma = true }
      case .closeRound, .closeSquare, .closeCurly:
        guard let last = stack.last, last.closer == current.kind else { break scan }
        stack.removeLast()
        brackets.contents[last.start] = .init(end: current.end, hasComma: last.hasComma)
      case .endOfText, .fault: break scan
      default: break
      }
      current = token(after: current)
    } while !stack.isEmpty
    for rest in stack { brackets.contents[rest.start] = .init(end: nil, hasComma: rest.hasComma) }
    return brackets.contents[open.start] ?? .init(end: nil, hasComma: false)
  }

  /// Whether `(` begins a path pattern and not an expression in brackets: what is inside looks like a node, and a
  /// relationship or a group follows.
  mutating func isPatternStart(_ open: Token) -> Bool {
    guard open.kind == .openRound else { return false }
    let first = token(after: open)
    switch first.kind {
    case .closeRound, .colon, .openCurly, .parameter: break
    case .word, .quotedName:
      if first.keyword == .where || first.keyword == .is { break }
      guard isVariable(first) else { return false }
      let second = token(after: first)
      switch second.kind {
      case .closeRound, .colon, .openCurly, .parameter: break
      case .word where second.keyword == .where || second.keyword == .is: break
      default: return false
      }
    default: return false
    }
    guard let end = contents(of: open).end else { return false }
    return isRelationshipStart(lexer.token(at: end))
  }

  /// Whether a token begins a relationship or a group of a path, after a node.
  private mutating func isRelationshipStart(_ token: Token) -> Bool {
    if token.kind == .openRound { return true }
    var dash = token
    if isLeftArrowHead(token) { dash = self.token(after: token) }
    guard isDash(dash) else { return false }
    let following = self.token(after: dash)
    if isDash(following) {
      let third = self.token(after: following)
      return third.kind == .openRound || isRightArrowHead(third) || isQuantifierStart(third)
    }
    guard following.kind == .openSquare, isRelationshipDetail(self.token(after: following)) else { return false }
    guard let end = contents(of: following).end else { return true }
    return isDash(lexer.token(at: end))
  }

  private func isRelationshipDetail(_ first: Token) -> Bool {
    switch first.kind {
    case .closeSquare, .colon, .star, .openCurly, .parameter, .twoDots: return true
    case .word, .quotedName:
      if first.keyword == .where || first.keyword == .is { return true }
      guard isVariable(first) else { return false }
      let second = token(after: first)
      switch second.kind {
      case .closeSquare, .colon, .star, .openCurly, .parameter, .twoDots: return true
      default: return second.keyword == .where || second.keyword == .is
      }
    default: return false
    }
  }

  func isDash(_ token: Token) -> Bool { token.kind == .minus || token.kind == .otherDash }
  func isLeftArrowHead(_ token: Token) -> Bool { token.kind == .less || token.kind == .otherLeftArrowHead }
  func isRightArrowHead(_ token: Token) -> Bool { token.kind == .greater || token.kind == .otherRightArrowHead }
  func isQuantifierStart(_ token: Token) -> Bool {
    token.kind == .plus || token.kind == .star || token.kind == .openCurly
  }
}
