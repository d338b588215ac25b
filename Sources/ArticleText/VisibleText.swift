// ArticleText turns the bytes of an article into the text that a reader sees, with a map back to the raw file.
// It knows nothing of entities or of the graph: it decides what is prose and where each piece of it stands.

public import Diagnostics

/// The prose of an article as UTF-8, and where each byte of it stands in the raw file.
///
/// Markup is left out, character references are decoded, and anything that is neither prose nor markup inside prose
/// (an address, a code span, a picture) is ``VisibleText/opaque`` bytes. A mention found in `bytes` is given back in
/// Unicode scalars of the raw file by ``scalars(of:)``.
public struct VisibleText: Sendable {
  /// U+001A, which stands where the raw text has something that is no prose. No name reaches across it.
  public static let opaque: UInt8 = 0x1A

  /// The raw file as UTF-8; for a PDF the text that was taken out of it.
  public let raw: [UInt8]
  /// What the raw file was read as.
  public let format: ArticleFormat
  /// What the file says of its article.
  public let metadata: ArticleMetadata
  /// The visible text as UTF-8; blocks are separated by an empty line.
  public let bytes: [UInt8]
  private let segments: [Segment]
  private let rawScalars: ScalarCounts

  /// A run of visible bytes that comes from one run of raw bytes.
  struct Segment: Sendable {
    var visibleStart: Int
    var rawStart: Int
    var rawEnd: Int
    /// Whether the visible bytes are the raw bytes, so that positions inside correspond.
    var isVerbatim: Bool
  }

  /// Reads the bytes of a raw file.
  ///
  /// - Parameters:
  ///   - name: what a person calls the file; its extension helps to know the format.
  ///   - format: the format, or nil to find it out from the name and the text.
  ///   - charset: the encoding that whoever sent the file names; one that an HTML page declares is found.
  /// - Throws: a diagnostic `E601` for an encoding that is not known, `E602` for a NUL, `E603` for a PDF that cannot be read.
  /// - Complexity: linear in the number of bytes. A PDF needs another program and some tens of milliseconds.
  public init(
    name: String, bytes raw: [UInt8], format: ArticleFormat? = nil, charset: String? = nil
  ) throws(Diagnostic) {
    if format == .pdf || format == nil && PDFText.isPDF(raw) {
      let pdf = try PDFText(raw, name: name)
      self.init(text: try TextEncoding.text(of: pdf.text, name: name, declared: nil), format: .pdf, pdf.metadata)
    } else {
      let text = try TextEncoding.text(of: raw, name: name, declared: charset ?? TextEncoding.declared(in: raw))
      self.init(text: text, format: format ?? ArticleFormat.of(name: name, bytes: text), nil)
    }
  }

  private init(text: [UInt8], format: ArticleFormat, _ known: ArticleMetadata?) {
    var metadata = known ?? ArticleMetadata()
    let builder = Self.read(text, as: format, &metadata)
    segments = builder.segments
    var visible = builder.takeBytes()
    for range in OpaqueTokens.ranges(in: visible.span) {
      for offset in range { visible[offset] = Self.opaque }
    }
    raw = text
    self.format = format
    self.metadata = metadata
    bytes = visible
    rawScalars = ScalarCounts(text)
  }

  private static func read(
    _ raw: [UInt8], as format: ArticleFormat, _ metadata: inout ArticleMetadata
  ) -> VisibleTextBuilder {
    var builder = VisibleTextBuilder(raw: raw)
    switch format {
    case .plainText, .pdf:
      builder.keep(TextEncoding.start(of: raw)..<raw.count)
      return builder
    case .markdown:
      metadata = FrontMatter.metadata(of: raw)
      var reader = MarkdownReader(builder: builder)
      reader.read()
      return reader.builder
    case .html:
      guard HTMLShape.isSensible(raw) else {
        var reader = HTMLTagReader(builder: builder)
        reader.read()
        return reader.builder
      }
      let tree = HTMLTree(parsing: raw)
      metadata = ArticleMetadata(tree, raw)
      var reader = HTMLPageReader(builder: builder, tree: tree)
      reader.read()
      return reader.builder
    }
  }

  /// The number of Unicode scalars of the raw file, a byte-order mark included.
  public var scalarCount: Int { scalars(before: raw.count) }

  /// The number of Unicode scalars of the raw file that begin before a byte of it. Cost: none that grows with the text.
  public func scalars(before byte: Int) -> Int { rawScalars.before(byte, in: raw) }

  /// The bytes of the raw file that a non-empty range of visible bytes comes from, from its first to its last, with the
  /// markup between them but none around them. Cost: two binary searches.
  public func rawBytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    if segments.count == 1, segments[0].isVerbatim {
      let shift = segments[0].rawStart - segments[0].visibleStart
      return range.lowerBound + shift..<range.upperBound + shift
    }
    guard let at = segment(at: range.lowerBound) else { return 0..<0 }
    let first = segments[at]
    let isInside = at + 1 == segments.count || segments[at + 1].visibleStart >= range.upperBound
    guard let last = isInside ? first : segment(at: range.upperBound - 1).map({ segments[$0] }) else { return 0..<0 }
    let start = first.isVerbatim ? first.rawStart + range.lowerBound - first.visibleStart : first.rawStart
    let end = last.isVerbatim ? last.rawStart + range.upperBound - last.visibleStart : last.rawEnd
    return start..<max(start, end)
  }

  /// The Unicode scalars of the raw file that a non-empty range of visible bytes comes from.
  public func scalars(of range: Range<Int>) -> Range<Int> { rawScalars.range(of: rawBytes(of: range), in: raw) }

  /// The scalars of ``scalars(of:)`` and the text of ``rawText(of:)`` of one range.
  public func place(of range: Range<Int>) -> (scalars: Range<Int>, text: String) {
    let bytes = rawBytes(of: range)
    return (rawScalars.range(of: bytes, in: raw), String(decoding: raw[bytes], as: UTF8.self))
  }

  /// The raw text that a non-empty range of visible bytes comes from, markup inside included.
  public func rawText(of range: Range<Int>) -> String {
    String(decoding: raw[rawBytes(of: range)], as: UTF8.self)
  }

  /// The last segment that begins at an offset or before it.
  private func segment(at offset: Int) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].visibleStart <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension VisibleText {
  /// The visible bytes that come from a range of Unicode scalars of the raw file; nil where the range begins or ends in what
  /// is not visible. Cost: linear in the visible text.
  public func visible(of scalars: Range<Int>) -> Range<Int>? {
    var (start, end): (Int?, Int?) = (nil, nil)
    for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
      var next = offset + 1
      while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
      let place = self.scalars(of: offset..<next)
      if place.lowerBound == scalars.lowerBound { start = start ?? offset }
      if place.upperBound == scalars.upperBound { end = next }
      if place.lowerBound >= scalars.upperBound { break }
    }
    guard let start, let end, start < end else { return nil }
    return start..<end
  }
}
