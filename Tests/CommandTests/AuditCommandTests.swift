import Foundation
import FoundationXML
import TestKit
import Testing

/// The audits as people start them, on the graph that ships.
@Suite("Audit commands", .serialized)
struct AuditCommandTests {
  private static let database = FileManager.default.temporaryDirectory
    .appendingPathComponent("sillage-audits-\(ProcessInfo.processInfo.processIdentifier).db").path
  private static let built = Result { try Program("build", "--db", database) }

  private func run(_ arguments: String...) throws -> Program {
    #expect(try Self.built.get().status == 0)
    return try Program(arguments + ["--db", Self.database], input: "", environment: [:])
  }

  private func json(_ program: Program) throws -> [[String: Any]] {
    try #require(JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [[String: Any]])
  }

  // MARK: Time

  @Test func queriesLookFromATime() throws {
    let query = "MATCH (:Site {id: 'cleon-plant'})-[:OPERATED_BY]->(o) RETURN o.id"
    func operators(_ options: String...) throws -> String {
      try Program(["query", query, "--format", "plain", "--db", Self.database] + options, input: "", environment: [:]).output
    }
    _ = try run("version")
    #expect(try operators("--as-of", "2022-01-01") == "renault-group\n")
    #expect(try operators("--as-of", "2025-09-23") == "ampere\n")
    #expect(try operators("--as-of", "2025-09-23", "--include-planned").contains("renault-group"))
    #expect(try operators("--as-of", "2026-12", "--known-at", "2025-12") == "ampere\n")
    #expect(try operators("--as-of", "2026-12", "--known-at", "2026-01") == "renault-group\n")
    let wrong = try run("query", query, "--as-of", "2025-13")
    #expect(wrong.status == 64 && wrong.errors.contains("there is no month 13"))
    let inside = try run("query", "AS OF 2025-13 \(query)")
    #expect(inside.status == 65 && inside.errors.contains("--> <query>:1:7"))
  }

  @Test func endsAreKnownWhenTheyWereTold() throws {
    let card = try run("show", "mobilize", "--known-at", "2024")
    #expect(card.output.contains("Renault Group (renault-group)  mgren 2021-01 high") && !card.output.contains("ended"))
    #expect(!card.output.contains("dissolved"))
    #expect(try run("show", "mobilize").output.contains("ended until 2025-12-12"))
    let why = try run("why", "ampere", "renault-group", "--known-at", "2024").output
    #expect(why.contains("camipo 2023-12-06 high") && !why.contains("2026"))
    #expect(try run("why", "ampere", "renault-group").output.contains("elecamp 2026-01-22 high; first: camipo 2023-12-06 high"))
    let changed = try run("diff", "2024", "2026-02", "--format", "json")
    let ended = try json(changed).first { $0["id"] as? String == "mobilize" && $0["predicate"] as? String == "brand_of" }
    #expect(ended?["change"] as? String == "changed")
    let fields = "\(ended?["fields"] ?? "")"
    #expect(fields.contains("2025-12-12"))
    #expect(try run("timeline", "mobilize", "--known-at", "2024", "--format", "text").output.contains("2025") == false)
    #expect(try run("diagram", "mobilize", "--known-at", "2024", "--format", "text").output.contains("ended") == false)
  }

  @Test func cardsReasonsAndDiagramsLookFromATime() throws {
    #expect(try run("show", "cleon-plant", "--as-of", "2022").output.contains("Ampere (ampere)") == false)
    #expect(try run("show", "cleon-plant", "--as-of", "2024").output.contains("Ampere (ampere)"))
    #expect(try run("why", "cleon-plant", "ampere", "--as-of", "2022").output.contains("OPERATED_BY") == false)
    #expect(try run("why", "cleon-plant", "ampere", "--as-of", "2024").output.contains("OPERATED_BY"))
    #expect(try run("diagram", "cleon-plant", "--as-of", "2022").output.contains("7DL") == false)
    #expect(try run("diagram", "cleon-plant", "--as-of", "2026").output.contains("7DL"))
  }

  // MARK: Audits

  @Test func contradictions() throws {
    let open = try run("contradictions", "--format", "json")
    #expect(open.status == 0)
    #expect(try json(open).contains { $0["subject"] as? String == "motor-7dl" && $0["predicate"] as? String == "power" } == false)
    let all = try run("contradictions", "--all", "--format", "text")
    #expect(all.lines.contains("motor-7dl power  number"))
    #expect(all.output.contains("250  7DL power 250 kW  2025-09-26  autoit"))
    #expect(all.output.contains("230  7DL power 230 kW  2025-10-10  response"))
    #expect(all.output.contains("  open: The press gives 2 x 125 kW and 2 x 115 kW"))
    #expect(try run("contradictions", "--all", "--exit-code").status == 1)
    #expect(try run("contradictions", "--tolerance", "5").status == 64)
  }

