import CypherPlanner
import Diagnostics
import GraphModel

/// MERGE of one relationship with an arrow between two nodes that the rows have.
final class MergeRelationships: MergeAtOnce {
  private let type: String
  private let from: Int
  private let to: Int

  /// Nil where the pattern is another, and where the graph follows the type in more ways than its arrow says.
  init?(
    fast input: any Operator, _ pattern: MergedPattern, _ layout: [Variable], _ lowering: Lowering
  ) throws(ExecutionFailure) {
    let create = pattern.create
    guard create.nodes.isEmpty, create.relationships.count == 1, create.paths.isEmpty, let made = create.relationships.first,
      let type = made.type.written, pattern.match.followsArrows, let from = layout.lastIndex(of: made.from),
      let to = layout.lastIndex(of: made.to)
    else { return nil }
    let traits = lowering.context.graph.traits
    guard traits.inverses[type] == nil, !traits.symmetric.contains(type),
      let parts = try Parts(pattern, of: made.variable, made.properties, span: made.span, layout, lowering)
    else { return nil }
    self.type = type
    self.from = from
    self.to = to
    try super.init(parts, input, pattern, layout, lowering)
  }

  /// Nodes do not change.
  override func isUnaffected(_ column: Column) -> Bool {
    if case .nodes = column { true } else { column.holdsNoEntity }
  }

  override func keys(of rows: Batch, _ given: [Column]) -> [Column]? {
    guard case .nodes(_, nil) = rows.columns[from], case .nodes(_, nil) = rows.columns[to] else { return nil }
    return [rows.columns[from], rows.columns[to]] + given
  }

  override func make(
    _ rows: [Int], of batch: Batch, _ properties: PropertyColumns, _ writer: any GraphWriter
  ) throws(ExecutionFailure) -> [Int64] {
    let ends = batch.gathered(rows).nodePairs(from, to)
    do throws(StoreError) {
      let type = try writer.makeRelationshipType(named: type)
      let made = try writer.createRelationships(type, from: ends.left, to: ends.right, properties: properties)
      context.changes.relationshipsCreated += made.count
      return made.map(\.rawValue)
    } catch { throw ExecutionFailure(error, at: parts.span) }
  }

  override func set(_ properties: PropertyColumns, of ids: [Int64], _ writer: any GraphWriter) throws(StoreError) {
    try writer.set(properties, of: ids.map { RelationshipID($0) })
  }

  override func column(_ ids: [Int64]) -> Column { .relationships(ids.map { RelationshipID($0) }, valid: nil) }
}

extension LogicalPlan {
  /// Whether it does no more than to follow relationships by their arrows.
  fileprivate var followsArrows: Bool {
    switch self {
    case .argument: true
    case .expand(let input, let step): step.direction != .either && input.followsArrows
    case .filter(let input, _): input.followsArrows
    default: false
    }
  }
}
