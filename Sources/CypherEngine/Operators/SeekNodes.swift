import CypherPlanner
import GraphModel

/// For each row of the input, the nodes with a label whose property equals a value of that row, or an element of a list.
final class SeekNodes: BatchwiseOperator {
  private let seek: NodeSeek
  private let value: any Kernel

  init(_ input: any Operator, _ seek: NodeSeek, value: any Kernel, _ context: ExecutionContext) {
    self.seek = seek
    self.value = value
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    let sought = try SoughtValues(
      value.column(outer, context), isAnyOf: seek.isAnyOf, of: outer, at: seek.value.span)
    guard let label = context.graph.label(named: seek.label), let key = context.graph.propertyKey(named: seek.key) else {
      return nil
    }
    let (places, found) = try find(label, key, sought)
    let (rows, nodes) = sought.rows(places, found)
    guard !nodes.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.nodes(nodes, valid: nil))
    return batch
  }

  private func find(
    _ label: LabelID, _ key: PropertyKeyID, _ sought: SoughtValues
  ) throws(ExecutionFailure) -> (places: [Int], found: [NodeID]) {
    var places: [Int] = []
    var nodes: [NodeID] = []
    do {
      if try context.graph.findNodes(label: label, key: key, equalToEach: sought.values, rows: &places, nodes: &nodes) {
        return (places, nodes)
      }
      try context.graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &nodes)
      return sought.compare(try context.graph.property(key, of: nodes), of: nodes)
    } catch { throw ExecutionFailure(error) }
  }
}