  @Test func gaps() throws {
    let overdue = try json(run("gaps", "--kind", "overdue", "--today", "2026-11-26", "--format", "json"))
    #expect(overdue.contains { $0["subject"] as? String == "ampere" && $0["predicate"] as? String == "reintegrated_into" })
    #expect(overdue.allSatisfy { $0["kind"] as? String == "overdue" })
    #expect(try json(run("gaps", "--kind", "overdue", "--today", "2020", "--format", "json")).isEmpty)
    let text = try run("gaps", "--format", "text", "--today", "2026-11-26")
    #expect(text.lines.contains { $0.hasPrefix("general-knowledge  ") } && text.output.contains(" more: --kind general-knowledge"))
    let wrong = try run("gaps", "--kind", "nonsense")
    #expect(wrong.status == 64 && wrong.errors.contains("nonsense"))
  }

  @Test func promises() throws {
    let due = try json(run("promises", "--brand", "Ampere", "--due", "2026", "--today", "2026-11-26", "--format", "json"))
    let fold = due.first { $0["predicate"] as? String == "reintegrated_into" }
    #expect(fold?["state"] as? String == "overdue" && fold?["delay"] as? Int == 148)
    #expect(try json(run("promises", "--brand", "Ampere", "--due", "1999", "--format", "json")).isEmpty)
    let text = try run("promises", "--brand", "Ampere", "--format", "text", "--today", "2026-11-26")
    #expect(text.output.contains("Ampere reintegrated_into Renault Group  overdue  for 148 days"))
    #expect(try run("promises", "--brand", "nobody at all").status == 1)
    #expect(try run("promises", "--due", "someday").status == 64)
  }

  @Test func timeline() throws {
    let rows = try run("timeline", "ampere")
    #expect(rows.lines.first == "start\tend\tkind\tlabel\ttext\tother\tstatus\tsource\tstart_source\tend_source")
    #expect(rows.lines.contains { $0.hasPrefix("2024-01-29\t\tevent\t") })
    let text = try run("timeline", "ampere", "--format", "text")
    #expect(text.lines.first?.hasPrefix("Ampere  ") == true)
    let folder = try TemporaryFolder()
    #expect(try run("timeline", "ampere", "-o", folder.path("a.svg")).status == 0)
    #expect(try run("timeline", "ampere", "-o", folder.path("b.svg")).status == 0)
    let (first, second) = (
      try String(contentsOfFile: folder.path("a.svg"), encoding: .utf8), try String(contentsOfFile: folder.path("b.svg"), encoding: .utf8)
    )
    #expect(first == second && first.hasPrefix("<svg ") && first.hasSuffix("</svg>\n"))
    #expect(XMLParser(data: Data(first.utf8)).parse())
    #expect(try run("timeline", "nobody at all").status == 1)
  }

  // MARK: Text

  @Test func validateTheShippedText() throws {
    let program = try Program("validate")
    #expect(program.status == 0, "\(program.errors)")
    #expect(program.errors.contains(": 0 errors, "))
  }

  /// A project with two operators at once, which is a fault, and with a plain one.
  @Test func validateTellsThePlace() throws {
    let project = try project(operators: "{operated_by: alpha, start: 2020}, {operated_by: beta, start: 2024}")
    let wrong = try Program("validate", project.url.path)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("error[E443]: `cleon operated_by`: `alpha` and `beta`, from 2024-01-01"))
    #expect(wrong.errors.contains("--> graph-data/text.yaml:2:121"))
    let json = try Program("validate", project.url.path, "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["errors"] as? Int == 1)
    let right = try self.project(operators: "{operated_by: alpha, start: 2020, end: 2024}, {operated_by: beta, start: 2024}")
    #expect(try Program("validate", right.url.path).status == 0)
    let broken = try self.project(operators: "{operated_by: nobody}")
    #expect(try Program("validate", broken.url.path).errors.contains("E415"))
  }

  private func project(operators: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let data = folder.url.appendingPathComponent("graph-data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    func write(_ text: String, _ path: String) throws {
      try text.write(to: folder.url.appendingPathComponent(path), atomically: true, encoding: .utf8)
    }
    try write("name: Test\n", "sillage.yaml")
    try write(
      """
      types: {Org: {}, Site: {}}
      relations:
        operated_by: {from: Site, to: Org, inverse: operates, cardinality: many-to-one, at_a_time: true}

      """, "graph-data/schema.yaml")
    try write(
      """
      entities:
        cleon: {type: Site, name: Cléon, source: gk undated low, relations: [\(operators)]}
        alpha: {type: Org, name: Alpha, source: gk undated low}
        beta: {type: Org, name: Beta, source: gk undated low}

      """, "graph-data/text.yaml")
    return folder
  }

  // MARK: Differences

