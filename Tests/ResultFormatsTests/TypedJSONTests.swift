import Testing

@testable import ResultFormats

@Suite("Typed JSON of a session")
struct TypedJSONTests {
  private func written(_ value: ResultValue) -> String {
    var out: [UInt8] = []
    TypedJSON.append(value, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test(
    arguments: [
      (.null, "null"), (.boolean(false), "false"), (.integer(.min), "-9223372036854775808"), (.float(1.5), #"{"$float":"1.5"}"#),
      (.float(2), #"{"$float":"2.0"}"#), (.float(.nan), #"{"$float":"NaN"}"#), (.float(-.infinity), #"{"$float":"-Infinity"}"#),
      (.string("é\n"), #""é\n""#), (.list([.integer(1), .list([])]), "[1,[]]"),
      (.map([ResultField("k", .float(0))]), #"{"$map":{"k":{"$float":"0.0"}}}"#), (.map([]), #"{"$map":{}}"#),
      (.temporal(.localDateTime, "2025-09-23T10:00"), #"{"$localdatetime":"2025-09-23T10:00"}"#),
      (.temporal(.duration, "P1D"), #"{"$duration":"P1D"}"#),
      (
        .node(Answers.cleon),
        #"{"$node":{"id":7,"labels":["PowertrainPlant","Site"],"props":{"id":"cleon-plant","name":"Cléon plant"}}}"#
      ),
      (
        .relationship(Answers.produces),
        #"{"$rel":{"id":3,"type":"PRODUCES","start":7,"end":9,"props":{"status":"asserted"}}}"#
      ),
      (
        .path(ResultPath(nodes: [Answers.motor], relationships: [])),
        #"{"$path":{"nodes":[{"$node":{"id":9,"labels":["Motor"],"props":{}}}],"rels":[]}}"#
      ),
    ] as [(ResultValue, String)])
  func writes(value: ResultValue, text: String) {
    #expect(written(value) == text)
  }

  @Test(
    arguments: [
      (#"{"a":1,"b":[true]}"#, .map([ResultField("a", .integer(1)), ResultField("b", .list([.boolean(true)]))])),
      (#"{"$map":{"$float":"x"}}"#, .map([ResultField("$float", .string("x"))])), ("1.0", .float(1)), ("1", .integer(1)),
      (#"{"$date":"1984-10-11"}"#, .temporal(.date, "1984-10-11")), (#"{"$float":"1e3"}"#, .float(1000)),
    ] as [(String, ResultValue)])
  func readsParameters(text: String, value: ResultValue) throws {
    #expect(try TypedJSON.parameter(JSONReader.read(text)) == value)
  }

  @Test(arguments: [
    (#"{"$node":{"id":1}}"#, "a parameter cannot hold a node, a relationship or a path"),
    (#"[{"$rel":{}}]"#, "a parameter cannot hold a node, a relationship or a path"),
    (#"{"$flaot":"1"}"#, "no such type: `$flaot`"), (#"{"$date":1}"#, "`$date` needs a string, found a number"),
    (#"{"$map":[]}"#, "`$map` needs an object, found an array"),
    (#"{"$float":"one"}"#, "`$float` needs the text of a number, \"NaN\", \"Infinity\" or \"-Infinity\""),
    (#"{"$float":"inf"}"#, "`$float` needs the text of a number, \"NaN\", \"Infinity\" or \"-Infinity\""),
  ])
  func refusesParameters(text: String, message: String) throws {
    let json = try JSONReader.read(text)
    #expect(throws: ParameterError(message)) { try TypedJSON.parameter(json) }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      let value = randomValue(&random, depth: 3)
      #expect(try TypedJSON.parameter(JSONReader.read(written(value))) == value)
    }
  }

  private func randomValue(_ random: inout SplitMix, depth: Int) -> ResultValue {
    switch random.below(depth > 0 ? 8 : 6) {
    case 0: .null
    case 1: .boolean(random.below(2) == 0)
    case 2: .integer(Int64(bitPattern: random.next()))
    case 3: .float(random.float())
    case 4: .string(random.text())
    case 5: .temporal(TemporalKind.allCases[random.below(TemporalKind.allCases.count)], random.text())
    case 6: .list((0..<random.below(4)).map { _ in randomValue(&random, depth: depth - 1) })
    default: .map((0..<random.below(4)).map { ResultField("\($0)" + random.text(), randomValue(&random, depth: depth - 1)) })
    }
  }
}
