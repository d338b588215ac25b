/// What belongs to an entity: itself, what it makes, sells, runs or owns, and its plans, two steps of owning far.
struct Surroundings {
  private var owned: [String: Set<String>] = [:]
  /// From what belongs to something to that something.
  private static let upward: Set<String> = [
    "marketed_by", "brand_of", "subsidiary_of", "operated_by", "plan_of", "operated_by_brand", "owned_by", "part_of",
  ]

  init(_ ledger: Ledger) {
    for relation in ledger.relations where Self.upward.contains(relation.type) {
      owned[relation.object, default: []].insert(relation.subject)
    }
    for relation in ledger.relations where relation.type == "markets" {
      owned[relation.subject, default: []].insert(relation.object)
    }
  }

  func around(_ id: String) -> Set<String> {
    let first = owned[id] ?? []
    return first.reduce(into: first.union([id])) { $0.formUnion(owned[$1] ?? []) }
  }
}
