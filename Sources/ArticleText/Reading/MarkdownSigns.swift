/// What tells Markdown from plain text.
struct MarkdownSigns: OptionSet {
  let rawValue: UInt8

  static let frontMatter = MarkdownSigns(rawValue: 1)
  static let heading = MarkdownSigns(rawValue: 2)
  static let strong = MarkdownSigns(rawValue: 4)
  static let link = MarkdownSigns(rawValue: 8)
  static let table = MarkdownSigns(rawValue: 16)
  static let code = MarkdownSigns(rawValue: 32)

  /// Whether a text has two different signs, since one may be chance; or front matter. Cost: one pass at most.
  static func areIn(_ bytes: Span<UInt8>) -> Bool {
    let finder = ByteFinder(.init(0x0A, orWith: 0x20), .init(0x5D))
    var signs = atStart(of: bytes, 0)
    let isFenced = begins(bytes, 0, "---")
    var (line, stars, offset) = (0, 0, 0)
    while signs.rawValue & (signs.rawValue &- 1) == 0, !(isFenced && signs.contains(.frontMatter)) {
      offset = finder.next(in: bytes, from: offset)
      guard offset < bytes.count else { return false }
      switch bytes[offset] {
      case 0x0A:
        line = offset + 1
        stars = 0
        signs.formUnion(atStart(of: bytes, line))
      case 0x5D:
        if offset + 1 < bytes.count, bytes[offset + 1] == 0x28 { signs.insert(.link) }
      default:
        if offset > line, bytes[offset - 1] == 0x2A { stars += 1 }
        if stars >= 2 { signs.insert(.strong) }
      }
      offset += 1
    }
    return true
  }

  /// The signs that a line begins with.
  private static func atStart(of bytes: Span<UInt8>, _ line: Int) -> MarkdownSigns {
    guard line < bytes.count else { return [] }
    switch bytes[line] {
    case 0x2D: return begins(bytes, line, "---") && ends(bytes, line + 3) ? .frontMatter : []
    case 0x60: return begins(bytes, line, "```") ? .code : []
    case 0x7C: return begins(bytes, line, "|--") || begins(bytes, line, "| --") || begins(bytes, line, "|:-") ? .table : []
    case 0x23:
      var end = line
      while end < bytes.count, end - line < 7, bytes[end] == 0x23 { end += 1 }
      return end - line <= 6 && end < bytes.count && bytes[end] == 0x20 ? .heading : []
    default: return []
    }
  }

  private static func begins(_ bytes: Span<UInt8>, _ line: Int, _ text: String) -> Bool {
    let mark = text.utf8
    return bytes.count - line >= mark.count && zip(line..., mark).allSatisfy { bytes[$0] == $1 }
  }

  private static func ends(_ bytes: Span<UInt8>, _ offset: Int) -> Bool { offset >= bytes.count || bytes[offset] == 0x0A }
}
