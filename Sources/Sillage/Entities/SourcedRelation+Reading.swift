import GraphFiles
import Strategy

extension SourcedRelation {
  /// Properties that have a place of their own; all others are qualifiers.
  private static let known: Set<String> = [
    "status", "start", "end", "source", "as_of", "confidence", "general_knowledge", "note", "claims", "start_source", "start_as_of",
    "start_confidence", "end_source", "end_as_of", "end_confidence",
  ]

  init(_ relationship: RelationshipID, _ reader: EntityReader) throws(StoreError) {
    let ends = try reader.ends(of: relationship)
    let properties = try reader.properties(of: relationship)
    let materialiser = Materialiser(reader.graph)
    var qualifiers: [ResultField] = []
    for name in properties.keys.sorted() where !Self.known.contains(name) {
      qualifiers.append(ResultField(name, try materialiser.result(properties[name] ?? .null)))
    }
    self.init(
      type: reader.graph.name(of: ends.type), from: try reader.name(of: ends.start), to: try reader.name(of: ends.end),
      status: properties["status"]?.text, start: properties["start"]?.text, end: properties["end"]?.text,
      sourcing: try Sourcing(properties, reader), note: properties["note"]?.text, qualifiers: qualifiers,
      claims: properties["claims"]?.texts ?? [])
    if properties["start_source"] != nil { startSourcing = try Sourcing(properties, of: "start_", reader) }
    if properties["end_source"] != nil { endSourcing = try Sourcing(properties, of: "end_", reader) }
  }
}

extension Sourcing {
  /// The sourcing of an entity or a relationship, with what the bibliography says of the source. `side` begins the names of the
  /// properties for the start or the end of a relationship.
  init(_ properties: [String: Value], of side: String = "", _ reader: EntityReader) throws(StoreError) {
    let source = properties[side + "source"]?.text
    var record: [String: Value] = [:]
    if let source, let label = reader.graph.label(named: GraphNames.sourceLabel),
      let key = reader.graph.propertyKey(named: "id"),
      let node = try reader.graph.findNodes(label: label, key: key, equalTo: .string(source))?.first
    {
      record = try reader.properties(of: node)
    }
    self.init(
      source: source, publisher: record["publisher"]?.text, title: record["title"]?.text, url: record["url"]?.text,
      asOf: properties[side + "as_of"]?.text, confidence: properties[side + "confidence"]?.text,
      generalKnowledge: source == Provenance.generalKnowledge)
  }
}

extension Value {
  var isTrue: Bool {
    if case .boolean(true) = self { return true }
    return false
  }
}
