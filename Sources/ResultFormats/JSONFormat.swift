/// One array of objects, a row a line; zero rows are `[]`.
struct JSONFormat: ResultWriter {
  private var json = PlainJSON()
  private var names: [[UInt8]] = []
  private var empty = true

  mutating func header(_ columns: [String], into out: inout [UInt8]) {
    names = PlainJSON.names(columns)
    out.append(UInt8(ascii: "["))
  }

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    for row in rows {
      out.append(contentsOf: (empty ? "\n" : ",\n").utf8)
      empty = false
      json.append(columns: names, row: row, to: &out)
    }
  }

  mutating func end(into out: inout [UInt8]) {
    out.append(contentsOf: (empty ? "]\n" : "\n]\n").utf8)
  }

  var warning: String? { json.warning }
}
