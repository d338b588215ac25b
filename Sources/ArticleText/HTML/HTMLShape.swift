/// Whether a page can be given to a parser: its elements are not nested, its tags not filled, beyond all sense.
///
/// A parser looks through the open elements at many tags, and through the attributes before each attribute, so that such pages
/// would take a time that grows with their square.
enum HTMLShape {
  /// Browsers nest no deeper either.
  private static let deepest = 512
  private static let mostAttributes = 256

  /// Cost: one pass.
  static func isSensible(_ raw: [UInt8]) -> Bool {
    var scanner = HTMLScanner(raw)
    var open: [String: Int] = [:]
    var depth = 0
    var position = 0
    while let start = raw[position...].firstIndex(of: 0x3C) {
      guard let tag = scanner.tag(at: start) else {
        if begins(raw, start) { return attributes(raw[start...]) <= mostAttributes }
        position = start + 1
        continue
      }
      position = tag.end
      if attributes(raw[start..<tag.end]) > mostAttributes { return false }
      if tag.name.isEmpty || void.contains(tag.name) { continue }
      if !tag.isEnd, rawText.contains(tag.name) {
        position = scanner.endOfElement(tag.name, from: tag.end)
        continue
      }
      if closedByOthers.contains(tag.name) { continue }
      let count = open[tag.name, default: 0]
      if tag.isEnd, count == 0 { continue }
      open[tag.name] = count + (tag.isEnd ? -1 : 1)
      depth += tag.isEnd ? -1 : 1
      if depth > deepest { return false }
    }
    return true
  }

  /// Whether a tag begins at a `<`. Where it has no end, all the rest of the page is in it.
  private static func begins(_ raw: [UInt8], _ start: Int) -> Bool {
    guard start + 2 < raw.count else { return false }
    let letter = raw[start + 1] == 0x2F ? raw[start + 2] : raw[start + 1]
    return letter | 0x20 >= 0x61 && letter | 0x20 <= 0x7A
  }

  /// About the number of attributes of a tag: of the words outside quotes. It need not count more than there may be.
  private static func attributes(_ tag: ArraySlice<UInt8>) -> Int {
    var (count, quote, blank) = (0, UInt8(0), false)
    for byte in tag {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte <= 0x20 || byte == 0x2F {
        blank = true
      } else if blank {
        count += 1
        blank = false
        if count > mostAttributes { break }
      }
    }
    return count
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]
  private static let rawText: Set<String> = ["script", "style"]
  /// Elements whose end tag may be missing, since what follows closes them.
  private static let closedByOthers: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body",
  ]
}
