import Strategy

extension EntityCard {
  private static let known: Set<String> = [
    "id", "name", "aliases", "source", "as_of", "confidence", "general_knowledge", "text",
  ]

  init(of node: NodeID, _ reader: EntityReader) throws(StoreError) {
    let properties = try reader.properties(of: node)
    let materialiser = Materialiser(reader.graph)
    var fields: [ResultField] = []
    for (key, value) in try reader.graph.properties(of: node) {
      let name = reader.graph.name(of: key)
      if !Self.known.contains(name) { fields.append(ResultField(name, try materialiser.result(value))) }
    }
    self.init(
      entity: try reader.name(of: node), aliases: properties["aliases"]?.texts ?? [], properties: fields,
      sourcing: try Sourcing(properties, reader), groups: try Self.groups(of: node, reader))
  }

  /// Relations by type and direction: outgoing before incoming, by name. Claims and observations come as relations too.
  private static func groups(of node: NodeID, _ reader: EntityReader) throws(StoreError) -> [RelationGroup] {
    let inverses = reader.graph.traits.inverses
    let symmetric = reader.graph.traits.symmetric
    var groups: [String: RelationGroup] = [:]
    for relationship in try reader.relationships(of: node).relationships {
      let relation = try SourcedRelation(relationship, reader)
      let outgoing = try reader.ends(of: relationship).start == node
      let isForward = outgoing || symmetric.contains(relation.type)
      let name = isForward ? relation.type : inverses[relation.type] ?? relation.type
      groups["\(isForward ? 0 : 1)\(name)", default: RelationGroup(name: name, outgoing: isForward, relations: [])]
        .relations.append(relation)
    }
    return groups.keys.sorted().compactMap { key in
      groups[key].map { group in
        var group = group
        group.relations.sort { ($0.from.id, $0.to.id, $0.start ?? "") < ($1.from.id, $1.to.id, $1.start ?? "") }
        return group
      }
    }
  }
}
