import Foundation
import TestKit
import Testing

/// Claims, evidence and sources, as people ask for them, on the graph that ships.
@Suite("Commands on claims and evidence", .serialized)
struct EvidenceCommandTests {
  private static let database = FileManager.default.temporaryDirectory
    .appendingPathComponent("sillage-evidence-\(ProcessInfo.processInfo.processIdentifier).db").path
  private static let built = Result { try Program("build", "--db", database) }

  private func run(_ arguments: String...) throws -> Program {
    #expect(try Self.built.get().status == 0)
    return try Program(arguments + ["--db", Self.database], input: "", environment: [:])
  }

  @Test func claimsOfTheFoundingArticle() throws {
    let claims = try run("claims", "--article", "art-seed-cleon-pivot", "--format", "csv")
    #expect(claims.status == 0)
    #expect(claims.lines.count == 135)
    #expect(claims.lines[0].hasPrefix("claim,subject,predicate,object,polarity,modality,asserted_by"))
    #expect(claims.lines.contains { $0.hasPrefix("seed-c001,cleon-plant,produces,motor-7dl,positive,fact,author-chelli-earth,") })
    #expect(Set(claims.lines.dropFirst().map { $0.prefix(9) }).count == 134)
    let negated = try run("claims", "--article", "art-seed-cleon-pivot", "--polarity", "negative")
    #expect(negated.lines.count == 12)
    let stages = try run("claims", "--stage", "dropped", "--format", "plain")
    #expect(stages.lines.count == 2 && stages.output.contains("motor-e7a\tdeveloped_by\tvaleo"))
    #expect(stages.output.contains("ampere\tseeks_to\ta listing on the stock exchange"))
  }

