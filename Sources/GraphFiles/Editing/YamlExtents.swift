import Diagnostics

/// Where the parts of a YAML text end, to the byte, which its marks do not tell.
struct YamlExtents {
  let bytes: [UInt8]
  let range: Range<Int>

  /// Whether a list or a map is written in brackets or braces.
  func isFlow(_ node: TextNode) -> Bool {
    guard range.contains(node.span.start) else { return false }
    return bytes[node.span.start] == UInt8(ascii: "{") || bytes[node.span.start] == UInt8(ascii: "[")
  }

  /// The offset behind a node, its closing bracket, brace or quote included.
  func end(of node: TextNode) -> Int {
    switch node {
    case .text(let text): return scalarEnd(text)
    case .list(let items, let span): return isFlow(node) ? closing(after: items.last.map(end) ?? span.start + 1) : items.last.map(end) ?? span.end
    case .map(let entries, let span):
      let last = entries.last.map(end)
      return isFlow(node) ? closing(after: last ?? span.start + 1) : last ?? span.end
    }
  }

  /// The offset behind an entry of a map. A key without a value ends with its colon.
  func end(of entry: TextNode.Entry) -> Int {
    let key = scalarEnd(entry.key)
    guard entry.value.isEmptyText, !isQuoted(entry.value) else { return max(key, end(of: entry.value)) }
    return min(key + 1, range.upperBound)
  }

  private func isQuoted(_ node: TextNode) -> Bool {
    guard range.contains(node.span.start) else { return false }
    return bytes[node.span.start] == UInt8(ascii: "\"") || bytes[node.span.start] == UInt8(ascii: "'")
  }

  private func scalarEnd(_ text: Spanned<String>) -> Int {
    let start = text.span.start
    guard range.contains(start) else { return min(max(start, range.lowerBound), range.upperBound) }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return text.span.end
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return blockEnd(start)
    default: return text.value.isEmpty ? start : plainEnd(start, Array(text.value.utf8))
    }
  }

  /// The end of a plain text, which may go over several lines: a line end and the blanks around it are one blank of the text.
  private func plainEnd(_ start: Int, _ value: [UInt8]) -> Int {
    var index = start
    for byte in value {
      if byte == 0x20 || byte == 0x0A {
        guard index < range.upperBound else { return index }
        if bytes[index] == 0x20, index + 1 < range.upperBound, !isBlank(bytes[index + 1]) {
          index += 1
        } else {
          while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
        }
      } else {
        index += 1
      }
    }
    return min(index, range.upperBound)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }

  /// The end of a text that begins with `|` or `>`: its last line that is not empty.
  private func blockEnd(_ start: Int) -> Int {
    var end = lineEnd(start)
    var indent: Int?
    var line = min(end + 1, range.upperBound)
    while line < range.upperBound {
      let next = lineEnd(line)
      let depth = bytes[line..<next].prefix { $0 == 0x20 }.count
      if depth < next - line {
        guard depth >= indent ?? max(1, depth) else { return end }
        indent = indent ?? depth
        end = next
      }
      line = next + 1
    }
    return end
  }

  /// The offset behind the bracket or brace that comes next, over blanks, commas and comments.
  private func closing(after start: Int) -> Int {
    var index = start
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): return index + 1
      case UInt8(ascii: "#"): index = lineEnd(index)
      default: index += 1
      }
    }
    return range.upperBound
  }

  // MARK: Lines

  /// The offset of the line end behind an offset, or of the end of the text.
  func lineEnd(_ offset: Int) -> Int {
    bytes[min(max(offset, range.lowerBound), range.upperBound)..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
  }

  func lineStart(_ offset: Int) -> Int {
    var start = min(offset, range.upperBound)
    while start > range.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// How many bytes stand before an offset in its line.
  func column(_ offset: Int) -> Int { offset - lineStart(offset) }
}
