import Foundation
import Testing

/// The commands on the graph that ships, in a database of this run.
@Suite("Commands on the shipped graph", .serialized)
struct ShippedGraphCommandTests {
  private static let database = FileManager.default.temporaryDirectory
    .appendingPathComponent("sillage-commands-\(ProcessInfo.processInfo.processIdentifier).db").path
  private static let built = Result { try Program("build", "--db", database) }

  /// Runs a command on that database.
  private func run(_ arguments: String..., input: String = "") throws -> Program {
    #expect(try Self.built.get().status == 0)
    return try Program(arguments + ["--db", Self.database], input: input, environment: [:])
  }

  @Test func buildTellsWhatItMade() throws {
    let build = try Self.built.get()
    #expect(build.output == "")
    #expect(build.errors.hasPrefix("built \(Self.database) from "))
    #expect(build.errors.contains(" nodes, ") && build.errors.hasSuffix(" ms\n"))
  }

  @Test func theQuestionOfTheReadme() throws {
    let query =
      "MATCH (s:Site)-[:PRODUCES]->(m)-[:POWERS]->(v) WHERE v.name CONTAINS \"A390\" RETURN s.name, m.name, v.name"
    let answer = try run("query", query)
    #expect(answer.status == 0)
    #expect(answer.errors == "")
    #expect(answer.lines.first == "s.name\tm.name\tv.name")
    #expect(answer.lines.contains("Cléon plant\t7DL\tAlpine A390"))
    let inverse = try run("query", query.replacing("(m)-[:POWERS]->(v)", with: "(m)<-[:POWERED_BY]-(v)"))
    #expect(Set(inverse.lines) == Set(answer.lines))
  }

