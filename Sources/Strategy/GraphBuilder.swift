// Strategy knows what makes this a graph of strategy: that what an article says is a claim, that a relation points to what
// supports it, that numbers are observations, and how all of it looks as nodes and relationships.

public import GraphFiles
public import GraphModel

/// Writes checked records as a graph: first all nodes, then all relationships, each in the order of the text, so that the same text
/// gives the same calls.
public struct GraphBuilder {
  let records: GraphRecords
  let graph: any GraphWriter
  /// The node of each id.
  var nodes: [String: NodeID] = [:]
  /// The SHA-256 of the text of each article whose text, or at least its hash, is known.
  let textHashes: [String: String]
  private var labels: [String: LabelID] = [:]
  private var types: [String: RelationshipTypeID] = [:]
  private var keys: [String: PropertyKeyID] = [:]

  /// Writes the records, which must have been read without errors, into a graph, in the transaction that is open there.
  public static func build(_ records: GraphRecords, into graph: any GraphWriter) throws(StoreError) {
    var builder = GraphBuilder(records: records, graph: graph)
    try builder.writeNodes()
    try builder.writeRelationships()
  }

  private init(records: GraphRecords, graph: any GraphWriter) {
    self.records = records
    self.graph = graph
    textHashes = Self.textHashes(records)
  }

  private static func textHashes(_ records: GraphRecords) -> [String: String] {
    var hashes: [String: String] = [:]
    for article in records.articles { hashes[article.entity.id.value] = SHA256.hex(of: Array(article.text.utf8)) }
    for entity in records.entities {
      for property in entity.properties where property.name.value == "sha256" {
        if case .string(let hash) = property.value { hashes[entity.id.value] = hash }
      }
    }
    return hashes
  }

  private mutating func writeNodes() throws(StoreError) {
    for entity in records.entities { try writeEntity(entity) }
    for article in records.articles { try writeArticle(article) }
    for source in records.sources { try writeSource(source) }
    try writeGeneralKnowledge()
    for claim in records.claims { try writeClaim(claim) }
  }

  private mutating func writeRelationships() throws(StoreError) {
    let support = ClaimSupport(records)
    for relation in records.relations { try writeRelation(relation, support) }
    for observation in records.observations { try writeObservation(observation) }
    for claim in records.claims { try writeClaimRelationships(claim) }
    for link in records.claimLinks { try writeLink(link) }
    for verdict in records.verdicts { try writeVerdict(verdict) }
  }

  // MARK: Writing

  /// Creates a node, and keeps it under its id if it has one.
  @discardableResult
  mutating func createNode(_ names: [String], id: String?, _ properties: ValueMap) throws(StoreError) -> NodeID {
    var found: [LabelID] = []
    for name in names { found.append(try label(name)) }
    let node = try graph.createNode(labels: found, properties: try pairs(properties))
    if let id { nodes[id] = node }
    return node
  }

  mutating func createRelationship(
    _ name: String, from start: NodeID, to end: NodeID, _ properties: ValueMap = ValueMap()
  ) throws(StoreError) {
    let type = try type(name)
    _ = try graph.createRelationship(type, from: start, to: end, properties: try pairs(properties))
  }

  /// The node of an id that the check has seen.
  func node(_ id: String) throws(StoreError) -> NodeID {
    guard let node = nodes[id] else { throw StoreError(.misuse, "`\(id)` is not among the records, which were to be checked") }
    return node
  }

  private mutating func label(_ name: String) throws(StoreError) -> LabelID {
    if let known = labels[name] { return known }
    let made = try graph.makeLabel(named: name)
    labels[name] = made
    return made
  }

  private mutating func type(_ name: String) throws(StoreError) -> RelationshipTypeID {
    if let known = types[name] { return known }
    let made = try graph.makeRelationshipType(named: name)
    types[name] = made
    return made
  }

  private mutating func pairs(_ properties: ValueMap) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var pairs: [(key: PropertyKeyID, value: Value)] = []
    for (name, value) in properties {
      let key: PropertyKeyID
      if let known = keys[name] {
        key = known
      } else {
        key = try graph.makePropertyKey(named: name)
        keys[name] = key
      }
      pairs.append((key, value))
    }
    return pairs
  }
}