  @Test func differenceOfRevisions() throws {
    let folder = try project(operators: "{operated_by: alpha, start: 2020}")
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-C", folder.url.path, "-c", "user.name=a", "-c", "user.email=a@b.c"] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try git("init", "-q")
    try git("add", ".")
    try git("commit", "-q", "-m", "one")
    let path = folder.path("graph-data/text.yaml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("start: 2020", with: "start: 2021").replacing("  beta: {", with: "  gamma: {")
      .write(toFile: path, atomically: true, encoding: .utf8)
    func difference(_ arguments: String...) throws -> Program {
      try Program(arguments: ["diff"] + arguments, folder: folder.url)
    }
    let now = try difference("HEAD", "--format", "text")
    #expect(now.status == 0, "\(now.errors)")
    #expect(now.lines.contains("  + Beta  gamma") && now.lines.contains("  - Beta  beta"))
    #expect(now.lines.contains("  ~ Cléon operated_by Alpha") && now.lines.contains("      start: 2020 → 2021"))
    try git("commit", "-q", "-a", "-m", "two")
    #expect(try difference("HEAD", "--format", "text").output == "no difference\n")
    #expect(try difference("HEAD~1", "HEAD", "--exit-code").status == 1)
    #expect(try difference("HEAD~1", "HEAD").lines.first == "change\tkind\tid\tpredicate\tobject\ttext\tfields")
    let wrong = try difference("no-such-branch", "HEAD")
    #expect(wrong.status == 65 && wrong.errors.contains("E820") && wrong.errors.contains("no-such-branch"))
    // Of many faults of one kind a person sees the first, a program all; each is in the file of its revision.
    try ("entities:\n" + (1...40).map { "  e\($0): {type: Nope, name: E, source: gk 2024 low}\n" }.joined())
      .write(toFile: folder.path("graph-data/many.yaml"), atomically: true, encoding: .utf8)
    try git("add", ".")
    try git("commit", "-q", "-m", "three")
    let many = try difference("HEAD", "HEAD~1")
    #expect(many.status == 65 && many.errors.contains("--> HEAD:graph-data/many.yaml:2:14"), "\(many.errors)")
    #expect(many.errors.split(separator: "\n").filter { $0.contains("--> ") }.count == 25)
    #expect(many.errors.hasSuffix("15 more of E412 are not shown; as JSON they are (--error-format json)\n"))
    #expect(try difference("HEAD", "HEAD~1", "--error-format", "json").errors.split(separator: "\n").count == 40)
  }

  @Test func differenceOfDatabasesAndOfDates() throws {
    #expect(try run("diff", Self.database, Self.database, "--exit-code").status == 0)
    let learnt = try run("diff", "2025-12", "2026-01", "--format", "text")
    #expect(learnt.lines.contains("  + Cléon plant operated_by Renault Group"))
    #expect(try run("diff", "2025-12", "2025-12", "--format", "text").output == "no difference\n")
    #expect(try run("diff").status == 64)
    let drawn = try run("diff", "2025-12", "2026-01", "--format", "dot")
    #expect(drawn.status == 0 && drawn.output.contains("digraph") && drawn.output.contains("Cléon plant"))
  }

  // MARK: Scenarios

  @Test func scenarios() throws {
    let query = "MATCH (s:Site)-[:PRODUCES]->({id: 'motor-7dl'}) RETURN s.id"
    #expect(try run("query", query, "--format", "plain").output == "cleon-plant\n")
    #expect(try run("query", query, "--format", "plain", "--scenario", "7dl-line-stops").output == "")
    #expect(try run("query", query, "--format", "plain").output == "cleon-plant\n", "nothing was written")
    let stays = try run(
      "query", "MATCH (:Site {id: 'cleon-plant'})-[:OPERATED_BY]->(o) RETURN o.id", "--scenario", "ampere-stays", "--as-of", "2026-12-01",
      "--format", "plain")
    #expect(stays.output == "ampere\n")
    #expect(try run("diagram", "motor-7dl", "--scenario", "7dl-line-stops").output.contains("Cléon plant") == false)
    let unknown = try run("query", query, "--scenario", "7dl-line-stop")
    #expect(unknown.status == 65 && unknown.errors.contains("did you mean `7dl-line-stops`?"))
    #expect(try run("query", query, "--scenario", "ampere-stays", "--write").status == 64)
  }

  @Test func whatAScenarioChanges() throws {
    let changed = try run("diff", "--scenario", "7dl-line-stops", "--format", "text")
    #expect(changed.status == 0, "\(changed.errors)")
    #expect(changed.lines.contains("  - Cléon plant produces 7DL"))
    #expect(changed.lines.contains("Sites that make nothing  idle-sites"))
    let rows = try json(run("diff", "--scenario", "7dl-line-stops", "--format", "json"))
    #expect(rows.contains { $0["kind"] as? String == "answer" && $0["id"] as? String == "where-is-motor-made" })
  }
}
