import Diagnostics
public import GraphFiles
public import GraphModel

/// The changes of a graph's text that make it say what a graph says.
///
/// Only what differs is touched: a value in its place, a new line beside its like, whole lines that go. Things that are new go
/// to the file that has most of their kind, before all of those that are related to the same things.
public struct TextUpdate {
  /// In the order of paths; none for files that stay the same.
  public private(set) var changes: [FileChange] = []
  /// How many statements had no source and got the fallback.
  public let unsourced: Int
  /// What the graph holds that has no place in its text, by what it is.
  public let leftOut: [String: Int]

  let records: GraphRecords
  let old: StatedGraph
  let new: StatedGraph
  /// The editor of each file that is changed.
  var editors: [String: YamlEditor] = [:]
  /// New files, as whole texts.
  var newFiles: [String: String] = [:]
  /// The files of articles that are gone.
  var removedFiles: Set<String> = []
  private let files: [String: GraphFile]

  /// `files` are those that the records were read from, without errors. `fallback` is the source, date and confidence of what the
  /// graph gives none. Cost: a pass over the graph, and over the text of each file that changes.
  public init(
    _ files: [GraphFile], _ records: GraphRecords, to graph: any GraphReader, fallback: String
  ) throws(StoreError) {
    self.records = records
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    old = StatedGraph(records)
    new = try StatedGraph(graph, known: old, schema: records.schema, fallback: fallback)
    unsourced = new.unsourced
    leftOut = new.leftOut
    updateRelations()
    updateEntities()
    updateSources()
    updateObservations()
    updateClaims()
    updateLinks()
    updateVerdicts()
    collect()
  }

  // MARK: Files

  /// Changes a file; nothing happens where it cannot be edited, which the caller sees as a difference that is left.
  mutating func edit(_ path: String, _ work: (inout YamlEditor) -> Void) {
    if editors[path] == nil, let file = files[path] {
      let yaml = file.frontMatter ?? 0..<file.bytes.count
      editors[path] = YamlEditor(file.source, yaml: yaml)
    }
    editors[path]?.perform(work)
  }

  /// The folder of the graph's text, with a slash at its end.
  var folder: String { records.schema.file.split(separator: "/").dropLast().map { $0 + "/" }.joined() }

  private mutating func collect() {
    var edits: [String: [TextEdit]] = [:]
    for (path, editor) in editors { edits[path] = editor.edits }
    for article in records.articles {
      guard let text = new.entities[article.entity.id.value]?.text, text != article.text, let file = files[article.entity.file]
      else { continue }
      let span = SourceSpan(start: article.textStart, end: file.bytes.count)
      edits[file.path, default: []].append(TextEdit(span, text))
    }
    for path in removedFiles {
      edits[path] = nil
      changes.append(FileChange(removing: path, before: files[path]?.bytes ?? []))
    }
    for (path, edits) in edits where !edits.isEmpty {
      changes.append(FileChange(path: path, before: files[path]?.bytes ?? [], edits: edits))
    }
    for (path, text) in newFiles {
      changes.append(FileChange(path: path, before: [], edits: [TextEdit(.beginning, text)]))
    }
    changes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The path that occurs most often; of several the first.
  static func mostFrequent(_ paths: some Sequence<String>) -> String? {
    var counts: [String: Int] = [:]
    for path in paths { counts[path, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
