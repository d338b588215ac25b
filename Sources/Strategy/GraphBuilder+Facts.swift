import GraphFiles
import GraphModel

extension GraphBuilder {
  // MARK: Nodes

  mutating func writeEntity(_ entity: EntityRecord) throws(StoreError) {
    let labels = records.schema.labels(of: entity.types.map(\.value))
    try createNode(labels, id: entity.id.value, entity.graphProperties(labels: labels))
  }

  mutating func writeArticle(_ article: ArticleRecord) throws(StoreError) {
    let id = article.entity.id.value
    try createNode(
      records.schema.labels(of: article.entity.types.map(\.value)), id: id, article.graphProperties(hash: textHashes[id]))
  }

  mutating func writeSource(_ source: SourceRecord) throws(StoreError) {
    try createNode([GraphNames.sourceLabel], id: source.id.value, source.graphProperties)
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

  mutating func writeRelation(_ relation: RelationRecord, _ support: ClaimSupport) throws(StoreError) {
    let start = try node(relation.subject.value)
    let end = try node(relation.object.value)
    let properties = relation.graphProperties(claims: support.claims(for: relation))
    try createRelationship(GraphNames.relationshipType(relation.type), from: start, to: end, properties)
  }

  mutating func writeObservation(_ observation: ObservationRecord) throws(StoreError) {
    let subject = try node(observation.subject.value)
    let source = try node(observation.source.value)
    let made = try createNode([GraphNames.observationLabel], id: observation.id?.value, observation.graphProperties)
    try createRelationship(GraphNames.observationOf, from: made, to: subject)
    try createRelationship(GraphNames.fromSource, from: made, to: source)
  }
}
