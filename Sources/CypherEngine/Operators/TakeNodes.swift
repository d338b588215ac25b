import CypherPlanner
import GraphModel

/// For each row of the input, the nodes that a value of the row names, each once and in the order of a scan.
///
/// Cost: linear in the elements of the lists, whatever the size of the graph.
final class TakeNodes: BatchwiseOperator {
  private let known: KnownNodes
  private let value: any Kernel

  init(_ input: any Operator, _ known: KnownNodes, value: any Kernel, _ context: ExecutionContext) {
    self.known = known
    self.value = value
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    let sought = try SoughtValues(value.column(outer, context), isAnyOf: known.isAnyOf, of: outer, at: known.value.span)
    var (places, named) = ([Int](), [NodeID]())
    for place in 0..<sought.values.count {
      guard let node = node(of: sought.values[place]) else { continue }
      places.append(place)
      named.append(node)
    }
    let found = sought.rows(places, named)
    let exist: [Bool]
    do { exist = try context.graph.exist(found.found) } catch { throw ExecutionFailure(error) }
    let order = exist.indices.filter { exist[$0] }.sorted { (found.rows[$0], found.found[$0]) < (found.rows[$1], found.found[$1]) }
    guard !order.isEmpty else { return nil }
    var batch = outer.gathered(order.map { found.rows[$0] })
    batch.columns.append(.nodes(order.map { found.found[$0] }, valid: nil))
    return batch
  }

  /// The node that a value names; it may be gone.
  private func node(of value: Value) -> NodeID? {
    let id: Int64?
    switch (known.form, value) {
    case (.node, .node(let node)): return node
    case (.id, .integer(let number)): id = number
    case (.id, .float(let number)): id = Int64(exactly: number)
    case (.elementId, .string(let text)): id = Int64(text).flatMap { String($0).hasSameCodePoints(as: text) ? $0 : nil }
    default: id = nil
    }
    return id.flatMap { $0 >= 0 ? NodeID($0) : nil }
  }
}
