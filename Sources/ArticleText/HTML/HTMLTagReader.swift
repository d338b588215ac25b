/// Leaves the visible text of a page that is no page: one whose tags are nested or filled beyond all sense, for which a parser
/// would take a time that grows with their square. No tags, attributes, comments, scripts or styles.
///
/// It forgives anything: an unfinished tag, reference or comment is text. Cost: linear, also for such input.
struct HTMLTagReader: ~Copyable {
  var builder: VisibleTextBuilder
  private var position: Int
  private var scanner: HTMLScanner

  init(builder: consuming VisibleTextBuilder) {
    position = TextEncoding.start(of: builder.raw)
    scanner = HTMLScanner(builder.raw)
    self.builder = builder
  }

  mutating func read() {
    let raw = builder.raw
    while position < raw.count {
      switch raw[position] {
      case 0x3C: readTag()
      case 0x26: readReference()
      default:
        var end = position + 1
        while end < raw.count, raw[end] != 0x3C, raw[end] != 0x26 { end += 1 }
        builder.keep(position..<end)
        position = end
      }
    }
  }

  private mutating func readReference() {
    if let (text, end) = scanner.reference(at: position) {
      builder.show(text.utf8, for: position..<end)
      position = end
    } else {
      builder.keep(position..<position + 1)
      position += 1
    }
  }

  private mutating func readTag() {
    guard let tag = scanner.tag(at: position) else {
      builder.keep(position..<position + 1)
      position += 1
      return
    }
    let name = scanner.name(of: tag)
    let traits = HTMLTraits(ofElement: name)
    let end = !tag.isEnd && traits.contains(.hidden) ? scanner.endOfElement(tag) : tag.end
    if traits.contains(.cell) || name == "img" || name == "svg" || name == "code" {
      builder.hide(position..<end)
    } else if traits.contains(.lineBreak) {
      builder.show(CollectionOfOne(0x0A), for: position..<end)
    } else if !name.isEmpty, !traits.contains(.inline) {
      builder.breakBlock(at: position)
    }
    position = end
  }
}
