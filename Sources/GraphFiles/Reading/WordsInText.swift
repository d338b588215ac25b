import Diagnostics

/// The words of a text that lists them, divided by commas and ends of lines, each with its place in the file.
///
/// Long lists are kept so because reading a list of YAML costs some ten thousand instructions an item.
struct WordsInText {
  private let source: SourceText
  /// Where the next word is looked for.
  private var place: Int
  private let whole: SourceSpan

  private init(_ source: SourceText, _ whole: SourceSpan) {
    self.source = source
    self.whole = whole
    place = whole.start
  }

  static func of(_ text: Spanned<String>, in source: SourceText) -> [Spanned<String>] {
    var words = WordsInText(source, text.span)
    return text.value.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }.compactMap { part in
      let word = part.trimmed
      return word.isEmpty ? nil : words.next(word)
    }
  }

  /// A word with its place: the first behind that of the one before. Where the file writes it otherwise, as quotation marks allow, that of
  /// the whole text stands for it and for all behind it.
  private mutating func next(_ word: Substring.UTF8View) -> Spanned<String> {
    let value = String(Substring(word))
    let bytes = source.bytes
    let letters = Array(word)
    var start = place
    while start + letters.count <= bytes.count {
      if bytes[start] == letters[0], bytes[start..<start + letters.count].elementsEqual(letters), !isInsideWord(start) {
        place = start + letters.count
        return Spanned(value, SourceSpan(start: start, end: place))
      }
      start += 1
    }
    place = bytes.count
    return Spanned(value, whole)
  }

  private func isInsideWord(_ start: Int) -> Bool {
    guard start > whole.start else { return false }
    let before = source.bytes[start - 1]
    return ![UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(before)
  }
}

extension Substring.UTF8View {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring.UTF8View {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let blank = self[startIndex..<startIndex]
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else { return blank }
    return self[first...last]
  }
}
