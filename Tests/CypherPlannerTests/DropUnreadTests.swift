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
    var columns: [[String]] = []
    for step in try steps(text, without: off) {
      switch step {
      case .expand, .scanRelationships: columns.append(step.columns.map(\.name))
      default: break
      }
    }
    return columns
  }

  /// The steps of a query, from the last to the first.
  private func steps(_ text: String, without off: Set<Rule>) throws -> [LogicalPlan] {
    let source = SourceText(name: "query", text: text)
    guard case .query(let query)? = parse(source).statement?.body else { return [] }
    let facts = PlanningFacts(
      nodes: 1_000, relationships: 5_000, nodesByLabel: ["A": 100], relationshipsByType: ["R": 5_000],
      indexes: [PlanningFacts.Index(label: "A", key: "i")])
    let planned = plan(query, source: source, facts: facts, procedures: NoProcedures(), without: off)
    var steps = [try #require(planned.query).plan]
    while let input = steps[steps.count - 1].input { steps.append(input) }
    return steps
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

  @Test("An OPTIONAL MATCH that only repeats rows is left out where it makes no difference how often they occur", arguments: [
    ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) WHERE b.x > 1 RETURN count(DISTINCT a) AS n", true),
    ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) RETURN DISTINCT a.x AS x", true), ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) RETURN max(a.x) AS x", true),
    ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) RETURN count(DISTINCT b) AS n", false),
    ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) RETURN DISTINCT a.x AS x, r IS NULL AS none", false),
    ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) RETURN count(*) AS n", false), ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) RETURN a.x AS x", false),
    ("MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) WHERE 1 / b.x > 1 RETURN count(DISTINCT a) AS n", false),
  ])
  func idleOptionals(query: String, isLeftOut: Bool) throws {
    let isOptional = { (step: LogicalPlan) in if case .optional = step { true } else { false } }
    let off = try steps(query, without: [.dropUnread, .countRows])
    #expect(off.contains(where: isOptional))
    #expect(try steps(query, without: [.countRows]).contains(where: isOptional) != isLeftOut)
  }
}
