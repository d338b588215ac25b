import CypherPlanner
import GraphModel
import Testing

@testable import CypherEngine

@Suite struct FunctionCatalogueTests {
  @Test func namesAreFoundInAnyCaseAndStandForOneFunction() {
    var seen: Set<String> = []
    for name in CypherFunction.allNames { #expect(seen.insert(name.lowercased()).inserted, "\(name) twice") }
    for function in CypherFunction.allCases {
      for name in [function.entry.name] + function.entry.aliases {
        #expect(CypherFunction(named: name.uppercased()) == function)
        #expect(CypherFunction(named: name.lowercased()) == function)
      }
    }
    #expect(CypherFunction(named: "toupperr") == nil)
  }

  @Test(arguments: [
    "startNode", "endNode", "ceil", "floor", "round", "sign", "sqrt", "abs", "exp", "log", "log10", "e", "pi", "sin", "cos", "tan", "cot",
    "asin", "acos", "atan", "atan2", "degrees", "radians", "haversin", "rand", "toLower", "toUpper", "trim", "lTrim", "rTrim", "replace",
    "left", "right", "substring", "split", "reverse", "coalesce", "percentileCont", "percentileDisc", "stDev", "stDevP", "collect", "count",
    "sum", "avg", "min", "max", "size", "length", "head", "last", "tail", "range", "keys", "labels", "type", "id", "properties", "nodes",
    "relationships", "exists", "timestamp", "toBoolean", "toInteger", "toFloat", "toString", "date", "localdatetime.truncate",
    "datetime.fromEpoch", "datetime.fromEpochMillis", "duration", "duration.between", "duration.inMonths", "duration.inDays",
    "duration.inSeconds", "time.realtime", "localtime.statement", "datetime.transaction", "randomUUID", "elementId", "isEmpty", "btrim",
  ])
  func functionsOfTheLanguage(name: String) { #expect(CypherFunction(named: name) != nil) }

  @Test func entriesAreFilledIn() {
    for function in CypherFunction.allCases {
      let entry = function.entry
      #expect(!entry.signatures.isEmpty && !entry.summary.isEmpty && !entry.summary.hasSuffix("."), "\(entry.name)")
      #expect(entry.example.contains(entry.name + "("), "\(entry.name)")
      #expect(entry.isAggregate == function.isAggregate)
    }
  }

  /// The examples that need no graph are evaluated as they stand; a choice has no value for one row by itself.
  @Test func examplesRun() throws {
    for function in CypherFunction.allCases where function.entry.example.hasPrefix("RETURN ") {
      if case .choice = function { continue }
      let text = String(function.entry.example.dropFirst("RETURN ".count))
      #expect(throws: Never.self, "\(text)") { try ExpressionReader.evaluate(text, .forTests()) }
    }
  }

  @Test func callsAreResolved() {
    let cases: [(String, [ValueType], CallResolution)] = [
      ("size", [.list(of: .any)], .result(.integer)), ("size", [.path], .wrongType(position: 0, expected: [.list(of: .any), .string])),
      ("size", [.any], .result(.integer)), ("size", [], .wrongCount), ("labels", [.path], .wrongType(position: 0, expected: [.node])),
      ("labels", [.null], .result(.list(of: .string))), ("type", [.node], .wrongType(position: 0, expected: [.relationship])),
      ("properties", [.string], .wrongType(position: 0, expected: [.node, .relationship, .map])),
      ("head", [.list(of: .integer)], .result(.integer)), ("head", [.any], .result(.any)), ("collect", [.node], .result(.list(of: .node))),
      ("coalesce", [.null, .integer, .float], .result(.number)), ("coalesce", [], .wrongCount),
      ("range", [.boolean, .string], .result(.list(of: .integer))), ("range", [.integer], .wrongCount),
      ("toInteger", [.list(of: .any)], .wrongType(position: 0, expected: [.number, .string, .boolean])), ("abs", [.integer], .result(.integer)),
      ("sqrt", [.integer], .result(.float)), ("sum", [.duration], .result(.duration)), ("date", [], .result(.date)), ("date", [.map], .result(.date)),
      ("substring", [.string, .integer], .result(.string)), ("substring", [.string, .string], .wrongType(position: 1, expected: [.integer])),
    ]
    for (name, arguments, expected) in cases {
      #expect(CypherFunction(named: name)?.entry.resolve(arguments) == expected, "\(name)(\(arguments))")
    }
  }

  @Test func typesJoinAndOverlap() {
    #expect(ValueType(of: .list([.integer(1), .float(2)])) == .list(of: .number))
    #expect(ValueType(of: .list([.integer(1), .string("a")])) == .list(of: .any))
    #expect(ValueType.joined([]) == .any)
    #expect(ValueType.number.overlaps(.integer) && !ValueType.number.overlaps(.string) && ValueType.node.overlaps(.null))
    #expect("\(ValueType.list(of: .integer))" == "LIST<INTEGER>")
  }
}
