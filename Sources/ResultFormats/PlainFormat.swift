/// The values alone: no header, a line a row, cells parted by tabs, strings as they are. For `$(sillage query …)`.
struct PlainFormat: ResultWriter {
  private let terminal: Bool

  init(terminal: Bool) { self.terminal = terminal }

  mutating func header(_ columns: [String], into out: inout [UInt8]) {}

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    for row in rows {
      let line = row.map { $0.isNull ? "" : CypherNotation.cell($0) }.joined(separator: "\t")
      out.append(contentsOf: (terminal ? TerminalText.escaped(line, keeping: .layout) : line).utf8)
      out.append(UInt8(ascii: "\n"))
    }
  }

  mutating func end(into out: inout [UInt8]) {}
}
