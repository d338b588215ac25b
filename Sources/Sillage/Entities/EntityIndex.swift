import EntityLinking

/// Finds entities by what people call them: id, name or alias, without regard to case and accents.
final class EntityIndex {
  private var byID: [String: NodeID] = [:]
  /// The names of each entity, its id among them, as they are written.
  private var names: [(node: NodeID, names: [String])] = []
  private let reader: EntityReader

  /// Entities by their names folded: made when the first is asked for, since folding all costs more than reading them.
  private lazy var byName: [String: [NodeID]] = {
    var found: [String: [NodeID]] = [:]
    for (node, names) in names {
      for name in Set(names.map { foldedName($0) }) where !name.isEmpty { found[name, default: []].append(node) }
    }
    return found
  }()

  /// Cost: reads the names of all nodes.
  init(_ reader: EntityReader) throws(StoreError) {
    self.reader = reader
    var nodes: [NodeID] = []
    try reader.graph.scanNodes(labels: [], after: nil, limit: Int.max, into: &nodes)
    guard let ids = try reader.column("id", of: nodes) else { return }
    let (known, aliases) = (try reader.column("name", of: nodes), try reader.column("aliases", of: nodes))
    for (row, node) in nodes.enumerated() {
      guard let id = ids[row].text else { continue }
      byID[id] = node
      names.append((node, [id] + [known?[row].text].compactMap { $0 } + (aliases?[row].texts ?? [])))
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
