import Diagnostics
import Testing

@testable import CypherSyntax

@Suite struct PrinterTests {
  @Test("Expressions print with as few brackets as their precedence allows", arguments: Samples.expressions)
  func expressions(source: String, printed: String) throws {
    let expression = try parsedExpression(source)
    #expect(expression.canonicalText == printed)
    #expect(try parsedExpression(printed) == expression)
  }

  @Test("Printing and parsing again gives the same tree", arguments: Samples.all)
  func roundTrip(query: String) throws {
    let tree = try parsed(query)
    let text = tree.canonicalText
    #expect(try parsed(text) == tree, "\(text)")
    #expect(try parsed(text).canonicalText == text)
  }

  @Test(
    "Each clause has its canonical form",
    arguments: [
      ("match (a)<-[ : R*1..1 ]-(b) return a", "MATCH (a)<-[:R*1]-(b)\nRETURN a"),
      ("match (a)-[]-()<-[]->() return *", "MATCH (a)--()--()\nRETURN *"),
      ("match (a:A:B)-[:R|:S]->() return *,1+1", "MATCH (a:A:B)-[:R|S]->()\nRETURN *, 1+1"),
      ("with 1 as x return x order by x asc skip 1", "WITH 1 AS x\nRETURN x ORDER BY x SKIP 1"),
      ("call { return 1 as x } return x", "CALL { RETURN 1 AS x }\nRETURN x"),
      ("match (n is A where n.x) return n", "MATCH (n:A WHERE n.x)\nRETURN n"),
      ("return 1 union distinct return 1;", "RETURN 1\nUNION\nRETURN 1"),
      ("drop index `if` if exists", "DROP INDEX if IF EXISTS"),
      ("as of 2025-Q3 match (n) return n", "AS OF '2025-Q3' MATCH (n)\nRETURN n"),
      (
        "explain include planned known at date($d) as of date('2024-06-15') return 1",
        "EXPLAIN AS OF '2024-06-15' KNOWN AT $d INCLUDE PLANNED RETURN 1"
      ),
      ("match (known)-[at:include]->(planned) return known", "MATCH (known)-[at:include]->(planned)\nRETURN known"),
      ("create index `if` for (n:A) on (n.b)", "CREATE INDEX `if` FOR (n:A) ON (n.b)"),
    ])
  func clauses(source: String, printed: String) throws {
    #expect(try parsed(source).canonicalText == printed)
    #expect(try parsed(printed) == parsed(source))
  }

  @Test("Random expressions survive printing")
  func randomExpressions() throws {
    var generator = RandomExpressions(seed: 20_261_122)
    for _ in 0..<3_000 {
      let tree = generator.expression(depth: 4)
      let text = tree.canonicalText
      let again = try #require(try? parsedExpression(text), "\(text)")
      #expect(again == tree, "\(text)")
    }
  }
}

/// The tree of a query that must parse.
func parsed(_ query: String) throws -> Statement {
  let result = parse(SourceText(name: "<query>", text: query))
  return try #require(result.statement, "\(query)\n\(result.diagnostics.first?.message ?? "")")
}

/// The tree of an expression that must parse.
func parsedExpression(_ text: String) throws -> CypherSyntax.Expression {
  let statement = try parsed("RETURN \(text)\nAS x")
  guard case .query(let query) = statement.body, case .return(let clause)? = query.parts.first?.clauses.first else {
    throw UnexpectedTree(text: text)
  }
  return try #require(clause.projection.items.first).expression
}

struct UnexpectedTree: Error {
  var text: String
}
