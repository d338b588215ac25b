public import CypherEngine
public import CypherPlanner
public import Strategy

/// How a query is run.
public struct QueryOptions {
  /// What diagnostics call the text: a path, or `<query>`.
  public var sourceName: String
  /// Whether the query may change the graph, where the database can be written.
  public var mayWrite: Bool
  /// Whether a name that the graph has never had is an error rather than a warning.
  public var isStrict: Bool
  /// From when the graph is looked at, where the query does not say so itself.
  public var time: TimeFrame
  public var procedures: any ProcedureCatalog
  /// The functions that queries may call beside those of the language.
  public var functions: (any FunctionCatalog)?
  /// The folder whose files LOAD CSV may read; nil: none.
  public var csvFolder: String?
  /// The number of rows that operators work on at a time; tests make it small.
  public var batchCapacity: Int
  /// Asked now and then while a query goes on: whether nobody waits for its answer any more, so that it stops.
  public var isUnwanted: @Sendable () -> Bool
  /// Rules of the planner that are left out; tests show that the answer stays the same.
  public var disabledRules: Set<Rule>

  public init(
    sourceName: String = "<query>", mayWrite: Bool = false, isStrict: Bool = false,
    time: TimeFrame = TimeFrame(), procedures: any ProcedureCatalog = NoProcedures(),
    functions: (any FunctionCatalog)? = EvidenceFunctions(), csvFolder: String? = nil, batchCapacity: Int = Batch.capacity,
    isUnwanted: @escaping @Sendable () -> Bool = { false }, disabledRules: Set<Rule> = []
  ) {
    self.sourceName = sourceName
    self.mayWrite = mayWrite
    self.isStrict = isStrict
    self.time = time
    self.procedures = procedures
    self.functions = functions
    self.csvFolder = csvFolder
    self.batchCapacity = batchCapacity
    self.isUnwanted = isUnwanted
    self.disabledRules = disabledRules
  }
}
