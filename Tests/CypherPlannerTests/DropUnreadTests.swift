import CypherPlanner
import CypherSyntax
import Diagnostics
import Testing

/// What a step hands on to the one above it.
@Suite struct DropUnreadTests {
  private struct NoProcedures: ProcedureDirectory {
    var procedureNames: [String] { [] }
    func signature(of procedure: String) -> ProcedureSignature? { nil }
  }

  /// The columns of each expansion, and of each scan of relationships, of a query, from the last to the first.
  private func columns(_ text: String, without off: Set<Rule> = []) throws -> [[String]] {
    let source = SourceText(name: "query", text: text)
    guard case .query(let query)? = parse(source).statement?.body else { return [] }
    let facts = PlanningFacts(
      nodes: 1_000, relationships: 5_000, nodesByLabel: ["A": 100], relationshipsByType: ["R": 5_000],
      indexes: [PlanningFacts.Index(label: "A", key: "i")])
    let planned = plan(query, source: source, facts: facts, procedures: NoProcedures(), without: off)
    var columns: [[String]] = []
    var step = try #require(planned.query).plan
    while true {
      switch step {
      case .expand, .scanRelationships: columns.append(step.columns.map(\.name))
      default: break
      }
      guard let input = step.input else { return columns }
      step = input
    }
  }

  @Test("A step hands on what is read above it, and relationships that later ones must differ from")
  func handsOn() throws {
    let query = "MATCH (a:A {i: 1})-[r:R]->(b)-[s:R]->(c) RETURN c.x AS x"
    #expect(try columns(query) == [["c"], ["r", "b"]])
    #expect(try columns(query, without: [.dropUnread]) == [["a", "r", "b", "s", "c"], ["a", "r", "b"]])
    #expect(try columns("MATCH (a:A {i: 1})-[r:R]->(b) WITH a, b, r WHERE b.x > a.x RETURN r") == [["a", "r", "b"]])
    #expect(try columns("MATCH (a:A {i: 1})-[r:R]->(b) WHERE b.x > 1 RETURN a.x ORDER BY r.w") == [["a", "r", "b"]])
    #expect(try columns("MATCH (a:A {i: 1})-[r:R]->(b) RETURN DISTINCT a.x AS x, b.x AS y") == [["a", "b"]])
    #expect(try columns("MATCH (a:A {i: 1})-[r:R]->(b) RETURN [x IN [1] WHERE EXISTS { (b)-->() } | x]") == [["b"]])
    #expect(try columns("MATCH (a:A {i: 1})-[r:R]->(b) OPTIONAL MATCH (a)-->(c) RETURN c.x") == [["a"]])
  }

  @Test("Relationships that are read without the nodes that they start from are read one behind the other, with the nodes that are read")
  func scans() throws {
    #expect(try columns("MATCH ()-[r]->() RETURN type(r) AS t, avg(r.w) AS w") == [["r"]])
    #expect(try columns("MATCH ()-[r:R]->(b) RETURN b.x AS x, avg(r.w) AS w") == [["r", "b"]])
    #expect(try columns("MATCH (a)<-[r:R]-(b) RETURN a.x AS x, avg(r.w) AS w") == [["a", "r"]])
    #expect(try columns("MATCH ()-[r:R]->(b) WHERE r.w > 1 RETURN b.x AS x") == [["r", "b"]])
    #expect(try columns("MATCH ()-[r]->() RETURN avg(r.w) AS w", without: [.dropUnread]).first?.count == 3)
    // A node that is read groups its relationships, and one with a condition leads to few.
    #expect(try columns("MATCH (a:A {i: 1})-[r:R]->() RETURN avg(r.w) AS w") == [["r"]])
  }
}
