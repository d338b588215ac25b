// SQLiteGraph: the store. A graph in one SQLite file, answering the interfaces of GraphModel. All SQL is here (Layout) and
// all that speaks to SQLite (Driver). It knows nothing of Cypher.
public import GraphModel

/// A property graph in an SQLite file.
///
/// Everything is read and written in a transaction: ``beginRead()`` to ``endRead()``, or ``beginWrite()`` to ``commit()``
/// or ``rollback()``. A reader sees the state as of the start of its transaction, whatever others commit. One process
/// writes at a time; many read. A commit is on the disk when it returns (write-ahead log, one flush a commit).
///
/// One thread at a time uses a graph; ``interruption`` may be used from any. Pages of what is read often stay in memory
/// between transactions, until another connection has changed the file.
public final class SQLiteGraph: GraphWriter {
  /// What may be done with an opened file.
  public enum Access: Hashable, Sendable {
    case reading
    case writing
  }

  enum Transaction {
    case none, reading, writing
  }

  let connection: Connection
  let statements: StatementCache
  let access: Access
  /// Nil for a graph in memory.
  let path: String?

  var transaction = Transaction.none
  var state = StoreState()
  /// The state as of the start of the transaction.
  var stateBefore = StoreState()
  /// What SQLite said when the state was read; another number means that another connection has written since.
  var dataVersion: Int64 = -1
  /// Counts the changes of this connection, so that a rollback knows whether there were any.
  var changes = 0
  var savepointDepth = 0
  /// What the constraints have to be checked for.
  var touched = TouchedEntities()
  /// What was read under keys of the caller's, and of which it was found that there is none.
  var texts: [String: String?] = [:]
  /// False for a file of an older version that is open for reading.
  var hasLabelParts = true
  /// False during a bulk load, until something asks for an expansion or the load ends.
  var hasRelationshipIndexes = true

  /// What the base was when it was last asked for; see ``base``.
  var openBase: (generation: Int, base: Base)?
  let chunks: ChunkSource
  var hiddenNodes = HiddenIDs()
  var hiddenRelationships = HiddenIDs()
  var entryDigests = EntryDigests()
  /// Base and rows as one, once enough was asked for; see ``chains(_:_:)``.
  var merged: MergedRelationships?
  /// Of how many nodes the relationships were asked for one by one.
  var mergeDemand = 0
  /// What nodes and relationships hold, base and rows as one, until the next change; see ``mergedNodes(_:)``.
  var mergedNodes: MergedNodes?
  var mergedValues: MergedColumns?
  /// Of how many nodes and relationships something was asked since the last change of one.
  var nodeDemand = 0
  var relationshipDemand = 0
  /// Of how many nodes or relationships more than there are rows something must be asked, before rows are merged with the base in memory.
  /// What is answered does not depend on it.
  public var idsBeforeMerging = BasePart.size
  /// The relationships that are rows, where scans have read as many; nil after each that comes or goes.
  var rowEnds: RowEnds?
  /// How many rows of relationships scans have read since one came or went.
  var rowsScanned = 0
  /// How many threads may work on one question; nil: as many as there are processors. What is answered does not depend on it.
  public var threads: Int?

  public var workers: Int { threads ?? Processors.count }
  let spareMarks = SpareMarks()
  /// How many nodes the last search from a start reached, where it found all of them in memory.
  var reachedInMemory: Int?
  /// How much is written between two compactions at least; see ``compact()``. Tests make it small.
  var rowsBeforeCompaction = 50_000

  var nodePages = PageCache<RecordPage>(threshold: 8)
  var relationshipPages = PageCache<RecordPage>(threshold: 8)

  init(_ connection: Connection, access: Access, path: String?) {
    self.connection = connection
    self.access = access
    self.path = path
    statements = StatementCache(connection)
    chunks = ChunkSource(statements)
  }

  deinit { close() }

  /// Stops the work of this graph from another thread or from a signal handler.
  public var interruption: Interruption { connection.interruption }

  // MARK: Names

  public func label(named name: String) -> LabelID? { state.labels.number(of: name).map { LabelID($0) } }

  public func relationshipType(named name: String) -> RelationshipTypeID? {
    state.types.number(of: name).map { RelationshipTypeID($0) }
  }

  public func propertyKey(named name: String) -> PropertyKeyID? {
    state.keys.number(of: name).map { PropertyKeyID($0) }
  }

  /// Empty for a number that stands for no label; so too for types and keys.
  public func name(of label: LabelID) -> String { state.labels.name(label.rawValue) }
  public func name(of type: RelationshipTypeID) -> String { state.types.name(type.rawValue) }
  public func name(of key: PropertyKeyID) -> String { state.keys.name(key.rawValue) }

  public var labelNames: [String] { state.labels.names }
  public var relationshipTypeNames: [String] { state.types.names }
  public var propertyKeyNames: [String] { state.keys.names }

  public var traits: RelationshipTraits { state.traits }

  /// Exact, and kept by each write: constant cost.
  public func statistics() throws(StoreError) -> GraphStatistics {
    var statistics = GraphStatistics(nodes: state.counters.nodes, relationships: state.counters.relationships)
    for (number, count) in state.counters.nodesByLabel.enumerated() where count > 0 {
      statistics.nodesByLabel[LabelID(Int32(number))] = count
    }
    for (number, count) in state.counters.relationshipsByType.enumerated() where count > 0 {
      statistics.relationshipsByType[RelationshipTypeID(Int32(number))] = count
    }
    return statistics
  }
}
