import ArticleText
import EntityLinking

extension ArticleLinker {
  /// Adds the names of a document that the graph does not have. Fails with a diagnostic for bytes that are no text.
  public func suggestNames(
    in bytes: [UInt8], document: String, to suggestions: inout NameSuggestions
  ) throws(SillageError) {
    let text = try visibleText(bytes, document)
    let scalars = ScalarSlices(text.raw)
    for name in linker.unknownNames(in: text) {
      suggestions.add(
        name.folded, isCode: name.isCode,
        NameSuggestion.Place(
          document: document, offsets: name.start..<name.end, text: name.text, sentence: scalars.line(name.sentence)))
    }
  }
}

/// Parts of a raw text by ranges of Unicode scalars.
struct ScalarSlices {
  private let scalars: [Unicode.Scalar]

  /// Cost: linear in the text.
  init(_ bytes: [UInt8]) { scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) }

  var count: Int { scalars.count }

  /// The text of a range, what lies outside left out.
  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
  }

  /// The text of a range as ``line(_:)`` has it, with a blank where it begins or ends with one.
  func inner(_ range: Range<Int>) -> String {
    let text = text(range)
    let blanks = (text.first?.isWhitespace ?? false, text.last?.isWhitespace ?? false)
    return (blanks.0 ? " " : "") + line(range) + (blanks.1 ? " " : "")
  }

  /// The text of a range on one line, its blanks made single.
  func line(_ range: Range<Int>) -> String {
    text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
