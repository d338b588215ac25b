import Sillage
import TestKit
import Testing

@Suite("Sessions")
struct SessionTests {
  private func answers(_ lines: [String], write: Bool = true) throws -> [String] {
    let session = Session(try GraphDatabase.inMemory(), mayWrite: write)
    return lines.map { line in
      var out: [UInt8] = []
      session.answer(Array(line.utf8), into: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  @Test("A request a line, values typed, batches in one answer")
  func requests() throws {
    let answers = try answers([
      #"{"query":"CREATE (n:A {x: $x}) RETURN n.x AS x","params":{"x":{"$float":"1.0"}}}"#,
      #"{"query":"UNWIND $l AS v RETURN v","batch":[{"l":[1,"a"]},{"l":[]}]}"#,
      #"{"query":"MATCH (n:A) RETURN n"}"#,
    ])
    #expect(
      answers[0]
        == #"{"columns":["x"],"rows":[[{"$float":"1.0"}]],"stats":{"nodes_created":1,"properties_set":1,"labels_added":1}}"#)
    #expect(
      answers[1]
        == #"{"results":[{"columns":["v"],"rows":[[1],["a"]],"stats":{}},{"columns":["v"],"rows":[],"stats":{}}]}"#)
    #expect(answers[2].contains(#"{"$node":{"id":1,"labels":["A"],"props":{"x":{"$float":"1.0"}}}}"#))
  }

  @Test("What goes wrong is in the answer, and the session goes on")
  func faults() throws {
    let answers = try answers([
      "nonsense", #"{"params":{}}"#, #"{"query":"RETURN x"}"#, #"{"query":"RETURN 1/0"}"#, #"{"query":"RETURN 1 AS one"}"#,
    ])
    #expect(answers[0].contains("no JSON"))
    #expect(answers[1].contains("needs a `query`"))
    #expect(answers[2].contains(#""phase":"compile time","type":"SyntaxError","detail":"UndefinedVariable""#))
    #expect(answers[2].contains(#""line":1,"column":8"#))
    #expect(answers[3].contains(#""phase":"runtime""#))
    #expect(answers[4] == #"{"columns":["one"],"rows":[[1]],"stats":{}}"#)
  }

  @Test("What the database refuses is told with its code and what to do")
  func failuresOfTheStore() {
    var out: [UInt8] = []
    _ = JSONWriter.append(AnswerJSON.object(.store(StoreError(.busy, "database is locked"))), to: &out)
    let text = String(decoding: out, as: UTF8.self)
    #expect(text.contains(#""detail":"StoreFailure","code":"E505","message":"database is locked","hint":"another process writes to it"#), "\(text)")
  }

  /// Queries whose steps work row by row, and others. Each is asked for all sets at once and for one after the other.
  @Test(
    "A batch is answered as its sets one by one",
    arguments: [
      "MATCH (n:A {i: $i}) RETURN n.i AS i, n.s AS s, $i AS asked", "MATCH (n:A {i: $i})-[r:R]->(m) RETURN m.i AS i, type(r) AS t",
      "MATCH (n:A) WHERE n.i > $i AND n.s IN $list RETURN n", "UNWIND $list AS x RETURN x, x = $i AS same",
      "MATCH (n:A {i: $i}) OPTIONAL MATCH (n)-[:R*1..2]->(m) WHERE m.s <> $list[0] RETURN n.i, m.i", "RETURN $i + 1 AS next, $list[0] AS first",
      "RETURN toString($i) + '!' AS t, size([$i, 2]) AS n, toUpper('a') AS u",
      "MATCH (a:A) WHERE a.i + 0 >= $i * 2 AND EXISTS { (a)-[:R]->(:A {i: $i + 3}) } RETURN a.i AS i ORDER BY i",
      "MATCH p = shortestPath((a:A {i: 1})-[:R*]->(b:A {i: $i})) RETURN length(p) AS n", "RETURN 10 / $i AS n, [x IN $list WHERE x <> $i] AS rest",
      "MATCH (n:A {i: $i}) WITH n.s AS s RETURN s, $i AS i", "MATCH (n:A) RETURN n.i AS i ORDER BY i LIMIT $i",
      "MATCH (n:A {i: $i})-[:R]->(m) RETURN count(m) AS n", "MATCH (n:A) WHERE EXISTS { (n)-[:R]->({i: $i}) } RETURN n.i AS i",
      "MATCH (n:A {i: $i}) RETURN [(n)-[:R]->(m) | m.i + $i] AS l",
      "MATCH (n:A {i: 3})-[r:R]->(m) WHERE r.w >= $i RETURN m.i AS i, r.w AS w", "MATCH (n:A {s: $list[0]})-[r:R {w: $i}]-(m) RETURN n.i, m.i",
      "MATCH (n:A {i: 5})-[:R]-(m) WHERE m.s STARTS WITH $list[0] RETURN m.i AS i", "MATCH (n:A {s: 's1'})-[r:R]->(m) WHERE r.w IN $list RETURN r.w",
      "MATCH (n:A {i: $i})-[:R]->()-[r:R]->(m) WHERE r.w > 5 AND m.s <> $list[0] AND r.w < $i * 4 RETURN m.i AS i, r.w AS w",
      "MATCH (n:A {i: $i}) CALL (n) { MATCH (n)-[:R]->(m) RETURN m ORDER BY m.i LIMIT 1 } RETURN m.i AS i",
    ])
  func batches(query: String) throws {
    let sets =
      (0...40).map { #"{"i":\#($0 % 12),"list":["s\#($0 % 3)",\#($0 % 5),null]}"# } + [
        #"{"i":"word","list":[]}"#, #"{"i":null,"list":null}"#, #"{"i":3}"#, #"{"i":{"$float":"2.0"},"list":[1]}"#, "7", #"{"i":4,"list":["s1"]}"#,
      ]
    for compacted in [false, true] {
      let database = try GraphDatabase.inMemory()
      let write = QueryOptions(mayWrite: true)
      for text in [
        "UNWIND range(1, 10) AS i CREATE (:A {i: i, s: 's' + (i % 3)})", "CREATE INDEX FOR (n:A) ON (n.i)",
        "MATCH (a:A), (b:A) WHERE b.i = a.i + 1 OR b.i = a.i + 2 CREATE (a)-[:R {w: a.i + b.i}]->(b)",
      ] {
        _ = try database.query(text, options: write)
      }
      if compacted { try database.optimize() }
      let session = Session(database, mayWrite: false)
      func answer(_ request: String) -> String {
        var out: [UInt8] = []
        session.answer(Array(request.utf8), into: &out)
        return String(decoding: out, as: UTF8.self)
      }
      let single = sets.map { answer(#"{"query":"\#(query)","params":\#($0)}"#) }
      let batch = answer(#"{"query":"\#(query)","batch":[\#(sets.joined(separator: ","))]}"#)
      #expect(batch == #"{"results":[\#(single.joined(separator: ","))]}"#)
      #expect(single.contains { $0.contains(#""rows":[["#) }, "some set finds something")
    }
  }

  /// The label is unknown at first, then made by the session, then by another connection, which also brings a second property.
  @Test("A question that is asked again sees what was changed meanwhile, by whomever")
  func askingAgain() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    let database = try GraphDatabase.create(path)
    defer { database.close() }
    let session = Session(database, mayWrite: true)
    func answer(_ request: String) -> String {
      var out: [UInt8] = []
      session.answer(Array(request.utf8), into: &out)
      return String(decoding: out, as: UTF8.self)
    }
    let question = #"{"query":"MATCH (n:A) RETURN count(n), sum(n.x + $y)","params":{"y":1}}"#
    #expect(answer(question).contains(#""rows":[[0,0]]"#))
    #expect(answer(question).contains(#""rows":[[0,0]]"#))
    _ = answer(#"{"query":"CREATE (:A {x: 5})"}"#)
    #expect(answer(question).contains(#""rows":[[1,6]]"#))
    let other = try GraphDatabase.open(path, writable: true)
    _ = try other.query("CREATE (:A {x: 10, z: 2})", options: QueryOptions(mayWrite: true))
    try other.optimize()
    other.close()
    #expect(answer(question).contains(#""rows":[[2,17]]"#))
    #expect(answer(question.replacing("1}", with: "2}")).contains(#""rows":[[2,19]]"#))
    #expect(answer(question.replacing("1}", with: #""word"}"#)).contains("error"))
    #expect(answer(question).contains(#""rows":[[2,17]]"#))
  }

  @Test("A session that may not write says so, and writes nothing")
  func readOnly() throws {
    let answers = try answers([#"{"query":"CREATE (:A)"}"#, #"{"query":"MATCH (n) RETURN count(n)"}"#], write: false)
    #expect(answers[0].contains("ReadOnlyQuery"))
    #expect(answers[1].contains(#""rows":[[0]]"#))
  }
}
