import GraphFiles
import SQLiteGraph
import Strategy

/// What a build made.
public struct BuildReport: Sendable {
  public var database: String
  public var files: Int
  public var nodes: Int
  public var relationships: Int
  /// Faults that do not stop a build.
  public var warnings: [Diagnostic]
  public var sources: [SourceText]
  /// Where the database that was replaced is kept, because it held changes that are not in the text.
  public var keptDatabase: String?
  /// What was taken over of articles that were saved in the database that was replaced.
  public var keptArticles: KeptArticles
}

/// How a project's database stands to its text.
public enum DatabaseState: Hashable, Sendable {
  case missing
  case current
  /// The text has changed since.
  case stale
  /// The text has changed since, and the database holds changes of its own, which building again would drop.
  case staleWithChanges
}

/// Keys under which a compiled database keeps what it was made from.
enum BuildMetadata {
  static let contentHash = "content-hash"
  /// The text of the schema, which audits read.
  static let schema = "schema"
  static let generator = "generator"
  /// Set once somebody has written to the database after it was built.
  static let isChanged = "changed-since-build"
}

extension Project {
  /// Compiles the text into a database, which appears in one step; where the text has faults, nothing is replaced.
  ///
  /// The same text gives the same bytes. A database that somebody has written to since it was built is kept beside the
  /// new one; articles and mentions that were saved in it, which no text holds, are taken over.
  /// Waits for another process that builds the same. Fails with all faults of the text at once.
  public func build(database: String? = nil) throws(SillageError) -> BuildReport {
    let target = database ?? databasePath
    return try DatabaseMaking.alone(target) { () throws(SillageError) in try compile(to: target) }
  }

  /// The same for the project's own database; nil where another process has just built it.
  func buildUnlessCurrent() throws(SillageError) -> BuildReport? {
    try DatabaseMaking.alone(databasePath) { () throws(SillageError) in
      try state() == .current ? nil : try compile(to: databasePath)
    }
  }

  /// Builds while `DatabaseMaking` keeps others away; without `keepsChanges` a database with changes of its own is replaced like any
  /// other.
  func compile(to target: String, keepsChanges: Bool = true) throws(SillageError) -> BuildReport {
    let files = try self.files()
    let (records, faults) = GraphFileReader.read(files)
    let diagnostics = faults + CueReading(records.cues).diagnostics
    let sources = files.map(\.source)
    if diagnostics.contains(where: { $0.severity == .error }) { throw .faults(diagnostics, sources: sources) }
    let (changed, saved) = try own(target)
    let kept = keepsChanges ? changed : nil
    let made = target + ".building"
    TextFile.remove(made)
    var counts = GraphStatistics()
    do throws(AtomicFailure<StoreError>) {
      try SQLiteGraph.bulkLoad(creating: made) { graph throws(StoreError) in
        try GraphBuilder.build(records, into: graph)
        try graph.setTraits(records.schema.traits)
        try Self.addIndexes(graph)
        try graph.setMetadata(BuildMetadata.schema, to: Self.schemaText(files))
        try graph.setMetadata(BuildMetadata.contentHash, to: ContentHash.of(files))
        try graph.setMetadata(BuildMetadata.generator, to: "sillage \(SillageVersion.text)")
        counts = try graph.statistics()
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw .store(error)
      }
    }
    let keptArticles = try Self.store(saved, in: made)
    if let kept { try TextFile.replace(kept, with: target) }
    try TextFile.replace(target, with: made)
    return BuildReport(
      database: target, files: files.count, nodes: counts.nodes, relationships: counts.relationships,
      warnings: diagnostics, sources: sources, keptDatabase: kept, keptArticles: keptArticles)
  }

  private static func store(_ saved: SavedArticles, in path: String) throws(SillageError) -> KeptArticles {
    if saved.isEmpty { return KeptArticles() }
    do throws(StoreError) {
      let graph = try SQLiteGraph.open(path, for: .writing)
      defer { graph.close() }
      try graph.beginWrite()
      let kept = try saved.store(in: graph)
      try graph.commit()
      return kept
    } catch { throw .store(error) }
  }

  static func schemaText(_ files: [GraphFile]) -> String? {
    files.first(where: \.isSchema).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Every label can be looked up by id, which is unique, and by name.
  static func addIndexes(_ graph: SQLiteGraph) throws(StoreError) {
    guard let id = graph.propertyKey(named: "id"), let name = graph.propertyKey(named: "name") else { return }
    for label in graph.labelNames {
      guard let label = graph.label(named: label) else { continue }
      try graph.createIndex(label: label, key: id, unique: true)
      try graph.createIndex(label: label, key: name)
    }
  }

  /// What a database has that is not in its text: where it must be kept, nil where nobody changed it, and saved articles. Also merges the
  /// log of a database that is about to be replaced, since a log must never meet another file.
  private func own(_ path: String) throws(SillageError) -> (kept: String?, saved: SavedArticles) {
    guard TextFile.exists(path) else { return (nil, SavedArticles()) }
    do throws(StoreError) {
      let hasLog = TextFile.exists(path + "-wal")
      let graph = try SQLiteGraph.open(path, for: hasLog ? .writing : .reading)
      try graph.beginRead()
      let isChanged = try graph.metadata(BuildMetadata.isChanged) != nil
      let saved = try SavedArticles(of: graph)
      try graph.endRead()
      graph.close()
      if TextFile.exists(path + "-wal") {
        throw StoreError(.busy, "\(path) is in use by another process")
      }
      return (isChanged ? path + ".before-build" : nil, saved)
    } catch {
      switch error.kind {
      case .damaged, .otherVersion: return (nil, SavedArticles())
      default: throw .store(error)
      }
    }
  }

  /// The project's database, open for reading, if it is made from the text as it is now: the usual case, in which it is
  /// opened once.
  func openIfCurrent() throws(SillageError) -> GraphDatabase? {
    guard TextFile.exists(databasePath), let database = try? GraphDatabase.open(databasePath) else { return nil }
    let hash = ContentHash.of(try files())
    let isCurrent = try database.reading { reader throws(SillageError) in
      do throws(StoreError) { return try Self.isMade(database.graph, from: hash) } catch { throw .store(error) }
    }
    if isCurrent { return database }
    database.close()
    return nil
  }

  /// Whether a graph was compiled by this version from the text with a hash. A transaction is open.
  private static func isMade(_ graph: SQLiteGraph, from hash: String) throws(StoreError) -> Bool {
    guard try graph.metadata(BuildMetadata.contentHash) == hash else { return false }
    return try graph.metadata(BuildMetadata.generator) == "sillage \(SillageVersion.text)"
  }

  /// Whether the project's database is there and made from the text as it is now.
  public func state(of database: String? = nil) throws(SillageError) -> DatabaseState {
    let path = database ?? databasePath
    guard TextFile.exists(path) else { return .missing }
    let hash = ContentHash.of(try files())
    do throws(StoreError) {
      let graph = try SQLiteGraph.open(path, for: .reading)
      defer { graph.close() }
      try graph.beginRead()
      let isCurrent = try Self.isMade(graph, from: hash)
      let isChanged = try graph.metadata(BuildMetadata.isChanged) != nil
      try graph.endRead()
      if isCurrent { return .current }
      return isChanged ? .staleWithChanges : .stale
    } catch {
      switch error.kind {
      case .damaged, .otherVersion: return .stale
      default: throw .store(error)
      }
    }
  }
}
