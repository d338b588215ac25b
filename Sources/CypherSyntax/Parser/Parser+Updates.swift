import Diagnostics

extension Parser {
  mutating func create() throws(SyntaxFault) -> CreateClause {
    let start = token.start
    advance()
    let patterns = try patterns()
    return CreateClause(patterns: patterns, span: span(from: start))
  }

  mutating func merge() throws(SyntaxFault) -> MergeClause {
    let start = token.start
    advance()
    let pattern = try pathPattern()
    var actions: [MergeAction] = []
    while at(.on) { actions.append(try mergeAction()) }
    return MergeClause(pattern: pattern, actions: actions, span: span(from: start))
  }

  private mutating func mergeAction() throws(SyntaxFault) -> MergeAction {
    let start = token.start
    advance()
    guard at(.create) || at(.match) else { throw unexpected(expected: "`CREATE` or `MATCH`", [.create, .match]) }
    let event: MergeAction.Event = at(.create) ? .create : .match
    advance()
    try expect(.set)
    let items = try separated { (parser) throws(SyntaxFault) in try parser.setItem() }
    return MergeAction(event: event, items: items, span: span(from: start))
  }

  mutating func setItem() throws(SyntaxFault) -> SetItem {
    let start = token.start
    let target = try postfix(allowsLabels: false)
    let kind: SetItem.Kind
    switch (target.kind, token.kind) {
    case (.variable(let name), _) where at(.colon) || at(.is):
      kind = .labels(Identifier(name, span: target.span), try plainLabels())
    case (.variable(let name), .equal):
      advance()
      kind = .replace(Identifier(name, span: target.span), try expression())
    case (.variable(let name), .plusEqual):
      advance()
      kind = .merge(Identifier(name, span: target.span), try expression())
    case (.property, .equal), (.element, .equal):
      advance()
      kind = .property(target, try expression())
    case (.variable, _): throw unexpected(expected: "`.key =`, `=`, `+=` or `:Label`")
    case (.property, _), (.element, _): throw unexpected(expected: "`=`")
    default:
      throw fault(
        .unexpectedSyntax, .unexpectedSyntax, "`SET` needs a variable or a property", at: target.span)
    }
    return SetItem(kind: kind, span: span(from: start))
  }

  mutating func remove() throws(SyntaxFault) -> RemoveClause {
    let start = token.start
    advance()
    let items = try separated { (parser) throws(SyntaxFault) in try parser.removeItem() }
    return RemoveClause(items: items, span: span(from: start))
  }

  private mutating func removeItem() throws(SyntaxFault) -> RemoveItem {
    let start = token.start
    let target = try postfix(allowsLabels: false)
    switch (target.kind, token.kind) {
    case (.variable(let name), _) where at(.colon) || at(.is):
      let labels = try plainLabels()
      return RemoveItem(
        kind: .labels(Identifier(name, span: target.span), labels), span: span(from: start))
    case (.property, _), (.element, _): return RemoveItem(kind: .property(target), span: span(from: start))
    default: throw unexpected(expected: "`.key` or `:Label`")
    }
  }

  mutating func delete() throws(SyntaxFault) -> DeleteClause {
    let start = token.start
    let isDetach = accept(.detach)
    if !isDetach { _ = accept(.noDetach) }
    try expect(.delete)
    let targets = try separated { (parser) throws(SyntaxFault) in try parser.expression() }
    return DeleteClause(isDetach: isDetach, targets: targets, span: span(from: start))
  }

  mutating func foreach() throws(SyntaxFault) -> ForeachClause {
    let start = token.start
    advance()
    try expect(.openRound, "`(`")
    let variable = try variable()
    try expect(.in)
    let list = try expressionBeforeBar()
    try expect(.bar, "`|`")
    let updates = try nested { (parser) throws(SyntaxFault) in try parser.updates() }
    try expect(.closeRound, "an updating clause or `)`")
    return ForeachClause(variable: variable, list: list, updates: updates, span: span(from: start))
  }

  /// One or more updating clauses.
  private mutating func updates() throws(SyntaxFault) -> [Clause] {
    var clauses: [Clause] = []
    repeat {
      guard isClauseStart() else { throw unexpected(expected: "an updating clause", Self.clauseKeywords) }
      let clause = try clause(isFirst: false)
      guard clause.isUpdating else {
        throw fault(
          .invalidClauseOrder, .invalidClauseComposition, "`\(clause.keywords)` cannot stand inside `FOREACH`",
          at: clause.span, hint: "`FOREACH` only changes the graph; to read for each element, use `UNWIND`")
      }
      clauses.append(clause)
    } while isClauseStart()
    return clauses
  }
}
