import Diagrams

/// The committed renderings of a project's saved diagrams: for each the DOT text, and the SVG drawn from it.
///
/// The DOT text tells whether a rendering is stale: it depends on the data, the query and this program only. An SVG depends on
/// the fonts and the Graphviz of a machine, so it is compared by the fingerprint of the DOT text that it carries.
public struct Gallery {
  /// How a rendering stands to its diagram.
  public enum State: String, Hashable, Sendable {
    case current
    /// There is none.
    case missing
    /// It was drawn from something else.
    case stale
  }

  /// One saved diagram and its rendering.
  public struct Entry: Sendable {
    public var diagram: SavedDiagram
    public var state: State
  }

  private let project: Project
  private let database: GraphDatabase

  public init(_ project: Project, _ database: GraphDatabase) {
    self.project = project
    self.database = database
  }

  /// The folder, as the project names it.
  public var folder: String { project.galleryFolder }

  /// All saved diagrams with the state of their renderings. Draws no picture.
  public func entries() throws(SillageError) -> [Entry] {
    var entries: [Entry] = []
    for saved in try project.savedDiagrams() {
      let dot = try database.dot(try project.request(for: saved))
      entries.append(Entry(diagram: saved, state: try state(of: saved.name, dot)))
    }
    return entries
  }

  /// Draws a saved diagram into the gallery: DOT, and SVG where Graphviz is there. Gives the paths written.
  public func render(_ saved: SavedDiagram) throws(SillageError) -> [String] {
    let request = try project.request(for: saved)
    let drawn = try database.drawn(request)
    try TextFile.makeFolder(Project.path(folder, in: project.root))
    var written: [String] = []
    for format in [DrawingFormat.dot, .svg] {
      let path = "\(folder)/\(saved.name).\(format.rawValue)"
      try TextFile.write(try drawn.bytes(as: format), to: Project.path(path, in: project.root))
      written.append(path)
    }
    return written
  }

  private func state(of name: String, _ dot: String) throws(SillageError) -> State {
    let path = Project.path(folder, in: project.root) + "/" + name
    let (hasText, hasPicture) = (TextFile.exists(path + ".dot"), TextFile.exists(path + ".svg"))
    guard hasText || hasPicture else { return .missing }
    if hasText, try TextFile.read(path + ".dot") != Array(dot.utf8) { return .stale }
    if hasPicture, SVGFinish.fingerprint(in: try TextFile.read(path + ".svg")) != dot.diagramFingerprint { return .stale }
    return .current
  }
}
