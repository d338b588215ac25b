import Sillage
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

  @Test("A session that may not write says so, and writes nothing")
  func readOnly() throws {
    let answers = try answers([#"{"query":"CREATE (:A)"}"#, #"{"query":"MATCH (n) RETURN count(n)"}"#], write: false)
    #expect(answers[0].contains("ReadOnlyQuery"))
    #expect(answers[1].contains(#""rows":[[0]]"#))
  }
}
