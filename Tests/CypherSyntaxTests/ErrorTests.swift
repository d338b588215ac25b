import Diagnostics
import Testing

@testable import CypherSyntax

@Suite struct ErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var query: String
    var place: String
    var message: String
    var label: String?
    var detail = CypherErrorDetail.unexpectedSyntax

    var testDescription: String { query }
  }

  static let cases: [Case] = [
    Case(
      query: "", place: "1:1",
      message: "expected a clause such as `MATCH`, `CREATE` or `RETURN`, found the end of the query"),
    Case(
      query: "MTACH (n) RETURN n", place: "1:1",
      message: "expected a clause such as `MATCH`, `CREATE` or `RETURN`, found `MTACH`", label: "did you mean `MATCH`?"),
    Case(
      query: "MATCH (n)\nRETRUN n", place: "2:1", message: "expected a clause or the end of the query, found `RETRUN`",
      label: "did you mean `RETURN`?"),
    Case(
      query: "MATCH (n) WHER n.x = 1 RETURN n", place: "1:11",
      message: "expected a clause or the end of the query, found `WHER`", label: "did you mean `WHERE`?"),
    Case(
      query: "MATCH (n) RETURN n ORDR BY n", place: "1:20",
      message: "expected a clause or the end of the query, found `ORDR`", label: "did you mean `ORDER`?"),
    Case(query: "MATCH (n RETURN n", place: "1:10", message: "expected `:`, `{` or `)`, found `RETURN`"),
    Case(query: "MATCH (n:A RETURN n", place: "1:12", message: "expected `{` or `)`, found `RETURN`"),
    Case(query: "MATCH (n)-[r>(m) RETURN n", place: "1:13", message: "expected `:`, `*`, `{` or `]`, found `>`"),
    Case(query: "MATCH (n)-[r]>(m) RETURN n", place: "1:14", message: "expected `-`, found `>`"),
    Case(query: "MATCH (n)-- RETURN n", place: "1:13", message: "expected a node, found `RETURN`"),
    Case(query: "MATCH n RETURN n", place: "1:7", message: "expected a pattern, found `n`"),
    Case(query: "RETURN", place: "1:7", message: "expected an expression, found the end of the query"),
    Case(query: "RETURN 1 +  ", place: "1:11", message: "expected an expression, found the end of the query"),
    Case(query: "RETURN 1 + RETURN", place: "1:12", message: "expected an expression, found `RETURN`"),
    Case(query: "RETURN (1", place: "1:10", message: "expected `)`, found the end of the query"),
    Case(query: "RETURN [1, 2", place: "1:13", message: "expected `,` or `]`, found the end of the query"),
    Case(query: "RETURN [[[]] AS literal", place: "1:14", message: "expected `,` or `]`, found `AS`"),
    Case(query: "RETURN {1} AS m", place: "1:9", message: "expected a key, found `1`"),
    Case(query: "RETURN {, } AS m", place: "1:9", message: "expected a key, found `,`"),
    Case(
      query: "RETURN a == b", place: "1:11", message: "expected an expression, found `=`", label: "did you mean `=`?"),
    Case(
      query: "RETURN a != b", place: "1:10", message: "expected a clause or the end of the query, found `!`",
      label: "did you mean `<>`?"),
    Case(
      query: "MATCH (a)->(b) RETURN a", place: "1:11", message: "expected `-`, found `>`", label: "did you mean `-->`?"),
    Case(query: ">", place: "1:1", message: "expected a clause such as `MATCH`, `CREATE` or `RETURN`, found `>`"),
    Case(query: "RETURN {1a: 1}", place: "1:9", message: "expected a key, found `1a`"),
    Case(query: "RETURN {k.k: 1}", place: "1:10", message: "expected `:`, found `.`"),
    Case(query: "RETURN a = NOT b", place: "1:12", message: "expected an operand, found `NOT`"),
    Case(
      query: "RETURN CASE a WHEN 1 THEN 2", place: "1:28",
      message: "expected `WHEN`, `ELSE` or `END`, found the end of the query"),
    Case(
      query: "RETURN CASE a WHEN 1 THN 2 END", place: "1:22", message: "expected `THEN`, found `THN`",
      label: "did you mean `THEN`?"),
    Case(query: "RETURN all(x IN xs)", place: "1:19", message: "expected `WHERE`, found `)`"),
    Case(query: "RETURN n.", place: "1:10", message: "expected a property key, found the end of the query"),
    Case(query: "RETURN $", place: "1:8", message: "expected the name of a parameter after `$`"),
    Case(query: "RETURN 1 AS where", place: "1:13", message: "expected an alias, found the keyword `where`"),
    Case(query: "MATCH (match) RETURN 1", place: "1:8", message: "expected a variable, found the keyword `match`"),
    Case(
      query: "RETURN 'abc", place: "1:8", message: "the string that starts here has no end",
      label: "expected ' at its end"),
    Case(
      query: "RETURN 1 /* abc", place: "1:10", message: "the comment that starts here has no end",
      label: "expected `*/`"),
    Case(
      query: "RETURN `abc", place: "1:8", message: "the name that starts here has no end",
      label: "expected a closing back-quote"),
    Case(query: "RETURN ``", place: "1:8", message: "expected an expression, found an empty name"),
    Case(
      query: "RETURN 9223372h54775808", place: "1:8", message: "`9223372h54775808` is no number",
      detail: .invalidNumberLiteral),
    Case(query: "RETURN 0x", place: "1:8", message: "`0x` is no number", detail: .invalidNumberLiteral),
    Case(query: "RETURN 0o8", place: "1:8", message: "`0o8` is no number", detail: .invalidNumberLiteral),
    Case(query: "RETURN 1e", place: "1:8", message: "`1e` is no number", detail: .invalidNumberLiteral),
    Case(query: "RETURN 9223372#54775808", place: "1:15", message: "`#` means nothing in Cypher"),
    Case(
      query: "RETURN 9223372036854775808", place: "1:8",
      message: "`9223372036854775808` does not fit an integer of 64 bits", detail: .integerOverflow),
    Case(
      query: "RETURN -9223372036854775809", place: "1:9",
      message: "`-9223372036854775809` does not fit an integer of 64 bits", detail: .integerOverflow),
    Case(
      query: "RETURN -0x8000000000000001", place: "1:9",
      message: "`-0x8000000000000001` does not fit an integer of 64 bits", detail: .integerOverflow),
    Case(
      query: "RETURN 1.34E999", place: "1:8", message: "`1.34E999` does not fit a floating-point number of 64 bits",
      detail: .floatingPointOverflow),
    Case(
      query: "RETURN '\\uH'", place: "1:9", message: "`\\uH` is no Unicode character",
      label: "expected 4 hexadecimal digits of a character", detail: .invalidUnicodeLiteral),
    Case(
      query: "RETURN 'a\\uD800b'", place: "1:10", message: "`\\uD800` is no Unicode character",
      label: "expected 4 hexadecimal digits of a character", detail: .invalidUnicodeLiteral),
    Case(
      query: "RETURN '\\U00110000'", place: "1:9", message: "`\\U00110000` is no Unicode character",
      label: "expected 8 hexadecimal digits of a character", detail: .invalidUnicodeLiteral),
    Case(query: "RETURN 'a\\qb'", place: "1:10", message: "`\\q` is no escape"),
    Case(
      query: "RETURN 42 — 41", place: "1:11", message: "`—` means nothing in Cypher", label: "did you mean `-`?",
      detail: .invalidUnicodeCharacter),
    Case(
      query: "RETURN “a”", place: "1:8", message: "`“` means nothing in Cypher", label: "did you mean `'`?",
      detail: .invalidUnicodeCharacter),
    Case(
      query: "MATCH (é {x: 1}), (😀) RETURN é", place: "1:20", message: "`😀` means nothing in Cypher",
      detail: .invalidUnicodeCharacter),
    Case(
      query: "MATCH (a)-[:LIKES..]->(c) RETURN c", place: "1:18",
      message: "expected `*` before the length of a relationship", label: "did you mean `*..`?",
      detail: .invalidRelationshipPattern),
    Case(
      query: "MATCH (a)-[:LIKES*-2]->(c) RETURN c", place: "1:19",
      message: "the length of a relationship is a number of steps, 0 or more", detail: .invalidRelationshipPattern),
    Case(
      query: "MATCH (a)-[*1..-2]->(c) RETURN c", place: "1:16",
      message: "the length of a relationship is a number of steps, 0 or more", detail: .invalidRelationshipPattern),
    Case(
      query: "MATCH (a)-[*1]->{2}(c) RETURN c", place: "1:17", message: "the relationship has two lengths",
      detail: .invalidRelationshipPattern),
    Case(
      query: "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", place: "1:35",
      message: "`UNION` and `UNION ALL` cannot be mixed in one query", detail: .invalidClauseComposition),
    Case(
      query: "MATCH (n)", place: "1:1", message: "a query cannot end with `MATCH`", detail: .invalidClauseComposition),
    Case(
      query: "RETURN 1 AS a UNION WITH 1 AS a", place: "1:21", message: "a query cannot end with `WITH`",
      detail: .invalidClauseComposition),
    Case(
      query: "RETURN 1 MATCH (n)", place: "1:10", message: "`MATCH` cannot follow `RETURN`",
      label: "`RETURN` ends a query", detail: .invalidClauseComposition),
    Case(
      query: "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n", place: "1:36",
      message: "`SET` cannot stand inside `EXISTS { }`, which only reads", detail: .invalidClauseComposition),
    Case(
      query: "RETURN COLLECT { (n)-->(m) }", place: "1:18",
      message: "`COLLECT { }` needs a query that ends with `RETURN`", detail: .invalidClauseComposition),
    Case(
      query: "FOREACH (x IN [1] | MATCH (n))", place: "1:21", message: "`MATCH` cannot stand inside `FOREACH`",
      detail: .invalidClauseComposition),
    Case(
      query: "CALL a.b() YIELD * RETURN x", place: "1:18", message: "`YIELD *` needs a call that is the whole query"),
    Case(query: "MATCH (n) RETURN (n)-->()", place: "1:18", message: "a pattern is a condition, not a value"),
    Case(query: "MATCH (n) RETURN size((n)-->())", place: "1:23", message: "a pattern is a condition, not a value"),
    Case(
      query: "MATCH (n) WITH (n)-->() AS p RETURN p", place: "1:16", message: "a pattern is a condition, not a value"),
    Case(
      query: "MATCH (n) SET n.p = head(nodes(head((n)-[:R]->())))", place: "1:37",
      message: "a pattern is a condition, not a value"),
    Case(
      query: "MATCH (n) WHERE (n)-->() = true RETURN n", place: "1:17", message: "a pattern is a condition, not a value"
    ),
    Case(query: "RETURN 1; RETURN 2", place: "1:11", message: "expected the end of the query, found `RETURN`"),
    Case(query: "SET n", place: "1:6", message: "expected `.key =`, `=`, `+=` or `:Label`, found the end of the query"),
    Case(
      query: "MATCH (n) REMOVE n", place: "1:19", message: "expected `.key` or `:Label`, found the end of the query"),
    Case(
      query: "MERGE (n) ON CRATE SET n.x = 1", place: "1:14", message: "expected `CREATE` or `MATCH`, found `CRATE`",
      label: "did you mean `CREATE`?"),
    Case(query: "CREATE INDEX FOR (n:A) ON (m.x)", place: "1:28", message: "expected `n`, found `m`"),
    Case(
      query: "SHOW INDEXS", place: "1:6",
      message: "expected `INDEXES`, `CONSTRAINTS`, `FUNCTIONS` or `PROCEDURES`, found `INDEXS`",
      label: "did you mean `INDEXES`?"),
  ]

  @Test("An error names its place, what was found and what was expected", arguments: cases)
  func error(_ item: Case) throws {
    let source = SourceText(name: "<query>", text: item.query)
    let result = parse(source)
    #expect(result.statement == nil)
    let diagnostic = try #require(result.diagnostics.first)
    let place = source.place(of: diagnostic.span.start)
    #expect("\(place.line):\(place.column)" == item.place)
    #expect(diagnostic.message == item.message)
    #expect(diagnostic.label == item.label)
    #expect(diagnostic.fault == CypherFault(.compileTime, .syntaxError, item.detail))
  }

  @Test("A script goes on behind a faulty statement")
  func script() {
    let results = parseScript(SourceText(name: "s", text: "RETURN 1;; RETRN 2; CREATE (n) ;\n// end\n"))
    #expect(results.map { $0.statement?.canonicalText } == ["RETURN 1", nil, "CREATE (n)"])
    #expect(results.map(\.diagnostics.count) == [0, 1, 0])
  }
}
