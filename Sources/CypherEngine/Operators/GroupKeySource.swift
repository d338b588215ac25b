import GraphModel

/// Works out keys, those that depend on a node alone once for each node.
struct GroupKeySource {
  private let keys: [any Kernel]
  /// The column of the one node that all keys are worked out from.
  private let entity: Int?
  private var nodes = MetNodes()
  /// Nil where nodes may have the same keys.
  private var apart: NodesApart?
  /// By key, the nodes that were met, where it is a property of nodes and the keys are not all of one node.
  private var nodesOfKeys: [(column: Int, nodes: MetNodes)?]

  init(_ keys: [any Kernel], entity: Int?) {
    self.keys = keys
    self.entity = entity
    apart = entity.flatMap { NodesApart(keys, of: $0) }
    nodesOfKeys = keys.map { key in (key as? PropertyKernel)?.variableColumn.map { ($0, MetNodes()) } }
  }

  mutating func keys(of batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> GroupKeys {
    if keys.isEmpty { return .none }
    if entity == nil, context.writer == nil {
      var several: [KeyRows] = []
      for at in keys.indices { several.append(try key(at, of: batch, context)) }
      return .several(several)
    }
    guard let entity, case .nodes(let found, nil) = batch.columns[entity], apart != nil || !nodes.areMostlyMetOnce else {
      return .rows(try columns(batch, context), fresh: try owed(context))
    }
    var fresh: [Int] = []
    let numbers = nodes.numbers(of: found, fresh: &fresh)
    if try apart?.take(fresh.map { found[$0] }, context) == true { return .apart(numbers, count: nodes.count) }
    let owed = try owed(context)
    if fresh.isEmpty { return .nodes(numbers, fresh: owed) }
    let columns = try columns(fresh.count == batch.count ? batch : batch.gathered(fresh), context)
    return .nodes(numbers, fresh: owed.isEmpty ? columns : zip(owed, columns).map { Column.joined([$0, $1]) })
  }

  /// One key: what a node has is worked out once, as long as nothing is written.
  private mutating func key(_ at: Int, of batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> KeyRows {
    guard var known = nodesOfKeys[at], case .nodes(let found, nil) = batch.columns[known.column], !known.nodes.areMostlyMetOnce else {
      // From here on nodes are not counted, since some were left out.
      nodesOfKeys[at] = nil
      return .column(try keys[at].column(batch, context))
    }
    nodesOfKeys[at] = nil
    var fresh: [Int] = []
    let numbers = known.nodes.numbers(of: found, fresh: &fresh)
    nodesOfKeys[at] = known
    return .nodes(numbers, fresh: try keys[at].column(batch.gathered(fresh), context))
  }

  /// The keys of the nodes that were told apart without them, by number; from now on nodes are no more.
  mutating func owed(_ context: ExecutionContext) throws(ExecutionFailure) -> [Column] {
    defer { apart = nil }
    guard let nodes = apart?.nodes, !nodes.isEmpty, let entity else { return [] }
    // The keys read no other column.
    let column = Column.nodes(nodes, valid: nil)
    return try columns(Batch(columns: Array(filledWith: column, count: entity + 1), count: nodes.count), context)
  }

  private func columns(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Column] {
    var columns: [Column] = []
    for key in keys { columns.append(try key.column(batch, context)) }
    return columns
  }
}

/// Nodes, numbered in order of first appearance.
private struct MetNodes {
  /// So many rows tell whether it pays to number nodes.
  private static let enough = 4_096
  private var numbers = NodeNumbers()
  private(set) var count = 0
  private var rows = 0

  /// Whether more than three in four rows have a node of their own, as where nodes are scanned: working out their keys once then saves nothing.
  var areMostlyMetOnce: Bool { rows >= Self.enough && count * 4 > rows * 3 }

  /// The number of each row; `fresh` gets the rows that have a new one.
  mutating func numbers(of nodes: [NodeID], fresh: inout [Int]) -> [Int] {
    rows += nodes.count
    return numbers.numbers(of: nodes, count: &count, fresh: &fresh)
  }
}

/// Nodes that a unique property tells apart, so that each is a group of its own, and their keys need only be worked out at the end.
private struct NodesApart {
  private let names: [String]
  private var choice: (key: PropertyKeyID, label: LabelID)?
  /// By number.
  private(set) var nodes: [NodeID] = []

  /// Nil where a key is something else than a property of the node in a column.
  init?(_ keys: [any Kernel], of column: Int) {
    var names: [String] = []
    for key in keys {
      guard let property = key as? PropertyKernel, property.isOfVariable(at: column) else { return nil }
      names.append(property.key)
    }
    self.names = names
  }

  /// False where some of the nodes may have the keys of others, and for a statement that may change them meanwhile.
  mutating func take(_ fresh: [NodeID], _ context: ExecutionContext) throws(ExecutionFailure) -> Bool {
    guard context.writer == nil else { return false }
    if fresh.isEmpty { return true }
    do throws(StoreError) {
      if choice == nil { choice = try choose(fresh, context.graph) }
      guard let choice, try context.graph.areToldApart(fresh, by: choice.key, among: choice.label) else { return false }
    } catch { throw ExecutionFailure(error) }
    nodes += fresh
    return true
  }

  private func choose(_ fresh: [NodeID], _ graph: any GraphReader) throws(StoreError) -> (key: PropertyKeyID, label: LabelID)? {
    for name in names {
      guard let key = graph.propertyKey(named: name) else { continue }
      for label in graph.labels(toldApartBy: key) where try graph.areToldApart(fresh, by: key, among: label) {
        return (key, label)
      }
    }
    return nil
  }
}
