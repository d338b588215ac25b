import Diagnostics
import Foundation
import GraphModel

/// A file while it is read: where faults are gathered.
struct FileReading {
  let source: SourceText
  let schema: Schema
  var diagnostics: [Diagnostic] = []
  /// Ids that are defined here, though not as they should be: what names them is not reported once more.
  var lostIdentifiers: [String] = []

  var file: String { source.name }

  /// For a key without a value in braces, most often the second half of a text.
  static let spilledHint = "put a text that holds a comma in quotes"

  init(source: SourceText, schema: Schema) {
    self.source = source
    self.schema = schema
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, label: String? = nil,
    notes: [Diagnostic.Note] = [], hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, message, source: source.name, span: span, label: label, notes: notes, hint: hint))
  }

  func note(_ message: String, at span: SourceSpan) -> Diagnostic.Note {
    Diagnostic.Note(message, source: source.name, span: span)
  }

  // MARK: Shapes

  /// Text that is not empty; anything else is reported. `name` says what the text is, for the message.
  mutating func text(_ node: TextNode, _ name: String) -> Spanned<String>? {
    guard case .text(let text) = node else {
      report(.graphWrongShape, "`\(name)` is text, and here it is \(node.shape)", at: node.span)
      return nil
    }
    guard !text.value.isEmpty else {
      report(.graphMissingKey, "`\(name)` has no value", at: text.span, hint: "leave the key out where nothing is known")
      return nil
    }
    return text
  }

  /// One text, or a list of texts.
  mutating func texts(_ node: TextNode, _ name: String) -> [Spanned<String>] {
    guard case .list(let items, _) = node else { return text(node, name).map { [$0] } ?? [] }
    return items.compactMap { text($0, name) }
  }

  /// Words: a list of texts, or one text that divides them by commas and ends of lines.
  mutating func words(_ node: TextNode, _ name: String) -> [Spanned<String>] {
    guard case .list = node else { return text(node, name).map { WordsInText.of($0, in: source) } ?? [] }
    return texts(node, name)
  }

  /// The entries of a map; an empty list, reported, for anything else.
  mutating func entries(_ node: TextNode, _ name: String) -> [TextNode.Entry] {
    guard case .map(let entries, _) = node else {
      if !node.isEmptyText { report(.graphWrongShape, "`\(name)` is a map, and here it is \(node.shape)", at: node.span) }
      return []
    }
    return entries
  }

  /// The items of a list; an empty list, reported, for anything else.
  mutating func items(_ node: TextNode, _ name: String) -> [TextNode] {
    guard case .list(let items, _) = node else {
      if !node.isEmptyText { report(.graphWrongShape, "`\(name)` is a list, and here it is \(node.shape)", at: node.span) }
      return []
    }
    return items
  }

  // MARK: Words

  /// An id of something that is defined here.
  mutating func identifier(_ text: Spanned<String>) -> Spanned<String> {
    if !Self.isIdentifier(text.value) {
      lostIdentifiers.append(Self.identifier(from: text.value))
      let proposal = Self.identifier(from: text.value)
      report(
        .graphMalformedID, "`\(text.value)` is no id", at: text.span,
        label: Self.isIdentifier(proposal) ? "did you mean `\(proposal)`?" : nil,
        hint: "an id is lower case letters, digits and single hyphens")
    }
    return text
  }

  static func isIdentifier(_ text: String) -> Bool {
    var last = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"): if last == byte { return false }
      default: return false
      }
      last = byte
    }
    return last != UInt8(ascii: "-")
  }

  /// The id that a person may have meant: lower case, without accents, other characters as one hyphen.
  private static func identifier(from text: String) -> String {
    var words: [String] = [""]
    for scalar in text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if words[words.count - 1] != "" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "-")
  }

  mutating func date(_ text: Spanned<String>) -> Spanned<PartialDate>? {
    do throws(DateFault) {
      return Spanned(try PartialDate(text.value), text.span)
    } catch {
      let whole = SourceSpan(start: text.span.start, end: text.span.end)
      report(
        .graphMalformedDate, error.message == DateFault.notADate ? "`\(text.value)` is no date" : "`\(text.value)` is no date: \(error.message)",
        at: part(error.range, of: text, or: whole),
        hint: error.message == DateFault.notADate ? PartialDate.forms : nil)
      return nil
    }
  }

  /// The place of a part of a text, counted in its UTF-8, where the text stands in the file as it is (besides quotes).
  func part(_ range: Range<Int>, of text: Spanned<String>, or whole: SourceSpan) -> SourceSpan {
    let length = text.value.utf8.count
    let quotes = text.span.end - text.span.start - length
    guard quotes == 0 || quotes == 2 else { return whole }
    let start = text.span.start + quotes / 2
    return SourceSpan(start: start + range.lowerBound, end: start + max(range.upperBound, range.lowerBound))
  }

  /// A word of a closed list.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ text: Spanned<String>, _ name: String) -> Word?
  where Word.RawValue == String {
    if let word = Word(rawValue: text.value) { return word }
    let all = Word.allCases.map(\.rawValue)
    report(
      .graphUnknownWord, "no \(name) `\(text.value)`", at: text.span, label: NearName.question(for: text.value, among: all),
      hint: "one of " + all.joined(separator: ", "))
    return nil
  }
}
