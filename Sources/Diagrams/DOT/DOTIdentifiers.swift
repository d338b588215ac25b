/// Names of nodes in DOT text: the entity's own id wherever that can be written, so that two versions of a diagram differ only
/// where the content does.
struct DOTIdentifiers {
  private static let longest = 120
  private var names: [String: String] = [:]
  private var taken: Set<String> = []

  /// Names for ids in canonical order.
  init(_ ids: [String]) {
    for id in ids { names[id] = reserve(id) }
  }

  /// The unquoted name of a node.
  subscript(id: String) -> String { names[id] ?? DOTText.oneLine(id) }

  /// A name that no node has, made from `wish`.
  mutating func reserve(_ wish: String) -> String {
    var name = DOTText.oneLine(wish)
    if name.isEmpty || name.utf8.count > Self.longest {
      name = String(name.prefix(24)) + "~" + wish.diagramFingerprint
    }
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = name + "~" + String(number)
      number += 1
    }
    return candidate
  }
}
