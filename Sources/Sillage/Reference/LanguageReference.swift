/// The page `docs/cypher.md`: what of the language is there. A test holds the page to this text.
public enum LanguageReference {
  /// The part of openCypher's conformance kit that the check runs, and what came out of it.
  struct Conformance {
    static let commit = "677cbafabb8c3c5eed458fd3b1ec0daec8d67d23"
    static let scenarios = 2732
    static let passed = 2732
    static let skipped = 0
  }

  public static var markdown: String {
    """
    # The query language

    Sillage speaks openCypher 9, and parts of ISO GQL and of today's Cypher beyond it. This page is generated from the engine's
    own tables (`UPDATE_GOLDEN=1 scripts/test --filter ReferenceTests` writes it anew).

    ## Conformance
    openCypher's conformance kit at commit `\(Conformance.commit)`, the 70 % of its scenarios that the check runs (the rest is kept
    away from development): \(Conformance.scenarios) scenarios, \(Conformance.passed) passed, \(Conformance.scenarios - Conformance.passed) failed, \
    \(Conformance.skipped) skipped. Errors are compared by type, phase and detail, side effects from the graph itself.
    `scripts/conformance KIT` repeats it.

    ## Beyond openCypher 9
    \(extensions.map { "- \($0)" }.joined(separator: "\n"))

    ## In a graph with a schema
    - A relationship type with an inverse may be asked for by either name: `(m)-[:POWERS]->(v)` also finds `(v)-[:POWERED_BY]->(m)`. `type(r)`
      gives the type as it is stored.
    - A symmetric type is found from both ends: `(a)-[:COMPETES_WITH]->(b)`.
    - A label, type or property that the graph has never had gives a warning; with `--strict` an error.

    ## From when a graph is looked at
    `AS OF date`, `KNOWN AT date` and `INCLUDE PLANNED` stand before a statement that reads, behind `EXPLAIN` and `PROFILE`, in any order:
    `AS OF 2022 MATCH (s:Site)-[:OPERATED_BY]->(o) RETURN s.name, o.name`. A date is `2025`, `2025-H1`, `2025-Q3`, `2025-09` or `2025-09-23`,
    with or without quotes, or a parameter. The statement then runs on a smaller graph: every pattern, path, count and procedure.
    - `AS OF` leaves out relationships that held on no day of the period. One holds from the first day of its `start` up to the first day of its `end`,
      which is not part of it; what ends in the period in which it starts holds to the end of that period. Without dates it always holds.
    - What is planned (`status`) does not hold before its date, nor without one, unless `INCLUDE PLANNED` is said. What has `ended` without an `end` had
      ended by the date at which that was told.
    - `KNOWN AT` leaves out what was learnt later: relationships by `start_as_of`, else `as_of`, claims, articles and verdicts by `date`, observations by the
      `date` of their source. What is dated by a month was known when the month was over.
    - Of a relationship whose end was told later (`end_as_of`, else `as_of`), the end is left out: it is `asserted`, and holds. While only its first source was
      known, `source`, `as_of` and `confidence` are those of the first source.
    - Things are never left out, only what is said of them: also the `status` and the `note` of a thing that was looked up later.

    ## Procedures
    \(procedures)

    ## Functions
    \(functions)
    """ + "\n"
  }

  private static var procedures: String {
    let rows = (DatabaseProcedures.signatures + GraphProcedures.signatures).map { signature in
      "| `\(signature.text.replacing("|", with: "\\|"))` | \(signature.summary) |"
    }
    return "They see the graph that the query sees. Options are a map and may be left out.\n\n| procedure | gives |\n|---|---|\n"
      + rows.joined(separator: "\n")
  }

