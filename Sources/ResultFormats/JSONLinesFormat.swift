/// One object a line; zero rows are nothing.
struct JSONLinesFormat: ResultWriter {
  private var json = PlainJSON()
  private var names: [[UInt8]] = []

  mutating func header(_ columns: [String], into out: inout [UInt8]) {
    names = PlainJSON.names(columns)
  }

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    for row in rows {
      json.append(columns: names, row: row, to: &out)
      out.append(UInt8(ascii: "\n"))
    }
  }

  mutating func end(into out: inout [UInt8]) {}

  var warning: String? { json.warning }
}
