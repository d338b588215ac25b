/// Whether a page can be given to a parser: its elements are not nested, its tags not filled, beyond all sense.
///
/// A parser looks through the open elements at many tags, and through the attributes before each attribute, so that such pages
/// would take a time that grows with their square.
enum HTMLShape {
  private static let mostAttributes = 256

  /// Cost: one pass.
  static func isSensible(_ raw: [UInt8]) -> Bool {
    let scanner = HTMLScanner(raw)
    var open = HTMLOpenElements()
    let less = ByteFinder(.init(0x3C))
    var position = 0
    while true {
      let start = less.next(in: raw.span, from: position)
      guard start < raw.count else { return true }
      guard let tag = scanner.markup(at: start) else {
        position = start + 1
        continue
      }
      position = tag.end
      if tag.name.isEmpty {
        if open.isForeign, raw[start...].starts(with: "<![CDATA[".utf8) { open.ignoreEnds(upTo: endOfCharacters(raw, start)) }
        continue
      }
      if HTMLTagEnd.attributes(in: raw.span, tag.name.upperBound..<tag.end, most: mostAttributes) > mostAttributes { return false }
      let element = open.element(of: tag, scanner)
      if tag.isEnd {
        open.close(element, at: start)
      } else if element.traits.contains(.rawText), !open.mayHoldTags {
        position = scanner.endOfElement(tag)
      } else {
        if element.traits.contains(.rawText), !open.isForeign || open.isDoubtful {
          open.ignoreEnds(upTo: scanner.endTag(ofRawText: tag) ?? raw.count)
        }
        open.open(element, isClosed: tag.end >= 2 && raw[tag.end - 2] == 0x2F)
        if element.traits.contains(.verbatim), !open.mayHoldTags { return open.isSensible }
      }
      guard open.isSensible else { return false }
    }
  }

  /// Where a piece of text ends in which nothing is a tag, in a drawing.
  private static func endOfCharacters(_ raw: [UInt8], _ start: Int) -> Int {
    var brackets = 0
    for index in start..<raw.count {
      if raw[index] == 0x3E, brackets >= 2 { return index }
      brackets = raw[index] == 0x5D ? brackets + 1 : 0
    }
    return raw.count
  }
}
