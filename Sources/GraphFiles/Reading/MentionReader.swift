import Diagnostics

/// Reads what people decided about mentions.
enum MentionReader {
  /// What stands for no entity.
  private static let none = "none"

  static func read(_ node: TextNode, _ reading: inout FileReading, into records: inout [MentionRecord]) {
    for item in reading.items(node, "mentions") {
      var fields = FieldReader(reading.entries(item, "mentions"), of: "a mention", owner: item.span)
      _ = fields.text("document", &reading)
      let hash = fields.requiredText("sha256", &reading)
      let at = fields.requiredText("at", &reading)
      let words = fields.requiredText("words", &reading)
      let entity = fields.requiredText("entity", &reading)
      fields.reportRest(&reading)
      guard let hash, let at, let words, let entity, check(hash, &reading), let range = range(at, &reading) else { continue }
      records.append(
        MentionRecord(
          file: reading.file, article: hash, range: range, words: words.value,
          entity: entity.value == none ? nil : entity))
    }
  }

  private static func check(_ hash: Spanned<String>, _ reading: inout FileReading) -> Bool {
    let isHash =
      hash.value.utf8.count >= MentionRecord.hashDigits
      && hash.value.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      }
    if !isHash {
      reading.report(
        .graphWrongValue, "`sha256` is \(MentionRecord.hashDigits) digits of a hash or more, not `\(hash.value)`", at: hash.span)
    }
    return isHash
  }

  private static func range(_ text: Spanned<String>, _ reading: inout FileReading) -> Range<Int>? {
    let ends = text.value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start < end { return start..<end }
    reading.report(
      .graphWrongValue, "`at` is two offsets such as 19-54, not `\(text.value)`", at: text.span)
    return nil
  }
}
