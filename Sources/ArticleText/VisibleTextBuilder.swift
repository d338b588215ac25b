/// Collects visible bytes from left to right together with where they come from. It is passed on, never copied.
struct VisibleTextBuilder: ~Copyable {
  let raw: [UInt8]
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [VisibleText.Segment] = []

  init(raw: [UInt8]) {
    self.raw = raw
  }

  /// The visible bytes, when all have been collected.
  consuming func takeBytes() -> [UInt8] { bytes }

  /// The raw offset up to which something has been shown.
  var rawEnd: Int { segments.last?.rawEnd ?? 0 }

  /// Raw bytes that are visible as they stand.
  mutating func keep(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = segments.last, last.isVerbatim, last.rawEnd == range.lowerBound {
      segments[segments.count - 1].rawEnd = range.upperBound
    } else {
      segments.append(
        VisibleText.Segment(
          visibleStart: bytes.count, rawStart: range.lowerBound, rawEnd: range.upperBound, isVerbatim: true))
    }
    if bytes.isEmpty, range == raw.indices { bytes = raw } else { bytes.append(contentsOf: raw[range]) }
  }

  /// Raw bytes that are seen as other bytes, such as a character reference.
  mutating func show(_ visible: some Sequence<UInt8>, for range: Range<Int>) {
    segments.append(
      VisibleText.Segment(
        visibleStart: bytes.count, rawStart: range.lowerBound, rawEnd: range.upperBound, isVerbatim: false))
    bytes.append(contentsOf: visible)
  }

  /// Raw bytes that are no prose but stand inside prose.
  mutating func hide(_ range: Range<Int>) {
    show(CollectionOfOne(VisibleText.opaque), for: range)
  }

  /// An empty line between two blocks, at a place in the raw bytes.
  mutating func breakBlock(at offset: Int) {
    let newlines = bytes.reversed().prefix(2).prefix { $0 == 0x0A }.count
    guard !bytes.isEmpty, newlines < 2 else { return }
    show(repeatElement(0x0A, count: 2 - newlines), for: offset..<offset)
  }
}
