import EntityLinking
import Foundation

extension Catalogue {
  /// The labels whose nodes articles can name, with the kind of thing that each is, the first that fits. Concepts, events,
  /// articles and claims have names that are descriptions, which no article uses as a name.
  private static let kinds: [(label: String, kind: EntityKind)] = [
    ("Person", .person), ("RacingTeam", .team), ("Brand", .brand), ("Group", .group), ("Alliance", .group), ("Org", .company), ("Site", .site),
    ("Place", .place), ("Vehicle", .vehicle), ("Motor", .motor), ("Battery", .technology), ("Product", .other),
    ("Platform", .platform), ("Technology", .technology), ("Plan", .plan), ("Series", .other),
  ]

  /// The entities of a graph that articles can name, and how reports call each, by id. Cost: reads their names and their relationships.
  static func reading(_ reader: EntityReader) throws(StoreError) -> (catalogue: Catalogue, names: [String: EntityName]) {
    let graph = reader.graph
    var kinds: [NodeID: EntityKind] = [:]
    for (name, kind) in Self.kinds {
      guard let label = graph.label(named: name) else { continue }
      var nodes: [NodeID] = []
      try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &nodes)
      for node in nodes where kinds[node] == nil { kinds[node] = kind }
    }
    let nodes = kinds.keys.sorted()
    let (ids, called) = (try reader.column("id", of: nodes), try reader.column("name", of: nodes))
    let (aliases, types) = (try reader.column("aliases", of: nodes), try reader.types(of: nodes))
    let links = try links(between: nodes, ids, graph)
    var entries: [CatalogueEntry] = []
    var names: [String: EntityName] = [:]
    for (row, node) in nodes.enumerated() {
      guard let id = ids?[row].text, let name = called?[row].text else { continue }
      let listed = aliases?[row].texts ?? []
      let plain = listed.map(withoutArticle)
      entries.append(
        CatalogueEntry(
          id: id, type: kinds[node]?.rawValue ?? "other", name: name, aliases: plain,
          nicknames: zip(listed, plain).filter { $0 != $1 && $1 != name }.map(\.1), links: links[node, default: []].sorted()))
      names[id] = EntityName(id: id, name: name, types: types[row])
    }
    return (Catalogue(entries: entries), names)
  }

  /// The ids of the nodes among some that each of them has a relationship with.
  private static func links(
    between nodes: [NodeID], _ ids: Column?, _ graph: any GraphReader
  ) throws(StoreError) -> [NodeID: Set<String>] {
    var idOf: [NodeID: String] = [:]
    for (row, node) in nodes.enumerated() { idOf[node] = ids?[row].text }
    var around = Adjacency()
    try graph.expand(nodes, ExpansionSelection(outgoing: .all, incoming: .all), into: &around)
    var links: [NodeID: Set<String>] = [:]
    for at in 0..<around.count {
      if let id = idOf[around.neighbours[at]] { links[around.sources[at], default: []].insert(id) }
    }
    return links
  }

  /// An alias that is kept as a phrase, such as "l’Alpine" or "la Régie", without its article: an article is no part of a
  /// mention. Capital letters make it a part of the name, as in "Le Mans". What has one is a nickname, such as "le Losange".
  private static func withoutArticle(_ alias: String) -> String {
    for article in ["l’", "l'", "le ", "la ", "les "] where alias.hasPrefix(article) {
      return String(alias.dropFirst(article.count))
    }
    return alias
  }

  /// A catalogue from a JSON list of `{id, type, name, aliases, nicknames, links}`.
  convenience init(file path: String) throws(SillageError) {
    let bytes = try TextFile.read(path)
    do {
      self.init(entries: try JSONDecoder().decode([CatalogueEntry].self, from: Data(bytes)))
    } catch {
      let source = SourceText(name: path, bytes: bytes)
      let message = "the catalogue is no JSON list of entities with `id`, `type` and `name`"
      throw .faults(
        [Diagnostic(.wrongCatalogue, message, source: path, span: .beginning, hint: Self.explain(error))],
        sources: [source])
    }
  }

  private static func explain(_ error: any Error) -> String? {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "entity \(context.codingPath.first?.intValue ?? 0) of the list has no `\(key.stringValue)`"
    case DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty,
      DecodingError.valueNotFound(_, let context) where context.codingPath.isEmpty:
      "it is no list: the file begins with `[`, and each entity is an object in it"
    case DecodingError.typeMismatch(_, let context) where context.codingPath.count == 1,
      DecodingError.valueNotFound(_, let context) where context.codingPath.count == 1:
      "entity \(context.codingPath[0].intValue ?? 0) of the list is no object"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "entity \(context.codingPath.first?.intValue ?? 0) of the list has a wrong `\(context.codingPath.last?.stringValue ?? "")`"
    case DecodingError.dataCorrupted(let context): context.debugDescription
    default: nil
    }
  }
}

/// The entities of a catalogue file, before their names are compiled.
public struct LinkingCatalogue: Sendable {
  let catalogue: Catalogue

  /// Reads a JSON list of `{id, type, name, aliases, nicknames, links}`.
  public init(file path: String) throws(SillageError) { catalogue = try Catalogue(file: path) }
}

extension DiagnosticCode {
  /// A catalogue file that cannot be read.
  static let wrongCatalogue = DiagnosticCode("E610")
}
