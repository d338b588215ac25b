import GraphFiles
import Strategy

extension WhyReport {
  init(between first: NodeID, _ second: NodeID, _ reader: EntityReader) throws(StoreError) {
    let evidence = EvidenceReading(reader.graph)
    var relations: [SourcedRelation] = []
    let around = try reader.relationships(of: first)
    for (neighbour, relationship) in zip(around.neighbours, around.relationships) where neighbour == second {
      var relation = try SourcedRelation(relationship, reader)
      relation.origins = try evidence.origins(of: evidence.items(behind: relationship)).map {
        OriginReport(id: $0.id, documents: $0.documents, reasons: $0.reasons)
      }
      relations.append(relation)
    }
    var claims: [ClaimReport] = []
    for (subject, object) in first == second ? [(first, second)] : [(first, second), (second, first)] {
      let about = Set(try reader.neighbours(of: object, GraphNames.object, outgoing: false).map(\.node))
      for (claim, _) in try reader.neighbours(of: subject, GraphNames.subject, outgoing: false) where about.contains(claim) {
        claims.append(try ClaimReport(claim, reader))
      }
    }
    self.init(
      first: try reader.name(of: first), second: try reader.name(of: second),
      relations: relations.sorted { ($0.type, $0.from.id, $0.start ?? "") < ($1.type, $1.from.id, $1.start ?? "") },
      claims: claims.sorted { $0.id < $1.id })
  }
}

extension ClaimReport {
  init(_ claim: NodeID, _ reader: EntityReader) throws(StoreError) {
    let properties = try reader.properties(of: claim)
    func entity(_ type: String) throws(StoreError) -> EntityName? {
      guard let found = try reader.neighbours(of: claim, type, outgoing: true).first else { return nil }
      return try reader.name(of: found.node)
    }
    let nobody = EntityName(id: "", name: properties["value"]?.text ?? "", types: [])
    var evidence: [EvidenceReport] = []
    for (article, relationship) in try reader.neighbours(of: claim, GraphNames.evidencedIn, outgoing: true) {
      let properties = try reader.properties(of: relationship)
      var offsets: Range<Int>?
      if let start = properties["start"]?.integer, let end = properties["end"]?.integer, start <= end {
        offsets = start..<end
      }
      evidence.append(
        EvidenceReport(
          article: try reader.name(of: article), quote: properties["quote"]?.text, offsets: offsets,
          unit: properties["unit"]?.text, sha256: properties["sha256"]?.text,
          source: try EvidenceReading(reader.graph).source(ofDocument: reader.name(of: article).id)))
    }
    self.init(
      id: properties["id"]?.text ?? "", subject: try entity(GraphNames.subject) ?? nobody,
      predicate: properties["predicate"]?.text ?? "", object: try entity(GraphNames.object) ?? nobody,
      modality: properties["modality"]?.text, polarity: properties["polarity"]?.text,
      assertedBy: try entity(GraphNames.assertedBy), attributedTo: try entity(GraphNames.attributedTo),
      date: properties["date"]?.text, note: properties["note"]?.text, evidence: evidence)
    confidence = properties["confidence"]?.text
    stage = properties["stage"]?.text
    due = properties["due"]?.text
    links = try Self.links(of: claim, reader)
  }

  private static func links(of claim: NodeID, _ reader: EntityReader) throws(StoreError) -> [ClaimLinkReport] {
    var links: [ClaimLinkReport] = []
    for kind in ClaimLinkKind.allCases {
      let type = GraphNames.relationshipType(kind.rawValue)
      for (target, relationship) in try reader.neighbours(of: claim, type, outgoing: true) {
        let properties = try reader.properties(of: relationship)
        links.append(
          ClaimLinkReport(
            kind: type, target: try reader.name(of: target), sourcing: try Sourcing(properties, reader),
            note: properties["note"]?.text))
      }
    }
    return links
  }

  /// The relations between the subject and the object of the claim that name it as their support.
  func supported(by claim: NodeID, _ reader: EntityReader) throws(StoreError) -> [SourcedRelation] {
    var relations: [SourcedRelation] = []
    guard let subject = try reader.neighbours(of: claim, GraphNames.subject, outgoing: true).first?.node,
      let object = try reader.neighbours(of: claim, GraphNames.object, outgoing: true).first?.node
    else { return [] }
    let around = try reader.relationships(of: subject)
    for (neighbour, relationship) in zip(around.neighbours, around.relationships) where neighbour == object {
      let relation = try SourcedRelation(relationship, reader)
      if relation.claims.contains(id) { relations.append(relation) }
    }
    return relations.sorted { ($0.type, $0.start ?? "") < ($1.type, $1.start ?? "") }
  }
}
