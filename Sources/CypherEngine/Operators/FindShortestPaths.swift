import CypherPlanner
import GraphModel

/// For each row, one or all of the shortest trails between two nodes, by breadth-first search from both of them, or from
/// the first alone.
///
/// Of several shortest trails the first in the order of the graph is given, from wherever the search went. Cost: the
/// relationships within half the distance of each node; the side goes on from which fewer lead on.
final class FindShortestPaths: PatternStep {
  private let paths: ShortestPaths
  private let from: Int
  private let to: Int
  private let condition: StepCondition?
  private var selection: ExpansionSelection?
  /// A relationship that the way must do without.
  private var excluded: RelationshipID?
  /// Sets that earlier searches left, so that not each has to make its own.
  private var spare: [NodeSet] = []

  init(
    _ input: any Operator, _ paths: ShortestPaths, from: Int, to: Int, condition: StepCondition?, _ context: ExecutionContext
  ) {
    self.paths = paths
    self.from = from
    self.to = to
    self.condition = condition
    super.init(input, context)
  }

  override func prepare() { selection = ExpansionSelection(paths.types, paths.direction, in: context.graph) }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    var rows: [Int] = []
    var lists: [Value] = []
    for row in 0..<outer.count {
      guard case .node(let start) = outer.columns[from][row], case .node(let end) = outer.columns[to][row] else {
        continue
      }
      let found = try search(from: start, to: end, Row(outer: outer, row: row))
      rows.append(contentsOf: repeatElement(row, count: found.count))
      lists += found.map { .list($0.map { .relationship($0) }) }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.values(lists))
    return batch
  }

  private struct Row {
    let outer: Batch
    let row: Int
  }

  /// One direction of the search: what it has seen, and the nodes of each depth.
  private struct Side {
    var seen: NodeSet
    var levels: [[NodeID]]
    /// How many relationships lead on from the nodes that were reached last.
    var degree = 0

    init(from node: NodeID, _ seen: NodeSet) {
      levels = [[node]]
      self.seen = seen
    }

    var last: [NodeID] { levels[levels.count - 1] }
  }

  private func search(from start: NodeID, to end: NodeID, _ row: Row) throws(ExecutionFailure) -> [[RelationshipID]] {
    if start != end { return try search(from: start, to: end, atMost: paths.maximum, row) }
    return paths.minimum == 0 ? [[]] : try roundTrips(from: start, row)
  }

  /// The shortest ways from a node back to itself: over each of its relationships, and on without that one.
  private func roundTrips(from start: NodeID, _ row: Row) throws(ExecutionFailure) -> [[RelationshipID]] {
    guard let selection else { return [] }
    defer { excluded = nil }
    var best: [[RelationshipID]] = []
    let first = try followed([start], selection, row)
    for (relationship, neighbour) in zip(first.relationships, first.neighbours) {
      excluded = relationship
      let limit = min(paths.maximum ?? Int.max, best.first.map { paths.all ? $0.count : $0.count - 1 } ?? Int.max)
      guard limit > 0 else { break }
      let rest = neighbour == start ? [[]] : try search(from: neighbour, to: start, atMost: limit - 1, row)
      guard let length = rest.first?.count else { continue }
      if length + 1 < best.first?.count ?? Int.max { best = [] }
      best += rest.map { [relationship] + $0 }
    }
    return best
  }

  private func search(
    from start: NodeID, to end: NodeID, atMost maximum: Int?, _ row: Row
  ) throws(ExecutionFailure) -> [[RelationshipID]] {
    guard let selection else { return [] }
    var forward = Side(from: start, set(of: []))
    var backward = Side(from: end, set(of: []))
    defer { spare += [forward.seen, backward.seen] }
    _ = forward.seen.insert(start)
    _ = backward.seen.insert(end)
    if paths.isTwoSided {
      forward.degree = try degree(of: forward.last, selection)
      backward.degree = try degree(of: backward.last, selection.reversed)
    }
    while forward.levels.count + backward.levels.count - 2 < maximum ?? Int.max {
      try context.checkCancellation()
      let goesBack = paths.isTwoSided && backward.degree < forward.degree
      let meeting =
        goesBack
        ? try advance(&backward, towards: forward, selection.reversed, row)
        : try advance(&forward, towards: backward, selection, row)
      if !meeting.isEmpty { return try trails(through: meeting, forward, backward, selection, row) }
      if (goesBack ? backward : forward).last.isEmpty { return [] }
    }
    return []
  }

  /// Goes on by a level, and gives the nodes at which the other side is met; no others of the level are kept then.
  private func advance(
    _ side: inout Side, towards other: Side, _ selection: ExpansionSelection, _ row: Row
  ) throws(ExecutionFailure) -> [NodeID] {
    var found: [NodeID] = []
    var met: [NodeID] = []
    if condition == nil, excluded == nil {
      do {
        try context.graph.discover(
          from: side.last, selection, seen: &side.seen, into: &found, meeting: other.seen, met: &met)
      } catch { throw ExecutionFailure(error) }
    } else {
      for node in try followed(side.last, selection, row).neighbours where side.seen.insert(node) {
        if other.seen.contains(node) { met.append(node) } else { found.append(node) }
      }
    }
    side.levels.append(found)
    guard met.isEmpty, paths.isTwoSided else { return met }
    // More nodes than the other side has relationships to follow: it is the other's turn, however many these have.
    side.degree = found.count > other.degree ? found.count : try degree(of: found, selection)
    return met
  }

  /// What the next level of a search costs.
  private func degree(of nodes: [NodeID], _ selection: ExpansionSelection) throws(ExecutionFailure) -> Int {
    do { return try context.graph.degrees(nodes, selection).reduce(0, +) } catch { throw ExecutionFailure(error) }
  }

  /// A set of nodes; it goes back to the spare ones when it is no longer needed.
  private func set(of nodes: [NodeID]) -> NodeSet {
    var set = spare.popLast() ?? NodeSet()
    set.removeAll()
    for node in nodes { _ = set.insert(node) }
    return set
  }

  /// The next level of a search.
  private func next(
    after nodes: [NodeID], _ selection: ExpansionSelection, _ seen: inout NodeSet, _ row: Row
  ) throws(ExecutionFailure) -> [NodeID] {
    var found: [NodeID] = []
    if condition == nil, excluded == nil {
      do { try context.graph.discover(from: nodes, selection, seen: &seen, into: &found) } catch {
        throw ExecutionFailure(error)
      }
    } else {
      for node in try followed(nodes, selection, row).neighbours where seen.insert(node) { found.append(node) }
    }
    return found
  }

  /// What leads on from nodes and fulfils the condition.
  private func followed(
    _ nodes: [NodeID], _ selection: ExpansionSelection, _ row: Row
  ) throws(ExecutionFailure) -> Adjacency {
    var found = Adjacency()
    do { try context.graph.expand(nodes, selection, into: &found) } catch { throw ExecutionFailure(error) }
    if let excluded { found.keep(found.relationships.map { $0 != excluded }) }
    if let condition {
      found.keep(
        try condition.passing(
          found.relationships, rows: Array(repeating: row.row, count: found.count), of: row.outer, context))
    }
    return found
  }

  // MARK: Ways

  /// The nodes of a level that lead to some nodes of the next one, found from whichever side has less to follow.
  private func those(
    of level: [NodeID], leadingTo nodes: [NodeID], _ isWanted: NodeSet, _ selection: ExpansionSelection, _ row: Row
  ) throws(ExecutionFailure) -> [NodeID] {
    if try degree(of: level, selection) < degree(of: nodes, selection.reversed) {
      let found = try followed(level, selection, row)
      var leads = [Bool](repeating: false, count: level.count)
      for at in 0..<found.count where isWanted.contains(found.neighbours[at]) { leads[found.origins[at]] = true }
      return level.indices.filter { leads[$0] }.map { level[$0] }
    }
    let isThere = set(of: level)
    var reached = set(of: [])
    defer { spare += [isThere, reached] }
    return try next(after: nodes, selection.reversed, &reached, row).filter { isThere.contains($0) }
  }

  /// Walks from the start along nodes that are on a shortest way.
  private func trails(
    through meeting: [NodeID], _ forward: Side, _ backward: Side, _ selection: ExpansionSelection, _ row: Row
  ) throws(ExecutionFailure) -> [[RelationshipID]] {
    // The nodes on a shortest way by their distance from the start: back from where the searches met, and on from there.
    var before: [NodeSet] = [set(of: meeting)]
    var nodes = meeting
    for level in forward.levels.dropLast().reversed() {
      nodes = try those(of: level, leadingTo: nodes, before[before.count - 1], selection, row)
      before.append(set(of: nodes))
    }
    let stages = before.reversed() + backward.levels.dropLast().reversed().map { set(of: $0) }
    defer { spare += stages }
    guard let start = forward.levels[0].first else { return [] }
    var finished: [[RelationshipID]] = []
    var open: [(at: NodeID, trail: [RelationshipID])] = [(start, [])]
    while let (node, trail) = open.popLast() {
      if trail.count == stages.count - 1 {
        finished.append(trail)
        if !paths.all { break }
        continue
      }
      let found = try followed([node], selection, row)
      for at in (0..<found.count).reversed()
      where stages[trail.count + 1].contains(found.neighbours[at]) && !trail.contains(found.relationships[at]) {
        open.append((found.neighbours[at], trail + [found.relationships[at]]))
      }
    }
    return finished
  }
}
