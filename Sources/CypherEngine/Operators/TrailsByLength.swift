import CypherPlanner
import GraphModel

/// For each row, of the trails that leave a node, or lead to another one, those that a selector may keep: shortest first for each of the two ends.
///
/// Cost: for each end that of ``TrailsBetween``, and of no more trails than are kept.
final class TrailsByLength: Operator {
  private let input: any Operator
  private let expansion: RepeatedExpansion
  private let kept: PathSelection.Kept
  private let from: Int
  private let to: Int?
  private let differsFrom: [Int]
  private let context: ExecutionContext
  private var outer: Batch?
  private var row = 0
  private var start = NodeID(0)
  /// The ends that are still to come, the next last.
  private var ends: [NodeID] = []
  private var trails: (search: TrailsBetween, end: NodeID, lengths: [Int])?

  init(
    _ input: any Operator, _ expansion: RepeatedExpansion, _ kept: PathSelection.Kept, from: Int, to: Int?, differsFrom: [Int],
    _ context: ExecutionContext
  ) {
    self.input = input
    self.expansion = expansion
    self.kept = kept
    self.from = from
    self.to = to
    self.differsFrom = differsFrom
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    (outer, ends, trails) = (nil, [], nil)
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      try context.checkCancellation()
      if let batch = try found() { return batch }
      if let end = ends.popLast() {
        if let search = try search(to: end) { trails = (search, end, []) }
      } else if let outer, row + 1 < outer.count {
        row += 1
        try turn(outer)
      } else {
        guard let batch = try input.next() else { return nil }
        (outer, row) = (batch, 0)
        try turn(batch)
      }
    }
  }

  /// The next trails to the end that is at hand; nil where there are no more.
  private func found() throws(ExecutionFailure) -> Batch? {
    guard var current = trails, let outer else { return nil }
    var lists: [Value] = []
    while lists.count < context.batchCapacity, !isEnough(current.lengths), let trail = try current.search.next() {
      if current.lengths.last != trail.count || !isOfGroups { current.lengths.append(trail.count) }
      if isEnough(current.lengths), isOfGroups { break }
      let relationships = trail.map { Value.relationship($0) }
      lists.append(.list(expansion.isReversed ? relationships.reversed() : relationships))
    }
    trails = lists.isEmpty ? nil : current
    if lists.isEmpty { return nil }
    var batch = outer.gathered(Array(filledWith: row, count: lists.count))
    batch.columns.append(.values(lists))
    if to == nil { batch.columns.append(.nodes(Array(filledWith: current.end, count: lists.count), valid: nil)) }
    return batch
  }

  private var isOfGroups: Bool { if case .shortestGroups = kept { true } else { false } }

  /// `lengths`: those of all trails, or, of groups, each once.
  private func isEnough(_ lengths: [Int]) -> Bool {
    switch kept {
    case .any(let count), .shortest(let count): lengths.count >= count
    case .shortestGroups(let count): lengths.count > count
    }
  }

  /// The ends for a row.
  private func turn(_ outer: Batch) throws(ExecutionFailure) {
    guard case .node(let node) = outer.columns[from][row] else { return }
    start = node
    if let to {
      if case .node(let end) = outer.columns[to][row] { ends = [end] }
      return
    }
    guard let selection = ExpansionSelection(expansion.types, expansion.direction, in: context.graph) else {
      ends = expansion.minimum == 0 ? [node] : []
      return
    }
    var (spare, rows, reached) = (NodeSet(), [Int](), [NodeID]())
    do {
      try context.graph.reach(
        from: [node], selection, includingStarts: expansion.minimum == 0, atMost: expansion.maximum, spare: &spare, rows: &rows,
        into: &reached)
    } catch { throw ExecutionFailure(error) }
    ends = reached.reversed()
  }

  private func search(to end: NodeID) throws(ExecutionFailure) -> TrailsBetween? {
    let selection = ExpansionSelection(expansion.types, expansion.direction, in: context.graph)
    guard let outer, selection != nil || expansion.minimum == 0 else { return nil }
    let (graph, row) = (context.graph, row)
    let others = differsFrom.map { outer.columns[$0] }
    return try TrailsBetween(
      from: start, to: end, minimum: expansion.minimum, maximum: expansion.maximum, context,
      follow: { node throws(ExecutionFailure) in
        var found = Adjacency()
        guard let selection else { return found }
        do throws(StoreError) { try graph.expand([node], selection, into: &found) } catch { throw ExecutionFailure(error) }
        if !others.isEmpty {
          found.keep(found.relationships.map { relationship in !others.contains { $0.holds(relationship, in: row) } })
        }
        return found
      },
      back: { nodes throws(ExecutionFailure) in
        var found = Adjacency()
        guard let selection else { return [] }
        do throws(StoreError) { try graph.expand(nodes, selection.reversed, into: &found) } catch { throw ExecutionFailure(error) }
        return found.neighbours
      })
  }
}
