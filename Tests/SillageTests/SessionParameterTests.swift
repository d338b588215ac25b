import Sillage
import TestKit
import Testing

/// Parameters are read straight into values, long lists of objects into tables. What was read is told by writing it again.
@Suite("Parameters of sessions")
struct SessionParameterTests {
  private func answer(_ request: String) throws -> String {
    let session = Session(try GraphDatabase.inMemory(), mayWrite: false)
    var out: [UInt8] = []
    session.answer(Array(request.utf8), into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func echo(_ json: String) throws -> String {
    try answer(#"{"query":"RETURN $x AS x","params":{"x":\#(json)}}"#)
  }

  /// The same values as answers are written, read the other way: as JSON first.
  private func typed(_ json: String) throws -> String {
    var out: [UInt8] = []
    TypedJSON.append(try TypedJSON.parameter(JSONReader.read(json)), to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test(
    "Whatever is given comes back",
    arguments: [
      "null", "true", "-7", "1.5", #""é""#, "[]", "{}", "[{}]", "[{},{}]", #"[{"a":1},{}]"#, #"[{},{"a":1},{"a":2}]"#,
      #"[{"a":1,"b":"x"},{"a":2,"b":"y"},{"a":3,"b":null}]"#, #"[{"a":1,"b":2},{"b":3,"a":4},{"a":5,"b":6}]"#,
      #"[{"a":1,"b":2},{"a":3},{"a":4,"b":5,"c":6},{"a":7,"b":8,"c":9}]"#, #"[{"a":1},7,{"a":2},[{"a":3},{"a":4}],{"a":5}]"#,
      #"[{"a":{"b":1}},{"a":{"b":2}},{"a":{"c":3}}]"#, #"[{"a":[{"b":1},{"b":2}]},{"a":[{"b":3},{"c":4}]}]"#,
      #"[{"$date":"2026-11-26"},{"$date":"2026-11-27"}]"#, #"[{"a":{"$date":"2026-11-26"}},{"a":{"$duration":"P1D"}},{"a":1}]"#,
      #"[{"$a":1,"b":2},{"$a":3,"b":4}]"#, #"{"$map":{"$date":"no date"}}"#, #"[{"a":1},{"$map":{"$a":2}},{"a":3}]"#,
      #"[{"a":1,"b":"x"},{ "a" : -2 , "b" : "y z" },{"a":-0,"b":"é"},{"a":4,"b":"\"\n"},{"a":5,"b":""}]"#,
      #"[{"a":1},{"a":999999999999999999},{"a":-9223372036854775808},{"a":9223372036854775807},{"a":0}]"#,
      #"[{"a":"x"},{"a":1},{"a":"y"},{"a":false}]"#, #"[{"a":1},{"a":2,"b":3},{"a":4},{"b":5}]"#, #"[{"a":1},{"aa":2},{"a":3}]"#,
      #"[{"a":1},{"a":"x"},{"a":1.5},{"a":[1]},{"a":true}]"#, #"[{"a":null},{"a":null},{"a":1},{"a":null},{"a":"x"}]"#,
      #"[{"a":0.1},{"a":-0.0},{"a":0.14285714285714285},{"a":123456789012.345},{"a":1234567890123.456},{"a":1e3},{"a":2.5e-8}]"#,
      #"[{"a":9007199254740993.5},{"a":1234567890123456789012.25},{"a":null},{"a":3.0}]"#,
      #"[{"a":true,"b":"é"},{"a":false,"b":"日本"},{"a":null,"b":"é\n"},{"a":true,"b":null},{"a":0,"b":"x"}]"#,
      #"[{"a":null},{"a":null}]"#, #"[{"a":null},{"a":true},{"a":[null]},{"a":null}]"#,
      #"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":{"a":10}}"#,
    ])
  func echoes(json: String) throws {
    #expect(try echo(json) == #"{"columns":["x"],"rows":[[\#(try typed(json))]],"stats":{}}"#)
  }

  @Test(
    "What is wrong with an object is told, also where it is like the one before",
    arguments: [
      (#"{"a":01}"#, "expected `,` or `}` in an object"), (#"{"a":-}"#, "expected a digit"), (#"{"a":2"#, "expected `,` or `}` in an object"),
      (#"{"a":2,}"#, "expected a name in quotes"), (#"{"a" 2}"#, "expected `:` after a name"), (#"{"a":2,"a":3}"#, "stands twice"),
      (#"{"a":"x"#, "the string is not closed"), (#"{"a":12e}"#, "expected a digit"), (#"{"a":9223372036854775808}"#, "does not fit 64 bits"),
      (#"{"a":"x"]"#, "expected `,` or `}` in an object"), (#"{"a":1.}"#, "expected a digit"), (#"{"a":tru}"#, "expected `true`"),
      (#"{"a":nullx}"#, "expected `,` or `}` in an object"), (#"{"a":01.5}"#, "expected `,` or `}` in an object"),
      (#"{"a":-.5}"#, "expected a digit"), (#"{"a":1.5.5}"#, "expected `,` or `}` in an object"),
    ])
  func faults(object: String, message: String) throws {
    for first in [#"{"a":1}"#, #"{"a":"x"}"#] {
      let answer = try answer(#"{"query":"RETURN $x AS x","params":{"x":[\#(first),\#(object)]}}"#)
      #expect(answer.contains("error") && answer.contains(message), "\(answer)")
    }
  }

  @Test("What lists of random objects hold under a name is what was written there")
  func members() throws {
    var random = SeededRandom(seed: 20_261_126)
    for _ in 0..<60 {
      var (objects, held): ([String], [String]) = ([], [])
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let names = [["a", "b"], ["b", "a"], ["b"], ["a", "c", "b"], ["d", "a"]][
          Bool.random(using: &random) ? 0 : Int.random(in: 0..<5, using: &random)]
        let values = names.map { _ in
          [#""a text that is long""#, "12", "null", "2.5", #"["x"]"#, #"{"e":1}"#, "true", "0.30000000000000004"].randomElement(using: &random) ?? "null"
        }
        objects.append("{" + zip(names, values).map { #""\#($0)": \#($1)"# }.joined(separator: ", ") + "}")
        held.append(zip(names, values).first { $0.0 == "a" }?.1 ?? "null")
      }
      let list = "[" + objects.joined(separator: " , ") + "]"
      for query in ["UNWIND $x AS r RETURN r.a AS a", "UNWIND [r IN $x | r.a] AS a RETURN a", "UNWIND [r IN $x | r['a']] AS a RETURN a"] {
        let rows = try held.map { "[\(try typed($0))]" }.joined(separator: ",")
        #expect(
          try answer(#"{"params":{"x":\#(list)},"query":"\#(query)"}"#) == #"{"columns":["a"],"rows":[\#(rows)],"stats":{}}"#,
          "\(list)")
      }
    }
  }

  @Test(
    "What is no date is told in words for a person",
    arguments: [
      (#"{"$date":"2024-02-30"}"#, #"\"2024-02-30\" is no date: day must be from 1 to 29, and not 30"#),
      (#"{"$duration":"P1X"}"#, #"\"P1X\" is no duration: "#), (#"{"$localtime":"25:00"}"#, #"\"25:00\" is no localtime: "#),
    ])
  func dates(json: String, says: String) throws {
    let answer = try echo(json)
    #expect(answer.contains(#""message":"parameter `x`: \#(says)"#) && !answer.contains("Error("), "\(answer)")
  }

  @Test("What is no parameter is told with its name, and the other sets are answered")
  func faults() throws {
    let batch = try answer(
      #"{"query":"RETURN $x AS x","batch":[{"x":1},{"x":[{"a":{"$date":"never"}}]},{"x":{"$node":1}},{"x":2,"y":{"$float":3}},[],{"x":3}]}"#)
    #expect(batch.hasPrefix(#"{"results":[{"columns":["x"],"rows":[[1]],"stats":{}},{"error":"#))
    #expect(batch.contains(#"parameter `x`: \"never\" is no "#))
    #expect(batch.contains("parameter `x`: a parameter cannot hold a node, a relationship or a path"))
    #expect(batch.contains("parameter `y`: `$float` needs the text of a number"))
    #expect(batch.contains("`params` is an object, not an array"))
    #expect(batch.hasSuffix(#"},{"columns":["x"],"rows":[[3]],"stats":{}}]}"#))
    #expect(try answer(#"{"query":"RETURN 1","batch":{}}"#).contains("`batch` is a list of parameter sets, not an object"))
    #expect(try answer("[1]").contains("a request is a JSON object, not an array"))
    #expect(try answer(#"{"query":7}"#).contains("a request needs a `query`"))
    #expect(try answer(#"{"query":"RETURN 1","params":{"a":[{"b":1},{"b":2,"b":3}]}}"#).contains("the name `b` stands twice in one object at byte"))
    #expect(try answer(#"{"query":"RETURN 1","params":{"a":[{"b":1},{"b":2}}}"#).contains("the request is no JSON: expected `,` or `]` in an array"))
  }
}
