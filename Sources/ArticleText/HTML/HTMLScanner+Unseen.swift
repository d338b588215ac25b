extension HTMLScanner {
  /// Where an element that nobody sees ends, given its start tag; the end of its tag where it is seen, or has no end tag. Cost: the element; a search
  /// that finds nothing is not made again.
  mutating func endOfUnseen(_ tag: Tag, from start: Int, _ traits: HTMLTraits) -> Int {
    guard traits.contains(.hidden) || isHidden(tag) else { return tag.end }
    let key = key(of: tag)
    if let from = unended[key], tag.end >= from { return tag.end }
    if traits.contains(.hidden) {
      if endTag(ofRawText: tag) != nil { return endOfElement(tag) }
    } else if let end = matchingEnd(of: tag, key) {
      return end
    }
    unended[key] = tag.end
    return tag.end
  }

  /// The offset after the end tag of an element, which may hold others of its name.
  private mutating func matchingEnd(of tag: Tag, _ key: UInt64) -> Int? {
    let less = ByteFinder(.init(0x3C))
    var (depth, last): (Int, Int?) = (1, nil)
    var position = less.next(in: text.span, from: tag.end)
    while position < text.count {
      guard let next = self.tag(at: position) else {
        position = less.next(in: text.span, from: position + 1)
        continue
      }
      if !next.name.isEmpty, self.key(of: next) == key {
        depth += next.isEnd ? -1 : 1
        if next.isEnd { last = next.end }
        if depth == 0 { return next.end }
      }
      position = less.next(in: text.span, from: next.end)
    }
    return last
  }

  /// Whether a tag says that its element is not seen.
  private func isHidden(_ tag: Tag) -> Bool {
    let attributes = String(decoding: text[tag.name.upperBound..<tag.end], as: UTF8.self).lowercased()
    guard attributes.contains("hidden") || attributes.contains("none") else { return false }
    let plain = attributes.filter { !$0.isWhitespace }
    if plain.contains("display:none") || plain.contains("visibility:hidden") || plain.contains("aria-hidden=\"true\"") { return true }
    return attributes.split { $0.isWhitespace || $0 == ">" || $0 == "/" }.contains { $0 == "hidden" || $0.hasPrefix("hidden=") }
  }
}
