import Foundation
import GraphFiles
import Strategy

/// A folder with a `sillage.yaml`: text that people edit, the queries that they keep, and the database compiled from it.
public struct Project: Sendable {
  /// The folder, as an absolute path.
  public let root: String
  public let name: String
  /// Paths relative to the root.
  public let graphDataFolder: String
  public let queriesFolder: String
  public let galleryFolder: String
  /// The style file of diagrams, if there is one.
  public let styleFile: String?
  let databaseFile: String

  /// The database that the project says is its own.
  public var databasePath: String { Self.path(databaseFile, in: root) }

  static func path(_ path: String, in root: String) -> String { path.hasPrefix("/") ? path : root + "/" + path }

  /// The project of a folder. Fails with `missingFile` where it has no `sillage.yaml`.
  public init(at folder: String) throws(SillageError) {
    let root = URL(fileURLWithPath: folder).standardizedFileURL.path
    let path = root + "/" + ProjectFile.fileName
    let bytes = try TextFile.read(path, hint: "a project is a folder with a \(ProjectFile.fileName)")
    let source = SourceText(name: ProjectFile.fileName, bytes: bytes)
    let (file, diagnostics) = ProjectFile.read(source)
    if diagnostics.contains(where: { $0.severity == .error }) { throw .faults(diagnostics, sources: [source]) }
    self.root = root
    name = file.name ?? URL(fileURLWithPath: root).lastPathComponent
    graphDataFolder = file.graphData
    queriesFolder = file.queries
    galleryFolder = file.gallery
    styleFile = file.style
    databaseFile = file.database
  }

  /// The project of a folder or of the nearest folder above it that is one; nil where none is.
  public static func nearest(above folder: String) throws(SillageError) -> Project? {
    var url = URL(fileURLWithPath: folder).standardizedFileURL
    while true {
      if TextFile.exists(url.path + "/" + ProjectFile.fileName) { return try Project(at: url.path) }
      let parent = url.deletingLastPathComponent()
      if parent.path == url.path { return nil }
      url = parent
    }
  }

  /// The files of `graph-data`, sorted by path.
  func files() throws(SillageError) -> [GraphFile] {
    do throws(GraphFolder.Failure) { return try GraphFolder.read(graphDataFolder, ofProject: root) } catch {
      throw .missingFile(path: root + "/" + graphDataFolder, hint: error.description)
    }
  }

  /// The Markdown articles of `graph-data`, as paths from the folder in which the program runs or absolute ones.
  public func articleFiles() throws(SillageError) -> [String] {
    try files().filter { $0.path.hasSuffix(".md") && $0.name != "README.md" }.map { root + "/" + $0.path }
  }
}
