import Diagnostics
import GraphModel

/// The keys of one map: each is asked for once, and what nobody asked for is reported.
struct FieldReader {
  /// What the map is, for messages: `an observation`.
  let subject: String
  /// Where a missing key is reported.
  let owner: SourceSpan
  private(set) var rest: [TextNode.Entry]
  private var asked: [String] = []

  init(_ entries: [TextNode.Entry], of subject: String, owner: SourceSpan) {
    self.subject = subject
    self.owner = owner
    rest = entries
  }

  /// What stands under a key.
  mutating func node(_ key: String) -> TextNode? {
    asked.append(key)
    guard let index = rest.firstIndex(where: { $0.key.value == key }) else { return nil }
    return rest.remove(at: index).value
  }

  mutating func text(_ key: String, _ reading: inout FileReading) -> Spanned<String>? {
    node(key).flatMap { reading.text($0, key) }
  }

  mutating func requiredText(_ key: String, _ reading: inout FileReading) -> Spanned<String>? {
    guard let node = node(key) else {
      reading.report(.graphMissingKey, "\(subject) needs `\(key)`", at: owner)
      return nil
    }
    return reading.text(node, key)
  }

  mutating func texts(_ key: String, _ reading: inout FileReading) -> [Spanned<String>] {
    node(key).map { reading.texts($0, key) } ?? []
  }

  mutating func words(_ key: String, _ reading: inout FileReading) -> [Spanned<String>] {
    node(key).map { reading.words($0, key) } ?? []
  }

  mutating func date(_ key: String, _ reading: inout FileReading) -> Spanned<PartialDate>? {
    text(key, &reading).flatMap { reading.date($0) }
  }

  /// `true` or `false`; false where it is left out.
  mutating func flag(_ key: String, _ reading: inout FileReading) -> Bool { optionalFlag(key, &reading) ?? false }

  /// `true` or `false`; nil where it is left out.
  mutating func optionalFlag(_ key: String, _ reading: inout FileReading) -> Bool? {
    guard let text = text(key, &reading) else { return nil }
    switch text.value {
    case "true": return true
    case "false": return false
    default:
      reading.report(.graphWrongValue, "`\(key)` is `true` or `false`, not `\(text.value)`", at: text.span)
      return nil
    }
  }

  /// Reports the keys that nobody asked for.
  func reportRest(_ reading: inout FileReading) {
    for entry in rest {
      let isSpilled = entry.value.isEmptyText && entry.value.span.start >= entry.key.span.end
      let question = NearName.question(for: entry.key.value, among: asked)
      let known = question == nil ? "known here: " + asked.joined(separator: ", ") : nil
      reading.report(
        .graphUnknownKey, "\(subject) has no `\(entry.key.value)`", at: entry.key.span, label: question,
        hint: isSpilled ? FileReading.spilledHint : known)
    }
  }
}
