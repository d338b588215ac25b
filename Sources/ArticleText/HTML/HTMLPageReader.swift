/// Leaves the visible text of the article of a page, as an HTML parser sees it.
struct HTMLPageReader: ~Copyable {
  var builder: VisibleTextBuilder
  /// The page as it was parsed, which is as long as the raw one.
  private let source: [UInt8]
  private let pieces: [Piece]
  private let scanner: HTMLScanner
  /// Whether only blanks have been shown since a line ended.
  private var endsInLine = false

  /// What of a text is what it looks like.
  private enum Manner {
    /// Of tags and references, neither of which is what it says.
    case prose
    /// The mark of a note, which is prose above the line.
    case note
    /// Of references only.
    case references
    /// All of it.
    case verbatim

    var hasTags: Bool { self == .prose || self == .note }
  }

  /// What is seen at a raw offset.
  private struct Piece {
    var start: Int
    var kind: Kind
    enum Kind {
      case text([UInt8], Manner)
      /// The border of a block.
      case border
      case newLine(Range<Int>)
      /// Something that is no prose: a picture, code, the border of a cell.
      case opaque(Range<Int>)
    }
  }

  init(builder: consuming VisibleTextBuilder, tree: HTMLTree) {
    var pieces = Self.pieces(of: tree)
    let isInOrder = zip(pieces, pieces.dropFirst()).allSatisfy { $0.start <= $1.start }
    if !isInOrder { pieces = Self.sorted(pieces) }
    self.pieces = pieces
    source = tree.source
    scanner = HTMLScanner(tree.source)
    self.builder = builder
  }

