import Diagnostics

/// Changes of one list of a YAML text.
struct ListChange {
  private let items: [TextNode]
  private let isFlow: Bool
  private let extents: YamlExtents
  private let node: TextNode
  /// Where the key begins under which the list stands.
  let key: Int?
  var removed: Set<Int> = []
  var appended: [[Field]] = []

  init(_ node: TextNode, _ extents: YamlExtents, key: Int?) {
    if case .list(let items, _) = node { self.items = items } else { items = [] }
    self.node = node
    self.extents = extents
    self.key = key
    isFlow = extents.isFlow(node)
  }

  /// Whether nothing is left of it.
  var isEmptied: Bool { appended.isEmpty && !items.isEmpty && removed.count == items.count }

  var edits: [TextEdit] { removals + additions(appended.map { YamlWriting.map($0, column: isFlow ? nil : column + 2) }) }

  /// The edits that make a list of texts another one; nil where more than leaving out and adding at the end is needed.
  func edits(from old: [TextNode], to new: [String]) -> [TextEdit]? {
    var change = self
    var next = 0
    for (index, item) in old.enumerated() {
      guard case .text(let text) = item else { return nil }
      if next < new.count, new[next] == text.value { next += 1 } else { change.removed.insert(index) }
    }
    guard change.removed.count < old.count else { return nil }
    return change.removals + change.additions(new[next...].map { YamlWriting.text($0, inFlow: isFlow) })
  }

  private var column: Int { extents.column(node.span.start) }

  private func additions(_ texts: [String]) -> [TextEdit] {
    guard !texts.isEmpty else { return [] }
    let last = items.indices.last { !removed.contains($0) }
    if isFlow {
      let at = last.map { extents.end(of: items[$0]) } ?? node.span.start + 1
      let joined = texts.joined(separator: ", ")
      let isFirst = last == nil
      return [TextEdit(SourceSpan(start: at, end: at), isFirst ? joined : ", " + joined)]
    }
    let before = last.map { extents.end(of: items[$0]) } ?? max(extents.range.lowerBound, extents.lineStart(node.span.start) - 1)
    let at = extents.lineEnd(before)
    let indent = "\n" + String(repeating: " ", count: column) + "- "
    return [TextEdit(SourceSpan(start: at, end: at), texts.map { indent + $0 }.joined())]
  }

  private var removals: [TextEdit] {
    extents.removals(removed, starts: items.map(\.span.start), ends: items.map { extents.end(of: $0) }, isFlow: isFlow)
  }
}
