/// A text that diagnostics point into: a query, a file of `graph-data`, an article.
///
/// Positions are UTF-8 byte offsets. Lines and columns are worked out only when something is printed.
public struct SourceText: Sendable {
  /// What a person calls it: a path, or `<query>`.
  public let name: String
  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// Where each line starts in `bytes`.
  private let lineStarts: [Int]
  /// Where `bytes` start in the text, and the number of their first line.
  private let firstOffset: Int
  private let firstLine: Int

  /// A text, or whole lines out of a long one: they start at a byte of it, in a line that is counted from 1. Offsets and
  /// lines are those of the long one then.
  public init(name: String, bytes: [UInt8], offset: Int = 0, line: Int = 1) {
    self.name = name
    self.bytes = bytes
    firstOffset = offset
    firstLine = line
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; a text that ends in a newline has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The text of a span, decoded; bytes that are no UTF-8 become U+FFFD.
  public subscript(span: SourceSpan) -> String {
    let start = min(max(span.start - firstOffset, 0), bytes.count)
    return String(decoding: bytes[start..<min(max(span.end - firstOffset, start), bytes.count)], as: UTF8.self)
  }

  /// A line without its end, counted from 1.
  public func line(_ number: Int) -> String {
    let number = number - firstLine + 1
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Where a byte offset stands. Cost: a binary search and one decoded line.
  public func place(of offset: Int) -> SourcePlace {
    let offset = min(max(offset - firstOffset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    return SourcePlace(line: low + firstLine, column: before.count + 1, byteColumn: offset - start + 1)
  }

  /// The byte offset of a line and a column of Unicode scalars, both counted from 1, as YAML marks count.
  public func offset(line: Int, scalarColumn: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return bytes.count }
    var offset = lineStarts[line - 1]
    var remaining = scalarColumn - 1
    while remaining > 0, offset < bytes.count, bytes[offset] != 0x0A {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }
}

/// A line and column, both counted from 1.
public struct SourcePlace: Hashable, Sendable {
  public var line: Int
  /// In graphemes: what a person counts, and where the caret goes.
  public var column: Int
  /// In UTF-8 bytes: what an editor or a program reads.
  public var byteColumn: Int

  public init(line: Int, column: Int, byteColumn: Int) {
    self.line = line
    self.column = column
    self.byteColumn = byteColumn
  }
}
