import GraphFiles
import GraphModel

extension StatedGraph {
  init(_ records: GraphRecords) {
    for record in records.entities {
      let labels = records.schema.labels(of: record.types.map(\.value))
      entities[record.id.value] = Entity(
        labels: labels,
        fields: Self.entityFields(
          record.graphProperties(labels: labels), types: record.types.map(\.value), fallback: ""))
    }
    for record in records.articles { add(record, records.schema) }
    for record in records.relations {
      let key = RelationKey(type: record.type, subject: record.subject.value, object: record.object.value)
      relations[key, default: []].append(Self.relationFields(record.graphProperties(claims: []), fallback: ""))
    }
    for record in records.sources { sources[record.id.value] = StatedFields(record.graphProperties, without: ["id"]) }
    observations = records.observations.map { record in
      Self.observationFields(record.graphProperties, subject: record.subject.value, source: record.source.value)
    }
    verdicts = records.verdicts.map { Self.verdictFields($0.graphProperties, subject: $0.subject.value) }
    for record in records.claims { claims[record.id.value] = Claim(record) }
    for record in records.claimLinks {
      let key = LinkKey(claim: record.claim.value, kind: record.kind.rawValue, target: record.target.value)
      links[key, default: []].append(Self.linkFields(record.graphProperties, fallback: ""))
    }
  }

  private mutating func add(_ record: ArticleRecord, _ schema: Schema) {
    let types = record.entity.types.map(\.value)
    entities[record.entity.id.value] = Entity(
      labels: schema.labels(of: types),
      fields: Self.entityFields(record.graphProperties(hash: nil), types: types, isOurs: true, fallback: ""),
      text: record.text)
  }

  // MARK: Fields

  /// `isOurs`: an article with its text, whose length and hash are those of the text.
  static func entityFields(
    _ properties: ValueMap, types: [String], isOurs: Bool = false, fallback: String
  ) -> StatedFields {
    var own = StatedFields.sourcing.union(["id", "text"])
    if isOurs { own.formUnion(["sha256", "length"]) }
    if properties.text("title") == properties.text("name") || isOurs { own.insert("title") }
    var fields = StatedFields(properties, without: own)
    if isOurs {
      fields["name"] = nil
      fields["title"] = (properties["name"] ?? properties["title"]).flatMap { FieldValue($0) }
    }
    fields["type"] = types.count == 1 ? .text(types[0]) : types.isEmpty ? nil : .list(types)
    fields["source"] = .text(properties.provenance() ?? fallback)
    return fields
  }

  static func relationFields(_ properties: ValueMap, fallback: String) -> StatedFields {
    let sides = ["start_", "end_"]
    let ofSides = sides.flatMap { side in ["source", "as_of", "confidence"].map { side + $0 } }
    var fields = StatedFields(properties, without: StatedFields.sourcing.union(ofSides + ["claims"]))
    for side in sides { fields[side + "source"] = properties.provenance(of: side).map { .text($0) } }
    if fields["status"] == .text(RelationStatus.asserted.rawValue) { fields["status"] = nil }
    fields["source"] = .text(properties.provenance() ?? fallback)
    return fields
  }

  static func observationFields(_ properties: ValueMap, subject: String, source: String) -> StatedFields {
    var fields = StatedFields(properties, without: ["general_knowledge", "source"])
    fields["subject"] = .text(subject)
    fields["source"] = .text(source)
    return fields
  }

  static func claimFields(
    _ properties: ValueMap, assertedBy: String?, attributedTo: String?, isImplied: Bool
  ) -> StatedFields {
    var fields = StatedFields(properties, without: ["id", "predicate", "value"])
    if fields["polarity"] == .text(Polarity.positive.rawValue) { fields["polarity"] = nil }
    fields["asserted_by"] = assertedBy.map { .text($0) }
    fields["attributed_to"] = attributedTo.map { .text($0) }
    fields["implied"] = isImplied ? .text("true") : nil
    return fields
  }

  static func placeFields(_ properties: ValueMap) -> StatedFields {
    var fields = StatedFields(
      properties, without: ["start", "end", "passage_start", "passage_end", "unit", "sha256"])
    func range(_ from: String, _ to: String) -> String? {
      guard let start = properties[from]?.count, let end = properties[to]?.count else { return nil }
      return "\(start)-\(end)"
    }
    let at = range("start", "end")
    fields["at"] = at.map { .text($0) }
    let within = range("passage_start", "passage_end")
    fields["in"] = within == at ? nil : within.map { .text($0) }
    return fields
  }

  static func verdictFields(_ properties: ValueMap, subject: String) -> StatedFields {
    var fields = StatedFields(properties)
    fields["subject"] = .text(subject)
    return fields
  }

  static func linkFields(_ properties: ValueMap, fallback: String) -> StatedFields {
    var fields = StatedFields(properties, without: StatedFields.sourcing)
    fields["source"] = .text(properties.provenance() ?? fallback)
    return fields
  }
}

extension StatedGraph.Claim {
  init(_ record: ClaimRecord) {
    subject = record.subject.value
    predicate = record.predicate.value
    switch record.object {
    case .entity(let id): object = id.value
    case .literal(let value): object = Self.literal(value)
    }
    fields = StatedGraph.claimFields(
      record.graphProperties, assertedBy: record.assertedBy?.value, attributedTo: record.attributedTo?.value,
      isImplied: record.attributedTo != nil && record.isImplied)
    places = record.evidence.map {
      StatedGraph.Place(
        article: $0.article.value, unit: $0.unit.rawValue, fields: StatedGraph.placeFields($0.graphProperties(hash: nil)))
    }
  }

  static func literal(_ value: Value) -> String {
    guard case .text(let text)? = FieldValue(value) else { return "=" }
    return "=" + text
  }
}
