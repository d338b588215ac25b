import Diagnostics
import Yams

/// Reads YAML as a tree of text with places.
///
/// A key that stands twice is reported and its second entry left out, so that one such fault does not hide the others; any
/// other fault of syntax ends the reading of the file.
struct YamlReader {
  /// How many duplicate keys of one file are reported.
  private static let duplicateLimit = 20

  let source: SourceText
  let range: Range<Int>
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the keys stand that are left out.
  private var leftOut: Set<Int> = []
  private var text: YamlText

  /// The tree of a part of a text; nil where there is none, or it is not to be trusted.
  static func read(_ source: SourceText, range: Range<Int>, _ diagnostics: inout [Diagnostic]) -> TextNode? {
    let start = source.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) ? range.lowerBound + 3 : range.lowerBound
    if let fault = TextCheck.fault(in: source, range: start..<range.upperBound) {
      diagnostics.append(fault)
      return nil
    }
    var reader = YamlReader(source: source, range: start..<range.upperBound)
    let tree = reader.tree()
    diagnostics += reader.diagnostics
    return tree
  }

  private init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
    text = YamlText(bytes: source.bytes, range: range)
  }

  private mutating func tree() -> TextNode? {
    for attempt in 0...Self.duplicateLimit {
      do {
        let yaml = String(decoding: text.bytes[range], as: UTF8.self)
        guard let root = try Yams.compose(yaml: yaml, .basic, .default, .utf8) else { return nil }
        return convert(root)
      } catch let error as YamlError {
        if case .duplicatedKeysInMapping(let keys, let context) = error, attempt < Self.duplicateLimit,
          leaveOutDuplicate(of: keys.first ?? "", firstAt: context.mark, attempt: attempt)
        {
          continue
        }
        diagnostics.append(diagnostic(for: error))
        return nil
      } catch {
        diagnostics.append(fault("the YAML cannot be read", at: SourceSpan(start: range.lowerBound, end: range.lowerBound)))
        return nil
      }
    }
    return nil
  }

  // MARK: Trees

  /// The tree of a node; nil where it uses a part of YAML that the format leaves out, which has then been reported.
  private mutating func convert(_ node: Node) -> TextNode? {
    let mark = node.mark
    let start = text.offset(line: mark?.line ?? 1, column: mark?.column ?? 1)
    guard isPlain(at: start) else { return nil }
    switch node {
    case .scalar(let scalar):
      return .text(Spanned(scalar.string, SourceSpan(start: start, end: scalarEnd(start, scalar))))
    case .sequence(let sequence):
      var items: [TextNode] = []
      for item in sequence {
        guard let item = convert(item) else { return nil }
        items.append(item)
      }
      return .list(items, SourceSpan(start: start, end: items.last?.span.end ?? start + 1))
    case .mapping(let mapping):
      var entries: [TextNode.Entry] = []
      for (key, value) in mapping {
        guard let key = convert(key), let value = convert(value) else { return nil }
        guard case .text(let name) = key else {
          diagnostics.append(fault("a key must be text and is \(key.shape)", at: key.span))
          return nil
        }
        if !leftOut.contains(name.span.start) { entries.append(TextNode.Entry(key: name, value: value)) }
      }
      let first = entries.first?.key.span
      return .map(entries, SourceSpan(start: start, end: first?.end ?? start + 1))
    case .alias: return nil
    }
  }

  private func scalarEnd(_ start: Int, _ scalar: Node.Scalar) -> Int {
    scalar.string.isEmpty && scalar.style == .plain ? start : text.scalarEnd(start: start, value: scalar.string)
  }

  /// Reports anchors and tags: they are seldom meant, and what follows them would be lost. An alias is found at its anchor.
  private mutating func isPlain(at start: Int) -> Bool {
    guard start < range.upperBound else { return true }
    let names = [UInt8(ascii: "&"): "an anchor", UInt8(ascii: "!"): "a tag"]
    guard let name = names[source.bytes[start]] else { return true }
    let sign = String(decoding: [source.bytes[start]], as: UTF8.self)
    diagnostics.append(
      fault(
        "\(name), `\(sign)…`, is no part of this format", at: SourceSpan(start: start, end: text.lineEnd(from: start)),
        hint: "put a text that begins with `\(sign)` in quotes"))
    return false
  }

  // MARK: Faults

  private func fault(_ message: String, at span: SourceSpan, hint: String? = nil) -> Diagnostic {
    Diagnostic(.graphYamlSyntax, message, source: source.name, span: span, hint: hint)
  }

  private mutating func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      syntaxFault(problem: problem, context: context, mark: mark)
    case .duplicatedKeysInMapping(let keys, let context):
      Diagnostic(
        .graphDuplicateKey, "the key `\(keys.first ?? "")` stands twice", source: source.name,
        span: keySpan(at: context.mark, length: keys.first?.utf8.count ?? 1))
    default:
      fault("the YAML cannot be read", at: SourceSpan(start: range.lowerBound, end: range.lowerBound))
    }
  }

  private mutating func syntaxFault(problem: String, context: YamlError.Context?, mark: Mark) -> Diagnostic {
    var at = text.offset(line: mark.line, column: mark.column)
    if at >= range.upperBound, let context { at = text.offset(line: context.mark.line, column: context.mark.column) }
    let isTab = at < range.upperBound && source.bytes[at] == 0x09
    let words = isTab ? YamlWording(message: "a tab in the indentation", hint: "indent with spaces") : YamlWording(problem, context?.text)
    var notes: [Diagnostic.Note] = []
    if !isTab, let context, context.mark.line != mark.line, context.text.hasPrefix("while") {
      let start = text.offset(line: context.mark.line, column: context.mark.column)
      if start != at {
        let span = SourceSpan(start: start, end: min(start + 1, range.upperBound))
        notes.append(Diagnostic.Note("it began here", source: source.name, span: span))
      }
    }
    return Diagnostic(
      .graphYamlSyntax, words.message, source: source.name,
      span: SourceSpan(start: at, end: text.characterEnd(from: at)), notes: notes, hint: words.hint)
  }

  private mutating func keySpan(at mark: Mark, length: Int) -> SourceSpan {
    let start = text.offset(line: mark.line, column: mark.column)
    return SourceSpan(start: start, end: min(start + length, range.upperBound))
  }

  // MARK: Duplicate keys

  /// Reports the second place of a key and overwrites it there with a word that stands nowhere else, of the same length, so that
  /// all places stay what they are. False where that is not possible.
  private mutating func leaveOutDuplicate(of key: String, firstAt mark: Mark, attempt: Int) -> Bool {
    let letters = Array(key.utf8)
    let first = keySpan(at: mark, length: letters.count)
    let span = SourceSpan(start: first.start, end: first.end)
    guard letters.count >= 2, let second = secondPlace(of: letters, after: span) else { return false }
    diagnostics.append(
      Diagnostic(
        .graphDuplicateKey, "the key `\(key)` stands twice", source: source.name,
        span: SourceSpan(start: second, end: second + letters.count),
        notes: [Diagnostic.Note("first here", source: source.name, span: first)]))
    leftOut.insert(second)
    var bytes = text.bytes
    let digits = Array(String(attempt, radix: 36).utf8)
    let filler = digits.prefix(letters.count) + [UInt8](repeating: UInt8(ascii: "z"), count: max(0, letters.count - digits.count))
    bytes.replaceSubrange(second..<(second + letters.count), with: filler)
    text = YamlText(bytes: bytes, range: range)
    return true
  }

  /// Where the same key begins again: in the same column of a later line, or, in braces, after a comma.
  private func secondPlace(of key: [UInt8], after first: SourceSpan) -> Int? {
    let bytes = text.bytes
    let column = first.start - lineStart(first.start)
    var index = first.end
    while index + key.count < range.upperBound {
      if bytes[index] == key[0], bytes[index..<(index + key.count)].elementsEqual(key),
        isKeyEnd(bytes, index + key.count)
      {
        var before = index - 1
        while before > first.end, bytes[before] == 0x20 || bytes[before] == 0x0A { before -= 1 }
        let isInBraces = bytes[before] == UInt8(ascii: ",") || bytes[before] == UInt8(ascii: "{")
        let start = lineStart(index)
        if isInBraces || (index - start == column && bytes[start..<index].allSatisfy { $0 == 0x20 }) { return index }
      }
      index += 1
    }
    return nil
  }

  private func isKeyEnd(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    return index < range.upperBound && bytes[index] == UInt8(ascii: ":")
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > range.lowerBound, text.bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }
}
