import CypherPlanner
import Diagnostics
import GraphModel

/// MERGE of one node whose labels and properties are given.
final class MergeNodes: MergeAtOnce {
  private let labels: [String]

  /// Nil where the pattern is another.
  init?(
    fast input: any Operator, _ pattern: MergedPattern, _ layout: [Variable], _ lowering: Lowering
  ) throws(ExecutionFailure) {
    let create = pattern.create
    guard create.nodes.count == 1, create.relationships.isEmpty, create.paths.isEmpty, let node = create.nodes.first,
      !node.labels.isEmpty, node.labels.allSatisfy({ $0.written != nil }), let properties = node.properties,
      let parts = try Parts(pattern, of: node.variable, properties, span: properties.span, layout, lowering),
      !parts.properties.isEmpty
    else { return nil }
    labels = node.labels.compactMap(\.written)
    try super.init(parts, input, pattern, layout, lowering)
  }

  override func make(
    _ rows: [Int], of batch: Batch, _ properties: PropertyColumns, _ writer: any GraphWriter
  ) throws(ExecutionFailure) -> [Int64] {
    do throws(StoreError) {
      var ids: [LabelID] = []
      for label in labels { ids.append(try writer.makeLabel(named: label)) }
      let made = try writer.createNodes(labels: ids, properties: properties)
      context.changes.nodesCreated += made.count
      context.changes.labelsAdded += ids.count * made.count
      return made.map(\.rawValue)
    } catch { throw ExecutionFailure(error, at: parts.span) }
  }

  override func set(_ properties: PropertyColumns, of ids: [Int64], _ writer: any GraphWriter) throws(StoreError) {
    try writer.set(properties, of: ids.map { NodeID($0) })
  }

  override func column(_ ids: [Int64]) -> Column { .nodes(ids.map { NodeID($0) }, valid: nil) }
}