  @Test func claimsThatNobodyMakes() throws {
    let none = try run("claims", "--about", "volkswagen-group", "--modality", "opinion")
    #expect(none.status == 1)
    #expect(none.errors.hasSuffix("no claim fits\n"))
    let unknown = try run("claims", "--article", "art-seed-cleon-pivott")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("E804") && unknown.errors.contains("art-seed-cleon-pivot:"))
  }

  @Test func whyOfAClaim() throws {
    let claim = try run("why", "seed-c001", "--cite")
    #expect(claim.status == 0)
    #expect(claim.lines[0] == "Cléon plant produces 7DL  claimed seed-c001")
    #expect(claim.output.contains("“assemblant un moteur électrique 7DL” in Ampere et Alpine"))
    #expect(claim.output.contains("SUPPORTED_BY 7DL production line opened at Cléon (ev-2025-09-23-7dl-line), Line opened that day"))
    #expect(claim.output.contains("Cléon plant —PRODUCES→ 7DL\n  since 2025-09-23\n  jacleon 2025-09-24 high [3]\n"))
    #expect(claim.output.contains("\n[1] chelli.earth, “Ampere et Alpine : Cléon comme pivot"))
    #expect(claim.lines.last?.hasPrefix("[3] ") == true)
    let json = try run("why", "seed-c001", "--format", "json").output
    #expect(json.contains("\"sha256\":\"0a694ebe7bf32a3093e0a06afef6f531ce78d865a96e91ce5d0f345eae3e2e8a\""))
    let none = try run("why", "seed-c999")
    #expect(none.status == 1 && none.errors.contains("E804"))
    let entity = try run("why", "cleon-plant")
    #expect(entity.status == 1 && entity.errors.contains("E804"))
  }

  @Test func originsAreCountedAndExplained() throws {
    let why = try run("why", "cleon-plant", "motor-7dl")
    #expect(why.output.contains("3 documents of 3 origins: "))
    let count = try run(
      "query",
      "MATCH ({id: 'cleon-plant'})-[r:PRODUCES]->({id: 'motor-7dl'}) RETURN size(evidence(r)) AS e, size(origins(r)) AS o, evidence(r)[0].quote AS q, evidence(r)[0].start AS s"
    )
    #expect(count.lines == ["e\to\tq\ts", "5\t3\tSes moteurs viennent de Cléon\t\(count.lines.last?.split(separator: "\t").last ?? "")"])
    let unsourced = try run(
      "query", "MATCH (a:Place)-[r:LOCATED_IN]->(b) RETURN size(origins(r)) AS o, evidence(r)[0].general_knowledge AS gk LIMIT 1")
    #expect(unsourced.lines == ["o\tgk", "0\ttrue"])
  }

  @Test func theWeakestLinkOfAPath() throws {
    let weakest = try run(
      "query",
      "MATCH p = ({id: 'verkor'})-[:SUPPLIES]->({id: 'alpine-a390'})-[:MARKETED_BY]->({id: 'alpine'}) WITH weakestLink(p) AS r RETURN type(r) AS t, r.status AS s"
    )
    #expect(weakest.lines == ["t\ts", "SUPPLIES\tplanned"])
    let wrong = try run("query", "RETURN weakestLink(1)")
    #expect(wrong.status == 65 && wrong.errors.contains("E205"))
    let none = try run("query", "MATCH p = (a {id: 'verkor'}) RETURN weakestLink(p) AS r, evidence(null) AS e")
    #expect(none.lines == ["r\te", "\t"])
  }

  @Test func sourcesOfAnAnswerAreNumbered() throws {
    let question = "MATCH (s:Site {id: 'cleon-plant'})-[:PRODUCES]->(m:Motor) RETURN m.name AS motor ORDER BY motor LIMIT 3"
    let answer = try run("query", question, "--cite", "--format", "markdown")
    #expect(answer.status == 0)
    #expect(answer.lines[0] == "| motor | cite |")
    #expect(answer.lines.contains("| 5AL | \\[1\\] |"))
    #expect(answer.lines.contains("[1] general knowledge, which nobody looked up (gk)"))
    let counted = try run("query", "MATCH (s:Site)-[:PRODUCES]->(m:Motor {id: 'motor-7dl'}) RETURN count(s) AS sites", "--cite", "--format", "json")
    #expect(counted.output == "[{\"sites\":1,\"cite\":[1,2,3]}]\n" || counted.output.contains("\"cite\":[1,2,3]"))
    #expect(counted.errors.contains("[1] ") && counted.errors.contains("[3] "))
    let then = "AS OF 2022 MATCH ({id: 'cleon-plant'})-[:OPERATED_BY]->(o) RETURN o.id"
    #expect(try run("query", then, "--cite", "--format", "csv").lines == ["o.id,cite", "renault-group,\"[1,2,3]\""])
    let union = try run("query", "RETURN 1 AS one UNION RETURN 2 AS one", "--cite", "--format", "csv")
    #expect(union.lines == ["one,cite", "1,[]", "2,[]"])
    let wrong = try run("query", "MATCH (n) RETURN m", "--cite")
    #expect(wrong.status == 65 && wrong.errors.contains("E201"))
  }

  /// The number of sources behind each row of a query, and its other columns.
  private func cited(_ query: String) throws -> [[String]] {
    let answer = try run("query", query, "--cite", "--format", "csv")
    #expect(answer.status == 0, "\(answer.errors)")
    let plain = try run("query", query, "--format", "csv")
    let rows = answer.lines.map { line in line.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map(String.init) }
    #expect(
      rows.map { $0[0] } == plain.lines.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[0]) }, "the rows stay as they are")
    return rows
  }

  @Test func whatWasMatchedIsCitedWhateverIsReturned() throws {
    let plant = "(:Site {id: 'cleon-plant'})-[:PRODUCES]->(m:Motor {id: 'motor-7dl'})"
    let car = "(m)-[:POWERS]->(:Vehicle {id: 'alpine-a390'})"
    let one = try cited("MATCH \(plant) RETURN m.id AS id")
    #expect(one == [["id", "cite"], ["motor-7dl", "\"[1,2,3]\""]])
    #expect(try cited("MATCH \(plant) RETURN m.id AS id UNION MATCH (m:Motor {id: 'motor-6am'}), \(car) RETURN m.id AS id").count == 3)
    let both = try cited("MATCH \(plant) RETURN m.id AS id UNION MATCH (m:Motor {id: 'motor-7dl'}), \(car) RETURN m.id AS id")
    #expect(both == [["id", "cite"], ["motor-7dl", "\"[1,2,3,4]\""]])
    let apart = try cited("MATCH \(plant) RETURN m.id AS id UNION ALL MATCH (m:Motor {id: 'motor-7dl'}), \(car) RETURN m.id AS id")
    #expect(apart.count == 3 && apart[1] == one[1])
    #expect(try cited("MATCH \(plant) WITH m.id AS id RETURN *") == one)
    #expect(try cited("MATCH \(plant) WITH m.id AS id RETURN DISTINCT *") == one)
    #expect(try cited("MATCH \(plant) LET id = m.id WITH id RETURN *") == one)
    #expect(try cited("CALL { MATCH \(plant) RETURN m.id AS id } RETURN id") == one)
    #expect(
      try cited(
        "MATCH (m:Motor {id: 'motor-7dl'}) CALL (m) { MATCH (m)<-[:PRODUCES]-(:Site {id: 'cleon-plant'}) RETURN count(*) AS n } RETURN m.id AS id")
        == one)
    #expect(try cited("MATCH (:Site {id: 'cleon-plant'}) (()-[:PRODUCES]->()){1,1} (m:Motor {id: 'motor-7dl'}) RETURN m.id AS id") == one)
    let star = try run("query", "MATCH (s:Site {id: 'cleon-plant'})-[:PRODUCES]->(m:Motor {id: 'motor-7dl'}) RETURN *", "--cite", "--format", "csv")
    #expect(star.lines.first == "m,s,cite" && star.lines.last?.hasSuffix("\"[1,2,3]\"") == true)
  }

  @Test func bibliographies() throws {
    let all = try run("cite")
    #expect(all.status == 0)
    #expect(all.lines.count > 160)
    #expect(all.lines.contains { $0.hasPrefix("Le Journal des Entreprises, “Une nouvelle ligne") && $0.hasSuffix(" (jde)") })
    let bibtex = try run("cite", "jde", "--format", "bibtex").output
    #expect(bibtex.hasPrefix("@misc{jde,\n  author = {{Le Journal des Entreprises}},\n  title  = {{Une nouvelle ligne"))
    #expect(bibtex.contains("  year   = {2025},\n  month  = {9},\n"))
    let csl = try run("cite", "jde", "--format", "csl").output
    #expect(csl.hasPrefix("[{\"id\":\"jde\",\"type\":\"webpage\",") && csl.contains("\"issued\":{\"date-parts\":[[2025,9]]}"))
    let card = try run("cite", "motor-7dl")
    #expect(card.lines.count > 2 && card.lines.count < 15)
    #expect(try run("show", "motor-7dl", "--cite").output.contains("\n[1] "))
    #expect(try run("cite", "nobody-at-all").status == 1)
  }

  @Test func savingIsShownBeforeItIsDone() throws {
    let folder = try TemporaryFolder()
    let database = folder.path("copy.db")
    try FileManager.default.copyItem(atPath: Self.database, toPath: database)
    func run(_ arguments: String...) throws -> Program {
      try Program(arguments + ["--db", database], input: "", environment: [:])
    }
    let nothing = try run("save", "--dry-run")
    #expect(nothing.status == 0 && nothing.output == "")
    #expect(nothing.errors == "nothing to save: the text says what the database says\n")
    let change =
      "MATCH (s:Site {id: 'cleon-plant'}), (m:Motor {id: 'motor-6am'}) SET s.opened = '1959' CREATE (s)-[:PEER_OF]->(:Site {id: 'new-site', name: 'New'})"
    #expect(try run("query", "--write", change).status == 0)
    let saved = try run("save", "--dry-run", "--source", "jde 2026-11-26 low")
    #expect(saved.status == 0)
    #expect(saved.lines.contains("--- a/graph-data/sites/renault-france.yaml"))
    #expect(saved.lines.contains("-    opened: 1958") && saved.lines.contains("+    opened: 1959"))
    #expect(saved.lines.contains("+      - {peer_of: new-site, source: jde 2026-11-26 low}"))
    #expect(saved.errors.contains("would change ") && saved.errors.contains("2 statements without a source: `jde 2026-11-26 low`"))
    #expect(try run("query", "--write", "MATCH (s:Site {id: 'new-site'}) SET s:Unheard").status == 0)
    let refused = try run("save", "--dry-run")
    #expect(refused.status == 65 && refused.errors.contains("E412") && refused.errors.contains("Unheard"))
    #expect(try run("save", "--source", "jde").status == 64)
    #expect(try Program("save", "--dry-run", "--db", folder.path("none.db")).status == 66)
  }

  @Test func verification() throws {
    let verified = try Program("verify")
    #expect(verified.status == 0)
    #expect(verified.lines[0] == "article\ttext\tsha256\tplaces\tproved")
    #expect(verified.lines.contains("art-cleon-apres-le-million\tgraph-data/articles/cleon-apres.md\tsame\t13\t13"))
    #expect(verified.errors.contains("not checked: 134 places in art-seed-cleon-pivot, whose text is not here; name a folder with it: --texts DIR"))
    let folder = try TemporaryFolder()
    try Data("Technicien Renault. Rien d’autre.".utf8).write(to: folder.url.appendingPathComponent("art-seed-cleon-pivot.txt"))
    let drifted = try Program("verify", "--texts", folder.url.path, "--error-format", "json")
    #expect(drifted.status == 1)
    #expect(drifted.lines.contains { $0.hasPrefix("art-seed-cleon-pivot\t") && $0.hasSuffix("\tchanged\t134\t0") })
    let fault = try #require(drifted.errors.split(separator: "\n").first { $0.contains("E428") })
    #expect(fault.contains("\"source\":\"graph-data/claims/cleon-pivot.yaml\"") && fault.contains("\"line\":9,"))
    #expect(try Program("verify", "--texts", folder.url.path + "/none").status == 66)
  }
}
