import Foundation
import TestKit
import Testing

@Suite("Diagrams on the shipped graph", .serialized)
struct DiagramCommandTests {
  private static let database = FileManager.default.temporaryDirectory
    .appendingPathComponent("sillage-diagrams-\(ProcessInfo.processInfo.processIdentifier).db").path
  private static let built = Result { try Program("build", "--db", database) }

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program {
    #expect(try Self.built.get().status == 0)
    return try Program(arguments + ["--db", Self.database], input: "", environment: environment)
  }

  /// Each kind of an entity, with lines that its picture must hold.
  @Test(arguments: [
    (["alpine", "--depth", "1"], "Kind: neighbourhood", "\"alpine\""),
    (["--kind", "paths", "verkor", "Renault Group"], "Kind: paths", "\"renault-group\""),
    (["--kind", "supply-chain", "alpine-a390"], "Kind: supply-chain", "\"cleon-plant\" -> \"motor-7dl\""),
    (["--kind", "industrial-map", "renault-group", "--by", "region"], "Kind: industrial-map", "\"cleon-plant\" -> \"douai-plant\""),
    (["--kind", "roles", "renault-group"], "Kind: roles", "\"renault-group\" -> \"dacia\""),
    (["--kind", "evidence", "cleon-plant", "motor-7dl"], "Kind: evidence", "assemblant un moteur électrique 7DL"),
    (["--kind", "evidence", "seed-c001"], "Kind: evidence", "assemblant un moteur électrique 7DL"),
    (["--kind", "timeline", "cleon-plant"], "Kind: timeline", "Millionth electric motor"),
    (["--kind", "contradiction", "renault-group"], "Kind: contradiction", "digraph"),
    (["--kind", "difference", "cleon-plant", "--from", "2024", "--to", "2026-12-31"], "Kind: difference", "− gone"),
    (["--kind", "comparison", "renault-group", "stellantis"], "Kind: comparison", "ONLY RENAULT GROUP"),
  ]) func eachKindIsDrawn(_ arguments: [String], _ kind: String, _ words: String) throws {
    #expect(try Self.built.get().status == 0)
    let drawn = try Program(["diagram", "--lang", "en", "--db", Self.database] + arguments, input: "", environment: [:])
    #expect(drawn.status == 0 && drawn.errors == "", "\(drawn.errors)")
    #expect(drawn.output.contains("\n// \(kind)\n") && drawn.output.contains(words))
  }

  @Test func savedDiagramsAreListedDrawnAndCurrent() throws {
    let list = try run("diagrams", "--format", "tsv", "--check")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.lines.first == "name\tkind\ttitle\tparameters\trendering")
    let names = list.lines.dropFirst().map { $0.split(separator: "\t")[0] }
    #expect(Set(names).isSuperset(of: ["a390-chain", "cleon-evidence", "four-roles", "industrial-map"]))
    #expect(list.lines.dropFirst().allSatisfy { $0.hasSuffix("\tcurrent") })
    let drawn = try run("diagram", "a390-chain", "--lang", "fr")
    #expect(drawn.output.contains("La chaîne de l’Alpine A390") && drawn.output.contains(">équipe<"))
    let other = try run("diagram", "a390-chain", "-p", "vehicle=renault-5-e-tech")
    #expect(other.output.contains("\"renault-5-e-tech\"") && !other.output.contains("\"alpine-a390\" ["))
  }

  @Test func columnsThatAreNoThingsAreLabels() throws {
    let query = "MATCH (s:Site {id: 'cleon-plant'})-[r:PRODUCES]->(m {id: 'motor-7dl'}) RETURN s, s.opened, r, 'since then' AS word, m"
    let drawn = try run("diagram", "--query", query, "--format", "text", "--lang", "en")
    #expect(drawn.output.contains("Cléon plant (powertrain plant, 1958)\n"))
    #expect(drawn.output.contains("└─ produces → 7DL (electric motor), word: since then, since 2025-09-23"))
  }

  @Test func aDateLeavesOutWhatDoesNotHold() throws {
    let then = try run("diagram", "cleon-plant", "--as-of", "2010", "--format", "mermaid")
    #expect(then.output.contains("As of: 2010") && !then.output.contains("produces<br/>since 2025-09-23"))
    #expect(try run("diagram", "cleon-plant", "--as-of", "2025-13").status == 64)
  }

  /// States that `sillage diff` compares are drawn as well: another database, a scenario.
  @Test func statesAreCompared() throws {
    let folder = try TemporaryFolder()
    let other = folder.path("other.db")
    #expect(try Program("build", "--db", other).status == 0)
    let query = "MATCH (s {id: 'cleon-plant'})-[r:PRODUCES]->(m {id: 'motor-7dl'}) DELETE r CREATE (s)-[:PRODUCES]->(:Motor {id: 'new', name: 'New'})"
    #expect(try Program("query", "--write", query, "--db", other).status == 0)
    let drawn = try run("diagram", "--kind", "difference", "cleon-plant", "--from", Self.database, "--to", other, "--lang", "en")
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(drawn.output.contains("− gone") && drawn.output.contains("+ new") && drawn.output.contains("\"cleon-plant\" -> \"new\""))
    #expect(try run("diagram", "--kind", "difference", "--from", Self.database, "--to", other).output.contains("\"motor-7dl\""))
  }

  @Test func sourcesAreCitedAndLinked() throws {
    let drawn = try run("diagram", "--kind", "supply-chain", "alpine-a390", "--cite")
    #expect(drawn.output.contains("[1&#93;") && drawn.output.contains("URL=\"https://"))
  }

  /// Without Graphviz what needs it says what to install, and everything else works.
  @Test func withoutGraphviz() throws {
    let bare = ["PATH": "/nowhere"]
    let folder = try TemporaryFolder()
    let picture = try run("diagram", "motor-7dl", "-o", folder.path("a.svg"), environment: bare)
    #expect(picture.status == 69 && picture.errors.contains("apt-get install graphviz") && folder.files == [])
    for (name, words) in [
      ("a.dot", "digraph"), ("a.mmd", "flowchart LR"), ("a.txt", "7DL"), ("a.graphml", "<graphml"), ("a.gexf", "<gexf"),
      ("a.html", "apt-get install graphviz"),
    ] {
      let drawn = try run("diagram", "motor-7dl", "-o", folder.path(name), environment: bare)
      #expect(drawn.status == 0, "\(name): \(drawn.errors)")
      #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8).contains(words), "\(name)")
    }
    #expect(try String(contentsOfFile: folder.path("a.html"), encoding: .utf8).contains("<td>motor-7dl</td>") == false)
    #expect(try String(contentsOfFile: folder.path("a.html"), encoding: .utf8).contains("<td>7DL</td>"))
  }

  @Test func wrongOptionsAreSaid() throws {
    #expect(try run("diagram", "--kind", "paths", "alpine").status == 64)
    #expect(try run("diagram", "--kind", "difference", "alpine").status == 64)
    #expect(try run("diagram", "--kind", "pie", "alpine").status == 64)
    #expect(try run("diagram", "alpine", "--theme", "pink").status == 64)
    #expect(try run("diagrams", "--check", "--render").status == 64)
  }
}

