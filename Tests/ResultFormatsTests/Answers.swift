import GraphModel

@testable import ResultFormats

/// The answers that the format tests write.
enum Answers {
  static let cleon = ResultNode(
    id: NodeID(7), labels: ["PowertrainPlant", "Site"],
    properties: [ResultField("id", .string("cleon-plant")), ResultField("name", .string("Cléon plant"))])
  static let motor = ResultNode(id: NodeID(9), labels: ["Motor"], properties: [])
  static let produces = ResultRelationship(
    id: RelationshipID(3), type: "PRODUCES", start: NodeID(7), end: NodeID(9),
    properties: [ResultField("status", .string("asserted"))])
  static let path = ResultPath(nodes: [motor, cleon], relationships: [produces])

  static let plain: (columns: [String], rows: [[ResultValue]]) = (
    ["site", "people", "share"],
    [
      [.string("Cléon plant"), .integer(3146), .float(0.5)],
      [.string("Douai"), .null, .float(12)],
      [.null, .integer(-7), .null],
    ]
  )

  static let hostile: (columns: [String], rows: [[ResultValue]]) = (
    ["a|b", "c,\"d\""],
    [
      [.string("line\nend\ttab"), .string("say \"hi\", ok")],
      [.string(""), .string(" edge")],
      [.string("\u{1B}[31mred\u{7}"), .string("<b>&*_`[x]\\")],
      [.string("\u{202E}evil"), .string("cr\rlf")],
    ]
  )

  static let composed: (columns: [String], rows: [[ResultValue]]) = (
    ["v"],
    [
      [.list([.integer(1), .string("a"), .null])],
      [.map([ResultField("k", .boolean(true)), ResultField("odd key", .float(1e21))])],
      [.node(cleon)],
      [.relationship(produces)],
      [.path(path)],
      [.temporal(.date, "2025-09-23")],
    ]
  )

  static func text(
    _ format: ResultFormat, _ answer: (columns: [String], rows: [[ResultValue]]), _ options: ResultOptions = ResultOptions()
  ) -> String {
    var writer = format.writer(options)
    return String(decoding: writer.write(columns: answer.columns, rows: answer.rows), as: UTF8.self)
  }
}
