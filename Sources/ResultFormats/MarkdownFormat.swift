/// A table of GitHub-flavoured Markdown. What Markdown or HTML would read as markup is escaped; a line end is `<br>`.
///
/// Columns of numbers are set to the right. Which those are is decided by the first rows that arrive.
struct MarkdownFormat: ResultWriter {
  private let terminal: Bool
  private var columns: [String]?

  init(terminal: Bool) { self.terminal = terminal }

  mutating func header(_ columns: [String], into out: inout [UInt8]) { self.columns = columns }

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    guard !rows.isEmpty else { return }
    beginTable(rows, into: &out)
    for row in rows {
      appendLine(row.map { $0.isNull ? "" : escaped(CypherNotation.cell($0)) }, to: &out)
    }
  }

  mutating func end(into out: inout [UInt8]) { beginTable([], into: &out) }

  private mutating func beginTable(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    guard let columns else { return }
    self.columns = nil
    appendLine(columns.map(escaped), to: &out)
    appendLine(columns.indices.map { NumberColumns.isNumeric($0, in: rows) ? "---:" : "---" }, to: &out)
  }

  private func appendLine(_ cells: [String], to out: inout [UInt8]) {
    out.append(contentsOf: ("| " + cells.joined(separator: " | ") + " |\n").utf8)
  }

  private func escaped(_ raw: String) -> String {
    let text = terminal ? TerminalText.escaped(raw, keeping: .layout) : raw
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "|", "*", "_", "`", "[", "]", "~": out += "\\" + String(scalar)
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\n": out += "<br>"
      case "\r": break
      case "\t": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

/// Which columns of an answer hold numbers.
enum NumberColumns {
  /// Whether a column holds at least one number, and nothing but numbers and nulls.
  static func isNumeric(_ column: Int, in rows: [[ResultValue]]) -> Bool {
    var found = false
    for row in rows where column < row.count {
      if row[column].isNumber { found = true } else if !row[column].isNull { return false }
    }
    return found
  }
}
