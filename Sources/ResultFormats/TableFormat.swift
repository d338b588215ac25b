/// A table for a person: boxes where the terminal has Unicode, numbers to the right, cells cut with `…` to the width of the
/// terminal, control characters spelled out so that a row is a line. Where that would leave too little of each column, the
/// rows are shown as records, a line a value.
///
/// Rows are kept until the end, since the widths of columns depend on all of them; ``ResultOptions/rowLimit`` bounds them.
struct TableFormat: ResultWriter {
  private let options: ResultOptions
  private var columns: [String] = []
  private var kept: [[ResultValue]] = []
  private var total = 0

  init(_ options: ResultOptions) { self.options = options }

  mutating func header(_ columns: [String], into out: inout [UInt8]) {
    self.columns = columns.map { TerminalText.escaped($0) }
  }

  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8]) {
    total += rows.count
    kept += rows.prefix(max(0, (options.rowLimit ?? .max) - kept.count))
  }

  mutating func end(into out: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    let cells = kept.map { row in row.map { TerminalText.escaped(CypherNotation.cell($0)) } }
    let natural = columns.indices.map { column in
      cells.reduce(DisplayWidth.of(columns[column])) { max($0, DisplayWidth.of($1[column])) }
    }
    let widths = ColumnWidths.fit(natural, into: options.width.map { $0 - 3 * columns.count - 1 })
    let lines = options.unicode ? BoxLines.unicode : BoxLines.ascii
    if let width = options.width, RecordLayout.isBetter(than: widths, natural: natural) {
      let records = RecordLayout(columns: columns, width: width, lines: lines)
      for (row, cells) in cells.enumerated() { records.append(cells, number: row + 1, to: &out) }
    } else {
      appendTable(cells, widths, lines, to: &out)
    }
    if total > kept.count { out.append(contentsOf: "\(mark) \(total - kept.count) more\n".utf8) }
  }

  private func appendTable(_ cells: [[String]], _ widths: [Int], _ lines: BoxLines, to out: inout [UInt8]) {
    let right = columns.indices.map { NumberColumns.isNumeric($0, in: kept) }
    lines.appendRule(widths, lines.top, to: &out)
    lines.appendRow(columns, widths, right, mark: mark, to: &out)
    lines.appendRule(widths, lines.middle, to: &out)
    for row in cells { lines.appendRow(row, widths, right, mark: mark, to: &out) }
    lines.appendRule(widths, lines.bottom, to: &out)
  }

  private var mark: String { options.unicode ? "…" : "..." }
}

/// How wide each column of a table becomes.
enum ColumnWidths {
  /// Below this a column is not cut.
  static let least = 6

  /// The natural widths where they fit; else the widest columns give way first, all to the same width. Nil is room for all.
  static func fit(_ natural: [Int], into room: Int?) -> [Int] {
    guard let room, natural.reduce(0, +) > room else { return natural }
    var limit = least
    var upper = natural.max() ?? least
    while limit < upper {
      let middle = (limit + upper + 1) / 2
      if natural.reduce(0, { $0 + min($1, middle) }) <= room { limit = middle } else { upper = middle - 1 }
    }
    var widths = natural.map { min($0, limit) }
    var spare = room - widths.reduce(0, +)
    for column in widths.indices where spare > 0 && widths[column] < natural[column] {
      widths[column] += 1
      spare -= 1
    }
    return widths
  }
}

/// The characters of a table's frame.
struct BoxLines {
  /// Left, between two columns, right.
  typealias Corners = (String, String, String)

  var top: Corners
  var middle: Corners
  var bottom: Corners
  var horizontal: String
  var vertical: String

  static let unicode = BoxLines(
    top: ("┌", "┬", "┐"), middle: ("├", "┼", "┤"), bottom: ("└", "┴", "┘"), horizontal: "─", vertical: "│")
  static let ascii = BoxLines(
    top: ("+", "+", "+"), middle: ("+", "+", "+"), bottom: ("+", "+", "+"), horizontal: "-", vertical: "|")

  func appendRule(_ widths: [Int], _ corners: Corners, to out: inout [UInt8]) {
    let runs = widths.map { String(repeating: horizontal, count: $0 + 2) }
    out.append(contentsOf: (corners.0 + runs.joined(separator: corners.1) + corners.2 + "\n").utf8)
  }

  func appendRow(_ cells: [String], _ widths: [Int], _ right: [Bool], mark: String, to out: inout [UInt8]) {
    var line = vertical
    for (position, cell) in cells.enumerated() {
      let text = DisplayWidth.cut(cell, to: widths[position], mark: mark)
      let space = String(repeating: " ", count: max(0, widths[position] - DisplayWidth.of(text)))
      line += " " + (right[position] ? space + text : text + space) + " " + vertical
    }
    out.append(contentsOf: (line + "\n").utf8)
  }
}
