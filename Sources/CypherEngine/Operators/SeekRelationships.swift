import CypherPlanner
import GraphModel

/// For each row of the input, the relationships of a type whose property equals a value of that row, or an element of a list, with
/// their two ends.
final class SeekRelationships: BatchwiseOperator {
  private let seek: RelationshipSeek
  private let value: any Kernel
  private let ends: RelationshipRows

  init(
    _ input: any Operator, _ seek: RelationshipSeek, value: any Kernel, _ ends: RelationshipRows, _ context: ExecutionContext
  ) {
    self.seek = seek
    self.value = value
    self.ends = ends
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    let sought = try SoughtValues(
      value.column(outer, context), isAnyOf: seek.isAnyOf, of: outer, at: seek.value.span)
    guard let type = context.graph.relationshipType(named: seek.type),
      let key = context.graph.propertyKey(named: seek.key),
      let part = try RelationshipPart.whole(ends.scan, context.graph)
    else { return nil }
    let (places, all) = try find(type, key, sought)
    let (rows, relationships) = sought.rows(places, all)
    var found = Adjacency()
    do {
      for (at, ends) in try context.graph.ends(of: relationships).enumerated() {
        guard let ends else { continue }
        found.append(origin: rows[at], relationship: relationships[at], source: ends.start, neighbour: ends.end)
      }
    } catch { throw ExecutionFailure(error) }
    return try ends.rows(found, in: part, of: outer, context.graph)
  }

  private func find(
    _ type: RelationshipTypeID, _ key: PropertyKeyID, _ sought: SoughtValues
  ) throws(ExecutionFailure) -> (places: [Int], found: [RelationshipID]) {
    var places: [Int] = []
    var relationships: [RelationshipID] = []
    do {
      if try context.graph.findRelationships(
        type: type, key: key, equalToEach: sought.values, rows: &places, relationships: &relationships)
      {
        return (places, relationships)
      }
      var all = Adjacency()
      try context.graph.scanRelationships(types: [type], after: nil, limit: Int.max, into: &all)
      return sought.compare(try context.graph.property(key, of: all.relationships), of: all.relationships)
    } catch { throw ExecutionFailure(error) }
  }
}
