extension HTMLMainText {
  /// So many letters of an aside are a text and no heading of a list.
  private static let leastLetters = 60

  /// The asides that are prose, as a note beside the article is, and no list of links: some letters, two sentences or more, and no link. Cost:
  /// linear.
  static func notesOfArticle(_ tree: HTMLTree) -> Set<Int> {
    var notes: Set<Int> = []
    var (open, depth, letters, sentences, hasLink) = (-1, 0, 0, 0, false)
    for event in tree.events {
      switch event {
      case .open(let element):
        if open >= 0 { depth += 1 }
        if open >= 0, tree.elements[element].name == "a" { hasLink = true }
        if open < 0, tree.elements[element].traits.contains(.aside) { (open, depth, letters, sentences, hasLink) = (element, 0, 0, 0, false) }
      case .close:
        guard open >= 0 else { continue }
        if depth == 0 {
          if letters >= leastLetters, sentences > 1, !hasLink { notes.insert(open) }
          open = -1
        }
        depth -= 1
      case .text(let bytes, _) where open >= 0:
        letters += bytes.count { $0 > 0x20 }
        sentences += bytes.indices.count { bytes[$0] == UInt8(ascii: ".") && ($0 + 1 == bytes.count || bytes[$0 + 1] <= 0x20) }
      case .text: break
      }
    }
    return notes
  }
}
