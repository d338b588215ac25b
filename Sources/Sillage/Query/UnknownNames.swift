import CypherSyntax

/// Labels, relationship types and properties that a query reads and that the graph has never had: most often a slip of the
/// pen, which must not look like an empty answer.
struct UnknownNames {
  private let graph: any GraphReader
  private let source: SourceText
  private var warnings: [Diagnostic] = []
  private var told: Set<String> = []
  /// How many more warnings there would be.
  private var left = 0
  private static let limit = 20
  /// Names that the query itself may bring into the graph.
  private var written: Set<String> = []
  /// Variables that hold maps, whose keys are no names of the graph: records of a file, what procedures yield, evidence.
  private var records: Set<String> = []

  /// The warnings for a query, in the order of its text. Cost: one walk over its tree.
  static func warnings(for query: Query, source: SourceText, graph: any GraphReader) -> [Diagnostic] {
    var names = UnknownNames(graph: graph, source: source)
    SyntaxNode.query(query).walk {
      names.collectWritten($0)
      return true
    }
    SyntaxNode.query(query).walk {
      names.check($0)
      return true
    }
    if names.left > 0 { names.warnings.append(names.rest(of: query)) }
    return names.warnings
  }

  private init(graph: any GraphReader, source: SourceText) {
    self.graph = graph
    self.source = source
  }

  private mutating func collectWritten(_ node: SyntaxNode) {
    if case .expression(let expression) = node { return collectRecords(expression) }
    guard case .clause(let clause) = node else { return }
    switch clause {
    case .create(let clause): collect(clause.patterns)
    case .merge(let clause):
      collect([clause.pattern])
      for action in clause.actions { collect(action.items) }
    case .set(let clause): collect(clause.items)
    case .loadCSV(let clause): records.insert(clause.variable.text)
    case .call(let call):
      if case .items(let items, _)? = call.yield { records.formUnion(items.map(\.variable.text)) }
    case .unwind(let clause): collectRecord(clause.variable.text, of: clause.list)
    case .with(let clause): for item in clause.projection.items { collectRecord(item.columnName, of: item.expression) }
    default: break
    }
  }

  private mutating func collectRecords(_ expression: Expression) {
    switch expression.kind {
    case .listComprehension(let form): collectRecord(form.variable.text, of: form.list)
    case .quantifier(let form): collectRecord(form.variable.text, of: form.list)
    case .reduce(let form): collectRecord(form.variable.text, of: form.list)
    default: break
    }
  }

  /// Keeps a variable whose values come from an expression that may give maps.
  private mutating func collectRecord(_ name: String, of expression: Expression) {
    var isRecord = false
    SyntaxNode.expression(expression).walk { node in
      guard !isRecord, case .expression(let part) = node else { return !isRecord }
      switch part.kind {
      case .map, .mapProjection: isRecord = true
      case .variable(let name): isRecord = records.contains(name)
      case .functionCall(let call): isRecord = EvidenceFunctions.givesMaps(call.name.text)
      default: break
      }
      return !isRecord
    }
    if isRecord { records.insert(name) }
  }

  private mutating func collect(_ patterns: [PathPattern]) {
    for pattern in patterns {
      for node in pattern.nodes {
        written.formUnion(node.labels?.names.map(\.text) ?? [])
        collectKeys(node.properties)
      }
      for relationship in pattern.relationships {
        written.formUnion(relationship.types?.names.map(\.text) ?? [])
        collectKeys(relationship.properties)
      }
    }
  }

  private mutating func collectKeys(_ properties: Expression?) {
    if case .map(let entries)? = properties?.kind { written.formUnion(entries.map(\.key.text)) }
  }

  private mutating func collect(_ items: [SetItem]) {
    for item in items {
      switch item.kind {
      case .labels(_, let labels): written.formUnion(labels.flatMap(\.names).map(\.text))
      case .property(let target, _): if case .property(_, let key) = target.kind { written.insert(key.text) }
      case .replace(_, let value), .merge(_, let value): collectKeys(value)
      }
    }
  }

  // MARK: Checks

  private mutating func check(_ node: SyntaxNode) {
    switch node {
    case .node(let pattern):
      for label in pattern.labels?.names ?? [] { checkLabel(label) }
      checkKeys(pattern.properties)
    case .relationship(let pattern):
      for type in pattern.types?.names ?? [] { checkType(type) }
      checkKeys(pattern.properties)
    case .expression(let expression):
      switch expression.kind {
      case .labelTest(_, let labels):
        for name in labels.names where graph.relationshipType(named: name.text) == nil { checkLabel(name) }
      case .property(let subject, let key):
        if case .variable(let name) = subject.kind, !records.contains(name) { checkKey(key) }
      default: break
      }
    default: break
    }
  }

  private mutating func checkKeys(_ properties: Expression?) {
    if case .map(let entries)? = properties?.kind { for entry in entries { checkKey(entry.key) } }
  }

  private mutating func checkLabel(_ name: Identifier) {
    guard graph.label(named: name.text) == nil else { return }
    warn(.unknownLabel, "no node has the label `\(name.text)`", name, among: graph.labelNames)
  }

  private mutating func checkType(_ name: Identifier) {
    let traits = graph.traits
    guard graph.relationshipType(named: name.text) == nil, traits.inverses[name.text] == nil else { return }
    let known = graph.relationshipTypeNames + traits.inverses.keys.sorted()
    warn(.unknownRelationshipType, "no relationship has the type `\(name.text)`", name, among: known)
  }

  private mutating func checkKey(_ name: Identifier) {
    guard graph.propertyKey(named: name.text) == nil, !Self.components.contains(name.text) else { return }
    warn(.unknownProperty, "nothing has the property `\(name.text)`", name, among: graph.propertyKeyNames)
  }

  /// Parts of temporal values, which are read like properties.
  private static let components: Set<String> = [
    "year", "quarter", "month", "week", "weekYear", "day", "dayOfQuarter", "quarterDay", "dayOfWeek", "weekDay", "ordinalDay",
    "hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "timezone", "offset", "offsetMinutes",
    "offsetSeconds", "epochSeconds", "epochMillis", "years", "quarters", "months", "weeks", "days", "hours", "minutes",
    "seconds", "milliseconds", "microseconds", "nanoseconds", "monthsOfYear", "daysOfWeek", "minutesOfHour",
    "secondsOfMinute", "nanosecondsOfSecond",
  ]

  private func rest(of query: Query) -> Diagnostic {
    Diagnostic(
      .unknownLabel, "\(left) more names are in the query that the graph has never had", source: source.name,
      span: SourceSpan(start: query.span.start, end: query.span.start), severity: .warning)
  }

  private mutating func warn(
    _ code: DiagnosticCode, _ message: String, _ name: Identifier, among known: [String]
  ) {
    guard !written.contains(name.text), told.insert("\(code) \(name.text)").inserted else { return }
    guard warnings.count < Self.limit else {
      left += 1
      return
    }
    warnings.append(
      Diagnostic(
        code, message, source: source.name, span: name.span, severity: .warning,
        label: NearName.question(for: name.text, among: known)))
  }
}

extension Diagnostic {
  /// The same, as an error.
  var asError: Diagnostic {
    var error = self
    error.severity = .error
    error.fault = CypherFault(.compileTime, .syntaxError, .undefinedVariable)
    return error
  }
}
