import Diagnostics
import GraphModel
import Interchange
import SQLiteGraph

/// Tables to make a database of.
public struct TableImport: Sendable {
  /// Paths of the tables.
  public var nodes: [String]
  public var relationships: [String]
  /// What separates the fields; one byte that is no quote and no line end.
  public var delimiter: UInt8 = UInt8(ascii: ",")
  /// Properties that are unique among the nodes with a label, for each label that has nodes with the property.
  public var unique: [String] = []

  public init(nodes: [String], relationships: [String]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

/// What an import made.
public struct ImportReport: Sendable {
  public var nodes: Int
  public var relationships: Int
  /// Pairs of a label and a property that have a unique index now.
  public var uniqueIndexes: Int
}

extension GraphDatabase {
  /// Makes a new database of tables. It appears in one step; where this fails, there is none. `report` is told what is
  /// done next. Waits for another process that makes the same.
  @discardableResult
  public static func importTables(
    _ tables: TableImport, creating path: String, report: (String) -> Void = { _ in }
  ) throws(SillageError) -> ImportReport {
    try refuse(path)
    return try DatabaseMaking.alone(path, report: report) { () throws(SillageError) in try importAlone(tables, creating: path, report) }
  }

  private static func importAlone(
    _ tables: TableImport, creating path: String, _ report: (String) -> Void
  ) throws(SillageError) -> ImportReport {
    try refuse(path)
    let files = GraphTables(
      nodes: tables.nodes, relationships: tables.relationships, delimiter: tables.delimiter, zones: MachineClock())
    let contents: BulkContents
    do throws(TableFailure) { contents = try files.contents(report: report) } catch { throw SillageError(error) }
    var unique: [(label: String, key: String)] = []
    for key in tables.unique { unique += try contents.labels(having: key) }
    report("writing \(contents.nodes.count) nodes and \(contents.relationships.count) relationships")
    let counts = ImportReport(
      nodes: contents.nodes.count, relationships: contents.relationships.count, uniqueIndexes: unique.count)
    let made = path + ".importing"
    TextFile.remove(made)
    do throws(StoreError) {
      try SQLiteGraph.bulkLoad(creating: made, contents, unique: unique)
    } catch {
      if error.kind == .notUnique, let repetition = files.repetition(in: contents, unique) { throw SillageError(repetition) }
      throw .store(error)
    }
    do throws(SillageError) {
      try refuse(path)
      try TextFile.replace(path, with: made)
    } catch {
      TextFile.remove(made)
      throw error
    }
    return counts
  }

  private static func refuse(_ path: String) throws(SillageError) {
    if TextFile.exists(path) { throw .cannotWrite(path: path, reason: "it exists already") }
  }
}

extension SillageError {
  fileprivate init(_ failure: TableFailure) {
    switch failure {
    case .missing(let path): self = .missingFile(path: path, hint: nil)
    case .fault(let diagnostic, let source): self = .faults([diagnostic], sources: source.map { [$0] } ?? [])
    }
  }
}

extension GraphTables {
  /// The first pair of nodes that have an equal value where each should have its own; nil where it cannot be found again.
  fileprivate func repetition(in contents: BulkContents, _ unique: [(label: String, key: String)]) -> TableFailure? {
    for (label, key) in unique {
      guard let pair = try? contents.repetition(label: label, key: key) else { continue }
      return repetition(of: key, label: label, first: pair.first, second: pair.second)
    }
    return nil
  }
}

extension BulkContents {
  /// The labels of nodes that have a property, each with its name.
  fileprivate func labels(having key: String) throws(SillageError) -> [(label: String, key: String)] {
    guard let column = nodes.properties.first(where: { $0.key == key }) else {
      throw .faults(
        [
          Diagnostic(
            .noSuchProperty, "no node has a property `\(key)` that could be unique", source: "", span: .beginning,
            label: NearName.question(for: key, among: nodes.properties.map(\.key)))
        ], sources: [])
    }
    var isUsed = [Bool](repeating: false, count: nodes.labelSets.count)
    for (row, set) in nodes.labelSet.enumerated() where column.valid?[row] != false { isUsed[Int(set)] = true }
    let labels = zip(nodes.labelSets, isUsed).flatMap { $1 ? $0 : [] }
    return Set(labels).sorted().map { ($0, key) }
  }
}

extension DiagnosticCode {
  /// A property that should be unique and that no node has.
  static let noSuchProperty = DiagnosticCode("E910")
}
