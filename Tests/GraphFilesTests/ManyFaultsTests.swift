import Diagnostics
import GraphFiles
import Testing

@Suite struct ManyFaultsTests {
  @Test func `faults of all files are reported at once, in order`() {
    var files = SampleProject.files
    for (path, old, new) in [
      ("g/sites.yaml", "opened: 1958", "opened: 2025-13"), ("g/sites.yaml", "produces: [motor-7dl", "prodces: [motor-7dk"),
      ("g/sites.yaml", "country: france", "county: france"), ("g/products.yaml", "name: 7DL, source: jde", "source: jdf"),
      ("g/claims.yaml", "modality: opinion", "modality: opinon"), ("g/articles/ours.md", "at: 12-33", "at: 13-34"),
    ] {
      files[path] = files[path]?.replacing(old, with: new, maxReplacements: 1)
    }
    let places = SampleProject.faults(files).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(
      places == [
        "E428 g/articles/ours.md:13:93", "E422 g/claims.yaml:6:54", "E406 g/products.yaml:2:3", "E416 g/products.yaml:2:36",
        "E420 g/sites.yaml:6:18", "E413 g/sites.yaml:14:10", "E415 g/sites.yaml:14:20", "E424 g/sites.yaml:15:62",
      ])
  }

  @Test func `a file that cannot be parsed hides no other fault and causes none`() {
    var files = SampleProject.broken("g/products.yaml", "value: 5-7", "value: [5-7")
    files["g/sites.yaml"] = files["g/sites.yaml"]?.replacing("opened: 1958", with: "opened: 58")
    let places = SampleProject.faults(files).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(places == ["E402 g/products.yaml:10:77", "E420 g/sites.yaml:6:13"])
  }

  @Test func `without a schema only that is said`() {
    var files = SampleProject.files
    files["g/schema.yaml"] = nil
    #expect(
      SampleProject.faults(files) == [
        "E410 graph-data:1:1 there is no schema.yaml [] (write one; docs/graph-data.md shows its keys)"
      ])
    files["g/schema.yaml"] = "types: [\n"
    #expect(SampleProject.faults(files).map { $0.prefix(18) } == ["E402 g/schema.yaml"])
  }

  @Test func `duplicate keys do not hide each other`() {
    let text = """
      sources:
        éa: {publisher: A, title: é, publisher: B, title: T}
        bb: {publisher: A, title: T}
        cc: {publisher: A,
             title: T, titel: x}
        bb: {publisher: A, title: T}

      """
    #expect(
      SampleProject.faults(["g/s.yaml": text, "g/schema.yaml": SampleProject.schema]) == [
        "E408 g/s.yaml:2:3 `éa` is no id [éa] {did you mean `ea`?} (an id is lower case letters, digits and single hyphens)",
        "E403 g/s.yaml:2:32 the key `publisher` stands twice [publisher] <first here g/s.yaml:2:8>",
        "E403 g/s.yaml:2:46 the key `title` stands twice [title] <first here g/s.yaml:2:22>",
        "E407 g/s.yaml:5:18 the source `cc` has no `titel` [titel] {did you mean `title`?}",
        "E403 g/s.yaml:6:3 the key `bb` stands twice [bb] <first here g/s.yaml:3:3>",
      ])
  }

  /// Places are right after characters of every width, and after the line ends that only YAML knows.
  @Test(arguments: [
    ("é", "g/s.yaml:2:"), ("漢字", "g/s.yaml:2:"), ("🏎", "g/s.yaml:2:"), ("e\u{301}", "g/s.yaml:2:"),
  ]) func `columns count what a person counts`(_ text: String, _ place: String) {
    let source = "sources:\n  aa: {publisher: \(text), titel: T, title: \"\(text)\"}\n"
    let faults = SampleProject.faults(["g/s.yaml": source, "g/schema.yaml": SampleProject.schema])
    #expect(
      faults == [
        "E407 \(place)\(19 + text.count + 2) the source `aa` has no `titel` [titel] {did you mean `title`?}"
      ])
  }

  @Test(arguments: ["\r\n", "\r", "\u{85}", "\u{2028}"]) func `other line ends keep places right`(_ end: String) {
    let source = "sources:\(end)  aa: {publisher: é,\(end)     titel: T, title: T}\(end)"
    let (_, diagnostics) = SampleProject.read(["g/s.yaml": source, "g/schema.yaml": SampleProject.schema])
    let text = SourceText(name: "g/s.yaml", text: source)
    #expect(diagnostics.map { text[$0.span] } == ["titel"])
  }

  @Test func `bytes that are no text`() {
    let schema = GraphFile(path: "g/schema.yaml", bytes: Array(SampleProject.schema.utf8))
    let cases: [([UInt8], Int?)] = [
      ([0x61, 0x3A, 0x20, 0xE9], 3), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0x61, 0xF0, 0x9F, 0x8F], 1), ([0x61, 0x00], 1), ([0xEF, 0xBB, 0xBF], nil), ([], nil), ([0x23, 0x20, 0xC3, 0xA9], nil),
    ]
    for (bytes, offset) in cases {
      let found = GraphFileReader.read([schema, GraphFile(path: "g/s.yaml", bytes: bytes)]).diagnostics
      #expect(found.map(\.code) == (offset == nil ? [] : [.graphFileNotText]), "\(bytes)")
      #expect(found.first?.span.start == offset)
    }
  }

  @Test func `deep nesting and anchors end in a diagnostic, not in a crash`() {
    let bombs = [
      String(repeating: "[", count: 50_000), "a: " + String(repeating: "{a: ", count: 50_000), String(repeating: "- ", count: 50_000),
      "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a: *a\n",
    ]
    for bomb in bombs {
      let found = SampleProject.read(["g/s.yaml": bomb, "g/schema.yaml": SampleProject.schema]).diagnostics
      #expect(found.map(\.code) == [.graphYamlSyntax], "\(bomb.prefix(20))")
    }
    let stairs = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    let found = SampleProject.read(["g/s.yaml": stairs, "g/schema.yaml": SampleProject.schema]).diagnostics
    #expect(found.map(\.code) == [.graphUnknownFileKind])
  }
}
