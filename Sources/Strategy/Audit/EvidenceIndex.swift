import GraphFiles
import GraphModel

/// What statements rest on, and how many independent texts that is.
struct EvidenceIndex {
  private let reading: EvidenceReading
  private let schema: Schema
  /// The relations that say the same, those that nobody looked up left out.
  private var same: [StatementKey: [RelationshipID]] = [:]

  /// `reading` is of the graph that the ledger was read from.
  init(_ ledger: Ledger, _ reading: EvidenceReading) {
    self.reading = reading
    schema = ledger.schema
    for relation in ledger.relations where !relation.isGeneralKnowledge {
      same[StatementKey(relation, schema), default: []].append(relation.id)
    }
  }

  /// The independent origins of a relation: of its source, of those of the same statement made elsewhere, and of the articles of the
  /// claims that say the same.
  func origins(of relation: LedgerRelation) throws(StoreError) -> [Origin] {
    var items: [EvidenceItem] = []
    for relationship in same[StatementKey(relation, schema)] ?? [relation.id] {
      for item in try reading.items(behind: relationship) where !items.contains(item) { items.append(item) }
    }
    return try reading.origins(of: items)
  }
}
