import Foundation
import Sillage
import Testing

/// A copy of the shipped project that a test may change.
struct ProjectCopy {
  let root: String

  init() throws {
    root = ShippedGraph.folder + "/project-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for name in ["sillage.yaml", "graph-data", "queries"] {
      try FileManager.default.copyItem(atPath: ShippedGraph.root + "/" + name, toPath: root + "/" + name)
    }
  }

  var project: Project { get throws { try Project(at: root) } }

  func replace(_ old: String, by new: String, in path: String) throws {
    let file = root + "/" + path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old), "\(path) has no \(old)")
    guard let range = text.range(of: old) else { return }
    try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: URL(fileURLWithPath: file))
  }

  /// All files of the text, by path.
  var files: [String: Data] {
    get throws {
      let names = try #require(FileManager.default.enumerator(atPath: root + "/graph-data")).compactMap { $0 as? String }
      var files: [String: Data] = [:]
      for name in names { files[name] = bytes("graph-data/" + name) }
      return files
    }
  }

  func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: root + "/" + path) }

  /// The faults of a build, as `path:line:column code`.
  func faults() throws -> [String] {
    do {
      _ = try project.build()
      return []
    } catch SillageError.faults(let diagnostics, let sources) {
      return diagnostics.filter { $0.severity == .error }.map { diagnostic in
        let place = sources.first { $0.name == diagnostic.source }?.place(of: diagnostic.span.start)
        return "\(diagnostic.source):\(place?.line ?? 0):\(place?.column ?? 0) \(diagnostic.code)"
      }
    }
  }
}

@Suite("Projects")
struct ProjectTests {
  @Test(
    "Each fault of the text gives its file, line and column, and nothing is replaced",
    arguments: [
      ("    name: 7DL\n", "", "graph-data/motors.yaml", "E406"),
      ("produces: motor-7dl", "produes: motor-7dl", "graph-data/sites/renault-france.yaml", "E41"),
      ("produces: motor-7dl", "produces: motor-7dx", "graph-data/sites/renault-france.yaml", "E41"),
      ("start: 2025-09-23", "start: 2025-13", "graph-data/sites/renault-france.yaml", "E4"),
      ("entities:\n", "entities:\n\t- {\n", "graph-data/people.yaml", "E40"),
    ])
  func faults(old: String, new: String, path: String, code: String) throws {
    let copy = try ProjectCopy()
    _ = try copy.project.build()
    let before = copy.bytes("sillage.db")
    try copy.replace(old, by: new, in: path)
    let faults = try copy.faults()
    let found = try #require(faults.first { $0.hasPrefix(path + ":") }, "\(faults)")
    #expect(found.contains(" \(code)"), "\(found)")
    #expect(!found.contains(":0:0"))
    #expect(copy.bytes("sillage.db") == before)
    #expect(copy.bytes("sillage.db.building") == nil)
  }

  @Test("A missing or stale database is built, a current one is left alone")
  func staleness() throws {
    let copy = try ProjectCopy()
    #expect(try copy.project.state() == .missing)
    var said: [String] = []
    let choice = DatabaseChoice.project(try copy.project)
    try choice.open { said.append($0) }.close()
    #expect(said.count == 1)
    #expect(try copy.project.state() == .current)
    try choice.open { said.append($0) }.close()
    #expect(said.count == 1)
    try copy.replace("name: 7DL\n", by: "name: 7DL II\n", in: "graph-data/motors.yaml")
    #expect(try copy.project.state() == .stale)
    let database = try choice.open { said.append($0) }
    #expect(said.count == 2)
    #expect(try ShippedGraph.text(of: database.query("MATCH (n {id: 'motor-7dl'}) RETURN n.name")) == ["7DL II"])
  }

