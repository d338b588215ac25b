public import Diagnostics

/// Reads the files of `graph-data`, in whatever order they are given, and checks them against the schema that is among them.
public enum GraphFileReader {
  /// The name of the one file that holds the schema.
  public static let schemaFile = "schema.yaml"

  /// The schema in a text, as far as it can be read.
  public static func schema(of source: SourceText) -> Schema {
    var diagnostics: [Diagnostic] = []
    guard let tree = YamlReader.read(source, range: 0..<source.bytes.count, &diagnostics) else { return Schema() }
    return SchemaReader.read(tree, source, &diagnostics)
  }

  /// The records of the files, and everything that is wrong with them, sorted by path and place.
  ///
  /// Never fails: where there are errors, the records are what could be understood, and are not fit to be built from.
  /// Other files than `.yaml`, `.yml` and `.md` are passed over, and so is `README.md`.
  /// Cost: linear in the bytes of the files, about a second for 5 MB.
  public static func read(_ files: [GraphFile]) -> (records: GraphRecords, diagnostics: [Diagnostic]) {
    var pass = ReadingPass()
    let sorted = files.sorted { GraphFile.precedes($0.path, $1.path) }
    pass.readSchema(sorted.filter(\.isSchema))
    for file in sorted where !file.isSchema {
      if file.isYaml {
        pass.readYaml(file)
      } else if file.isArticle {
        pass.readArticle(file)
      }
    }
    var check = GraphCheck(records: pass.records, perhapsDefined: pass.perhapsDefined)
    check.run()
    return (pass.records, sort(pass.diagnostics + check.diagnostics))
  }

  /// By path and place, each only once.
  private static func sort(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let sorted = diagnostics.sorted { a, b in
      if a.source != b.source { return GraphFile.precedes(a.source, b.source) }
      return (a.span.start, a.span.end, a.code.name, a.message) < (b.span.start, b.span.end, b.code.name, b.message)
    }
    return sorted.enumerated().filter { $0.offset == 0 || $0.element != sorted[$0.offset - 1] }.map(\.element)
  }
}

/// The files, one after the other, before anything is compared across them.
struct ReadingPass {
  private(set) var records = GraphRecords()
  private(set) var diagnostics: [Diagnostic] = []
  /// Ids that may be defined in what could not be read: that they seem to be missing is not reported.
  private(set) var perhapsDefined: Set<String> = []

  mutating func readSchema(_ files: [GraphFile]) {
    guard let file = files.first else {
      diagnostics.append(
        Diagnostic(
          .graphNoSchema, "there is no schema.yaml", source: "graph-data", span: .beginning,
          hint: "write one; docs/graph-data.md shows its keys"))
      return
    }
    for second in files.dropFirst() {
      diagnostics.append(
        Diagnostic(
          .graphNoSchema, "a second schema", source: second.path, span: .beginning,
          notes: [Diagnostic.Note("the first is \(file.path)", source: file.path, span: .beginning)]))
    }
    let source = file.source
    if let tree = YamlReader.read(source, range: 0..<file.bytes.count, &diagnostics) {
      records.schema = SchemaReader.read(tree, source, &diagnostics)
    }
  }

  mutating func readYaml(_ file: GraphFile) {
    let source = file.source
    let before = diagnostics.count
    guard let tree = YamlReader.read(source, range: 0..<file.bytes.count, &diagnostics) else {
      if diagnostics.count > before { rememberWords(of: file) }
      return
    }
    var reading = FileReading(source: source, schema: records.schema)
    guard case .map(let entries, let span) = tree else {
      if !tree.isEmptyText {
        diagnostics.append(
          Diagnostic(.graphWrongShape, "the file is a map, and here it is \(tree.shape)", source: file.path, span: tree.span))
        rememberWords(of: file)
      }
      return
    }
    var fields = FieldReader(entries, of: "the file", owner: span)
    readSections(&fields, &reading)
    if !fields.rest.isEmpty { rememberWords(of: file) }
    finish(reading)
  }

  private mutating func readSections(_ fields: inout FieldReader, _ reading: inout FileReading) {
    if fields.rest.contains(where: { $0.key.value == "article" }) {
      guard let article = fields.text("article", &reading) else { return }
      let date = fields.date("date", &reading)?.value
      ClaimReader.read(article: article, date: date, &fields, &reading, into: &records)
      fields.reportRest(&reading)
      return
    }
    let entities = fields.node("entities")
    let sources = fields.node("sources")
    let observations = fields.node("observations")
    let (verdicts, cues, mentions) = (fields.node("verdicts"), fields.node("cues"), fields.node("mentions"))
    if let entities { EntityReader.read(entities, &reading, into: &records) }
    if let sources { SourceReader.read(sources, &reading, into: &records) }
    if let observations { ObservationReader.read(observations, &reading, into: &records) }
    if let verdicts { VerdictReader.read(verdicts, &reading, into: &records) }
    if let cues { CueReader.read(cues, &reading, into: &records.cues) }
    if let mentions { MentionReader.read(mentions, &reading, into: &records.mentions) }
    let isNothing = [entities, sources, observations, verdicts, cues, mentions].allSatisfy { $0 == nil }
    if isNothing, let first = fields.rest.first {
      let kinds = ["entities", "sources", "observations", "verdicts", "cues", "mentions"]
      reading.report(
        .graphUnknownFileKind, "nothing tells what this file holds", at: first.key.span,
        label: NearName.question(for: first.key.value, among: kinds + ["article"]),
        hint: "begin with " + kinds.map { "`\($0)`" }.joined(separator: ", ") + ", or `article` and `claims`")
    } else {
      fields.reportRest(&reading)
    }
  }

  mutating func readArticle(_ file: GraphFile) {
    let source = file.source
    guard let parts = ArticleReader.frontMatter(of: file.bytes) else {
      diagnostics.append(
        Diagnostic(
          .graphUnknownFileKind, "the article has no front matter", source: file.path, span: .beginning,
          hint: "begin with a line `---`, then `id`, `title`, `type`, `language` and `date`, then a line `---`"))
      rememberWords(of: file)
      return
    }
    if let fault = TextCheck.fault(in: source, range: parts.textStart..<file.bytes.count, isYaml: false) {
      diagnostics.append(fault)
    }
    guard let tree = YamlReader.read(source, range: parts.yaml, &diagnostics) else {
      rememberWords(of: file)
      return
    }
    var reading = FileReading(source: source, schema: records.schema)
    ArticleReader.read(tree, textStart: parts.textStart, &reading, into: &records)
    finish(reading)
  }

  private mutating func finish(_ reading: FileReading) {
    diagnostics += reading.diagnostics
    perhapsDefined.formUnion(reading.lostIdentifiers)
  }

  /// Keeps all words of a broken file that could be ids.
  private mutating func rememberWords(of file: GraphFile) {
    for word in file.bytes.split(whereSeparator: { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): false
      default: true
      }
    }) {
      perhapsDefined.insert(String(decoding: word, as: UTF8.self))
    }
  }
}
