import Foundation

/// Which database a command works on, and why.
public enum DatabaseChoice: Sendable {
  /// Named by the person or the environment, or lying in the folder: it must exist.
  case file(String)
  /// That of the project: it is built when it is missing or stale.
  case project(Project)

  /// `named` comes first (`--db`), then the environment's `SILLAGE_DB`, then the nearest project above `folder`, then
  /// `sillage.db` in `folder`.
  public static func resolve(
    named: String?, environment: [String: String], folder: String
  ) throws(SillageError) -> DatabaseChoice {
    if let named { return .file(named) }
    if let path = environment["SILLAGE_DB"], !path.isEmpty { return .file(path) }
    if let project = try Project.nearest(above: folder) { return .project(project) }
    return .file(folder + "/sillage.db")
  }

  /// Opens the database. A project's is built first where that is needed and `mayBuild`; `report` is told in one line what
  /// was done or left.
  public func open(
    writable: Bool = false, mayBuild: Bool = true, report: (String) -> Void = { _ in }
  ) throws(SillageError) -> GraphDatabase {
    switch self {
    case .file(let path):
      guard TextFile.exists(path) else {
        throw .missingFile(path: path, hint: "run `sillage build` in a project, or name a database with --db")
      }
      return try GraphDatabase.open(path, writable: writable)
    case .project(let project):
      if !writable, let current = try project.openIfCurrent() { return current }
      try bring(project, mayBuild: mayBuild, report)
      return try GraphDatabase.open(project.databasePath, writable: writable)
    }
  }

  private func bring(_ project: Project, mayBuild: Bool, _ report: (String) -> Void) throws(SillageError) {
    let state = try project.state()
    switch state {
    case .current: return
    case .missing, .stale:
      guard mayBuild else {
        if state == .missing { throw .missingFile(path: project.databasePath, hint: "run `sillage build`") }
        report("\(project.databasePath) is older than the text; run `sillage build`")
        return
      }
      guard let built = try project.buildUnlessCurrent() else { return }
      let kept = built.keptArticles.text.map { "; " + $0 } ?? ""
      report("built \(built.database): \(built.nodes) nodes, \(built.relationships) relationships" + kept)
    case .staleWithChanges:
      report(
        "the text has changed, but \(project.databasePath) holds changes of its own and is used as it is; "
          + "`sillage build` makes it anew and keeps a copy")
    }
  }
}
