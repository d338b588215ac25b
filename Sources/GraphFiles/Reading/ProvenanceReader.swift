import Diagnostics

extension FileReading {
  /// Reads `SOURCE AS-OF CONFIDENCE`, with or without commas between the words.
  mutating func provenance(_ text: Spanned<String>) -> Provenance? {
    let words = words(of: text)
    guard words.count == 3 else {
      report(
        .graphMalformedSource, "`source` is three words: a source, a date, a confidence", at: text.span,
        label: "\(words.count == 1 ? "one word" : "\(words.count) words")",
        hint: "such as `\(words.first?.value ?? "gk") 2025-09-24 high`; `undated` where no date is known")
      return nil
    }
    let asOf = words[1].value == "undated" ? nil : date(words[1])?.value
    let confidence: Confidence = word(words[2], "confidence") ?? .low
    return Provenance(source: words[0], asOf: asOf, confidence: confidence)
  }

  /// The words of a text, each with its place.
  func words(of text: Spanned<String>) -> [Spanned<String>] {
    let bytes = Array(text.value.utf8)
    var words: [Spanned<String>] = []
    var start: Int?
    for index in 0...bytes.count {
      let isBetween = index == bytes.count || bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ",") || bytes[index] == 0x0A
      if isBetween, let from = start {
        let word = String(decoding: bytes[from..<index], as: UTF8.self)
        words.append(Spanned(word, part(from..<index, of: text, or: text.span)))
        start = nil
      } else if !isBetween, start == nil {
        start = index
      }
    }
    return words
  }
}
