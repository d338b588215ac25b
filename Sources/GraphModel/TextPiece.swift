/// What is asked of texts in place of the texts themselves. Lengths and places count Unicode scalars.
public enum TextPiece: Sendable {
  case length
  /// As far as the text has them.
  case scalars(from: Int, count: Int)
  case last(Int)
  case lowercased, uppercased

  /// The pieces of some texts: integers for ``length``, strings for the others.
  public func column(of texts: [String], valid: [Bool]?) -> Column {
    if case .length = self { return .integers(texts.map { Int64($0.scalarCount) }, valid: valid) }
    return .strings(texts.map(text), valid: valid)
  }

  /// The piece of one text; its own length is no text, and is empty.
  public func text(of text: String) -> String {
    switch self {
    case .length: ""
    case .scalars(let start, let count): text.scalars(from: start, count: count)
    case .last(let count): text.scalars(from: max(0, text.scalarCount - count), count: .max)
    case .lowercased: text.lowercased()
    case .uppercased: text.uppercased()
    }
  }
}

extension String {
  /// How many Unicode scalars it has. Cost: a look at each byte.
  public var scalarCount: Int {
    let bytes = utf8Span.span
    var count = bytes.count
    for at in bytes.indices where bytes[at] & 0xc0 == 0x80 { count -= 1 }
    return count
  }

  fileprivate func scalars(from start: Int, count: Int) -> String {
    let span = utf8Span
    guard span.isKnownASCII else { return String(unicodeScalars.dropFirst(start).prefix(count)) }
    let first = min(start, span.count)
    let bytes = utf8.dropFirst(first).prefix(min(count, span.count - first))
    return String(Substring(bytes))
  }
}
