import CypherPlanner
import Diagnostics
public import GraphModel

/// What all operators of one running statement share.
///
/// It belongs to one statement and one thread.
public final class ExecutionContext {
  public let graph: any GraphReader
  /// Nil where the statement may only read.
  public let writer: (any GraphWriter)?
  public private(set) var parameters: [String: Value]
  /// How often the statement was started over: what is kept of one run is not to be used in another.
  private(set) var run = 0
  private(set) var functions: FunctionContext
  private let makeFunctions: () -> FunctionContext
  public let procedures: any ProcedureCatalog
  /// The functions beside those of the language; nil: none.
  public let registeredFunctions: (any FunctionCatalog)?
  /// What LOAD CSV may read; nil: nothing.
  public let files: FileSource?
  /// Nil where the caller wants all in one transaction.
  public let division: TransactionDivision?
  /// Asked between batches: whether the statement shall stop.
  public let isCancelled: @Sendable () -> Bool
  /// Asked now and then between batches, and never by a short statement: what it lacks to go on, such as memory; nil: nothing.
  public let lack: @Sendable () -> ExecutionFailure?
  /// How often a statement is asked whether it shall stop before it is asked what it lacks.
  private static let checksBetween = 8
  private var checks = 0
  /// The number of rows aimed for in a batch; tests make it small.
  public let batchCapacity: Int
  /// Where rows are counted step by step; nil where nobody asked.
  public let profile: Profile?
  public internal(set) var changes = ChangeCounts()
  /// What was deleted in this statement, as it was: it may still be returned, but not be read from.
  public internal(set) var deletions = Deletions()

  /// `now`: the instant of the statement; nil: the first at which it is asked for. `clock` reads the machine's clock.
  public init(
    graph: any GraphReader, writer: (any GraphWriter)? = nil, parameters: [String: Value] = [:], zones: any TimeZoneRules,
    normalizer: TextNormalizer? = nil, now: Instant? = nil, clock: @escaping @Sendable () -> Instant,
    procedures: any ProcedureCatalog = NoProcedures(), registeredFunctions: (any FunctionCatalog)? = nil,
    files: FileSource? = nil, division: TransactionDivision? = nil,
    batchCapacity: Int = Batch.capacity, profile: Profile? = nil, isCancelled: @escaping @Sendable () -> Bool = { false },
    lack: @escaping @Sendable () -> ExecutionFailure? = { nil }
  ) {
    self.graph = graph
    self.writer = writer
    self.parameters = parameters
    makeFunctions = {
      FunctionContext(graph: graph, zones: zones, normalizer: normalizer) {
        let now = now ?? clock()
        return StatementClocks(transaction: now, statement: now, realtime: clock)
      }
    }
    functions = makeFunctions()
    self.procedures = procedures
    self.registeredFunctions = registeredFunctions
    self.files = files
    self.division = division
    self.batchCapacity = max(1, batchCapacity)
    self.profile = profile
    self.isCancelled = isCancelled
    self.lack = lack
  }

  /// Forgets what the statement did, for it to run anew.
  public func restart(with parameters: [String: Value]) {
    self.parameters = parameters
    run += 1
    checks = 0
    functions = makeFunctions()
    changes = ChangeCounts()
    deletions = Deletions()
  }

  func checkCancellation() throws(ExecutionFailure) {
    if isCancelled() {
      throw ExecutionFailure(.resourceExhausted, .limitExceeded, "the query was stopped", at: .beginning)
    }
    checks += 1
    if checks.isMultiple(of: Self.checksBetween), let failure = lack() { throw failure }
  }

  /// The writer, or the error that this statement may only read.
  func requireWriter(at span: SourceSpan = .beginning) throws(ExecutionFailure) -> any GraphWriter {
    if let writer { return writer }
    throw ExecutionFailure(.writeNotAllowed, .readOnlyQuery, "this query changes the graph, which was opened for reading", at: span)
  }
}

/// What a statement changed, as people count it: each label and property that was set is one. A constraint
/// counts beside the index that is made for it.
public struct ChangeCounts: Hashable, Sendable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var relationshipsCreated = 0
  public var relationshipsDeleted = 0
  public var propertiesSet = 0
  public var labelsAdded = 0
  public var labelsRemoved = 0
  public var indexesAdded = 0
  public var indexesRemoved = 0
  public var constraintsAdded = 0
  public var constraintsRemoved = 0

  public init() {}

  public var isEmpty: Bool { self == ChangeCounts() }
}

/// Entities that a statement deleted, kept as they were just before.
public struct Deletions: Sendable {
  public struct Node: Sendable {
    public var labels: [LabelID]
    public var properties: [(key: PropertyKeyID, value: Value)]
  }

  public struct Relationship: Sendable {
    public var ends: RelationshipEnds
    public var properties: [(key: PropertyKeyID, value: Value)]
  }

  public internal(set) var nodes: [NodeID: Node] = [:]
  public internal(set) var relationships: [RelationshipID: Relationship] = [:]

  /// Nothing deleted.
  public init() {}

  public var isEmpty: Bool { nodes.isEmpty && relationships.isEmpty }
}
