import CypherEngine
import CypherPlanner
import CypherSyntax
import SQLiteGraph

// Sillage is the house seen from outside: one type for a database, one for a project, and values for what they tell.
// It wires the rooms together and does nothing itself that a room could do.

/// A graph in one SQLite file.
///
/// Belongs to one thread at a time; several processes and several values may have the same file open, one of them writing.
public final class GraphDatabase {
  let graph: SQLiteGraph
  var plans = PlanCache()
  /// Where the file is; nil in memory.
  public let path: String?
  public let isWritable: Bool

  private init(_ graph: SQLiteGraph, path: String?, isWritable: Bool) {
    self.graph = graph
    self.path = path
    self.isWritable = isWritable
  }

  /// How many threads may work on one query; nil: as many as there are processors. The answer does not depend on it.
  public var threads: Int? {
    get { graph.threads }
    set { graph.threads = newValue }
  }

  /// For a program that answers questions: memory that was freed is kept for the next one. Cost: up to 256 MB.
  public static func keepFreedMemory() { ProcessMemory.keepFreed() }

  /// For a program that goes on answering: memory comes in large pieces. To be asked for before threads start.
  public static func useLargePages() { ProcessMemory.useLargePages() }

  /// Sets how much memory queries may bring this process to use; one that needs more fails. Without it that is half the memory of the
  /// machine, or a third of the addresses that the process may use where these are limited (`ulimit -v`).
  public static func limitMemory(megabytes: Int) { ProcessMemory.limit(bytes: UInt64(max(0, min(megabytes, 1 << 40))) << 20) }

  /// Opens a file that exists. For reading nothing is created or changed.
  public static func open(_ path: String, writable: Bool = false) throws(SillageError) -> GraphDatabase {
    do throws(StoreError) {
      let graph = try SQLiteGraph.open(path, for: writable ? .writing : .reading)
      return GraphDatabase(graph, path: path, isWritable: writable)
    } catch {
      throw .store(error)
    }
  }

  /// Makes a new, empty file.
  public static func create(_ path: String) throws(SillageError) -> GraphDatabase {
    do throws(StoreError) {
      return GraphDatabase(try SQLiteGraph.create(path), path: path, isWritable: true)
    } catch {
      throw .store(error)
    }
  }

  /// An empty graph that is gone with this value.
  public static func inMemory() throws(SillageError) -> GraphDatabase {
    do throws(StoreError) {
      return GraphDatabase(try SQLiteGraph.inMemory(), path: nil, isWritable: true)
    } catch {
      throw .store(error)
    }
  }

  /// The same graph in memory: what happens to it does not touch the file.
  func copiedToMemory() throws(SillageError) -> GraphDatabase {
    do throws(StoreError) { return GraphDatabase(try graph.copiedToMemory(), path: nil, isWritable: true) } catch {
      throw .store(error)
    }
  }

  public func close() { graph.close() }

  /// Stops what runs; may be called from another thread or a signal handler.
  public var interrupt: @Sendable () -> Void {
    let interruption = graph.interruption
    return { interruption.interrupt() }
  }

  /// Compacts the file: everything that was written since the last time goes into its columns. The graph stays the same.
  public func optimize() throws(SillageError) {
    do throws(StoreError) { try graph.compact() } catch { throw .store(error) }
  }

  /// What is wrong with the file, a sentence each; empty where all is well. Cost: reads the whole file.
  public func integrityFaults() throws(SillageError) -> [String] {
    do throws(StoreError) {
      try graph.beginRead()
      defer { if graph.isInTransaction { try? graph.endRead() } }
      return try graph.integrityFaults()
    } catch { throw .store(error) }
  }

  /// Remembers that a compiled database holds more than its text.
  func noteChange() throws(StoreError) {
    guard path != nil, try graph.metadata(BuildMetadata.contentHash) != nil,
      try graph.metadata(BuildMetadata.isChanged) == nil
    else { return }
    try graph.setMetadata(BuildMetadata.isChanged, to: "yes")
  }

  /// Runs work in one transaction: committed where it succeeds and writes, else undone.
  func transaction<Result>(
    writing: Bool, _ work: () throws(QueryFault) -> Result
  ) throws(QueryFault) -> Result {
    do throws(StoreError) {
      if writing { try graph.beginWrite() } else { try graph.beginRead() }
    } catch { throw .store(error) }
    let result: Result
    do throws(QueryFault) {
      result = try work()
    } catch {
      let fault = error
      if graph.isInTransaction {
        do throws(StoreError) { try graph.rollback() } catch { throw .store(error) }
      }
      throw fault
    }
    do throws(StoreError) {
      if writing { try graph.commit() } else { try graph.endRead() }
    } catch {
      if writing { do throws(StoreError) { try graph.rollback() } catch {} }
      throw .store(error)
    }
    return result
  }
}
