import CypherPlanner
import GraphModel

/// For each row, one or all of the shortest trails between two nodes, by breadth-first search from the first.
///
/// Cost: the relationships within the distance of the second node.
final class FindShortestPaths: BatchwiseOperator {
  private let paths: ShortestPaths
  private let from: Int
  private let to: Int
  private let condition: StepCondition?

  init(
    _ input: any Operator, _ paths: ShortestPaths, from: Int, to: Int, condition: StepCondition?, _ context: ExecutionContext
  ) {
    self.paths = paths
    self.from = from
    self.to = to
    self.condition = condition
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    var rows: [Int] = []
    var lists: [Value] = []
    for row in 0..<outer.count {
      guard case .node(let start) = outer.columns[from][row], case .node(let end) = outer.columns[to][row] else {
        continue
      }
      let found = try search(from: start, to: end, row: row, outer)
      rows.append(contentsOf: repeatElement(row, count: found.count))
      lists += found.map { .list($0.map { .relationship($0) }) }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.values(lists))
    return batch
  }

  /// Breadth first: a node keeps every way by which it was reached at its smallest depth.
  private func search(
    from start: NodeID, to end: NodeID, row: Int, _ outer: Batch
  ) throws(ExecutionFailure) -> [[RelationshipID]] {
    if paths.minimum == 0, start == end { return [[]] }
    guard let selection = ExpansionSelection(paths.types, paths.direction, in: context.graph) else { return [] }
    var depths: [NodeID: Int] = [start: 0]
    var ways: [NodeID: [(from: NodeID, relationship: RelationshipID)]] = [:]
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty, depth < paths.maximum ?? Int.max {
      try context.checkCancellation()
      depth += 1
      var found = Adjacency()
      do { try context.graph.expand(frontier, selection, into: &found) } catch { throw ExecutionFailure(error) }
      let passes = try condition?.passing(
        found.relationships, rows: Array(repeating: row, count: found.count), of: outer, context)
      var next: [NodeID] = []
      for at in 0..<found.count where passes?[at] != false {
        let node = found.neighbours[at]
        // The start may be the end as well: then its first way back counts.
        let known = node == start && start == end ? ways[node] == nil ? nil : depth : depths[node]
        if let known, known < depth { continue }
        if known == nil, !(node == start && start == end) {
          depths[node] = depth
          next.append(node)
        }
        ways[node, default: []].append((found.sources[at], found.relationships[at]))
      }
      if ways[end] != nil { return trails(to: end, from: start, ways) }
      frontier = next
    }
    return []
  }

  private func trails(
    to end: NodeID, from start: NodeID, _ ways: [NodeID: [(from: NodeID, relationship: RelationshipID)]]
  ) -> [[RelationshipID]] {
    var finished: [[RelationshipID]] = []
    var open: [(at: NodeID, reversed: [RelationshipID])] = [(end, [])]
    while let (node, reversed) = open.popLast() {
      if node == start, !reversed.isEmpty {
        finished.append(reversed.reversed())
        if !paths.all { break }
        continue
      }
      for way in (ways[node] ?? []).reversed() where !reversed.contains(way.relationship) {
        open.append((way.from, reversed + [way.relationship]))
      }
    }
    return finished
  }
}
