import GraphFiles
import GraphModel

extension GraphBuilder {
  mutating func writeClaim(_ claim: ClaimRecord) throws(StoreError) {
    var properties = ValueMap()
    properties.set("id", claim.id.value)
    properties.set("predicate", claim.predicate.value)
    properties.set("modality", claim.modality.value)
    properties.set("polarity", claim.polarity.rawValue)
    properties.set("date", claim.date?.text)
    properties.set("voice", claim.voice)
    if case .literal(let value) = claim.object { properties["value"] = value }
    properties.set("stage", claim.stage)
    properties.set("note", claim.note)
    try createNode([GraphNames.claimLabel], id: claim.id.value, properties)
  }

  mutating func writeClaimRelationships(_ claim: ClaimRecord) throws(StoreError) {
    let made = try node(claim.id.value)
    try createRelationship(GraphNames.subject, from: made, to: try node(claim.subject.value))
    if case .entity(let object) = claim.object {
      try createRelationship(GraphNames.object, from: made, to: try node(object.value))
    }
    if let asserter = claim.assertedBy {
      try createRelationship(GraphNames.assertedBy, from: made, to: try node(asserter.value))
    }
    if let attributed = claim.attributedTo {
      var properties = ValueMap()
      properties["implied"] = .boolean(claim.isImplied)
      try createRelationship(GraphNames.attributedTo, from: made, to: try node(attributed.value), properties)
    }
    let article = try node(claim.article.value)
    try createRelationship(GraphNames.evidencedIn, from: made, to: article, evidenceProperties(claim.evidence))
  }

  private func evidenceProperties(_ evidence: Evidence) -> ValueMap {
    var properties = ValueMap()
    properties.set("quote", evidence.quote.value)
    properties["start"] = .integer(Int64(evidence.anchor.value.lowerBound))
    properties["end"] = .integer(Int64(evidence.anchor.value.upperBound))
    properties["passage_start"] = .integer(Int64(evidence.passage.value.lowerBound))
    properties["passage_end"] = .integer(Int64(evidence.passage.value.upperBound))
    properties.set("unit", evidence.unit.rawValue)
    return properties
  }

  mutating func writeLink(_ link: ClaimLinkRecord) throws(StoreError) {
    var properties = ValueMap()
    properties.set("note", link.note)
    properties.set(link.provenance)
    try createRelationship(
      GraphNames.relationshipType(link.kind.rawValue), from: try node(link.claim.value), to: try node(link.target.value),
      properties)
  }
}
