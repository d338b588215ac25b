import GraphModel

/// `count(DISTINCT x)`.
final class DistinctCount: RowCount {
  /// What was seen in each group, but for nodes where there are groups.
  private var seen: [DistinctValues] = []
  private var pairs = GroupedNodes()

  override func grow(to count: Int) {
    super.grow(to: count)
    while seen.count < count { seen.append(DistinctValues()) }
  }

  override func add(_ arguments: [Column], _ count: Int, _ groups: [Int]?) throws(EvaluationError) {
    if groups == nil, case .nodes(let nodes, nil) = arguments[0] {
      add(seen[0].insert(nodes), to: 0)
      return
    }
    for row in 0..<count {
      let (value, group) = (arguments[0][row], groups?[row] ?? 0)
      if case .node(let node) = value, groups != nil {
        if pairs.insert(node, group) { add(1, to: group) }
      } else if !value.isNull, seen[group].insert(value) {
        add(1, to: group)
      }
    }
  }
}

/// Values, each once: nodes by their ids, which is fast, and everything else.
struct DistinctValues {
  private var nodes = NodeSet()
  private var others: Set<GroupingKey> = []

  mutating func insert(_ node: NodeID) -> Bool { nodes.insert(node) }

  /// How many were not there yet.
  mutating func insert(_ nodes: [NodeID]) -> Int {
    var count = 0
    for node in nodes where self.nodes.insert(node) { count += 1 }
    return count
  }

  mutating func insert(_ value: Value) -> Bool {
    if case .node(let node) = value { return nodes.insert(node) }
    return others.insert(GroupingKey(value)).inserted
  }
}

/// Nodes in groups, each once: in memory for each pair, however high the ids are.
private struct GroupedNodes {
  private var table = NumberTable()
  private var pairs: [(node: NodeID, group: Int)] = []

  mutating func insert(_ node: NodeID, _ group: Int) -> Bool {
    let hash = NumberTable.hash(node.rawValue ^ Int64(truncatingIfNeeded: NumberTable.hash(Int64(group))))
    if table.number(hash, isSought: { pairs[$0] == (node, group) }) != nil { return false }
    table.insert(hash, pairs.count)
    pairs.append((node, group))
    return true
  }
}
