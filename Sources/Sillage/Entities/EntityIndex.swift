import EntityLinking

/// Finds entities by what people call them: id, name or alias, without regard to case and accents.
struct EntityIndex {
  private var byID: [String: NodeID] = [:]
  private var byName: [String: [NodeID]] = [:]
  private let reader: EntityReader

  /// Cost: reads the names of all nodes.
  init(_ reader: EntityReader) throws(StoreError) {
    self.reader = reader
    let graph = reader.graph
    guard let idKey = graph.propertyKey(named: "id") else { return }
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [], after: nil, limit: Int.max, into: &nodes)
    let ids = try graph.property(idKey, of: nodes)
    let names = try graph.propertyKey(named: "name").map { key throws(StoreError) in try graph.property(key, of: nodes) }
    let aliases = try graph.propertyKey(named: "aliases").map { key throws(StoreError) in
      try graph.property(key, of: nodes)
    }
    for (row, node) in nodes.enumerated() {
      guard let id = ids[row].text else { continue }
      byID[id] = node
      let all = [id] + [names?[row].text].compactMap { $0 } + (aliases?[row].texts ?? [])
      for name in Set(all.map { foldedName($0) }) where !name.isEmpty { byName[name, default: []].append(node) }
    }
  }

  /// The entity of an id as it is written.
  func node(withID id: String) -> NodeID? { byID[id] }

  /// The one entity that goes by a name. An id as it is written wins over everything else.
  func entity(called name: String) throws(SillageError) -> NodeID {
    if let node = byID[name] { return node }
    let found = byName[foldedName(name)] ?? []
    if found.count == 1, let node = found.first { return node }
    var candidates: [EntityName] = []
    do throws(StoreError) {
      if found.isEmpty { candidates = try near(name) }
      for node in found { candidates.append(try reader.name(of: node)) }
    } catch { throw .store(error) }
    if found.isEmpty { throw .unknownName(name, near: candidates) }
    throw .ambiguousName(name, candidates: candidates.sorted { $0.id < $1.id })
  }

  private func near(_ name: String) throws(StoreError) -> [EntityName] {
    let names = NearName.suggestions(for: foldedName(name), among: byName.keys, limit: 5)
    var near: [EntityName] = []
    for name in names {
      for node in byName[name] ?? [] {
        let found = try reader.name(of: node)
        if !near.contains(found) { near.append(found) }
      }
    }
    return Array(near.prefix(5))
  }
}
