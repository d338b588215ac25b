public import Diagnostics

/// Collects changes of one YAML text and gives them as edits that leave everything else, comments and order and style, as it is.
///
/// What is changed is named by the offset of a word in it: the key of an entry, or the first key of a map that is an item of a list.
public struct YamlEditor {
  let source: SourceText
  let extents: YamlExtents
  private let root: TextNode
  private var maps: [Int: MapChange] = [:]
  private var lists: [Int: ListChange] = [:]
  /// The value under the key that begins at an offset, the map that the key is in, and its place there.
  private var entries: [Int: (map: TextNode, index: Int)] = [:]
  /// The list and the place in it of the item that begins at an offset; of a map in braces, also by its first key.
  private var items: [Int: (list: TextNode, index: Int)] = [:]
  /// The key under which a list stands, by the start of the list.
  private var keys: [Int: Int] = [:]

  /// nil for a text that cannot be read, or is no map.
  public init?(_ source: SourceText, yaml: Range<Int>) {
    var diagnostics: [Diagnostic] = []
    guard let root = YamlReader.read(source, range: yaml, &diagnostics), case .map = root, diagnostics.isEmpty else { return nil }
    self.source = source
    self.root = root
    extents = YamlExtents(bytes: source.bytes, range: yaml)
    index(root)
  }

  private mutating func index(_ node: TextNode) {
    switch node {
    case .text: break
    case .list(let items, _):
      for (position, item) in items.enumerated() {
        self.items[item.span.start] = (node, position)
        if case .map(let entries, _) = item, let first = entries.first { self.items[first.key.span.start] = (node, position) }
        index(item)
      }
    case .map(let entries, _):
      for (position, entry) in entries.enumerated() {
        self.entries[entry.key.span.start] = (node, position)
        if case .list(_, let span) = entry.value { keys[span.start] = entry.key.span.start }
        index(entry.value)
      }
    }
  }

  // MARK: Finding

  /// The value at the end of a path of keys from the top.
  func node(at path: [String]) -> TextNode? {
    var node = root
    for key in path {
      guard case .map(let entries, _) = node, let entry = entries.first(where: { $0.key.value == key }) else { return nil }
      node = entry.value
    }
    return node
  }

  /// The map under the key that begins at an offset.
  private func map(underKeyAt offset: Int) -> TextNode? {
    guard let (map, index) = entries[offset], case .map(let entries, _) = map, case .map = entries[index].value else { return nil }
    return entries[index].value
  }

  /// The map that is an item of a list and begins with the key at an offset.
  private func map(inItemAt offset: Int) -> TextNode? {
    guard let (list, index) = items[offset], case .list(let items, _) = list, case .map = items[index] else { return nil }
    return items[index]
  }

  /// Whether a map that is an item of a list begins with the key at an offset.
  public func isItem(at offset: Int) -> Bool { map(inItemAt: offset) != nil }

  /// Whether a text in a list begins at an offset.
  public func isText(inListAt offset: Int) -> Bool {
    guard let (list, index) = items[offset], case .list(let items, _) = list, case .text = items[index] else { return false }
    return true
  }

  /// Where the first key begins of the item of a list that has a value which begins at an offset; the offset itself where none has.
  public func firstKey(ofItemWithValueAt offset: Int) -> Int {
    for (list, index) in items.values {
      guard case .list(let items, _) = list, case .map(let entries, _) = items[index], let first = entries.first else { continue }
      if entries.contains(where: { $0.value.span.start == offset }) { return first.key.span.start }
    }
    return offset
  }

  // MARK: Changing

  /// Does several things to the editor where it lies.
  public mutating func perform(_ work: (inout YamlEditor) -> Void) { work(&self) }

  /// Sets fields of the record under the key that begins at an offset; nil removes one. A new one is put where `order` has it.
  public mutating func set(_ fields: [(key: String, value: FieldValue?)], underKeyAt offset: Int, order: [String]) {
    guard let map = map(underKeyAt: offset) else { return }
    change(map) { change in for field in fields { change.set(field.key, field.value, order) } }
  }

  /// The same for the top of the text.
  public mutating func set(_ fields: [(key: String, value: FieldValue?)], atTopInOrder order: [String]) {
    change(root) { change in for field in fields { change.set(field.key, field.value, order) } }
  }

