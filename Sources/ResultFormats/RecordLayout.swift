/// Rows one below the other, a line a value: what a table becomes where a terminal is too narrow for its columns.
struct RecordLayout {
  /// A table whose widest column had to become narrower than this is shown as records.
  static let leastColumn = 12

  let columns: [String]
  let width: Int
  let lines: BoxLines

  /// Whether columns cut to these widths say too little.
  static func isBetter(than widths: [Int], natural: [Int]) -> Bool {
    widths != natural && (widths.max() ?? 0) < leastColumn
  }

  /// Appends a row under a rule with its number, counted from 1. Values are wrapped at spaces, under their own start.
  func append(_ cells: [String], number: Int, to out: inout [UInt8]) {
    let head = lines.horizontal + " \(number) "
    let rule = head + String(repeating: lines.horizontal, count: max(0, width - DisplayWidth.of(head)))
    out.append(contentsOf: (rule + "\n").utf8)
    let names = columns.reduce(0) { max($0, DisplayWidth.of($1)) }
    let indent = String(repeating: " ", count: names + 2)
    for (name, cell) in zip(columns, cells) {
      let start = name + String(repeating: " ", count: names - DisplayWidth.of(name) + 2)
      let text = Self.wrapped(cell, to: max(RecordLayout.leastColumn, width - names - 2)).joined(separator: "\n" + indent)
      out.append(contentsOf: (start + text + "\n").utf8)
    }
  }

  /// The text in lines of at most so many columns, broken at spaces; a longer word is broken where it must.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let wide = DisplayWidth.of(word)
      if used + 1 + wide <= columns, !(lines.isEmpty && line.isEmpty) {
        line += " " + word
        used += 1 + wide
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let width = DisplayWidth.of(character)
        if used + width > columns {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += width
      }
    }
    return lines + [line]
  }
}
