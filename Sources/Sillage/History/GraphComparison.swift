import Diagnostics
import GraphFiles
public import Strategy

/// One of the two states that are compared.
public enum GraphState: Hashable, Sendable {
  /// A database file.
  case database(String)
  /// A revision of git that holds the text of the project.
  case revision(String)
  /// What was known at a date, of the database that is open.
  case known(PartialDate)
  /// The text of the project as it lies in its folder.
  case text
  /// The text of another project, in its folder.
  case folder(String)

  /// What a word means: a file that is there, or the folder of a project, else a date, else a revision.
  public init(_ word: String) {
    if TextFile.isFile(word) {
      self = .database(word)
    } else if TextFile.exists(word + "/" + ProjectFile.fileName) {
      self = .folder(word)
    } else if let date = PartialDate(.string(word)) {
      self = .known(date)
    } else {
      self = .revision(word)
    }
  }
}

/// Reads the states of a comparison.
public struct GraphComparison {
  private let project: Project?
  private let open: () throws(SillageError) -> GraphDatabase

  /// `open`: the database whose knowledge is looked at; opened only where that is asked for.
  public init(_ project: Project?, database open: @escaping () throws(SillageError) -> GraphDatabase) {
    self.project = project
    self.open = open
  }

  /// What has to be done to the first to get the second.
  public func difference(_ before: GraphState, _ after: GraphState) throws(SillageError) -> GraphDifference {
    GraphDifference(from: try ledger(before), to: try ledger(after))
  }

  private func ledger(_ state: GraphState) throws(SillageError) -> Ledger {
    switch state {
    case .database(let path): return try GraphDatabase.open(path).ledger()
    case .known(let date): return try open().ledger(TimeFrame(knownAt: date)).withoutUnheard(at: date)
    case .revision(let name):
      let project = try owner()
      let files = try GitRevision(project: project, name: name).files()
      do throws(SillageError) { return try project.compiled(files).ledger() } catch { throw error.inRevision(name) }
    case .text: return try ledger(of: try owner())
    case .folder(let path): return try ledger(of: try Project(at: path))
    }
  }

  private func ledger(of project: Project) throws(SillageError) -> Ledger {
    try project.compiled(try project.files()).ledger()
  }

  private func owner() throws(SillageError) -> Project {
    if let project { return project }
    throw .missingFile(path: "sillage.yaml", hint: "revisions are those of a project's text; there is no project here")
  }
}

extension SillageError {
  /// The same of files as they were in a revision, which are named as git names them.
  fileprivate func inRevision(_ name: String) -> SillageError {
    guard case .faults(let diagnostics, let sources) = self else { return self }
    let renamed = diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.source = name + ":" + diagnostic.source
      for index in diagnostic.notes.indices { diagnostic.notes[index].source = name + ":" + diagnostic.notes[index].source }
      return diagnostic
    }
    return .faults(renamed, sources: sources.map { SourceText(name: name + ":" + $0.name, bytes: $0.bytes) })
  }
}

extension GraphDifference {
  /// The names of the columns of ``rows``.
  public static let columns = ["change", "kind", "id", "predicate", "object", "text", "fields"]

  public var rows: [[ResultValue]] {
    func text(_ value: String?) -> ResultValue { value.map { .string($0) } ?? .null }
    return items.map { item in
      [
        .string(item.change.rawValue), .string(item.kind.rawValue), .string(item.id), text(item.predicate), text(item.object),
        .string(item.text),
        .list(
          item.fields.map { field in
            .map([
              ResultField("name", .string(field.name)), ResultField("before", text(field.before)),
              ResultField("after", text(field.after)),
            ])
          }),
      ]
    }
  }
}
