import Diagnostics

extension Parser {
  /// A path of a pattern with its name, selector and mode.
  mutating func pathPattern() throws(SyntaxFault) -> PathPattern {
    let start = token.start
    var name: Identifier?
    if isName(token), next.kind == .equal {
      name = try variable()
      advance()
    }
    var path: PathPattern
    if at(.shortestPath) || at(.allShortestPaths), next.kind == .openRound {
      path = try shortestPath()
    } else {
      let selector = try pathSelector()
      let mode = pathMode()
      path = try pathElements()
      (path.selector, path.mode) = (selector, mode)
    }
    path.variable = name
    path.span = span(from: start)
    return path
  }

  private mutating func shortestPath() throws(SyntaxFault) -> PathPattern {
    let selector: PathSelector = at(.shortestPath) ? .shortestPath : .allShortestPaths
    advance()
    try expect(.openRound, "`(`")
    var path = try pathElements()
    try expect(.closeRound, "`)`")
    path.selector = selector
    return path
  }

  private mutating func pathSelector() throws(SyntaxFault) -> PathSelector? {
    guard token.kind == .word else { return nil }
    if accept(.all) {
      let isShortest = accept(.shortest)
      passPathWord()
      return isShortest ? .allShortest : .all
    }
    if accept(.any) {
      let isShortest = accept(.shortest)
      let count = !isShortest && at(.integer) ? try bound() : 1
      passPathWord()
      return isShortest ? .shortest(1) : .any(count)
    }
    guard accept(.shortest) else { return nil }
    let count = at(.integer) ? try bound() : nil
    passPathWord()
    if accept(.group) || accept(.groups) { return .shortestGroups(count ?? 1) }
    guard let count else { throw unexpected(expected: "a number of paths", [.groups]) }
    return .shortest(count)
  }

  private mutating func passPathWord() {
    if !accept(.path) { _ = accept(.paths) }
  }

  private mutating func pathMode() -> PathMode? {
    guard token.kind == .word, let mode = PathMode(rawValue: text(of: token).uppercased()) else { return nil }
    advance()
    passPathWord()
    return mode
  }

  /// Nodes, relationships and groups in a row.
  mutating func pathElements() throws(SyntaxFault) -> PathPattern {
    try nested { (parser) throws(SyntaxFault) in try parser.elementsInARow() }
  }

  private mutating func elementsInARow() throws(SyntaxFault) -> PathPattern {
    let start = token.start
    var elements = [try nodeOrGroup()]
    while true {
      if isDash(token) || isLeftArrowHead(token) {
        guard case .node? = elements.last else {
          throw unexpected(expected: "a node", hint: "a relationship starts at a node")
        }
        elements.append(.relationship(try relationshipPattern()))
        guard at(.openRound), !isGroupStart() else { throw unexpected(expected: "a node") }
        elements.append(.node(try nodePattern()))
      } else if at(.openRound) {
        let isGroup = isGroupStart()
        if !isGroup, case .node? = elements.last { throw unexpected(expected: "a relationship") }
        elements.append(try nodeOrGroup())
      } else {
        break
      }
    }
    return PathPattern(variable: nil, selector: nil, mode: nil, elements: elements, span: span(from: start))
  }

  private mutating func nodeOrGroup() throws(SyntaxFault) -> PatternElement {
    guard at(.openRound) else { throw unexpected(expected: "a pattern", [.shortestPath, .allShortestPaths]) }
    return isGroupStart() ? .group(try patternGroup()) : .node(try nodePattern())
  }

  private func isGroupStart() -> Bool {
    let first = next
    return first.kind == .openRound || (isName(first) && token(after: first).kind == .equal)
  }

  /// `((a)-->(b) WHERE predicate){1,3}`.
  private mutating func patternGroup() throws(SyntaxFault) -> PatternGroup {
    let start = token.start
    advance()
    let path = try nested { (parser) throws(SyntaxFault) in try parser.pathPattern() }
    if path.selector != nil {
      throw fault(
        .unexpectedSyntax, .unexpectedSyntax, "a selector stands before a whole path, not inside brackets", at: path.span)
    }
    let predicate = accept(.where) ? try expression() : nil
    try expect(.closeRound, "`)`")
    let quantifier = try pathQuantifier()
    return PatternGroup(path: path, predicate: predicate, quantifier: quantifier, span: span(from: start))
  }

