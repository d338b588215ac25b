import CypherPlanner
import GraphModel

/// Makes rows of relationships and their two ends; both ways round where the pattern has no arrow.
struct RelationshipRows {
  let scan: RelationshipScan
  /// The columns of relationships that they must differ from.
  let differsFrom: [Int]

  /// The rows for relationships of which each was found for the row that its origin says, less those whose ends lack a label
  /// that the pattern gives them. Nil where none is left.
  func rows(_ found: Adjacency, of outer: Batch, _ graph: any GraphReader) throws(ExecutionFailure) -> Batch? {
    if differsFrom.isEmpty, scan.direction == .outgoing {
      guard found.count > 0 else { return nil }
      return try labelled(Self.batch(found.origins, of: outer, found.sources, found.relationships, found.neighbours), graph)
    }
    let others = differsFrom.map { outer.columns[$0] }
    var rows: [Int] = []
    var starts: [NodeID] = []
    var relationships: [RelationshipID] = []
    var ends: [NodeID] = []
    func append(_ at: Int, from start: NodeID, to end: NodeID) {
      rows.append(found.origins[at])
      starts.append(start)
      relationships.append(found.relationships[at])
      ends.append(end)
    }
    for at in 0..<found.count {
      if others.contains(where: { $0.holds(found.relationships[at], in: found.origins[at]) }) { continue }
      let (start, end) = (found.sources[at], found.neighbours[at])
      if scan.direction != .incoming { append(at, from: start, to: end) }
      if scan.direction == .incoming || (scan.direction == .either && start != end) { append(at, from: end, to: start) }
    }
    guard !rows.isEmpty else { return nil }
    return try labelled(Self.batch(rows, of: outer, starts, relationships, ends), graph)
  }

  private static func batch(
    _ rows: [Int], of outer: Batch, _ starts: [NodeID], _ relationships: [RelationshipID], _ ends: [NodeID]
  ) -> Batch {
    var batch = outer.gathered(rows)
    batch.columns += [
      .nodes(starts, valid: nil), .relationships(relationships, valid: nil), .nodes(ends, valid: nil),
    ]
    return batch
  }

  private func labelled(_ batch: Batch, _ graph: any GraphReader) throws(ExecutionFailure) -> Batch? {
    guard let selection = ExpansionSelection(scan.types, scan.direction, in: graph) else { return nil }
    var batch = batch
    for (names, selection, fromLast) in [(scan.startLabels, selection.reversed, 3), (scan.endLabels, selection, 1)] {
      guard let labels = try StepTarget.untold(names, beyond: selection, graph) else { return nil }
      guard case .nodes(let nodes, nil) = batch.columns[batch.columns.count - fromLast],
        let passes = try StepTarget.having(labels, nodes, graph)
      else { continue }
      batch = batch.gathered(passes.indices.filter { passes[$0] })
    }
    return batch.count > 0 ? batch : nil
  }
}
