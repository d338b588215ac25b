public import CypherSyntax
public import Diagnostics

/// A query ready to be lowered and run.
public struct PlannedQuery: Sendable {
  public var plan: LogicalPlan
  /// The columns of the result; empty for a query that gives none.
  public var columns: [ResultColumn]
  /// Whether it changes the graph.
  public var writes: Bool
  /// The parameters that need a value, with the place of the first use of each.
  public var parameters: [(name: String, span: SourceSpan)]

  public struct ResultColumn: Sendable {
    public var name: String
    public var variable: Variable
  }
}

/// Binds and plans a query. Exactly one of the two parts is there: a plan, or at least one diagnostic.
///
/// Cost: about linear in the size of the query, times the square of the relationships in one MATCH. The rules that are
/// switched `off` change the speed and never the answer.
public func plan(
  _ query: Query, source: SourceText, facts: PlanningFacts, procedures: any ProcedureDirectory,
  functions: (any FunctionDirectory)? = nil, without off: Set<Rule> = []
) -> (query: PlannedQuery?, diagnostics: [Diagnostic]) {
  let binder = Binder(source, facts: facts, procedures: procedures, functions: functions, without: off)
  do {
    let (bound, columns) = try binder.bindTopLevel(query)
    let reads = Set(columns.map(\.variable))
    let ordered = PatternOrdering(facts: facts, off: off).ordered(bound, Demand(reads: reads, repetitions: .kept)).plan
    let optimised = optimise(ordered, reading: reads, without: off)
    return (PlannedQuery(plan: optimised, columns: columns, writes: optimised.writes, parameters: binder.parameters), [])
  } catch {
    return (nil, [error])
  }
}
