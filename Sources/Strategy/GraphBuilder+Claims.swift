import GraphFiles
import GraphModel

extension GraphBuilder {
  mutating func writeClaim(_ claim: ClaimRecord) throws(StoreError) {
    try createNode([GraphNames.claimLabel], id: claim.id.value, claim.graphProperties)
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
    for evidence in claim.evidence {
      let article = evidence.article.value
      try createRelationship(
        GraphNames.evidencedIn, from: made, to: try node(article), evidence.graphProperties(hash: textHashes[article]))
    }
  }

  mutating func writeLink(_ link: ClaimLinkRecord) throws(StoreError) {
    try createRelationship(
      GraphNames.relationshipType(link.kind.rawValue), from: try node(link.claim.value), to: try node(link.target.value),
      link.graphProperties)
  }
}
