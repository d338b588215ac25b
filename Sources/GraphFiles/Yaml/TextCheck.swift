import Diagnostics

/// What must hold of bytes before YAML is read from them: UTF-8, no control characters, no nesting without end.
enum TextCheck {
  /// Deeper than anything that a person writes, and shallow enough for the stack of a thread.
  static let deepestNesting = 100

  /// The first fault, if there is one.
  static func fault(in source: SourceText, range: Range<Int>, isYaml: Bool = true) -> Diagnostic? {
    if let offset = invalidByte(source.bytes, range) {
      return Diagnostic(
        .graphFileNotText, "the file is not UTF-8", source: source.name, span: SourceSpan(start: offset, end: offset + 1),
        label: "byte 0x\(String(source.bytes[offset], radix: 16, uppercase: true))", hint: "save the file as UTF-8")
    }
    if let offset = controlCharacter(source.bytes, range) {
      return Diagnostic(
        .graphFileNotText, "a control character", source: source.name,
        span: SourceSpan(start: offset, end: offset + 1),
        label: "0x\(String(source.bytes[offset], radix: 16, uppercase: true))", hint: "delete it")
    }
    if isYaml, let offset = deepNesting(source.bytes, range) {
      return Diagnostic(
        .graphYamlSyntax, "nested more than \(deepestNesting) deep", source: source.name,
        span: SourceSpan(start: offset, end: offset + 1))
    }
    return nil
  }

  /// The offset of the first byte that belongs to no UTF-8 sequence (Unicode 15, table 3-7).
  static func invalidByte(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      var second: ClosedRange<UInt8> = 0x80...0xBF
      let length: Int
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard index + length <= range.upperBound, second.contains(bytes[index + 1]),
        bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return index }
      index += length
    }
    return nil
  }

  /// The offset of the first C0 control character besides tab and line ends, or of DEL.
  private static func controlCharacter(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    range.first { index in
      switch bytes[index] {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F: true
      default: false
      }
    }
  }

  /// Where brackets, or dashes at the start of a line, open too many levels. A line that starts with a letter starts anew.
  private static func deepNesting(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var depth = 0
    var dashes = 0
    var atLineStart = true
    for index in range {
      switch bytes[index] {
      case 0x0A:
        atLineStart = true
        dashes = 0
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): dashes += 1
      case 0x20: break
      default: if atLineStart, index == range.lowerBound || bytes[index - 1] == 0x0A { depth = 0 }
      }
      if bytes[index] != 0x20, bytes[index] != UInt8(ascii: "-"), bytes[index] != UInt8(ascii: "?") { atLineStart = false }
      if depth > deepestNesting || (atLineStart && dashes > deepestNesting) { return index }
    }
    return nil
  }
}