  /// The same for the map in an item of a list; `first` takes the place of its first entry.
  public mutating func set(
    _ fields: [(key: String, value: FieldValue?)], inItemAt offset: Int, order: [String], first: Field? = nil
  ) {
    guard let map = map(inItemAt: offset) else { return }
    change(map) { change in
      if let first { change.replaceFirst(first) }
      for field in fields { change.set(field.key, field.value, order) }
    }
  }

  /// Replaces the first entry of the record under a key.
  public mutating func setFirst(_ first: Field, underKeyAt offset: Int) {
    guard let map = map(underKeyAt: offset) else { return }
    change(map) { $0.replaceFirst(first) }
  }

  /// Removes an entry with all that is under it.
  public mutating func removeEntry(at offset: Int) {
    guard let (map, index) = entries[offset] else { return }
    change(map) { $0.removed.insert(index) }
  }

  /// Removes a text of a list that stands under a key of an item; where none is left there, the item.
  public mutating func removeItem(at offset: Int, orElse item: Int) {
    removeItem(at: offset)
    guard let (list, _) = items[offset], lists[list.span.start]?.isEmptied == true else { return }
    lists[list.span.start] = nil
    removeItem(at: item)
  }

  /// Removes an item of a list; a list that has none left goes with its key.
  public mutating func removeItem(at offset: Int) {
    guard let (list, index) = items[offset] else { return }
    lists[list.span.start, default: ListChange(list, extents, key: keys[list.span.start])].removed.insert(index)
  }

  /// Removes a text that stands alone under a key, or is one of a list there; false where there is none at that offset.
  public mutating func removeText(at offset: Int, underKeys names: [String]) -> Bool {
    guard case .map(let top, _) = root else { return false }
    for (index, entry) in top.enumerated() where names.contains(entry.key.value) {
      if entry.value.span.start == offset, case .text = entry.value {
        change(root) { $0.removed.insert(index) }
        return true
      }
      if let (list, _) = items[offset], list.span.start == entry.value.span.start {
        removeItem(at: offset)
        return true
      }
    }
    return false
  }

  /// Appends a map to the list under a key of a record, which is made where it is not there. `path` leads to the record.
  public mutating func append(_ fields: [Field], to key: String, at path: [String], order: [String]) {
    guard let record = node(at: path), case .map(let entries, _) = record else { return }
    guard let entry = entries.first(where: { $0.key.value == key }), case .list = entry.value else {
      return change(record) { $0.added(fields, to: key, order) }
    }
    let list = entry.value
    lists[list.span.start, default: ListChange(list, extents, key: entry.key.span.start)].appended.append(fields)
  }

  /// Appends a record to the map under a key at the top, which is made where it is not there.
  public mutating func append(_ id: String, _ fields: [Field], relations: [[Field]] = [], to key: String) {
    let record = NewRecord(id: id, fields: fields, relations: relations)
    guard let map = node(at: [key]), case .map = map else {
      return change(root) { $0.newSections.append((key, record)) }
    }
    change(map) { $0.newRecords.append(record) }
  }

  private mutating func change(_ map: TextNode, _ work: (inout MapChange) -> Void) {
    work(&maps[map.span.start, default: MapChange(map, extents)])
  }

  // MARK: Edits

  /// All changes as edits of the text.
  public var edits: [TextEdit] {
    var maps = maps
    var parts: [(start: Int, edits: [TextEdit])] = []
    for (start, list) in lists {
      if list.isEmptied, let key = list.key, let (map, index) = entries[key] {
        maps[map.span.start, default: MapChange(map, extents)].removed.insert(index)
      } else {
        parts.append((start, list.edits))
      }
    }
    for (start, map) in maps { parts.append((start, map.edits)) }
    // At one place what is inside comes before what is around it, and what is new before what goes.
    let edits = parts.sorted { $0.start > $1.start }.flatMap(\.edits)
    return edits.enumerated().sorted { a, b in
      let (first, second) = (a.element.span, b.element.span)
      if first.start != second.start { return first.start < second.start }
      let isInsertion = (first.start == first.end, second.start == second.end)
      return isInsertion.0 != isInsertion.1 ? isInsertion.0 : a.offset < b.offset
    }.map(\.element)
  }
}
