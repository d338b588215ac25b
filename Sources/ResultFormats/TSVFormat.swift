/// A header and a line a row, cells parted by tabs. Tab, line end, carriage return and backslash inside a cell are written
/// `\t`, `\n`, `\r` and `\\`, so a line is always a row. Null is an empty cell; composed values are JSON.
struct TSVFormat: ResultWriter {
  private let terminal: Bool
  private var cells: DataCell

  init(terminal: Bool) {
    self.terminal = terminal
    cells = DataCell()
  }

  mutating func header(_ columns: [String], into out: inout [UInt8]) {
    appendLine(columns, to: &out)
  }

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    for row in rows { appendLine(row.map { cells.text($0) }, to: &out) }
  }

  mutating func end(into out: inout [UInt8]) {}

  var warning: String? { cells.warning }

  private func appendLine(_ cells: [String], to out: inout [UInt8]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { out.append(UInt8(ascii: "\t")) }
      for byte in cell.utf8 {
        switch byte {
        case 0x09: out.append(contentsOf: "\\t".utf8)
        case 0x0A: out.append(contentsOf: "\\n".utf8)
        case 0x0D: out.append(contentsOf: "\\r".utf8)
        case 0x5C: out.append(contentsOf: "\\\\".utf8)
        default: out.append(byte)
        }
      }
    }
    out.append(UInt8(ascii: "\n"))
  }
}