  @Test func queriesComeFromArgumentFileAndStandardInput() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-one.cypher")
    try "RETURN 1 AS one".write(to: file, atomically: true, encoding: .utf8)
    for answer in [
      try run("query", "RETURN 1 AS one"), try run("query", "-f", file.path), try run("query", input: "RETURN 1 AS one"),
      try run("query", "-", input: "RETURN 1 AS one"),
    ] {
      #expect(answer.output == "one\n1\n")
      #expect(answer.status == 0)
    }
  }

  @Test func formatsAndParameters() throws {
    let query = "UNWIND $list AS x RETURN x, $text AS text"
    let parameters = ["-p", "list=[1, null, 2.5]", "--param", "text=Cléon, là"]
    func answer(_ format: String) throws -> String {
      try Program(["query", query, "--format", format, "--db", Self.database] + parameters, input: "", environment: [:]).output
    }
    _ = try run("query", "RETURN 1")
    #expect(try answer("csv") == "x,text\n1,\"Cléon, là\"\n,\"Cléon, là\"\n2.5,\"Cléon, là\"\n")
    #expect(
      try answer("jsonl")
        == "{\"x\":1,\"text\":\"Cléon, là\"}\n{\"x\":null,\"text\":\"Cléon, là\"}\n{\"x\":2.5,\"text\":\"Cléon, là\"}\n")
    #expect(try answer("plain") == "1\tCléon, là\n\tCléon, là\n2.5\tCléon, là\n")
    #expect(try run("query", "MATCH (n:NoSuchLabel) RETURN n", "--format", "json").output == "[]\n")
  }

  @Test func savedQueries() throws {
    let list = try run("queries")
    #expect(list.lines.first == "name\tquestion\tparameters")
    #expect(list.lines.contains { $0.hasPrefix("a390-motor\t") })
    #expect(list.lines.count > 15)
    let answer = try run("query", "a390-motor", "--format", "csv")
    #expect(answer.status == 0)
    #expect(answer.lines.contains { $0.hasPrefix("Cléon plant,7DL,Alpine,seed-c001,") })
    let mistyped = try run("query", "a390-moter")
    #expect(mistyped.status == 65)
    #expect(mistyped.errors.contains("did you mean `a390-motor`?"))
    let parameter = try run("query", "a390-motor", "-p", "vehicel=x")
    #expect(parameter.status == 65)
    #expect(parameter.errors.contains("E811") && parameter.errors.contains("did you mean `vehicle`?"))
  }

  @Test func faultsOfAQuery() throws {
    let wrong = try run("query", "MATCH (s:Site) RETURN s.nme, t")
    #expect(wrong.status == 65)
    #expect(wrong.output == "")
    #expect(wrong.errors.hasPrefix("error[E2"))
    #expect(wrong.errors.contains("--> <query>:1:30") && wrong.errors.contains("^"))
    let json = try run("query", "RETURN t", "--error-format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [String: Any]
    #expect(object?["detail"] as? String == "UndefinedVariable")
    let write = try run("query", "CREATE (n:Ghost) RETURN n")
    #expect(write.status == 65)
    #expect(try run("query", "MATCH (n:Ghost) RETURN count(n)", "--format", "plain").output == "0\n")
  }

  @Test func whatIsMissing() throws {
    #expect(try Program("query", "RETURN 1", "--db", "/nowhere/x.db").status == 66)
    #expect(try Program("query", "RETURN 1", environment: ["SILLAGE_DB": "/nowhere/x.db"]).status == 66)
    #expect(try run("query", "-f", "/nowhere/x.cypher").status == 66)
    #expect(try Program("build", "/nowhere").status == 66)
    #expect(try run("link", "/nowhere/a.txt").status == 66)
    let binary = try run("query", input: "RETURN 1\u{0}")
    #expect(binary.status == 65 && binary.errors.contains("E809"))
  }

  @Test func show() throws {
    let card = try run("show", "usine", "de", "CLEON")
    #expect(card.status == 0)
    #expect(card.lines.first == "Cléon plant  PowertrainPlant, Site")
    #expect(card.lines.contains { $0.contains("PRODUCES") })
    #expect(card.lines.contains { $0.contains("7DL (motor-7dl)") && $0.contains("high") })
    let unknown = try run("show", "cleon-plan")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("E804") && unknown.errors.contains("cleon-plant: Cléon plant"))
    let json = try run("show", "alpine", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["entity"] as? [String: Any])?["id"] as? String == "alpine")
  }

  @Test func why() throws {
    let report = try run("why", "cleon-plant", "motor-7dl")
    #expect(report.status == 0)
    #expect(report.lines.contains("Cléon plant —PRODUCES→ 7DL"))
    #expect(report.output.contains("“assemblant un moteur électrique 7DL”") && report.output.contains("19 to 54 (scalar)"))
    let nothing = try run("why", "cleon-plant", "tesla")
    #expect(nothing.status == 1)
    #expect(nothing.output == "")
  }

  @Test func link() throws {
    let list = try run("link", "-", input: "La Renault 5 E-Tech est assemblée à Douai.\n")
    #expect(list.status == 0)
    let mentions = try list.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    let douai = mentions.first { $0?["text"] as? String == "Douai" } ?? nil
    #expect(douai?["start"] as? Int == 36 && douai?["end"] as? Int == 41 && douai?["doc"] as? String == "-")
    let person = try run("link", "graph-data/articles/a390-chaine.md", "--format", "list")
    #expect(person.lines.first?.hasPrefix("graph-data/articles/a390-chaine.md: ") == true)
  }

  @Test func diagram() throws {
    let dot = try run("diagram", "cleon-plant")
    #expect(dot.status == 0)
    #expect(dot.output.hasPrefix("digraph") || dot.output.contains("\ndigraph"))
    #expect(try run("diagram", "cleon-plant").output == dot.output)
    #expect(try run("diagram").status == 64)
    #expect(try run("diagram", "cleon-plant", "-o", "/nowhere/x.dot").status == 73)
  }

  @Test func session() throws {
    let session = try run(
      "session",
      input: """
        {"query":"RETURN $x AS x","params":{"x":{"$float":"1.5"}}}
        nonsense

        {"query":"RETURN $x AS x","batch":[{"x":1},{"x":[true]}]}
        {"query":"RETURN y"}
        {"query":"CREATE (n)"}
        """)
    #expect(session.status == 0)
    #expect(session.lines.count == 5)
    #expect(session.lines.first == #"{"columns":["x"],"rows":[[{"$float":"1.5"}]],"stats":{}}"#)
    #expect(session.lines[1].hasPrefix(#"{"error":{"#))
    #expect(
      session.lines[2]
        == #"{"results":[{"columns":["x"],"rows":[[1]],"stats":{}},{"columns":["x"],"rows":[[[true]]],"stats":{}}]}"#)
    #expect(session.lines[3].contains(#""detail":"UndefinedVariable""#))
    #expect(session.lines[4].hasPrefix(#"{"error":{"#))
  }
}
