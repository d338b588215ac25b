import GraphModel
import TestKit
import Testing

@testable import ResultFormats

@Suite("What a reader of an answer sees of the graph")
struct MaterialiserTests {
  private let graph = MemoryGraph()

  private func cleonAndMotor() throws -> (NodeID, NodeID, RelationshipID) {
    let name = try graph.makePropertyKey(named: "name")
    let cleon = try graph.createNode(
      labels: [graph.makeLabel(named: "Site"), graph.makeLabel(named: "Plant")],
      properties: [(key: name, value: .string("Cléon"))])
    let motor = try graph.createNode(labels: [graph.makeLabel(named: "Motor")], properties: [])
    let since = try graph.makePropertyKey(named: "since")
    let produces = try graph.createRelationship(
      graph.makeRelationshipType(named: "PRODUCES"), from: cleon, to: motor,
      properties: [(key: since, value: .date(CalendarDate(daysSinceEpoch: 20354)))])
    return (cleon, motor, produces)
  }

  @Test func nodesRelationshipsAndPaths() throws {
    let (cleon, motor, produces) = try cleonAndMotor()
    var materialiser = ResultMaterialiser(graph)
    let site = ResultNode(id: cleon, labels: ["Site", "Plant"], properties: [ResultField("name", .string("Cléon"))])
    let made = ResultRelationship(
      id: produces, type: "PRODUCES", start: cleon, end: motor,
      properties: [ResultField("since", .temporal(.date, "2025-09-23"))])
    let product = ResultNode(id: motor, labels: ["Motor"], properties: [])
    #expect(try materialiser.value(.node(cleon)) == .node(site))
    #expect(try materialiser.value(.relationship(produces)) == .relationship(made))
    #expect(
      try materialiser.value(.path(Path(nodes: [motor, cleon], relationships: [produces])))
        == .path(ResultPath(nodes: [product, site], relationships: [made])))
    #expect(
      try materialiser.value(.list([.map(ValueMap([("k", .node(motor))])), .null]))
        == .list([.map([ResultField("k", .node(product))]), .null]))
  }

  @Test func rowsOfABatchInTheOrderAsked() throws {
    var materialiser = ResultMaterialiser(graph)
    let batch = Batch(columns: [.integers([1, 2], valid: nil), .strings(["a", ""], valid: [true, false])], count: 2)
    #expect(
      try materialiser.rows(of: batch, columns: [1, 0]) == [[.string("a"), .integer(1)], [.null, .integer(2)]])
  }

  @Test func temporalValuesAreTheirText() throws {
    var materialiser = ResultMaterialiser(graph)
    let time = LocalTime(nanosecondOfDay: 36_000_000_000_000)
    let date = CalendarDate(daysSinceEpoch: 0)
    let moment = LocalDateTime(date: date, time: time)
    #expect(try materialiser.value(.localTime(time)) == .temporal(.localTime, "10:00"))
    #expect(try materialiser.value(.time(OffsetTime(local: time, offsetSeconds: 3600))) == .temporal(.time, "10:00+01:00"))
    #expect(try materialiser.value(.localDateTime(moment)) == .temporal(.localDateTime, "1970-01-01T10:00"))
    #expect(
      try materialiser.value(.dateTime(ZonedDateTime(local: moment, offsetSeconds: 0)))
        == .temporal(.dateTime, "1970-01-01T10:00Z"))
    #expect(try materialiser.value(.duration(CalendarDuration(months: 1, days: 2))) == .temporal(.duration, "P1M2D"))
  }

  @Test func parametersBecomeValues() throws {
    let json = try JSONReader.read(#"{"$map":{"a":[1,{"$float":"1.5"}],"d":{"$date":"1970-01-02"}}}"#)
    let value = try TypedJSON.parameter(json).parameter { kind, text throws(ParameterError) in
      guard kind == .date, text == "1970-01-02" else { throw ParameterError("not asked for") }
      return .date(CalendarDate(daysSinceEpoch: 1))
    }
    guard case .map(let map) = value, case .list(let items)? = map["a"], case .date(let date)? = map["d"] else {
      Issue.record("\(value)")
      return
    }
    #expect(date == CalendarDate(daysSinceEpoch: 1))
    guard items.count == 2, case .integer(1) = items[0], case .float(1.5) = items[1] else {
      Issue.record("\(items)")
      return
    }
    #expect(throws: ParameterError("a parameter cannot hold a node, a relationship or a path")) {
      try ResultValue.node(Answers.cleon).parameter { _, _ in .null }
    }
  }
}
