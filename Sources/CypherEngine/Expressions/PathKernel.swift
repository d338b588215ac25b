import CypherPlanner
import GraphModel

extension Value {
  /// Whether a path comes to no node twice. One that may close may end where it began.
  func visitsNodesOnce(mayClose: Bool) -> Bool {
    guard case .path(let path) = self else { return false }
    let isClosed = path.nodes.count > 1 && path.nodes.first == path.nodes.last
    let nodes = mayClose && isClosed ? Array(path.nodes.dropLast()) : path.nodes
    return Set(nodes).count == nodes.count
  }

  /// Whether a path uses no relationship twice.
  var usesRelationshipsOnce: Bool {
    guard case .path(let path) = self else { return false }
    return Set(path.relationships).count == path.relationships.count
  }
}

/// Builds named paths from the variables of their pattern. A row in which a part is null has no path.
final class PathKernel: Kernel {
  enum Part {
    case node(Int)
    case relationship(Int)
    case relationships(Int)
  }

  private let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var paths: [Value] = []
    for row in 0..<batch.count { paths.append(try path(batch, row, context).map { .path($0) } ?? .null) }
    return .values(paths)
  }

  private func path(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(ExecutionFailure) -> Path? {
    var path = Path(nodes: [], relationships: [])
    for part in parts {
      switch part {
      case .node(let at):
        guard case .node(let node) = batch.columns[at][row] else { return nil }
        // A list of relationships has brought its last node already.
        if path.nodes.count == path.relationships.count { path.nodes.append(node) }
      case .relationship(let at):
        guard case .relationship(let relationship) = batch.columns[at][row] else { return nil }
        path.relationships.append(relationship)
      case .relationships(let at):
        guard case .list(let items) = batch.columns[at][row] else { return nil }
        try walk(items, &path, context)
      }
    }
    return path
  }

  private func walk(_ items: [Value], _ path: inout Path, _ context: ExecutionContext) throws(ExecutionFailure) {
    let relationships = items.compactMap { if case .relationship(let r) = $0 { r } else { nil } }
    let ends: [RelationshipEnds?]
    do { ends = try context.graph.ends(of: relationships) } catch { throw ExecutionFailure(error) }
    for (relationship, ends) in zip(relationships, ends) {
      let ends = ends ?? context.deletions.relationships[relationship]?.ends
      guard let ends, let last = path.nodes.last else { continue }
      path.relationships.append(relationship)
      path.nodes.append(ends.start == last ? ends.end : ends.start)
    }
  }
}
