import CypherPlanner
import GraphModel

/// Makes rows of relationships and their two ends; both ways round where the pattern has no arrow.
struct RelationshipRows {
  let scan: RelationshipScan
  /// The columns of relationships that they must differ from.
  let differsFrom: [Int]

  /// One row each.
  private struct Matches {
    /// The rows that they were found for.
    var rows: [Int] = []
    var relationships: [RelationshipID] = []
    /// Empty where nobody asks for them.
    var starts: [NodeID] = []
    var ends: [NodeID] = []

    mutating func keep(_ passes: [Bool]) {
      var places: [Int] = []
      places.reserveCapacity(passes.count)
      for (at, passes) in passes.enumerated() where passes { places.append(at) }
      if places.count == passes.count { return }
      func kept<Item>(_ items: [Item]) -> [Item] { items.isEmpty ? [] : places.map { items[$0] } }
      self = Matches(rows: kept(rows), relationships: kept(relationships), starts: kept(starts), ends: kept(ends))
    }
  }

  /// The rows for relationships of which each was found for the row that its origin says, less those whose ends lack a label
  /// that the part asks for. Nil where none is left.
  func rows(
    _ found: Adjacency, in part: RelationshipPart, of outer: Batch, _ graph: any GraphReader
  ) throws(ExecutionFailure) -> Batch? {
    if found.count == 0 { return nil }
    let matches = try labelled(matches(found, outer), part, graph)
    if matches.rows.isEmpty { return nil }
    var batch = outer.gathered(matches.rows)
    for variable in scan.columns {
      batch.columns.append(
        variable == scan.relationship
          ? .relationships(matches.relationships, valid: nil)
          : .nodes(variable == scan.start ? matches.starts : matches.ends, valid: nil))
    }
    return batch
  }

  private func matches(_ found: Adjacency, _ outer: Batch) -> Matches {
    if differsFrom.isEmpty, scan.direction == .outgoing {
      return Matches(
        rows: found.origins, relationships: found.relationships, starts: found.sources, ends: found.neighbours)
    }
    if differsFrom.isEmpty, scan.direction == .incoming {
      return Matches(
        rows: found.origins, relationships: found.relationships, starts: found.neighbours, ends: found.sources)
    }
    let others = differsFrom.map { outer.columns[$0] }
    var matches = Matches()
    for at in 0..<found.count {
      let (row, relationship) = (found.origins[at], found.relationships[at])
      if others.contains(where: { $0.holds(relationship, in: row) }) { continue }
      let node = (start: found.sources.isEmpty ? nil : found.sources[at], end: found.neighbours.isEmpty ? nil : found.neighbours[at])
      func append(from start: NodeID?, to end: NodeID?) {
        matches.rows.append(row)
        matches.relationships.append(relationship)
        if let start { matches.starts.append(start) }
        if let end { matches.ends.append(end) }
      }
      if scan.direction != .incoming { append(from: node.start, to: node.end) }
      if scan.direction == .incoming || (scan.direction == .either && node.start != node.end) { append(from: node.end, to: node.start) }
    }
    return matches
  }

  private func labelled(
    _ found: Matches, _ part: RelationshipPart, _ graph: any GraphReader
  ) throws(ExecutionFailure) -> Matches {
    var matches = found
    let ofEither = [
      try StepTarget.having(part.startLabels, matches.starts, graph), try StepTarget.having(part.endLabels, matches.ends, graph),
    ]
    if scan.drops.contains(scan.start) { matches.starts = [] }
    if scan.drops.contains(scan.end) { matches.ends = [] }
    let passes = ofEither.compactMap { $0 }
    if let first = passes.first { matches.keep(passes.dropFirst().reduce(first) { zip($0, $1).map { $0 && $1 } }) }
    return matches
  }
}
