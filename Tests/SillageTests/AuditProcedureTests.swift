import Foundation
import Sillage
import Testing

/// The audits, called from queries on the shipped graph.
@Suite("Audits as procedures")
struct AuditProcedureTests {
  @Test("Contradictions compose with patterns; a verdict leaves one out")
  func contradictions() throws {
    let power = "WHERE subject = 'motor-7dl' AND predicate = 'power'"
    let call = "CALL sillage.contradictions({settled: true}) YIELD kind, subject, predicate, sides, verdict, reason, entity"
    let found = try ShippedGraph.lines(
      "\(call) \(power) MATCH (entity)<-[:PRODUCES]-(site) RETURN kind, [s IN sides | s.key], [s IN sides | s.source], verdict, site.id")
    #expect(found == ["number | [\"250\",\"230\"] | [\"autoit\",\"response\"] | open | cleon-plant"])
    #expect(try ShippedGraph.lines("CALL sillage.contradictions() YIELD subject, predicate \(power) RETURN subject") == [])
  }

  @Test("Each takes options, and refuses those that it does not know")
  func options() throws {
    let overdue = try ShippedGraph.lines(
      "CALL sillage.gaps({kind: 'overdue', today: '2026-11-26'}) YIELD subject, predicate, object, date RETURN subject, predicate, object, date")
    #expect(overdue.contains("ampere | reintegrated_into | renault-group | 2026-07-01"))
    #expect(try ShippedGraph.lines("CALL sillage.gaps({kind: 'overdue', today: '2026-01-01'}) YIELD subject WHERE subject = 'ampere' RETURN 1") == [])
    for (call, words) in [
      ("CALL sillage.gaps({knd: 1}) YIELD kind RETURN kind", "no option `knd`"),
      ("CALL sillage.gaps({kind: 'x'}) YIELD kind RETURN kind", "no kind `x`"),
      ("CALL sillage.gaps(1, 2) YIELD kind RETURN kind", "takes 0 to 1 argument"),
      ("CALL sillage.timeline('ampre') YIELD text RETURN text", "did you mean `ampere`?"),
      ("CALL sillage.promises() YIELD statements RETURN 1", "sillage.promises gives no `statements`"),
      ("CALL sillage.diff('x', '2025') YIELD id RETURN id", "`from` is no date"),
    ] {
      let graph = try ShippedGraph.open()
      do throws(SillageError) {
        _ = try graph.query(call)
        Issue.record("\(call) gave an answer")
      } catch {
        #expect(error.diagnostics.first?.message.contains(words) == true, "\(error.diagnostics.map(\.message))")
      }
    }
  }

  @Test("The keys of the maps that they give are no unknown names, those of things are")
  func keys() throws {
    func warnings(_ query: String) throws -> [String] { try ShippedGraph.open().query(query).warnings.map(\.code.name) }
    let sides = "CALL sillage.contradictions({settled: true}) YIELD sides"
    #expect(try warnings("\(sides) RETURN [s IN sides | s.asserted_by], any(s IN sides WHERE s.article = 'x')") == [])
    #expect(try warnings("\(sides) UNWIND sides AS side WITH side AS one RETURN one.statement") == [])
    #expect(try warnings("MATCH ()-[r:PRODUCES]->() RETURN [e IN evidence(r) | e.asserter] LIMIT 1") == [])
    #expect(try warnings("MATCH (s:Site) WITH collect(s) AS sites RETURN [s IN sites | s.asserter] LIMIT 1") == ["E217"])
  }

  @Test("They see the graph from the time of the query")
  func time() throws {
    let call = "CALL sillage.timeline('cleon-plant') YIELD kind, label, text WHERE kind = 'relation' AND label = 'operated by' RETURN text"
    #expect(try ShippedGraph.lines(call).count == 3)
    #expect(try ShippedGraph.lines("AS OF 2022 \(call)") == ["Renault Group"])
  }

  @Test("What was learnt between two dates")
  func difference() throws {
    let learnt = try ShippedGraph.lines(
      "CALL sillage.diff('2025-12', '2026-01') YIELD change, kind, id, predicate, object RETURN change, kind, id, predicate, object")
    #expect(learnt.contains("added | relation | cleon-plant | operated_by | renault-group"))
    #expect(learnt.contains("changed | relation | cleon-plant | operated_by | ampere"), "its end was told")
    #expect(learnt.allSatisfy { !$0.hasPrefix("removed") }, "nothing is forgotten")
    #expect(try ShippedGraph.lines("CALL sillage.diff('2026', '2026') YIELD id RETURN id") == [])
  }

  @Test("Promises of a brand, with their state")
  func promises() throws {
    let states = try ShippedGraph.lines(
      "CALL sillage.promises({about: 'ampere', today: '2026-11-26'}) YIELD statement, state, due, delay RETURN statement, state, due, delay")
    #expect(states.contains("Ampere reintegrated_into Renault Group | overdue | 2026-07-01 | 148"))
  }

  @Test("All are listed with their signatures")
  func listed() throws {
    let names = try ShippedGraph.open().query("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'sillage.'").rows.map { $0[0].cellText }
    #expect(
      names == [
        "sillage.contradictions", "sillage.diff", "sillage.gaps", "sillage.promises", "sillage.timeline", "sillage.validate",
      ])
  }
}
