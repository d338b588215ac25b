import CypherEngine
import CypherPlanner
import CypherSyntax
import SQLiteGraph

extension GraphDatabase {
  /// Runs a query and gives its whole answer.
  ///
  /// The statement is atomic: where it fails, nothing of it has happened. A query that writes needs a database that is
  /// open for writing.
  public func query(
    _ text: String, parameters: [ResultField] = [], options: QueryOptions = QueryOptions()
  ) throws(SillageError) -> QueryAnswer {
    var rows: [[ResultValue]] = []
    let summary = try run(text, parameters: parameters, options: options, columns: { _ in }, rows: { rows += $0 })
    return QueryAnswer(
      columns: summary.columns, rows: rows, changes: summary.changes, warnings: summary.warnings)
  }

  /// Runs a query and hands on its rows as they come, a batch at a time: first the names of the columns, then the rows.
  @discardableResult
  public func run(
    _ text: String, parameters: [ResultField] = [], options: QueryOptions = QueryOptions(),
    columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void
  ) throws(SillageError) -> QuerySummary {
    var last: QueryExecution?
    return try run(
      text, options, values: { () throws(QueryFault) in try values(of: parameters, options) }, columns: columns, rows: rows,
      last: &last)
  }

  /// The same for parameters that are values already. `last` is how the same text was run the last time, with the same options: where it
  /// changes the graph and may run again, nothing is made ready anew.
  func query(
    _ text: String, values: [String: Value], options: QueryOptions, last: inout QueryExecution?
  ) throws(SillageError) -> QueryAnswer {
    var rows: [[ResultValue]] = []
    let summary = try run(text, options, values: { values }, columns: { _ in }, rows: { rows += $0 }, last: &last)
    return QueryAnswer(
      columns: summary.columns, rows: rows, changes: summary.changes, warnings: summary.warnings)
  }

  private func values(of fields: [ResultField], _ options: QueryOptions) throws(QueryFault) -> [String: Value] {
    var values: [String: Value] = [:]
    for field in fields {
      do throws(ParameterError) { values[field.name] = try Value(parameter: field.value) } catch {
        let diagnostic = Diagnostic(
          .wrongParameter, "parameter $\(field.name): \(error.message)", source: options.sourceName, span: .beginning)
        throw .faults([diagnostic])
      }
    }
    return values
  }

  private func run(
    _ text: String, _ options: QueryOptions, values: () throws(QueryFault) -> [String: Value],
    columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void, last: inout QueryExecution?
  ) throws(SillageError) -> QuerySummary {
    let source = SourceText(name: options.sourceName, text: text)
    do throws(QueryFault) {
      return try transaction(writing: isWritable && options.mayWrite) { () throws(QueryFault) in
        let summary = try execute(try prepare(text, source, options), source, try values(), options, columns, rows, &last)
        if !summary.changes.isEmpty {
          do throws(StoreError) { try noteChange() } catch { throw .store(error) }
        }
        return summary
      }
    } catch {
      throw error.sillageError(in: source)
    }
  }

  /// Calls `work` with a query that only reads, in one transaction. For any other statement it gives false and calls nothing.
  ///
  /// `last` is what was called with the last time, with the same options: where the text is the same and it may run again, nothing is
  /// made ready anew.
  func repeating(
    _ text: String, _ options: QueryOptions, last: inout RepeatedQuery?, _ work: (RepeatedQuery) -> Void
  ) throws(SillageError) -> Bool {
    // What another text holds is let go before this one needs memory.
    if last?.text != text { last = nil }
    let source = SourceText(name: options.sourceName, text: text)
    do throws(QueryFault) {
      return try transaction(writing: false) { () throws(QueryFault) in
        if last?.vocabulary != graph.vocabulary { last = try repeated(text, source, options) }
        guard let query = last else { return false }
        work(query)
        if !query.mayRunAgain { last = nil }
        return true
      }
    } catch { throw error.sillageError(in: source) }
  }

  private func repeated(
    _ text: String, _ source: SourceText, _ options: QueryOptions
  ) throws(QueryFault) -> RepeatedQuery? {
    guard case .query(let planned) = try prepare(text, source, options), planned.prefix == nil, !planned.query.writes,
      planned.time?.parameterNames.isEmpty ?? true
    else { return nil }
    let view = try planned.frame(options.time, [:], source).view(of: graph)
    return try RepeatedQuery(text, planned.query, view, of: graph, source, options, procedures(options, view))
  }

