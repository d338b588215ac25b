import GraphFiles
import GraphModel

extension GraphBuilder {
  // MARK: Nodes

  mutating func writeEntity(_ entity: EntityRecord) throws(StoreError) {
    let labels = records.schema.labels(of: entity.types.map(\.value))
    var properties = ownProperties(of: entity)
    if labels.contains(GraphNames.articleLabel), properties["title"] == nil { properties.set("title", entity.name.value) }
    properties.set(entity.provenance)
    try createNode(labels, id: entity.id.value, properties)
  }

  mutating func writeArticle(_ article: ArticleRecord) throws(StoreError) {
    let entity = article.entity
    var properties = ownProperties(of: entity)
    properties.set("title", entity.name.value)
    properties.set("language", article.language.value)
    properties.set("sha256", SHA256.hex(of: Array(article.text.utf8)))
    properties["length"] = .integer(Int64(article.text.unicodeScalars.count))
    properties.set("text", article.text)
    properties.set(entity.provenance)
    try createNode(records.schema.labels(of: entity.types.map(\.value)), id: entity.id.value, properties)
  }

  private func ownProperties(of entity: EntityRecord) -> ValueMap {
    var properties = ValueMap()
    properties.set("id", entity.id.value)
    properties.set("name", entity.name.value)
    if !entity.aliases.isEmpty { properties["aliases"] = .list(entity.aliases.map { .string($0.value) }) }
    properties.set(entity.properties)
    properties.set("note", entity.note)
    return properties
  }

  mutating func writeSource(_ source: SourceRecord) throws(StoreError) {
    var properties = ValueMap()
    properties.set("id", source.id.value)
    properties.set("publisher", source.publisher)
    properties.set("title", source.title)
    properties.set("date", source.date?.text)
    properties.set("url", source.url)
    properties.set("language", source.language)
    properties.set("note", source.note)
    try createNode([GraphNames.sourceLabel], id: source.id.value, properties)
  }

  /// The source of what nobody looked up is a node too, where an observation needs it and the text does not list it.
  mutating func writeGeneralKnowledge() throws(StoreError) {
    let id = Provenance.generalKnowledge
    guard nodes[id] == nil, records.observations.contains(where: { $0.source.value == id }) else { return }
    var properties = ValueMap()
    properties.set("id", id)
    properties.set("title", "General knowledge")
    try createNode([GraphNames.sourceLabel], id: id, properties)
  }

  // MARK: Relations

  func relationProperties(_ relation: RelationRecord, claims: [String]) -> ValueMap {
    var properties = ValueMap()
    properties.set("status", relation.status.rawValue)
    properties.set("start", relation.start?.value.text)
    properties.set("end", relation.end?.value.text)
    properties.set(relation.qualifiers)
    properties.set("note", relation.note)
    properties.set(relation.provenance)
    if !claims.isEmpty { properties["claims"] = .list(claims.map { .string($0) }) }
    return properties
  }

  mutating func writeRelation(_ relation: RelationRecord, _ support: ClaimSupport) throws(StoreError) {
    let start = try node(relation.subject.value)
    let end = try node(relation.object.value)
    let properties = relationProperties(relation, claims: support.claims(for: relation))
    try createRelationship(GraphNames.relationshipType(relation.type), from: start, to: end, properties)
  }

  mutating func writeObservation(_ observation: ObservationRecord) throws(StoreError) {
    var properties = ValueMap()
    properties.set("id", observation.id?.value)
    properties.set("property", observation.property.value)
    properties["value"] = observation.value
    properties.set("unit", observation.unit)
    properties.set("date", observation.date?.text)
    properties.set("note", observation.note)
    properties.set("source", observation.source.value)
    properties.set("confidence", observation.confidence?.rawValue)
    properties["general_knowledge"] = .boolean(observation.source.value == Provenance.generalKnowledge)
    let subject = try node(observation.subject.value)
    let source = try node(observation.source.value)
    let made = try createNode([GraphNames.observationLabel], id: observation.id?.value, properties)
    try createRelationship(GraphNames.observationOf, from: made, to: subject)
    try createRelationship(GraphNames.fromSource, from: made, to: source)
  }
}
