import Diagnostics
import GraphModel

/// DELETE and DETACH DELETE: relationships first, then nodes, once each whatever the number of rows that name them.
final class Delete: EagerOperator {
  private let targets: [any Kernel]
  private let spans: [SourceSpan]
  private let detaches: Bool

  init(
    _ input: any Operator, _ targets: [any Kernel], _ spans: [SourceSpan], detach: Bool, _ context: ExecutionContext
  ) {
    self.targets = targets
    self.spans = spans
    detaches = detach
    super.init(input, context)
  }

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    var nodes: [NodeID] = []
    var relationships: [RelationshipID] = []
    for (target, span) in zip(targets, spans) {
      let values = try target.column(rows, context)
      for row in 0..<rows.count {
        switch values[row] {
        case .null: break
        case .node(let node): nodes.append(node)
        case .relationship(let relationship): relationships.append(relationship)
        case .path(let path):
          nodes += path.nodes
          relationships += path.relationships
        case let other:
          throw ExecutionFailure(
            .typeError, .invalidArgumentType,
            "DELETE takes a node, a relationship or a path, not \(other.typeDescription)", at: span)
        }
      }
    }
    let span = spans.first ?? .beginning
    let writer = try context.requireWriter(at: span)
    do {
      if detaches { relationships += try attached(to: nodes, writer) }
      for relationship in relationships { try delete(relationship, writer) }
      for node in nodes { try delete(node, writer) }
    } catch { throw ExecutionFailure(error, at: span) }
    return rows
  }

  private func attached(to nodes: [NodeID], _ writer: any GraphWriter) throws(StoreError) -> [RelationshipID] {
    var found = Adjacency()
    try writer.expand(nodes, ExpansionSelection(outgoing: .all, incoming: .all), into: &found)
    return found.relationships
  }

  private func delete(_ relationship: RelationshipID, _ writer: any GraphWriter) throws(StoreError) {
    guard context.deletions.relationships[relationship] == nil,
      let found = try writer.ends(of: [relationship]).first, let ends = found
    else { return }
    let properties = try writer.properties(of: relationship)
    try writer.delete(relationship)
    context.deletions.relationships[relationship] = Deletions.Relationship(ends: ends, properties: properties)
    context.functions.deleted.relationships[relationship] = ends
    context.changes.relationshipsDeleted += 1
  }

  private func delete(_ node: NodeID, _ writer: any GraphWriter) throws(StoreError) {
    guard context.deletions.nodes[node] == nil, try writer.exist([node]).first == true else { return }
    let labels = try writer.labels(of: [node]).first ?? []
    let properties = try writer.properties(of: node)
    try writer.delete(node)
    context.deletions.nodes[node] = Deletions.Node(labels: labels, properties: properties)
    context.functions.deleted.nodes.insert(node)
    context.changes.nodesDeleted += 1
  }
}