  @Test("Changes of a database's own are never dropped silently")
  func ownChanges() throws {
    let copy = try ProjectCopy()
    _ = try copy.project.build()
    let path = try copy.project.databasePath
    let database = try GraphDatabase.open(path, writable: true)
    _ = try database.query("CREATE (:Note {text: 'mine'})", options: QueryOptions(mayWrite: true))
    database.close()
    try copy.replace("name: 7DL\n", by: "name: 7DL II\n", in: "graph-data/motors.yaml")
    #expect(try copy.project.state() == .staleWithChanges)
    var said: [String] = []
    let kept = try DatabaseChoice.project(try copy.project).open { said.append($0) }
    #expect(try ShippedGraph.text(of: kept.query("MATCH (n:Note) RETURN n.text")) == ["mine"])
    kept.close()
    #expect(said.count == 1)
    let report = try copy.project.build()
    let before = try #require(report.keptDatabase)
    let old = try GraphDatabase.open(before)
    #expect(try ShippedGraph.text(of: old.query("MATCH (n:Note) RETURN n.text")) == ["mine"])
    #expect(try copy.project.state() == .current)
  }

  @Test("Builds take saved articles over, with the mentions of what the text still has")
  func savedArticles() throws {
    let copy = try ProjectCopy()
    let (added, own) = (copy.root + "/graph-data/added.yaml", copy.root + "/graph-data/articles/four-pillars.md")
    let entity = "entities:\n  zyphrax:\n    type: Vehicle\n    name: Zyphrax\n    source: gk undated low\n"
    try Data(entity.utf8).write(to: URL(fileURLWithPath: added))
    _ = try copy.project.build()
    let path = try copy.project.databasePath
    let database = try GraphDatabase.open(path, writable: true)
    let texts = ["a.txt": Data("Le Zyphrax sort de l’usine de Cléon.\n".utf8), own: try Data(contentsOf: URL(fileURLWithPath: own))]
    for (name, text) in texts {
      _ = try database.save(try ArticleLinker(database).link(Array(text), document: name))
    }
    database.close()
    func stored() throws -> [String] {
      let database = try GraphDatabase.open(path)
      defer { database.close() }
      let query = "MATCH (a:Article)-[m:MENTIONS]->(e) RETURN a.id, m.start, m.end, m.text, m.score, e.id ORDER BY a.id, m.start"
      return ShippedGraph.text(of: try database.query(query))
    }
    let before = try stored()
    #expect(before.count > 10 && before.contains { $0.hasSuffix(" zyphrax") })
    #expect(try copy.project.state() == .current)
    for _ in 1...2 {
      let report = try copy.project.build()
      #expect(report.keptDatabase == nil)
      #expect(report.keptArticles == KeptArticles(articles: 2, mentions: before.count))
      #expect(try stored() == before)
    }
    try FileManager.default.removeItem(atPath: added)
    #expect(try copy.project.state() == .stale)
    let report = try copy.project.build()
    #expect(report.keptArticles == KeptArticles(articles: 2, mentions: before.count - 1, lost: 1))
    #expect(report.keptArticles.text == "kept 2 saved articles with \(before.count - 1) mentions; 1 mention of what the text no longer has left out")
    #expect(try stored() == before.filter { !$0.hasSuffix(" zyphrax") })
  }

  @Test("A database is chosen by name, environment, project, folder, in this order")
  func choice() throws {
    func path(_ choice: DatabaseChoice) throws -> String {
      switch choice {
      case .file(let path): path
      case .project(let project): "project " + project.root
      }
    }
    let root = ShippedGraph.root
    let environment = ["SILLAGE_DB": "/e.db"]
    #expect(try path(.resolve(named: "/n.db", environment: environment, folder: root)) == "/n.db")
    #expect(try path(.resolve(named: nil, environment: environment, folder: root)) == "/e.db")
    #expect(try path(.resolve(named: nil, environment: [:], folder: root + "/docs")) == "project \(root)")
    #expect(try path(.resolve(named: nil, environment: [:], folder: "/")) == "//sillage.db")
  }
}
