public import Diagnostics

/// `sillage.yaml`: what a project is called and where its parts are. Paths are relative to its folder.
public struct ProjectFile: Hashable, Sendable {
  /// nil: the name of the folder.
  public var name: String?
  public var graphData = "graph-data"
  public var queries = "queries"
  public var database = "sillage.db"
  /// Where the committed renderings of saved diagrams are.
  public var gallery = "gallery"
  /// The style of diagrams; nil where there is none beside the house style.
  public var style: String?

  public init() {}

  /// The name that the file has.
  public static let fileName = "sillage.yaml"

  /// Reads the file; what cannot be read has its default, and a diagnostic.
  public static func read(_ source: SourceText) -> (project: ProjectFile, diagnostics: [Diagnostic]) {
    var project = ProjectFile()
    var diagnostics: [Diagnostic] = []
    guard let tree = YamlReader.read(source, range: 0..<source.bytes.count, &diagnostics) else {
      return (project, diagnostics)
    }
    var reading = FileReading(source: source, schema: Schema())
    var fields = FieldReader(reading.entries(tree, fileName), of: fileName, owner: tree.span)
    project.name = fields.text("name", &reading)?.value
    project.graphData = path("graph-data", &fields, &reading) ?? project.graphData
    project.queries = path("queries", &fields, &reading) ?? project.queries
    project.database = path("database", &fields, &reading) ?? project.database
    project.gallery = path("gallery", &fields, &reading) ?? project.gallery
    project.style = path("style", &fields, &reading)
    fields.reportRest(&reading)
    diagnostics += reading.diagnostics.sorted { $0.span.start < $1.span.start }
    return (project, diagnostics)
  }

  private static func path(_ key: String, _ fields: inout FieldReader, _ reading: inout FileReading) -> String? {
    guard let text = fields.text(key, &reading) else { return nil }
    guard !text.value.hasPrefix("/"), !text.value.split(separator: "/").contains("..") else {
      reading.report(
        .projectFile, "`\(key)` leads out of the project", at: text.span, hint: "a path below the folder of \(fileName)")
      return nil
    }
    var trimmed = text.value[...]
    while trimmed.hasSuffix("/") { trimmed.removeLast() }
    return String(trimmed)
  }
}
