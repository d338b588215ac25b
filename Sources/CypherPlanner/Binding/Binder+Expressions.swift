import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Binds an expression whose value is wanted; a pattern cannot stand in it.
  func bindValue(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    try bind(expression, asPredicate: false)
  }

  /// Binds a condition, in which a pattern asks whether it can be matched.
  func bindPredicate(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    if aggregation == nil, expression.containsAggregate {
      throw failure(
        .wrongAggregation, .syntaxError, .invalidAggregation, "a condition cannot aggregate", at: expression.span,
        hint: "aggregate in a WITH before it")
    }
    return try bindCondition(expression)
  }

  /// The same inside an expression, beside whose aggregates it may stand.
  func bindCondition(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    let bound = try bind(expression, asPredicate: true)
    try check(bound, overlaps: .boolean, "a condition")
    return bound
  }

  private func bind(_ expression: Expression, asPredicate: Bool) throws(Diagnostic) -> BoundExpression {
    if let frame = aggregation, frame.isOpaque(expression, in: scope) {
      throw ambiguous("this expression", at: expression.span)
    }
    if let known = substitutes.column(of: expression, in: scope) {
      note(known.variable)
      return BoundExpression(.variable(known.variable), span: expression.span, type: known.type)
    }
    if let frame = aggregation, let grouped = try bindGrouped(expression, frame) { return grouped }
    let span = expression.span
    switch expression.kind {
    case .literal(let literal):
      let value = Value(literal)
      return BoundExpression(.literal(value), span: span, type: ValueType(of: value))
    case .parameter(let name):
      if !parameters.contains(where: { $0.name == name }) { parameters.append((name, span)) }
      return BoundExpression(.parameter(name), span: span)
    case .variable(let name): return try variable(name, at: span)
    case .list, .map, .mapProjection, .element, .slice, .property: return try bindContainer(expression)
    case .unary, .binary, .arithmetic, .logical, .comparison, .nullTest, .labelTest, .typeTest:
      return try bindOperator(expression, asPredicate: asPredicate)
    case .conditional(let choice): return try bind(choice, at: span)
    case .caseSubject:
      guard let subject = caseSubjects.last else { throw unsupported("this WHEN", at: span) }
      return BoundExpression(.variable(subject.variable), span: span, type: subject.type)
    case .functionCall(let call): return try bind(call, at: span)
    case .countAll:
      throw failure(
        .wrongAggregation, .syntaxError, .invalidAggregation, "count(*) can only stand in WITH or RETURN", at: span)
    case .listComprehension, .quantifier, .reduce: return try bindLocal(expression)
    case .patternPredicate(let pattern):
      guard asPredicate else { throw misplacedPattern(at: span) }
      return try bindPatternPredicate(pattern, at: span)
    case .patternComprehension(let form): return try bind(form, at: span)
    case .shortestPath(let pattern): return try bindShortestPath(pattern, at: span)
    case .subquery(let form): return try bind(form, at: span)
    }
  }

  func misplacedPattern(at span: SourceSpan) -> Diagnostic {
    failure(
      .wrongPattern, .syntaxError, .unexpectedSyntax, "a pattern can only stand in a condition", at: span,
      hint: "ask for it in WHERE, with exists(), or as a comprehension [(a)-->(b) | b]")
  }

  private func variable(_ name: String, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    guard let entry = resolve(name) else {
      guard let number = Self.floats[name.uppercased()] else { throw undefined(name, at: span) }
      return BoundExpression(.literal(.float(number)), span: span, type: .float)
    }
    return BoundExpression(.variable(entry.variable), span: span, type: entry.type)
  }

  /// Floats that are written as words, where no variable has the name.
  private static let floats: [String: Double] = ["INFINITY": .infinity, "INF": .infinity, "NAN": .nan]

  // MARK: Aggregates

  /// What an expression of a grouping projection means: an aggregate, a key, or something made of those (nil).
  private func bindGrouped(
    _ expression: Expression, _ frame: AggregationFrame
  ) throws(Diagnostic) -> BoundExpression? {
    if let known = frame.known[expression] {
      return BoundExpression(.variable(known.variable), span: expression.span, type: known.type)
    }
    switch expression.kind {
    case .countAll:
      return aggregate(.count, [], isDistinct: false, type: .integer, expression, frame)
    case .functionCall(let call):
      if case .aggregate(let function)? = CypherFunction(named: call.name.text) {
        return try bindAggregate(function, call, expression, frame)
      }
    default: break
    }
    if let key = frame.keys.column(of: expression, in: scope) {
      note(key.variable)
      return BoundExpression(.variable(key.variable), span: expression.span, type: key.type)
    }
    guard case .variable(let name) = expression.kind, !frame.isClosed else { return nil }
    guard let entry = scope[name], frame.isOuter(entry) else { return nil }
    throw ambiguous("`\(name)`", at: expression.span)
  }

  func ambiguous(_ what: String, at span: SourceSpan) -> Diagnostic {
    failure(
      .wrongAggregation, .syntaxError, .ambiguousAggregationExpression,
      "\(what) stands beside an aggregate but is not grouped by", at: span,
      hint: "return it as a column of its own, or aggregate it")
  }

  private func bindAggregate(
    _ function: AggregateFunction, _ call: FunctionCall, _ expression: Expression, _ frame: AggregationFrame
  ) throws(Diagnostic) -> BoundExpression {
    let outer = (scope, substitutes)
    aggregation = nil
    // After the items only their own aggregates are there; another one would need rows that are gone.
    if !frame.isClosed { scope = frame.before }
    substitutes = KnownExpressions()
    defer {
      aggregation = frame
      (scope, substitutes) = outer
    }
    var arguments: [BoundExpression] = []
    for argument in call.arguments {
      if argument.containsAggregate {
        throw failure(
          .wrongAggregation, .syntaxError, .nestedAggregation, "an aggregate cannot stand inside an aggregate",
          at: argument.span, hint: "aggregate in a WITH first")
      }
      let bound = try bindValue(argument)
      if frame.isClosed, !bound.reads.isEmpty {
        throw failure(
          .wrongAggregation, .syntaxError, .invalidAggregation,
          "ORDER BY can only use aggregates that are columns", at: expression.span)
      }
      try checkConstant(bound, in: call)
      arguments.append(bound)
    }
    let type = try resultType(.aggregate(function), call, arguments, at: expression.span)
    return aggregate(function, arguments, isDistinct: call.isDistinct, type: type, expression, frame)
  }

  private func checkConstant(_ argument: BoundExpression, in call: FunctionCall) throws(Diagnostic) {
    guard argument.isRandom else { return }
    throw failure(
      .wrongAggregation, .syntaxError, .nonConstantExpression,
      "\(call.name.text) cannot aggregate an expression that differs each time it is asked", at: argument.span)
  }

  private func aggregate(
    _ function: AggregateFunction, _ arguments: [BoundExpression], isDistinct: Bool, type: ValueType, _ expression: Expression,
    _ frame: AggregationFrame
  ) -> BoundExpression {
    let variable = fresh("<aggregate>")
    frame.calls.append(
      AggregateCall(
        variable: variable, function: function, arguments: arguments, isDistinct: isDistinct, span: expression.span))
    frame.known[expression] = (variable, type)
    return BoundExpression(.variable(variable), span: expression.span, type: type)
  }

  // MARK: Functions

  private func bind(_ call: FunctionCall, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    let name = call.name.text
    let registered = functions?.function(named: name).map(CypherFunction.registered)
    guard let function = CypherFunction(named: name) ?? registered else {
      throw failure(
        .unknownFunction, .syntaxError, .unknownFunction, "there is no function `\(name)`", at: call.name.span,
        label: NearName.question(for: name, among: CypherFunction.allNames + (functions?.functionNames ?? [])),
        hint: UnsupportedNames.hint(for: name))
    }
    if function.isAggregate {
      throw failure(
        .wrongAggregation, .syntaxError, .invalidAggregation, "\(name)() can only stand in WITH or RETURN", at: span)
    }
    if case .predicate(.exists) = function, call.arguments.count == 1, let argument = call.arguments.first,
      case .patternPredicate(let pattern) = argument.kind
    {
      return try bindPatternPredicate(pattern, at: span)
    }
    if function.isUnsteady { unsteadyCalls += 1 }
    var arguments: [BoundExpression] = []
    for argument in call.arguments { arguments.append(try bindValue(argument)) }
    let type = try resultType(function, call, arguments, at: span)
    if let length = pathLength(function, call, arguments) { return BoundExpression(.variable(length), span: span, type: type) }
    return BoundExpression(.function(function, arguments), span: span, type: type)
  }

  /// What holds `length(p)` where p is a path that a pattern of this query names; a query inside is given the path itself.
  private func pathLength(_ function: CypherFunction, _ call: FunctionCall, _ arguments: [BoundExpression]) -> Variable? {
    // Beside an aggregate there is what is grouped by, which is the path.
    guard aggregation == nil, case .entity(.length) = function, case .variable(let name)? = call.arguments.first?.kind, let entry = scope[name],
      let length = entry.length, case .variable(entry.variable)? = arguments.first?.kind,
      captures.allSatisfy({ $0.firstOwn <= length.id })
    else { return nil }
    return length
  }

  private func resultType(
    _ function: CypherFunction, _ call: FunctionCall, _ arguments: [BoundExpression], at span: SourceSpan
  ) throws(Diagnostic) -> ValueType {
    let entry = function.entry
    switch entry.resolve(arguments.map(\.type)) {
    case .result(let type): return type
    case .wrongCount:
      throw failure(
        .unknownFunction, .syntaxError, .invalidNumberOfArguments,
        "\(entry.name)() does not take \(arguments.count) argument\(arguments.count == 1 ? "" : "s")", at: span,
        hint: "example: \(entry.example)")
    case .wrongType(let position, let expected):
      let found = arguments.indices.contains(position) ? arguments[position] : nil
      throw wrongType(
        "\(entry.name)()", at: found?.span ?? span, expected: expected.map(\.description).joined(separator: " or "),
        found: found?.type ?? .any)
    }
  }

  func check(_ expression: BoundExpression, overlaps type: ValueType, _ what: String) throws(Diagnostic) {
    guard !expression.type.overlaps(type) else { return }
    throw wrongType(what, at: expression.span, expected: "\(type)", found: expression.type)
  }

  /// Binds a part of an expression, for the other files of the binder.
  func bindPart(_ expression: Expression, asPredicate: Bool = false) throws(Diagnostic) -> BoundExpression {
    try bind(expression, asPredicate: asPredicate)
  }
}

extension Value {
  init(_ literal: Literal) {
    switch literal {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    }
  }
}
