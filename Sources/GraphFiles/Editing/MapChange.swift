import Diagnostics

/// Changes of one map of a YAML text.
struct MapChange {
  private let entries: [TextNode.Entry]
  private let isFlow: Bool
  private let extents: YamlExtents
  private let node: TextNode
  /// The places of entries that go.
  var removed: Set<Int> = []
  private var replaced: [Int: FieldValue] = [:]
  private var first: Field?
  /// What is new, each with the entries that it comes behind: those of a lower rank.
  private var inserted: [(rank: Int, text: String, behind: Int)] = []
  var newRecords: [NewRecord] = []
  var newSections: [(key: String, record: NewRecord)] = []

  init(_ node: TextNode, _ extents: YamlExtents) {
    if case .map(let entries, _) = node { self.entries = entries } else { entries = [] }
    self.node = node
    self.extents = extents
    isFlow = extents.isFlow(node)
  }

  mutating func set(_ key: String, _ value: FieldValue?, _ order: [String]) {
    let index = entries.firstIndex { $0.key.value == key }
    switch (index, value) {
    case (let index?, let value?): replaced[index] = value
    case (let index?, nil): removed.insert(index)
    case (nil, let value?): insert(YamlWriting.entry(Field(key, value), inFlow: isFlow), key, order)
    case (nil, nil): break
    }
  }

  mutating func replaceFirst(_ field: Field) { first = field }

  /// A list of one map under a key that is not there yet.
  mutating func added(_ fields: [Field], to key: String, _ order: [String]) {
    let rank = Self.rank(key, order)
    let column = indent + 2
    if let at = inserted.firstIndex(where: { $0.rank == rank && $0.text.hasPrefix(key + ":") }) {
      inserted[at].text =
        isFlow
        ? inserted[at].text.dropLast() + ", " + YamlWriting.map(fields, column: nil) + "]"
        : inserted[at].text + "\n" + String(repeating: " ", count: column) + "- " + YamlWriting.map(fields, column: column + 2)
      return
    }
    let text =
      isFlow
      ? "\(key): [\(YamlWriting.map(fields, column: nil))]"
      : "\(key):\n" + String(repeating: " ", count: column) + "- " + YamlWriting.map(fields, column: column + 2)
    insert(text, key, order)
  }

  private mutating func insert(_ text: String, _ key: String, _ order: [String]) {
    let rank = Self.rank(key, order)
    let next = entries.firstIndex { Self.rank($0.key.value, order) > rank } ?? entries.count
    inserted.append((rank, text, max(next, min(1, entries.count))))
  }

  /// A key that is not in the order comes first, right behind the first entry.
  private static func rank(_ key: String, _ order: [String]) -> Int { order.firstIndex(of: key) ?? -1 }

  private var indent: Int { entries.first.map { extents.column($0.key.span.start) } ?? extents.column(node.span.start) }

  // MARK: Edits

  var edits: [TextEdit] {
    var edits = removals
    if let first, let entry = entries.first { edits += replacement(of: entry, first) }
    for (index, value) in replaced where !removed.contains(index) { edits += replacement(of: entries[index], value) }
    for item in inserted.enumerated().sorted(by: { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }) {
      edits.append(insertion(item.element.text, behind: item.element.behind))
    }
    return edits + records
  }

  private func end(_ index: Int) -> Int { extents.end(of: entries[index]) }

  private func insertion(_ text: String, behind next: Int) -> TextEdit {
    guard let previous = (0..<next).last(where: { !removed.contains($0) }) else {
      let at = entries.first?.key.span.start ?? node.span.start + 1
      return TextEdit(SourceSpan(start: at, end: at), isFlow ? text + ", " : text + "\n" + String(repeating: " ", count: indent))
    }
    if isFlow { return TextEdit(SourceSpan(start: end(previous), end: end(previous)), ", " + text) }
    let at = extents.lineEnd(end(previous))
    return TextEdit(SourceSpan(start: at, end: at), "\n" + String(repeating: " ", count: indent) + text)
  }

  private var removals: [TextEdit] {
    extents.removals(removed, starts: entries.map(\.key.span.start), ends: entries.indices.map { end($0) }, isFlow: isFlow)
  }

  private func replacement(of entry: TextNode.Entry, _ field: Field) -> [TextEdit] {
    let key = entry.key.value == field.key ? [] : [TextEdit(entry.key.span, YamlWriting.text(field.key, inFlow: isFlow))]
    return key + replacement(of: entry, field.value)
  }

  private func replacement(of entry: TextNode.Entry, _ value: FieldValue) -> [TextEdit] {
    let start = entry.value.span.start
    let span = SourceSpan(start: start, end: max(start, extents.end(of: entry.value)))
    switch (entry.value, value) {
    case (.text(let old), .text(let new)):
      if old.value == new { return [] }
      let isQuoted = extents.bytes[start..<span.end].first == UInt8(ascii: "\"")
      return [TextEdit(span, YamlWriting.text(new, inFlow: isFlow, quoted: isQuoted))]
    case (.list(let items, _), .list(let new)):
      return ListChange(entry.value, extents, key: nil).edits(from: items, to: new) ?? [TextEdit(span, YamlWriting.value(value, inFlow: isFlow))]
    default: return [TextEdit(span, YamlWriting.value(value, inFlow: isFlow))]
    }
  }

  /// Records behind the last, parted from each other as the others are.
  private var records: [TextEdit] {
    guard !newSections.isEmpty || !newRecords.isEmpty, let last = entries.last else { return [] }
    let kept = entries.indices.last { !removed.contains($0) }
    let at = extents.lineEnd(kept.map(end) ?? max(extents.range.lowerBound, extents.lineStart(node.span.start) - 1))
    var text = ""
    for record in newRecords { text += (isSpaced ? "\n\n" : "\n") + written(record, like: last) }
    var opened: Set<String> = []
    for section in newSections {
      if opened.insert(section.key).inserted { text += "\n\n\(section.key):" }
      text += "\n" + section.record.flow(column: 2)
    }
    return [TextEdit(SourceSpan(start: at, end: at), text)]
  }

  private func written(_ record: NewRecord, like entry: TextNode.Entry) -> String {
    let column = extents.column(entry.key.span.start)
    guard case .map(let inner, _) = entry.value, !extents.isFlow(entry.value), let key = inner.first else {
      return record.flow(column: column)
    }
    return record.block(column: column, inner: extents.column(key.key.span.start))
  }

  /// Whether an empty line parts the last two entries.
  private var isSpaced: Bool {
    guard entries.count > 1 else { return true }
    let next = entries[entries.count - 1].key.span.start
    let between = extents.bytes[min(end(entries.count - 2), next)..<next]
    return String(decoding: between, as: UTF8.self).contains("\n\n")
  }
}
