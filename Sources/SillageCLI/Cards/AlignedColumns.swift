import Sillage

/// Lines of cells, set under each other.
enum AlignedColumns {
  /// Each row on a line, indented, its cells padded to the widest of their column and two spaces apart. A cell is plain
  /// text; `paint` colours it by its column once the widths are known. Where the line would pass the terminal, its last cell is cut.
  static func lines(
    _ rows: [[String]], indent: Int, _ traits: TerminalTraits, paint: (Int, String) -> String = { $1 }
  ) -> [String] {
    let cells = rows.map { row in row.map { TerminalText.escaped($0) } }
    let mark = traits.unicode ? "…" : "..."
    let count = cells.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      cells.reduce(0) { max($0, column < $1.count ? DisplayWidth.of($1[column]) : 0) }
    }
    return cells.map { row in
      var line = String(repeating: " ", count: indent)
      var used = indent
      for (column, cell) in row.enumerated() where widths[column] > 0 {
        let last = row[(column + 1)...].allSatisfy(\.isEmpty)
        let shown = last ? traits.width.map { DisplayWidth.cut(cell, to: max(8, $0 - used), mark: mark) } ?? cell : cell
        line += paint(column, shown)
        guard !last else { break }
        line += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 2)
        used += widths[column] + 2
      }
      return line
    }
  }
}
