import EntityLinking
import Foundation

extension Catalogue {
  /// The labels whose nodes articles can name, with the kind of thing that each is, the first that fits. Concepts, events,
  /// articles and claims have names that are descriptions, which no article uses as a name.
  private static let kinds: [(label: String, kind: EntityKind)] = [
    ("Person", .person), ("Brand", .brand), ("Group", .group), ("Alliance", .group), ("Org", .company), ("Site", .site),
    ("Place", .place), ("Vehicle", .vehicle), ("Motor", .motor), ("Battery", .technology), ("Product", .other),
    ("Platform", .platform), ("Technology", .technology), ("Plan", .plan), ("Series", .other),
  ]

  /// The entities of a graph that articles can name. Cost: reads their names and their relationships.
  convenience init(_ reader: EntityReader) throws(StoreError) {
    let graph = reader.graph
    var kinds: [NodeID: EntityKind] = [:]
    for (name, kind) in Self.kinds {
      guard let label = graph.label(named: name) else { continue }
      var nodes: [NodeID] = []
      try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &nodes)
      for node in nodes where kinds[node] == nil { kinds[node] = kind }
    }
    let nodes = kinds.keys.sorted()
    var ids: [NodeID: String] = [:]
    var properties: [NodeID: [String: Value]] = [:]
    for node in nodes {
      let found = try reader.properties(of: node)
      properties[node] = found
      ids[node] = found["id"]?.text
    }
    var around = Adjacency()
    try graph.expand(nodes, ExpansionSelection(outgoing: .all, incoming: .all), into: &around)
    var links: [NodeID: Set<String>] = [:]
    for at in 0..<around.count {
      if let id = ids[around.neighbours[at]] { links[around.sources[at], default: []].insert(id) }
    }
    self.init(
      entries: nodes.compactMap { node in
        guard let id = ids[node], let name = properties[node]?["name"]?.text else { return nil }
        return CatalogueEntry(
          id: id, type: kinds[node]?.rawValue ?? "other", name: name,
          aliases: (properties[node]?["aliases"]?.texts ?? []).map(Self.withoutArticle),
          links: links[node, default: []].sorted())
      })
  }

  /// An alias that is kept as a phrase, such as "l’Alpine" or "la Régie", without its article: an article is no part of a
  /// mention. Capital letters make it a part of the name, as in "Le Mans".
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
