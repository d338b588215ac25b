public import ResultFormats

/// What `show` tells of one entity: its names, its properties, and its relations both ways.
public struct EntityCard: Hashable, Sendable {
  public var entity: EntityName
  public var aliases: [String]
  /// Without id, name, aliases and sourcing, in the order of the graph.
  public var properties: [ResultField]
  public var sourcing: Sourcing
  public var groups: [RelationGroup]

  public init(
    entity: EntityName, aliases: [String], properties: [ResultField], sourcing: Sourcing, groups: [RelationGroup]
  ) {
    self.entity = entity
    self.aliases = aliases
    self.properties = properties
    self.sourcing = sourcing
    self.groups = groups
  }

  public var json: JSONValue {
    .object([
      JSONMember("entity", entity.json), JSONMember("aliases", .array(aliases.map { .string($0) })),
      JSONMember("properties", ResultField.object(properties)),
      JSONMember("sourcing", sourcing.json), JSONMember("relations", .array(groups.map(\.json))),
    ])
  }
}

/// The relations of an entity that have one type and one direction.
public struct RelationGroup: Hashable, Sendable {
  /// The name as read from the entity: for incoming relations the inverse, such as `PRODUCED_AT`, where the schema has one.
  public var name: String
  /// Whether the entity is where the stored relations start.
  public var outgoing: Bool
  public var relations: [SourcedRelation]

  public init(name: String, outgoing: Bool, relations: [SourcedRelation]) {
    self.name = name
    self.outgoing = outgoing
    self.relations = relations
  }

  public var json: JSONValue {
    .object([
      JSONMember("name", .string(name)), JSONMember("outgoing", .boolean(outgoing)),
      JSONMember("relations", .array(relations.map(\.json))),
    ])
  }
}