  private static let extensions = [
    "`shortestPath((a)-[:R*]-(b))` and `allShortestPaths(…)`, in MATCH and as values; conditions on the path are part of the search",
    "keys that are worked out: `SET n[key] = value`, `REMOVE n[key]`", "`FOREACH (x IN list | updates)`",
    "`CALL { … }` and `CALL (a, b) { … }`, for each row, with UNION, and for their effects only; what the brackets name is seen to the end of the inner query",
    "`EXISTS { … }`, `COUNT { … }`, `COLLECT { … }` with patterns or whole queries, which see the variables around them to their end",
    "label expressions: `(n:A|B&!C)`, `(n:%)`, `n IS A`; labels and types that are worked out: `(n:$(names))`, `$any(names)`, also in CREATE, MERGE, SET and REMOVE",
    "type predicates: `x IS :: LIST<INTEGER NOT NULL>`, `x IS NOT TYPED STRING | NULL`",
    "`CASE x WHEN 1, 2 THEN … WHEN < 9 THEN … WHEN IS NULL THEN … END`",
    "`trim(BOTH 'x' FROM s)`, `normalize(s, NFC)`, `s IS NFD NORMALIZED`, `INFINITY`, `NaN`",
    "the clauses `LET x = 1`, `FILTER condition`, `FOR x IN list`, `INSERT`, `NODETACH DELETE`, `FINISH`, and `ORDER BY`, `OFFSET` and `LIMIT` as clauses of their own",
    "`query NEXT query`: the rows of the first are where the second starts; each part of a UNION gets all of them",
    "`WHEN condition THEN query WHEN … THEN … ELSE query`, decided for each row; a branch of several parts stands in `{ }`",
    "`allReduce(total = 0, x IN list | total + x, total < 9)`: whether a condition holds after each step",
    "`USING INDEX`, `USING SCAN`, `USING JOIN` and `CYPHER 25` are read and change nothing",
    "conditions inside patterns: `(n:A WHERE n.x > 1)-[r:R WHERE r.y < 2]->()`", "map projections: `n{.name, .*, other: 1}`",
    "regular expressions: `n.name =~ 'Al.*'`, in the notation of Java without back references, lookaround and possessive repetition",
    "quantified path patterns: `((a)-[r:R]->(b) WHERE a.x < b.x){1,3}`, `-[:R]->+`, also with repeated parts in repeated parts, whose variables are lists of lists",
    "path modes `WALK`, `TRAIL`, `ACYCLIC`, `SIMPLE`",
    "selectors: `ANY k`, `SHORTEST k`, `ALL SHORTEST`, `SHORTEST k GROUPS`. Beside other patterns of a MATCH each chooses among its own paths before they are joined and before WHERE, and may use the relationships of the others. What is said of the two ends alone comes first; where both are told by a property (`a.name = …`) or known, no more paths are looked at than it takes to choose",
    "match modes: `MATCH REPEATABLE ELEMENTS …`, `MATCH DIFFERENT RELATIONSHIPS …`",
    "`EXPLAIN` shows the plan and how many rows are expected of each step, `PROFILE` also how many it gave and the stored chunks it read",
    "`CREATE INDEX` on one or several properties of nodes or relationships, `CREATE CONSTRAINT` (unique, exists, type, key) on nodes and relationships, `DROP` of both. An index is asked for `=` and `IN`; other comparisons are tested where properties are stored",
    "`CREATE FULLTEXT INDEX name FOR (n:A|B) ON EACH [n.p, n.q]`, on relationships too, asked by `CALL db.index.fulltext.queryNodes(name, text) YIELD node, score` and `queryRelationships`: words, `\"phrases\"`, `begin*`, `property:word`, `AND`, `OR`, `NOT`, `+`, `-`",
    "`SHOW INDEXES`, `SHOW CONSTRAINTS`, `SHOW FUNCTIONS`, `SHOW PROCEDURES`, each with `YIELD`, `WHERE` and `RETURN`; `db.labels()`, `db.relationshipTypes()`, `db.propertyKeys()`",
    "`LOAD CSV [WITH HEADERS] FROM 'file.csv' AS row`, from files below an allowed folder only",
    "`CALL { … } IN TRANSACTIONS OF n ROWS`, with `ON ERROR` and `REPORT STATUS`",
  ]

  private static var functions: String {
    var text = ""
    var family = ""
    for entry in FunctionReference.entries {
      if entry.family != family {
        family = entry.family
        text += "\n### \(family.prefix(1).uppercased() + family.dropFirst())\n\n| function | gives | example |\n|---|---|---|\n"
      }
      let signatures = entry.signatures.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: "<br>")
      text += "| \(signatures) | \(entry.summary) | `\(entry.example.replacing("|", with: "\\|"))` |\n"
    }
    return text
  }
}
