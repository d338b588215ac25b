import Strategy

extension WhyReport {
  init(between first: NodeID, _ second: NodeID, _ reader: EntityReader) throws(StoreError) {
    var relations: [SourcedRelation] = []
    let around = try reader.relationships(of: first)
    for (neighbour, relationship) in zip(around.neighbours, around.relationships) where neighbour == second {
      relations.append(try SourcedRelation(relationship, reader))
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
          unit: properties["unit"]?.text))
    }
    self.init(
      id: properties["id"]?.text ?? "", subject: try entity(GraphNames.subject) ?? nobody,
      predicate: properties["predicate"]?.text ?? "", object: try entity(GraphNames.object) ?? nobody,
      modality: properties["modality"]?.text, polarity: properties["polarity"]?.text,
      assertedBy: try entity(GraphNames.assertedBy), attributedTo: try entity(GraphNames.attributedTo),
      date: properties["date"]?.text, note: properties["note"]?.text, evidence: evidence)
  }
}
