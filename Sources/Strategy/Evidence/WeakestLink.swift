public import GraphModel

extension EvidenceReading {
  /// The relationship that a chain rests on least: what is not a fact yet before what is, then general knowledge, then a low
  /// confidence, then few independent origins; of equals the first. nil for an empty chain.
  public func weakest(of relationships: [RelationshipID]) throws(StoreError) -> RelationshipID? {
    var weakest: (relationship: RelationshipID, strength: [Int])?
    for relationship in relationships {
      let strength = try strength(of: relationship)
      if let known = weakest, !strength.lexicographicallyPrecedes(known.strength) { continue }
      weakest = (relationship, strength)
    }
    return weakest?.relationship
  }

  /// Greater is stronger, the first number that differs decides.
  private func strength(of relationship: RelationshipID) throws(StoreError) -> [Int] {
    let properties = try lookup.properties(of: relationship)
    let statuses = ["claimed", "reported", "planned", "ended-planned", "ended", "asserted"]
    let status = properties.text("status").flatMap { statuses.firstIndex(of: $0) } ?? -1
    let items = try items(behind: relationship)
    let isLookedUp = items.contains { !$0.isGeneralKnowledge }
    let confidences = ["low", "medium", "high"]
    let confidence = properties.text("confidence").flatMap { confidences.firstIndex(of: $0) } ?? -1
    return [min(status, 3), isLookedUp ? 1 : 0, confidence, try origins(of: items).count]
  }
}
