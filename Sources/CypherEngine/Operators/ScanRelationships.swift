import CypherPlanner
import GraphModel

/// For each row of the input, all relationships of some types with their two ends; both ways round where the pattern has
/// no arrow.
final class ScanRelationships: Operator {
  private let input: any Operator
  private let scan: RelationshipScan
  private let differsFrom: [Int]
  private let context: ExecutionContext
  private var outer: Batch?
  private var row = 0
  private var last: RelationshipID?

  init(_ input: any Operator, _ scan: RelationshipScan, differsFrom: [Int], _ context: ExecutionContext) {
    self.input = input
    self.scan = scan
    self.differsFrom = differsFrom
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    outer = nil
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if outer == nil {
        outer = try input.next()
        row = 0
        last = nil
      }
      guard let current = outer else { return nil }
      guard row < current.count else {
        outer = nil
        continue
      }
      try context.checkCancellation()
      var found = Adjacency()
      do {
        try context.graph.scanRelationships(
          types: types, after: last, limit: context.batchCapacity, into: &found)
      } catch { throw ExecutionFailure(error) }
      let batch = rows(found, of: current)
      last = found.relationships.last
      if found.count < context.batchCapacity {
        row += 1
        last = nil
      }
      if let batch, let labelled = try labelled(batch) { return labelled }
    }
  }

  /// The rows whose ends have the labels that the pattern gives them.
  private func labelled(_ batch: Batch) throws(ExecutionFailure) -> Batch? {
    guard let selection = ExpansionSelection(scan.types, scan.direction, in: context.graph) else { return nil }
    var batch = batch
    for (names, selection, fromLast) in [(scan.startLabels, selection.reversed, 3), (scan.endLabels, selection, 1)] {
      guard let labels = try StepTarget.untold(names, beyond: selection, context.graph) else { return nil }
      guard case .nodes(let nodes, nil) = batch.columns[batch.columns.count - fromLast],
        let passes = try StepTarget.having(labels, nodes, context.graph)
      else { continue }
      batch = batch.gathered(passes.indices.filter { passes[$0] })
    }
    return batch.count > 0 ? batch : nil
  }

  private var types: [RelationshipTypeID]? {
    scan.types.isEmpty ? nil : scan.types.compactMap { context.graph.relationshipType(named: $0) }
  }

  private func rows(_ found: Adjacency, of current: Batch) -> Batch? {
    let others = differsFrom.map { current.columns[$0] }
    var starts: [NodeID] = []
    var relationships: [RelationshipID] = []
    var ends: [NodeID] = []
    for at in 0..<found.count {
      if others.contains(where: { $0.holds(found.relationships[at], in: row) }) { continue }
      let (start, end) = (found.sources[at], found.neighbours[at])
      if scan.direction != .incoming {
        starts.append(start)
        relationships.append(found.relationships[at])
        ends.append(end)
      }
      if scan.direction == .incoming || (scan.direction == .either && start != end) {
        starts.append(end)
        relationships.append(found.relationships[at])
        ends.append(start)
      }
    }
    guard !relationships.isEmpty else { return nil }
    var batch = current.gathered(Array(repeating: row, count: relationships.count))
    batch.columns += [
      .nodes(starts, valid: nil), .relationships(relationships, valid: nil), .nodes(ends, valid: nil),
    ]
    return batch
  }
}
