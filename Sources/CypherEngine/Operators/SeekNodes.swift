import CypherPlanner
import Diagnostics
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
    let wanted = try value.column(outer, context)
    let lists = seek.isAnyOf ? try UnrolledLists(wanted, of: outer, "IN", at: seek.value.span) : nil
    guard let label = context.graph.label(named: seek.label), let key = context.graph.propertyKey(named: seek.key) else {
      return nil
    }
    var (rows, nodes) = try found(label, key, lists?.batch.columns.last ?? wanted)
    if let lists { (rows, nodes) = once(rows.map { lists.origins[$0] }, nodes) }
    guard !nodes.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.nodes(nodes, valid: nil))
    return batch
  }

  /// Each node once for each row, although a list may hold equal elements.
  private func once(_ rows: [Int], _ nodes: [NodeID]) -> (rows: [Int], nodes: [NodeID]) {
    var seen = NodeSet()
    var kept: (rows: [Int], nodes: [NodeID]) = ([], [])
    var row: Int?
    for at in rows.indices {
      if rows[at] != row { seen.removeAll() }
      row = rows[at]
      guard seen.insert(nodes[at]) else { continue }
      kept.rows.append(rows[at])
      kept.nodes.append(nodes[at])
    }
    return kept
  }

  private func found(
    _ label: LabelID, _ key: PropertyKeyID, _ values: Column
  ) throws(ExecutionFailure) -> (rows: [Int], nodes: [NodeID]) {
    var rows: [Int] = []
    var nodes: [NodeID] = []
    do {
      if try context.graph.findNodes(label: label, key: key, equalToEach: values, rows: &rows, nodes: &nodes) {
        return (rows, nodes)
      }
      var all: [NodeID] = []
      try context.graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &all)
      let held = try context.graph.property(key, of: all)
      for row in 0..<values.count {
        let value = values[row]
        for at in all.indices where held[at].equals(value) == true {
          rows.append(row)
          nodes.append(all[at])
        }
      }
    } catch { throw ExecutionFailure(error) }
    return (rows, nodes)
  }
}
