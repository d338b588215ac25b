/// RFC 4180, but with LF: a header, commas, and quotes where a cell needs them. Null is an empty cell, the empty string
/// `""`; lists, maps, nodes, relationships and paths are JSON.
struct CSVFormat: ResultWriter {
  private let terminal: Bool
  private var cells: DataCell

  init(terminal: Bool) {
    self.terminal = terminal
    cells = DataCell()
  }

  mutating func header(_ columns: [String], into out: inout [UInt8]) {
    appendLine(columns.map { quoted($0) }, to: &out)
  }

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    for row in rows {
      appendLine(row.map { $0.isNull ? "" : quoted(cells.text($0)) }, to: &out)
    }
  }

  mutating func end(into out: inout [UInt8]) {}

  var warning: String? { cells.warning }

  /// A line of one empty cell would read as no cell at all, so it is quoted.
  private func appendLine(_ cells: [String], to out: inout [UInt8]) {
    out.append(contentsOf: (cells == [""] ? "\"\"" : cells.joined(separator: ",")).utf8)
    out.append(UInt8(ascii: "\n"))
  }

  private func quoted(_ raw: String) -> String {
    let text = terminal ? TerminalText.escaped(raw, keeping: .layout) : raw
    let special: (UInt8) -> Bool = { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    let edge = text.utf8.first == 0x20 || text.utf8.last == 0x20
    guard text.isEmpty || edge || text.utf8.contains(where: special) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