@Suite("Diagrams of a project of its own", .serialized)
struct DiagramProjectTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["graph-data", "queries/diagrams"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    try write("sillage.yaml", "name: Ships\ngallery: pictures\nstyle: look.yaml\n")
    try write(
      "graph-data/schema.yaml",
      """
      types:
        Yard: {name: Yard, fr: Chantier}
        Tug: {name: Tug, fr: Remorqueur}
      relations:
        builds: {from: Yard, to: Tug, inverse: built_at, name: builds, fr: construit}
      """)
    try write(
      "graph-data/ships.yaml",
      """
      entities:
        yard: {type: Yard, name: The yard, source: gk 2025 high, relations: [{builds: tug}]}
        tug: {type: Tug, name: The tug, source: gk 2025 high}
      """)
    try write("queries/diagrams/ships.cypher", "// title.en: Ships\n// kind: query\nMATCH (y:Yard)-[r]->(t) RETURN y, r, t\n")
    try write("look.yaml", "types:\n  Tug: {shape: hexagon, colour: pear}\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
  }

  private func run(_ arguments: String...) throws -> Program {
    try Program(arguments, input: "", environment: [:], folder: folder.url)
  }

  @Test func renderingsAreMadeCheckedAndFoundStale() throws {
    #expect(try run("diagrams", "--check").output.contains("\tmissing"))
    let made = try run("diagrams", "--render")
    #expect(made.lines == ["pictures/ships.dot", "pictures/ships.svg"], "\(made.errors)")
    #expect(try run("diagrams", "--check").status == 0)
    try write("look.yaml", "types:\n  Tug: {shape: hexagon, colour: blue}\n")
    let stale = try run("diagrams", "--check")
    #expect(stale.status == 1 && stale.errors.contains("stale in pictures: ships"))
    #expect(try run("diagrams", "--check", "nothing-of-this-name").status == 0)
    #expect(try run("diagrams", "ships", "--render").status == 0)
    try write("pictures/ships.svg", "<svg/>")
    #expect(try run("diagrams", "--check").status == 1)
  }

  @Test func wordsComeFromTheSchemaAndLooksFromTheStyle() throws {
    let drawn = try run("diagram", "ships", "--lang", "fr")
    #expect(drawn.output.contains("// Diagram: Ships") && drawn.output.contains("REMORQUEUR") && drawn.output.contains(">construit<"))
    #expect(drawn.output.contains("shape=\"hexagon\""))
  }

  @Test(arguments: [
    ("types:\n  Tug: {shape: hexagn}\n", "look.yaml:2:16", "no shape `hexagn`", "did you mean `hexagon`?"),
    ("types:\n  Tug: {colour: red}\n", "look.yaml:2:17", "no colour `red`", "one of blue"),
    ("palette:\n  light: {blue: \"#000033\"}\n", "look.yaml:2:17", "cannot be read well", "at least 4.5"),
    ("palette:\n  light: {blue: navy}\n", "look.yaml:2:17", "`navy` is no colour", "six hexadecimal digits"),
    ("relations:\n  builds: {lien: bold}\n", "look.yaml:2:12", "has no `lien`", "line"),
  ]) func faultsOfTheStyleHaveAPlace(_ text: String, _ place: String, _ message: String, _ hint: String) throws {
    try write("look.yaml", text)
    let drawn = try run("diagram", "yard")
    #expect(drawn.status == 65 && drawn.output == "")
    #expect(drawn.errors.contains(place) && drawn.errors.contains(message) && drawn.errors.contains(hint), "\(drawn.errors)")
  }

  @Test(arguments: [
    ("// kind: map\nMATCH (n) RETURN n", "no kind of diagram `map`"), ("// titel: x\nMATCH (n) RETURN n", "a diagram has no `titel`"),
    ("// style: theme=pink\nMATCH (n) RETURN n", "no style `theme=pink`"),
  ]) func faultsOfAHeaderHaveAPlace(_ text: String, _ message: String) throws {
    try write("queries/diagrams/wrong.cypher", text)
    let drawn = try run("diagram", "wrong")
    #expect(drawn.status == 65 && drawn.errors.contains("queries/diagrams/wrong.cypher:1:1") && drawn.errors.contains(message), "\(drawn.errors)")
  }
}
