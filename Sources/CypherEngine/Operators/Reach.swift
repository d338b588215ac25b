import CypherPlanner
import GraphModel

/// For each row, the nodes within some relationships of a node, each once, by breadth-first search.
///
/// Cost: the relationships of all nodes that are reached, whatever the number of ways to them.
final class FindReached: PatternStep {
  /// So many rows are good to have at once.
  private static let wanted = 32_768

  private let reach: Reach
  private let from: Int
  /// The column of the node that must be reached; nil where each that is reached gives a row.
  private let to: Int?
  private let conditions: ElementConditions?
  private var selection: ExpansionSelection?
  /// The labels to test; nil where no node has them.
  private var labels: [LabelID]?
  private var spare = NodeSet()
  /// From how many nodes is searched at once: the fewer, the more each reaches.
  private var starts = 1

  init(_ input: any Operator, _ reach: Reach, from: Int, to: Int?, conditions: ElementConditions?, _ context: ExecutionContext) {
    self.reach = reach
    self.from = from
    self.to = to
    self.conditions = conditions
    super.init(input, context)
  }

  override var rowsAtOnce: Int { starts }

  override func prepare() throws(ExecutionFailure) {
    selection = ExpansionSelection(reach.types, reach.direction, in: context.graph)
    // Of a node that is reached without a relationship nothing is known.
    labels = try StepTarget.untold(reach.labels, beyond: reach.minimum > 0 ? selection : nil, context.graph)
  }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    let (origins, nodes) = outer.columns[from].nodeRows
    guard var found = try reached(from: nodes, origins, outer) else { return nil }
    found.rows = found.rows.map { origins[$0] }
    if let to {
      let isWanted = found.rows.indices.map { at in
        if case .node(let wanted) = outer.columns[to][found.rows[at]] { wanted == found.ends[at] } else { false }
      }
      found.keep(isWanted)
    }
    guard !found.rows.isEmpty else { return nil }
    var batch = outer.gathered(found.rows)
    if to == nil { batch.columns.append(.nodes(found.ends, valid: nil)) }
    return batch
  }

  /// Nodes that were reached, each with the position of its start.
  private struct Reached {
    var rows: [Int]
    var ends: [NodeID]

    mutating func keep(_ isKept: [Bool]) {
      rows = zip(rows, isKept).filter(\.1).map(\.0)
      ends = zip(ends, isKept).filter(\.1).map(\.0)
    }
  }

  /// Those that have the labels; nil where there can be none.
  private func reached(from nodes: [NodeID], _ origins: [Int], _ outer: Batch) throws(ExecutionFailure) -> Reached? {
    guard let labels else { return nil }
    guard let selection else {
      return reach.minimum == 0 ? try having(labels, Reached(rows: Array(nodes.indices), ends: nodes)) : nil
    }
    var found = Reached(rows: [], ends: [])
    if let conditions {
      for (place, node) in nodes.enumerated() {
        try context.checkCancellation()
        try search(from: node, place, row: origins[place], of: outer, selection, conditions, into: &found)
      }
    } else {
      try search(from: nodes, selection, into: &found)
      if reach.isBothWays, reach.minimum > 0 { try dropStarts(nodes, selection, of: &found) }
    }
    starts = found.ends.count < Self.wanted ? min(2 * starts, Self.wanted) : max(2, starts / 2)
    return try having(labels, found)
  }

  private func search(
    from nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Reached
  ) throws(ExecutionFailure) {
    do {
      try context.graph.reach(
        from: nodes, selection, includingStarts: reach.minimum == 0, atMost: reach.maximum, spare: &spare, rows: &found.rows,
        into: &found.ends)
    } catch { throw ExecutionFailure(error) }
  }

  /// Takes out the starts to which nothing leads back but the relationships that led from them.
  private func dropStarts(_ nodes: [NodeID], _ selection: ExpansionSelection, of found: inout Reached) throws(ExecutionFailure) {
    var isKept = [Bool](filledWith: true, count: found.ends.count)
    for at in isKept.indices where found.ends[at] == nodes[found.rows[at]] {
      try context.checkCancellation()
      do { isKept[at] = try context.graph.hasCycle(through: found.ends[at], selection, ofAtMost: reach.maximum ?? .max) } catch {
        throw ExecutionFailure(error)
      }
    }
    found.keep(isKept)
  }

  /// The nodes that are reached from one by relationships and nodes that pass, level by level. A node that was seen is not looked at again.
  private func search(
    from start: NodeID, _ place: Int, row: Int, of outer: Batch, _ selection: ExpansionSelection, _ conditions: ElementConditions,
    into found: inout Reached
  ) throws(ExecutionFailure) {
    spare.removeAll()
    if reach.minimum == 0, spare.insert(start) { found.ends.append(start) }
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty, depth < reach.maximum ?? .max {
      depth += 1
      var level = Adjacency()
      do { try context.graph.expand(frontier, selection, into: &level) } catch { throw ExecutionFailure(error) }
      level.keep(level.neighbours.map { !spare.contains($0) })
      let passes = try conditions.passing(level, rows: Array(filledWith: row, count: level.count), of: outer, context)
      frontier = []
      for (at, node) in level.neighbours.enumerated() where passes[at] && spare.insert(node) { frontier.append(node) }
      found.ends += frontier
    }
    found.rows.append(contentsOf: repeatElement(place, count: found.ends.count - found.rows.count))
  }

  private func having(_ labels: [LabelID], _ found: Reached) throws(ExecutionFailure) -> Reached {
    guard let passes = try StepTarget.having(labels, found.ends, context.graph) else { return found }
    var found = found
    found.keep(passes)
    return found
  }
}