  mutating func nodePattern() throws(SyntaxFault) -> NodePattern {
    let start = token.start
    try expect(.openRound, "`(`")
    let (name, labels) = try nameAndLabels()
    let properties = try patternProperties()
    let predicate = accept(.where) ? try expression() : nil
    guard accept(.closeRound) else { throw unexpected(expected: labels == nil ? "`:`, `{` or `)`" : "`{` or `)`") }
    return NodePattern(
      variable: name, labels: labels, properties: properties, predicate: predicate, span: span(from: start))
  }

  private mutating func nameAndLabels() throws(SyntaxFault) -> (Identifier?, LabelExpression?) {
    let isLabel = at(.is) && next.kind != .closeRound && next.kind != .closeSquare
    let name = isName(token) && !at(.where) && !isLabel ? try variable() : nil
    return (name, at(.colon) || at(.is) ? try labelsAfterColon() : nil)
  }

  private mutating func patternProperties() throws(SyntaxFault) -> Expression? {
    at(.openCurly) || at(.parameter) ? try primary() : nil
  }

  // MARK: Relationships

  private mutating func relationshipPattern() throws(SyntaxFault) -> RelationshipPattern {
    let start = token.start
    let pointsLeft = isLeftArrowHead(token)
    if pointsLeft { advance() }
    try dash()
    var relationship = RelationshipPattern(
      variable: nil, types: nil, direction: .either, length: nil, quantifier: nil, properties: nil, predicate: nil,
      span: span(from: start))
    if accept(.openSquare) { try relationshipDetail(into: &relationship) }
    try dash()
    let pointsRight = isRightArrowHead(token)
    if pointsRight { advance() }
    if pointsLeft != pointsRight { relationship.direction = pointsLeft ? .incoming : .outgoing }
    let place = token
    relationship.quantifier = try pathQuantifier()
    if relationship.quantifier != nil, relationship.length != nil {
      throw fault(
        .invalidRelationshipPattern, .invalidRelationshipPattern, "the relationship has two lengths",
        at: span(of: place))
    }
    relationship.span = span(from: start)
    return relationship
  }

  private mutating func dash() throws(SyntaxFault) {
    guard isDash(token) else { throw unexpected(expected: "`-`") }
    advance()
  }

  private mutating func relationshipDetail(into relationship: inout RelationshipPattern) throws(SyntaxFault) {
    (relationship.variable, relationship.types) = try nameAndLabels()
    if at(.star) { relationship.length = try variableLength() }
    if at(.twoDots) {
      throw fault(
        .invalidRelationshipPattern, .invalidRelationshipPattern, "expected `*` before the length of a relationship",
        at: span(of: token), label: "did you mean `*..`?")
    }
    relationship.properties = try patternProperties()
    relationship.predicate = accept(.where) ? try expression() : nil
    try expect(.closeSquare, "`:`, `*`, `{` or `]`")
  }

  /// `*`, `*2`, `*1..3`, `*..3`, `*2..`.
  private mutating func variableLength() throws(SyntaxFault) -> VariableLength {
    let start = token.start
    advance()
    guard !at(.minus), !at(.float) else {
      throw fault(
        .invalidRelationshipPattern, .invalidRelationshipPattern,
        "the length of a relationship is a number of steps, 0 or more", at: span(of: token))
    }
    let lower = at(.integer) ? try bound() : nil
    guard accept(.twoDots) else { return VariableLength(lower: lower, upper: lower, span: span(from: start)) }
    guard !at(.minus) else {
      throw fault(
        .invalidRelationshipPattern, .invalidRelationshipPattern,
        "the length of a relationship is a number of steps, 0 or more", at: span(of: token))
    }
    let upper = at(.integer) ? try bound() : nil
    return VariableLength(lower: lower, upper: upper, span: span(from: start))
  }

  private mutating func bound() throws(SyntaxFault) -> Int { Int(try integer(isNegative: false)) }

  /// `{2}`, `{1,3}`, `+`, `*`, if one of them is there.
  private mutating func pathQuantifier() throws(SyntaxFault) -> PathQuantifier? {
    let start = token.start
    if accept(.plus) { return PathQuantifier(lower: 1, upper: nil, span: span(from: start)) }
    if accept(.star) { return PathQuantifier(lower: 0, upper: nil, span: span(from: start)) }
    guard accept(.openCurly) else { return nil }
    let lower = at(.integer) ? try bound() : nil
    var upper = lower
    if accept(.comma) {
      upper = at(.integer) ? try bound() : nil
    } else if lower == nil {
      throw unexpected(expected: "a number of repetitions")
    }
    try expect(.closeCurly, "`}`")
    return PathQuantifier(lower: lower ?? 0, upper: upper, span: span(from: start))
  }
}