  private func execute(
    _ statement: PreparedStatement, _ source: SourceText, _ parameters: [String: Value], _ options: QueryOptions,
    _ columns: ([String]) -> Void, _ rows: ([[ResultValue]]) -> Void, _ last: inout QueryExecution?
  ) throws(QueryFault) -> QuerySummary {
    let mayWrite = isWritable && options.mayWrite
    switch statement {
    case .schema(let command):
      return try SchemaExecution(graph: graph, source: source, mayWrite: mayWrite).run(command, columns: columns)
    case .query(let planned):
      if options.isStrict, !planned.warnings.isEmpty { throw .faults(planned.warnings.map(\.asError)) }
      try checkParameters(of: planned, parameters, source)
      if planned.query.writes, planned.prefix != .explain, !mayWrite { throw .readOnly("query", source, .beginning) }
      let execution: QueryExecution
      if let known = last.take(), known.mayRunAgain {
        execution = known
      } else {
        execution = try self.execution(of: planned, parameters, source, options)
      }
      var summary = try execution.run(parameters, columns: columns, rows: rows)
      summary.warnings = planned.warnings
      last = execution
      return summary
    }
  }

  private func execution(
    of planned: PlannedStatement, _ parameters: [String: Value], _ source: SourceText, _ options: QueryOptions
  ) throws(QueryFault) -> QueryExecution {
    let view = try planned.frame(options.time, parameters, source).view(of: graph)
    return QueryExecution(
      graph, view: view, planned, source, mayWrite: isWritable && options.mayWrite, options, procedures(options, view),
      facts: { () throws(QueryFault) in try self.planningFacts(String(decoding: source.bytes, as: UTF8.self)) }, noteChange: noteChange)
  }

  /// A parameter without a value is found before anything runs.
  private func checkParameters(
    of planned: PlannedStatement, _ values: [String: Value], _ source: SourceText
  ) throws(QueryFault) {
    guard planned.prefix != .explain, let missing = planned.query.parameters.first(where: { values[$0.name] == nil }) else { return }
    throw .faults([
      Diagnostic(
        .wrongParameter, "no value was given for the parameter $\(missing.name)", source: source.name, span: missing.span,
        label: NearName.question(for: missing.name, among: values.keys.sorted()),
        fault: CypherFault(.compileTime, .parameterMissing, .missingParameter))
    ])
  }

  /// A command on the schema, or the plan of a query: the one kept for the same text, if the schema has not changed since.
  /// A change of the graph's size is no reason to plan anew: it changes the speed, not the answer.
  private func prepare(
    _ text: String, _ source: SourceText, _ options: QueryOptions
  ) throws(QueryFault) -> PreparedStatement {
    plans.keep(for: graph.schemaVersion)
    if options.disabledRules.isEmpty, let known = plans[text] { return .query(known) }
    let parsed = parse(source)
    guard let statement = parsed.statement else { throw .faults(parsed.diagnostics) }
    let query: Query
    switch statement.body {
    case .query(let body): query = body
    case .schema(let command):
      if let time = statement.time { throw .faults([.timeOfSchema(time, source)]) }
      guard let prefix = statement.prefix else { return .schema(command) }
      throw .faults([
        Diagnostic(
          .unsupportedStatement, "a command on the schema has no plan that \(prefix.rawValue) could show",
          source: source.name, span: statement.span, fault: CypherFault(.compileTime, .syntaxError, .unexpectedSyntax))
      ])
    }
    let facts = try planningFacts(text)
    let planned = CypherPlanner.plan(
      query, source: source, facts: facts, procedures: procedures(options, graph), functions: options.functions,
      without: options.disabledRules)
    guard let result = planned.query else { throw .faults(planned.diagnostics) }
    let warnings = UnknownNames.warnings(for: query, source: source, graph: graph)
    let kept = PlannedStatement(prefix: statement.prefix, time: statement.time, query: result, warnings: warnings)
    // A name that is unknown now may be known at the next run.
    if warnings.isEmpty, options.disabledRules.isEmpty { plans[text] = kept }
    return .query(kept)
  }

  /// The procedures that a query may call, which see the graph as it does.
  private func procedures(_ options: QueryOptions, _ view: any GraphReader) -> GraphProcedures {
    GraphProcedures(graph, beside: DatabaseProcedures(graph, view: view, others: options.procedures))
  }

  /// What the planner has to know for a query.
  private func planningFacts(_ text: String) throws(QueryFault) -> PlanningFacts {
    var indexes: Set<PlanningFacts.Index> = []
    var holders: [PlanningFacts.Index: Double] = [:]
    do throws(StoreError) {
      for index in graph.propertyIndexes {
        let (name, key) = (graph.name(of: index.subject), graph.name(of: index.key))
        let known =
          switch index.subject {
          case .nodes: PlanningFacts.Index(label: name, key: key)
          case .relationships: PlanningFacts.Index(type: name, key: key)
          }
        indexes.insert(known)
        // One that is unique finds one node; others are only looked at where the query may ask them.
        if !index.isUnique, text.contains(key) { holders[known] = try graph.holdersPerValue(index.subject, index.key) }
      }
      var facts = try PlanningFacts(graph, indexes: indexes)
      facts.holdersPerValue = holders
      return facts
    } catch { throw .store(error) }
  }
}
