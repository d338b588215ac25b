import GraphFiles
import SQLiteGraph
import Strategy

/// What a database that was written to changed in the text of its project.
public struct SaveReport: Sendable {
  /// The paths of the files that changed.
  public var files: [String]
  /// What changed in them, as a unified diff.
  public var diff: String
  /// How many statements named no source, and which one they got.
  public var unsourced: Int
  public var fallback: String
  /// What the database holds that has no place in the text, by what it is.
  public var leftOut: [String: Int]
  /// Where the database with what was left out is kept.
  public var keptDatabase: String?
}

extension DiagnosticCode {
  /// The text has changed since the database was built from it, so that neither is a change of the other.
  static let textMovedOn = DiagnosticCode("E510")
  /// The database says what the text cannot say.
  static let cannotBeSaid = DiagnosticCode("E511")
}

extension Project {
  /// Writes what was changed in the database into the text that it was built from, and builds it anew.
  ///
  /// Only what differs is touched. Nothing is written where the new text would have a fault or would not say what the database
  /// says. `source` is the source, date and confidence of statements that name none: without it, general knowledge as of today.
  /// With `isTrial` nothing is written at all.
  public func save(
    database path: String? = nil, source: String? = nil, isTrial: Bool = false
  ) throws(SillageError) -> SaveReport {
    let path = path ?? databasePath
    guard TextFile.exists(path) else { throw .missingFile(path: path, hint: "run `sillage build`") }
    let fallback = source ?? "\(Provenance.generalKnowledge) \(Self.today) low"
    let files = try self.files()
    let records = try Self.read(files)
    let database = try GraphDatabase.open(path)
    defer { database.close() }
    let update = try Self.update(files, records, database, fallback)
    var report = SaveReport(
      files: update.changes.map(\.path), diff: update.changes.map(\.diff).joined(), unsourced: update.unsourced,
      fallback: fallback, leftOut: update.leftOut, keptDatabase: nil)
    let after = Self.files(files, changedBy: update.changes)
    let left = try Self.update(after, Self.read(after), database, fallback, isCheck: true).differences
    if !left.isEmpty { throw Self.cannotBeSaid(left) }
    guard !isTrial, !update.changes.isEmpty else { return report }
    database.close()
    report.keptDatabase = try DatabaseMaking.alone(path) { () throws(SillageError) in
      for change in update.changes {
        let path = root + "/" + change.path
        if change.isRemoval { try TextFile.delete(path) } else { try TextFile.write(change.after, to: path) }
      }
      return try compile(to: path, keepsChanges: !update.leftOut.isEmpty).keptDatabase
    }
    return report
  }

  private static func files(_ files: [GraphFile], changedBy changes: [FileChange]) -> [GraphFile] {
    let changed = Set(changes.map(\.path))
    return files.filter { !changed.contains($0.path) }
      + changes.filter { !$0.isRemoval }.map { GraphFile(path: $0.path, bytes: $0.after) }
  }

  private static var today: String {
    let seconds = MachineClock.now().seconds
    return CalendarDate(daysSinceEpoch: seconds / 86_400).description
  }

  private static func read(_ files: [GraphFile]) throws(SillageError) -> GraphRecords {
    let (records, diagnostics) = GraphFileReader.read(files)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { throw .faults(diagnostics, sources: files.map(\.source)) }
    return records
  }

  private static func update(
    _ files: [GraphFile], _ records: GraphRecords, _ database: GraphDatabase, _ fallback: String, isCheck: Bool = false
  ) throws(SillageError) -> TextUpdate {
    let hash = ContentHash.of(files)
    let update: TextUpdate? = try database.reading { reader throws(SillageError) in
      do throws(StoreError) {
        if !isCheck, try database.graph.metadata(BuildMetadata.contentHash) != hash { return nil }
        return try TextUpdate(files, records, to: reader.graph, fallback: fallback)
      } catch { throw .store(error) }
    }
    guard let update else {
      throw .faults(
        [
          Diagnostic(
            .textMovedOn, "the text has changed since \(database.path ?? "the database") was built from it", source: "",
            span: .beginning, hint: "take back or commit the change of the text first: both are changes of the same text")
        ], sources: [])
    }
    return update
  }

  private static func cannotBeSaid(_ left: [String]) -> SillageError {
    let shown = left.prefix(5).joined(separator: ", ") + (left.count > 5 ? " and \(left.count - 5) more" : "")
    return .faults(
      [
        Diagnostic(
          .cannotBeSaid, "the text cannot say what the database says of \(shown)", source: "", span: .beginning,
          hint: "ids, labels, types and values must be such as docs/graph-data.md describes")
      ], sources: [])
  }
}
