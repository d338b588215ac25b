import Diagnostics

/// Where YAML marks stand in the bytes of a file.
///
/// Marks count lines and, in each, Unicode scalars, both from 1. YAML ends lines in more places than ``SourceText`` does
/// (at a lone carriage return, U+0085, U+2028 and U+2029), so lines are counted here. Marks mostly come in the order of the
/// text, which makes looking them up cheap.
struct YamlText {
  let bytes: [UInt8]
  /// The part of the file that is YAML: all of it, or the front matter.
  let range: Range<Int>
  private let lineStarts: [Int]
  private var last = (line: 1, column: 1, offset: 0)

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    var starts = [range.lowerBound]
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Self.lineBreak(bytes, at: index, end: range.upperBound)
      index += max(length, 1)
      if length > 0 { starts.append(index) }
    }
    lineStarts = starts
    last.offset = range.lowerBound
  }

  /// The length of the line break at an index; 0 where there is none.
  private static func lineBreak(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: index + 1 < end && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < end && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  /// The byte offset of a mark, kept inside the YAML.
  mutating func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return range.lowerBound }
    guard line <= lineStarts.count else { return range.upperBound }
    var place = (line: line, column: 1, offset: lineStarts[line - 1])
    if last.line == line, last.column <= column { place = last }
    while place.column < column, place.offset < range.upperBound {
      place.offset += 1
      while place.offset < range.upperBound, bytes[place.offset] & 0xC0 == 0x80 { place.offset += 1 }
      place.column += 1
    }
    last = place
    return place.offset
  }

  /// The end of a scalar that starts at `start` and means `value`: its closing quote, its last character, or, where it goes
  /// over several lines, the end of its first line.
  func scalarEnd(start: Int, value: String) -> Int {
    guard start < range.upperBound else { return range.upperBound }
    let first = bytes[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quotedEnd(start: start, quote: first) }
    var index = start
    for byte in value.utf8 {
      guard index < range.upperBound, bytes[index] == byte else { return lineEnd(from: start) }
      index += 1
    }
    return index
  }

  private func quotedEnd(start: Int, quote: UInt8) -> Int {
    var index = start + 1
    while index < range.upperBound {
      if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < range.upperBound, bytes[index + 1] == quote else { return index + 1 }
        index += 1
      } else if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      }
      index += 1
    }
    return range.upperBound
  }

  /// The end of the character that begins at an offset.
  func characterEnd(from start: Int) -> Int {
    var end = min(start + 1, range.upperBound)
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The end of a line, blanks at its end left out.
  func lineEnd(from start: Int) -> Int {
    var end = start
    while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
