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
    for (at, cell) in cells.enumerated() {
      if at > 0 { out.append(UInt8(ascii: "\t")) }
      out.append(contentsOf: (terminal ? TerminalText.escaped(escaped(cell)) : escaped(cell)).utf8)
    }
    out.append(UInt8(ascii: "\n"))
  }

  private func escaped(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else { return cell }
    var out = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
