import Sillage
import Testing

/// What is asked of whole columns or where properties are stored is what each row by itself would answer.
@Suite("Columns and rows")
struct ColumnwiseTests {
  enum Store: CaseIterable { case rows, base, mixed }

  /// 4,000 nodes of which some properties are missing, and some of the others of another type.
  private static func database(_ store: Store) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      """
      UNWIND range(0, 3999) AS i
      CREATE (:A {i: i, n: 'Name-' + (i * 7919) % 4000, k: i % 13, c: ['FR', 'DE', 'É', ''][i % 4], f: i / 8.0 - 100,
        d: date('2020-01-01') + duration({days: i % 900}), m: CASE i % 3 WHEN 0 THEN i WHEN 1 THEN toString(i) ELSE i / 2.0 END})
      """,
      "MATCH (a:A) WHERE a.i % 10 = 3 REMOVE a.k, a.c, a.d",
      "UNWIND range(0, 40) AS i CREATE (:B {k: i % 17, c: ['DE', 'FR', null, 'IT'][i % 4], w: i})",
    ] {
      _ = try database.query(text, options: write)
    }
    if store != .rows { try database.optimize() }
    if store == .mixed { _ = try database.query("MATCH (a:A) WHERE a.i % 7 = 2 SET a.k = a.k + 1, a.n = a.n + '!'", options: write) }
    return database
  }

  /// What the condition of a row must be answered by without the help of columns: the same question of one row at a time.
  private static let conditions = [
    "a.k <> 4", "a.k <> 4.0", "a.k <> 'x'", "a.c <> 'FR'", "a.c <> 3", "a.f <> 0", "a.d <> date('2020-01-05')",
    "a.k IN [1, 5.0, 'x', null]", "a.k IN [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12]", "a.d IN [date('2020-01-02'), date('2021-03-04'), 7]",
    "a.d >= date('2020-02-01') AND a.d < date('2020-03-01')", "a.d > date('2022-06-10')", "date('2020-01-03') = a.d",
    "a.n >= 'Name-39'", "a.n < 'Name-1'", "a.n <= 'Name'", "a.n > 'Namf'", "a.n > 'Name-3999'", "a.n <> 'Name-1'",
    "a.k = 3 OR a.n ENDS WITH '77'", "a.k > 11 OR a.c = 'É' AND a.f < 0 OR a.d = date('2020-01-01')", "a.k = 1 OR a.k = 1",
    "(a.k = 2 OR a.c = '') AND a.i > 3000", "a.k IS NOT NULL OR a.d IS NULL", "a.m = 30 OR a.m = '31'",
    "a.k * 2 + 1 = 9", "a.i % 7 = 3 AND a.i / 2 > 1500", "a.f * a.f < 4", "a.k + a.f > 300", "-a.k = -3", "a.k ^ 2 = 25", "a.i - a.k = 40",
    "a.c = 'FR' = (a.k = 3)", "NOT (a.k > 3 AND a.c = 'DE')", "NOT a.k IN [1, 2]", "a.n CONTAINS '99' XOR a.k = 3",
    "CASE WHEN a.k > 5 THEN a.i WHEN a.k > 2 THEN a.f ELSE 0 END > 50", "CASE a.c WHEN 'FR' THEN true WHEN 'DE' THEN false END",
    "size(a.c) = 1", "size(a.n) > 8", "toLower(a.c) = 'fr'", "a.i IN [a.k, a.k * 10]", "a.k IN []", "a.c = 'F' + 'R'",
    "a.d.year = 2021", "a.d.month IN [1, 2]", "a.d.dayOfWeek > 5 OR a.d.week = 3", "a.d.weekYear <> a.d.year", "a.d.ordinalDay < a.k",
    "a.d.quarter + a.k = 5", "a.d.quarterDay = a.d.day", "a.d.day = 29 AND a.d.month = 2",
  ]

  @Test("Conditions", arguments: Store.allCases)
  func conditions(store: Store) throws {
    let database = try Self.database(store)
    for condition in Self.conditions {
      // A list that is made first hides the node from every scan, and each element is a row of its own.
      let alone = "MATCH (a:A) WITH collect(a) AS all RETURN [a IN all WHERE \(condition) | a.i] AS found"
      guard case .list(let expected)? = try database.query(alone).rows.first?.first else { throw UnexpectedAnswer() }
      for off: Set<Rule> in [[], [.testInScan]] {
        let query = "MATCH (a:A) WHERE \(condition) RETURN a.i AS i ORDER BY i"
        let rows = try database.query(query, options: QueryOptions(disabledRules: off)).rows
        #expect(rows.map { $0[0] } == expected, "\(condition) without \(off)")
      }
    }
  }

  @Test("Answers that are worked out beside the program", arguments: Store.allCases)
  func knownAnswers(store: Store) throws {
    let database = try Self.database(store)
    /// `k` is nil where it was removed, and one more where it was changed.
    func check(_ condition: String, _ holds: (_ i: Int, _ k: Int?) -> Bool) throws {
      let expected = (0..<4000).filter { i in
        let k = i % 10 == 3 ? nil : store == .mixed && i % 7 == 2 ? i % 13 + 1 : i % 13
        return holds(i, k)
      }
      let rows = try database.query("MATCH (a:A) WHERE \(condition) RETURN a.i AS i ORDER BY i").rows
      #expect(rows == expected.map { [.integer(Int64($0))] }, "\(condition)")
    }
    try check("a.i % 7 = 3 AND a.i / 2 > 1500") { i, _ in i % 7 == 3 && i / 2 > 1500 }
    try check("a.k * a.k - a.k = 30") { _, k in k == 6 }
    try check("a.d.month = 2 AND a.d.day = 29") { i, _ in i % 10 != 3 && i % 900 == 59 }
    try check("a.d.year = 2020") { i, _ in i % 10 != 3 && i % 900 < 366 }
    try check("a.k <> 4") { _, k in k != nil && k != 4 }
    try check("NOT (a.k <> 4 OR a.i < 10)") { i, k in k == 4 && i >= 10 }
    try check("a.f + a.k >= 400") { i, k in if let k { Double(i) / 8 - 100 + Double(k) >= 400 } else { false } }
    try check("(a.k IN [1, 2, 30] OR a.n ENDS WITH '0') AND a.i < 100") { i, k in
      i < 100 && (k == 1 || k == 2 || !(store == .mixed && i % 7 == 2) && (i * 7919) % 4000 % 10 == 0)
    }
    try check("CASE WHEN a.k > 5 THEN a.i WHEN a.k IS NULL THEN -1 ELSE 0 END < 0") { _, k in k == nil }
    try check("a.n > 'Name-3998'") { i, _ in
      let n = (i * 7919) % 4000
      return "Name-\(n)\(store == .mixed && i % 7 == 2 ? "!" : "")" > "Name-3998"
    }
  }

  @Test("Properties of nodes that may be null", arguments: Store.allCases)
  func nullNodes(store: Store) throws {
    let database = try Self.database(store)
    let query = """
      MATCH (a:A) WHERE a.i < 60 OPTIONAL MATCH (b:B {w: a.i}) RETURN b.w AS w, coalesce(b.k, -1) AS k, coalesce(b.c, 'none') AS c, coalesce(b.k, b.c, 0.5) AS x
      ORDER BY a.i
      """
    let expected = (0..<60).map { i -> [ResultValue] in
      guard i <= 40 else { return [.null, .integer(-1), .string("none"), .float(0.5)] }
      let country: ResultValue = .string(["DE", "FR", "none", "IT"][i % 4])
      return [.integer(Int64(i)), .integer(Int64(i % 17)), country, .integer(Int64(i % 17))]
    }
    #expect(try database.query(query).rows == expected)
    #expect(try database.query("MATCH (a:A) WHERE a.i < 9 OPTIONAL MATCH (b:Z) RETURN b.k AS k, coalesce(b.k, a.i) AS i ORDER BY a.i").rows
      == (0..<9).map { [.null, .integer($0)] })
  }

  @Test("Functions of a column of texts")
  func textFunctions() throws {
    let database = try GraphDatabase.inMemory()
    let query = """
      UNWIND ['Cléon', 'Alpine', '', null, 'É', 'a\u{301}b'] AS t
      WITH t RETURN toLower(t) AS l, toUpper(t) AS u, size(t) AS s, left(t, 2) AS a, right(t, 2) AS b, substring(t, 1) AS c, substring(t, 1, 2) AS d,
        substring(t, 9, 1) AS e, left(t, 0) AS f, right(t, 99) AS g
      """
    func row(_ texts: [String?], _ size: Int64?) -> [ResultValue] {
      var row = texts.map { $0.map(ResultValue.string) ?? .null }
      row.insert(size.map(ResultValue.integer) ?? .null, at: 2)
      return row
    }
    #expect(
      try database.query(query).rows == [
        row(["cléon", "CLÉON", "Cl", "on", "léon", "lé", "", "", "Cléon"], 5),
        row(["alpine", "ALPINE", "Al", "ne", "lpine", "lp", "", "", "Alpine"], 6),
        row(["", "", "", "", "", "", "", "", ""], 0),
        row([nil, nil, nil, nil, nil, nil, nil, nil, nil], nil),
        row(["é", "É", "É", "É", "", "", "", "", "É"], 1),
        row(["a\u{301}b", "A\u{301}B", "a\u{301}", "\u{301}b", "\u{301}b", "\u{301}b", "", "", "a\u{301}b"], 3),
      ])
    #expect(throws: SillageError.self) { try database.query("UNWIND ['a', 'b'] AS t RETURN left(t, -1)") }
    #expect(throws: SillageError.self) { try database.query("UNWIND [1, 2] AS t RETURN toUpper(t)") }
    #expect(try database.query("UNWIND [[1], [1, 2]] AS t RETURN size(t) AS s").rows == [[.integer(1)], [.integer(2)]])
    #expect(try database.query("UNWIND ['ab', 'cd'] AS t RETURN left(t, null) AS s").rows == [[.null], [.null]])
  }

  @Test("The first rows are those of the whole order", arguments: Store.allCases)
  func firstRows(store: Store) throws {
    let database = try Self.database(store)
    for keys in [
      "a.n", "a.n DESC", "a.c, a.n", "a.c DESC, a.f", "a.d, a.n DESC", "a.d DESC, a.i", "a.m, a.i", "a.m DESC, a.i DESC", "a.k % 5, a.n", "a.f DESC",
    ] {
      let all = try database.query("MATCH (a:A) RETURN a.i AS i, a.k % 3 AS k ORDER BY \(keys)", options: QueryOptions(disabledRules: [.keepTopRows]))
        .rows
      #expect(all.count == 4000)
      for (skip, limit) in [(0, 7), (5, 20), (1500, 30), (3990, 50), (5000, 2), (3, 0)] {
        let query = "MATCH (a:A) RETURN a.i AS i, a.k % 3 AS k ORDER BY \(keys) SKIP \(skip) LIMIT \(limit)"
        #expect(try database.query(query).rows == Array(all.dropFirst(skip).prefix(limit)), "\(query)")
      }
    }
    #expect(try database.query("MATCH (a:A) RETURN a.i ORDER BY a.i SKIP 1 LIMIT 9223372036854775807").rows.count == 3999)
    #expect(throws: SillageError.self) { try database.query("MATCH (a:A) RETURN a.i ORDER BY a.i SKIP -1 LIMIT 3") }
    // What fails in a row that is not among the first fails all the same.
    #expect(throws: SillageError.self) { try database.query("MATCH (a:A) RETURN a.n AS n, 1 / (a.i - 3000) AS x ORDER BY n LIMIT 1") }
  }

  @Test("Nodes that hold the same are found as by looking at each pair", arguments: Store.allCases)
  func joins(store: Store) throws {
    let database = try Self.database(store)
    for condition in [
      "a.k = b.k", "a.k = b.k AND a.c = b.c", "b.c = a.c AND b.k < 9", "a.k = b.k AND a.i > b.w", "a.m = b.w", "a.f = b.w",
      "a.c = b.c AND a.n STARTS WITH 'Name-1'",
    ] {
      let query = "MATCH (b:B), (a:A) WHERE \(condition) RETURN b.w AS w, a.i AS i"
      let expected = try database.query(query, options: QueryOptions(disabledRules: [.testInScan])).rows
      let rows = try database.query(query).rows
      #expect(rows == expected && !rows.isEmpty, "\(condition)")
    }
  }

  @Test("What cannot be worked out fails where a row needs it, and only there")
  func fixedFailures() throws {
    let database = try Self.database(.base)
    for condition in ["a.d > date('no date')", "a.i = 1 / 0", "a.i = 3 OR a.d = date('no date')"] {
      #expect(throws: SillageError.self, "\(condition)") { try database.query("MATCH (a:A) WHERE \(condition) RETURN a") }
      #expect(try database.query("MATCH (a:C) WHERE \(condition) RETURN a").rows.isEmpty, "\(condition)")
    }
    #expect(throws: SillageError.self) { try database.query("MATCH (a:A) RETURN a.i * 9223372036854775807") }
    #expect(throws: SillageError.self) { try database.query("MATCH (a:A) RETURN 1 % a.i") }
  }

  private struct UnexpectedAnswer: Error {}
}
