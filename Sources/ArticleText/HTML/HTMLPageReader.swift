/// Leaves the visible text of the article of a page, as an HTML parser sees it.
struct HTMLPageReader: ~Copyable {
  var builder: VisibleTextBuilder
  /// The page as it was parsed, which is as long as the raw one.
  private let source: [UInt8]
  private let pieces: [Piece]
  private var scanner: HTMLScanner

  /// What is seen at a raw offset.
  private struct Piece {
    var start: Int
    var kind: Kind
    enum Kind {
      case text([UInt8])
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
    main.forEach { event, isRead in
      switch event {
      case .text(let bytes, let start):
        guard isRead else { return }
        pieces.append(Piece(start: start, kind: .text(bytes)))
        last = max(last, start)
      case .open(let index):
        let element = tree.elements[index]
        last = max(last, element.startTag.lowerBound)
        let kind = isRead ? kind(of: element, isLeftOut: main.leavesOut(index)) : .border
        if let kind { pieces.append(Piece(start: last, kind: kind)) }
      case .close(let index):
        let element = tree.elements[index]
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

  mutating func read() {
    for piece in pieces {
      switch piece.kind {
      case .text(let decoded): align(decoded, from: piece.start)
      case .border: builder.breakBlock(at: piece.start)
      case .newLine(let tag): builder.show(CollectionOfOne(0x0A), for: tag)
      case .opaque(let tag): builder.hide(tag)
      }
    }
  }

  /// The most bytes of a text that are passed over since the parser has dropped them.
  private static let mostDropped = 4096

  /// Shows decoded text where it stands in the raw page: byte by byte, over references, carriage returns, and tags that the
  /// parser has dropped.
  private mutating func align(_ decoded: [UInt8], from start: Int) {
    let raw = source
    let first = max(start, builder.rawEnd)
    var (at, seen, plain, dropped) = (first, 0, first, 0)
    while seen < decoded.count, at < raw.count, dropped < Self.mostDropped {
      let byte = raw[at]
      if byte == 0x26, let reference = scanner.reference(at: at, decoded: decoded[seen...]) {
        builder.keep(plain..<at)
        builder.show(decoded[seen..<seen + reference.decoded], for: at..<at + reference.raw)
        at += reference.raw
        seen += reference.decoded
        plain = at
      } else if byte == decoded[seen] {
        at += 1
        seen += 1
      } else if byte == 0x0D, decoded[seen] == 0x0A, at + 1 == raw.count || raw[at + 1] != 0x0A {
        builder.keep(plain..<at)
        builder.show(CollectionOfOne(0x0A), for: at..<at + 1)
        at += 1
        seen += 1
        plain = at
      } else {
        builder.keep(plain..<at)
        plain = byte == 0x3C ? scanner.tag(at: at)?.end ?? at + 1 : at + 1
        dropped += plain - at
        at = plain
      }
    }
    builder.keep(plain..<max(plain, at))
  }
}
