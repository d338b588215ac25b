import CypherPlanner
import GraphModel

/// For each row, the relationships of a node and the nodes at their other ends.
final class Expand: BatchwiseOperator {
  private let expansion: Expansion
  private let from: Int
  /// The column of the node that relationships must lead to; nil where it is found here.
  private let to: Int?
  private let differsFrom: [Int]

  init(
    _ input: any Operator, _ expansion: Expansion, from: Int, to: Int?, differsFrom: [Int], _ context: ExecutionContext
  ) {
    self.expansion = expansion
    self.from = from
    self.to = to
    self.differsFrom = differsFrom
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    guard
      let selection = ExpansionSelection(expansion.types, expansion.direction, in: context.graph)
    else { return nil }
    let (rows, nodes) = outer.columns[from].nodeRows
    var found = Adjacency()
    do { try context.graph.expand(nodes, selection, into: &found) } catch { throw ExecutionFailure(error) }
    return accepted(found, rows, outer)
  }

  private func accepted(_ found: Adjacency, _ rows: [Int], _ outer: Batch) -> Batch? {
    var keptRows: [Int] = []
    var relationships: [RelationshipID] = []
    var neighbours: [NodeID] = []
    keptRows.reserveCapacity(found.count)
    relationships.reserveCapacity(found.count)
    neighbours.reserveCapacity(found.count)
    let target = to.map { outer.columns[$0] }
    let others = differsFrom.map { outer.columns[$0] }
    for at in 0..<found.count {
      let row = rows[found.origins[at]]
      let relationship = found.relationships[at]
      if let target {
        guard case .node(let wanted) = target[row], wanted == found.neighbours[at] else { continue }
      }
      if others.contains(where: { $0.holds(relationship, in: row) }) { continue }
      keptRows.append(row)
      relationships.append(relationship)
      if target == nil { neighbours.append(found.neighbours[at]) }
    }
    guard !keptRows.isEmpty else { return nil }
    var batch = outer.gathered(keptRows)
    batch.columns.append(.relationships(relationships, valid: nil))
    if target == nil { batch.columns.append(.nodes(neighbours, valid: nil)) }
    return batch
  }
}

extension Column {
  /// Whether a row holds this relationship, by itself or in a list.
  func holds(_ relationship: RelationshipID, in row: Int) -> Bool {
    if case .relationships(let column, nil) = self { return column[row] == relationship }
    switch self[row] {
    case .relationship(let other): return other == relationship
    case .list(let items):
      return items.contains { if case .relationship(let other) = $0 { other == relationship } else { false } }
    default: return false
    }
  }
}