  /// A parser moves text out of tables that it does not belong in; here it is read where it stands.
  private static func sorted(_ pieces: [Piece]) -> [Piece] {
    pieces.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  private static func pieces(of tree: HTMLTree) -> [Piece] {
    var pieces: [Piece] = []
    var last = 0
    let main = HTMLMainText(tree)
    var places = TextPlaces(tree)
    main.forEach { event, isRead in
      switch event {
      case .text(let bytes, let start):
        guard isRead else { return }
        pieces.append(Piece(start: start, kind: .text(bytes, places.manner(at: start))))
        last = max(last, start)
      case .open(let index):
        let element = tree.elements[index]
        places.enter(index)
        last = max(last, element.startTag.lowerBound)
        let kind = isRead ? kind(of: element, isLeftOut: main.leavesOut(index)) : .border
        if let kind { pieces.append(Piece(start: last, kind: kind)) }
      case .close(let index):
        let element = tree.elements[index]
        places.leave()
        last = max(last, element.endTag?.lowerBound ?? last)
        guard isRead, !main.leavesOut(index) else { return }
        if element.traits.contains(.cell), let tag = element.endTag {
          pieces.append(Piece(start: last, kind: .opaque(tag)))
        } else if isBlock(element) {
          pieces.append(Piece(start: last, kind: .border))
        }
      }
    }
    return pieces
  }

  private static func kind(of element: HTMLTree.Element, isLeftOut: Bool) -> Piece.Kind? {
    if !element.traits.isDisjoint(with: [.picture, .cell]) {
      return element.startTag.isEmpty ? .border : .opaque(element.startTag)
    }
    if isLeftOut { return element.traits.contains(.silent) ? nil : .border }
    if element.traits.contains(.lineBreak) { return .newLine(element.startTag) }
    return isBlock(element) ? .border : nil
  }

  private static func isBlock(_ element: HTMLTree.Element) -> Bool { element.traits.isDisjoint(with: [.inline, .picture, .page]) }

  /// In which elements a text stands, as far as that matters to how it is read.
  private struct TextPlaces {
    private let tree: HTMLTree
    private let notes: Set<Int>
    /// From where on the page is nothing but text.
    private let verbatim: Int
    private var open: [Int] = []
    private var openNotes = 0

    init(_ tree: HTMLTree) {
      self.tree = tree
      let mayHaveNotes = tree.elements.contains { !$0.traits.isDisjoint(with: [.raised, .anchor]) }
      notes = mayHaveNotes ? HTMLNotes.elements(tree) : []
      verbatim = tree.elements.first { $0.traits.contains(.verbatim) && !$0.startTag.isEmpty }?.startTag.upperBound ?? .max
    }

    mutating func enter(_ element: Int) {
      open.append(element)
      if notes.contains(element) { openNotes += 1 }
    }

    mutating func leave() {
      guard let last = open.popLast() else { return }
      if notes.contains(last) { openNotes -= 1 }
    }

    func manner(at start: Int) -> Manner {
      let traits = open.last.map { tree.elements[$0].traits } ?? []
      if start >= verbatim { return .verbatim }
      if traits.contains(.rawText) { return traits.contains(.referenced) ? .references : .verbatim }
      return openNotes > 0 ? .note : .prose
    }
  }

  mutating func read() {
    for piece in pieces {
      switch piece.kind {
      case .text(let decoded, let manner): align(decoded, from: piece.start, manner)
      case .border:
        builder.breakBlock(at: piece.start)
        endsInLine = true
      case .newLine(let tag):
        builder.show(CollectionOfOne(0x0A), for: tag)
        endsInLine = true
      case .opaque(let tag):
        builder.hide(tag)
        endsInLine = false
      }
    }
  }

  /// Shows decoded text where it stands in the raw page: byte by byte, over references, carriage returns, and tags that the parser has dropped. What
  /// is not where it should be is not shown, so that nothing is ever said to stand where it does not.
  private mutating func align(_ decoded: [UInt8], from start: Int, _ manner: Manner) {
    let page = source
    let raw = page.span
    var (at, seen) = (max(start, builder.rawEnd), 0)
    var plain = at
    while seen < decoded.count, at < raw.count {
      let byte = raw[at]
      if byte == 0x3C, manner.hasTags, let tag = scanner.markup(at: at) {
        builder.keep(plain..<at)
        (at, plain) = (tag.end, tag.end)
      } else if byte == 0x26, manner != .verbatim,
        let reference = HTMLReference.length(at: at, in: raw, decoded: decoded.span, from: seen)
      {
        builder.keep(plain..<at)
        show(decoded[seen..<seen + reference.decoded], for: at..<at + reference.raw, manner)
        seen += reference.decoded
        at += reference.raw
        plain = at
      } else if byte == decoded[seen] {
        seen += 1
        at += 1
        if byte > 0x20, manner != .note {
          endsInLine = false
        } else if byte == 0x0A || manner == .note {
          builder.keep(plain..<at - 1)
          show(CollectionOfOne(byte), for: at - 1..<at, manner)
          plain = at
        }
      } else if byte <= 0x20 {
        builder.keep(plain..<at)
        at += 1
        plain = at
        guard byte == 0x0D, decoded[seen] == 0x0A, at == raw.count || raw[at] != 0x0A else { continue }
        show(CollectionOfOne(0x0A), for: at - 1..<at, manner)
        seen += 1
      } else {
        builder.keep(plain..<at)
        return builder.breakBlock(at: at)
      }
    }
    builder.keep(plain..<max(plain, at))
  }

  /// Shows what is not as it stands. Of several lines that end behind each other only the first is seen to end, as on a screen.
  private mutating func show(_ bytes: some Collection<UInt8>, for range: Range<Int>, _ manner: Manner) {
    if bytes.elementsEqual(CollectionOfOne(0x0A)) {
      if endsInLine, manner.hasTags { return }
      endsInLine = true
      return bytes.count == range.count && source[range.lowerBound] == 0x0A ? builder.keep(range) : builder.show(bytes, for: range)
    }
    endsInLine = false
    if manner == .note, bytes.count == 1, let byte = bytes.first {
      builder.show(HTMLNotes.raised(byte), for: range)
    } else {
      builder.show(bytes, for: range)
    }
  }
}
