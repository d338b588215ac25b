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
  private var search: LevelSearch?

  init(
    _ input: any Operator, _ paths: ShortestPaths, from: Int, to: Int, condition: StepCondition?, _ context: ExecutionContext
  ) {
    self.paths = paths
    self.from = from
    self.to = to
    self.condition = condition
    super.init(input, context)
  }

  override func prepare() {
    let selection = ExpansionSelection(paths.types, paths.direction, in: context.graph)
    // The one before has sets to spare.
    if search?.selection == selection { return }
    search = selection.map { LevelSearch($0, condition: condition, context) }
  }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    var rows: [Int] = []
    var lists: [Value] = []
    for row in 0..<outer.count {
      guard case .node(let start) = outer.columns[from][row], case .node(let end) = outer.columns[to][row] else {
        continue
      }
      search?.turn(to: row, of: outer)
      let found = try trails(from: start, to: end)
      rows.append(contentsOf: repeatElement(row, count: found.count))
      lists += found.map { .list($0.map { .relationship($0) }) }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.values(lists))
    return batch
  }

  private func trails(from start: NodeID, to end: NodeID) throws(ExecutionFailure) -> [[RelationshipID]] {
    if start == end, paths.minimum == 0 { return [[]] }
    guard let search else { return [] }
    return start == end ? try roundTrips(from: start, search) : try trails(from: start, to: end, atMost: paths.maximum, search)
  }

  /// The shortest ways from a node back to itself: over each of its relationships, and on without that one.
  private func roundTrips(from start: NodeID, _ search: LevelSearch) throws(ExecutionFailure) -> [[RelationshipID]] {
    defer { search.excluded = nil }
    var best: [[RelationshipID]] = []
    let first = try search.followed([start], search.selection)
    for (relationship, neighbour) in zip(first.relationships, first.neighbours) {
      search.excluded = relationship
      let limit = min(paths.maximum ?? Int.max, best.first.map { paths.all ? $0.count : $0.count - 1 } ?? Int.max)
      guard limit > 0 else { break }
      let rest = neighbour == start ? [[]] : try trails(from: neighbour, to: start, atMost: limit - 1, search)
      guard let length = rest.first?.count else { continue }
      if length + 1 < best.first?.count ?? Int.max { best = [] }
      best += rest.map { [relationship] + $0 }
    }
    return best
  }

  /// One direction of the search: what it has seen, and the nodes of each depth.
  private struct Side {
    let selection: ExpansionSelection
    var seen: NodeSet
    var levels: [[NodeID]]
    /// How many relationships lead on from the nodes that were reached last.
    var degree = 0

    init(from node: NodeID, _ selection: ExpansionSelection, _ search: LevelSearch) {
      self.selection = selection
      levels = [[node]]
      seen = search.set(of: levels[0])
    }

    var last: [NodeID] { levels[levels.count - 1] }
  }

  private func trails(
    from start: NodeID, to end: NodeID, atMost maximum: Int?, _ search: LevelSearch
  ) throws(ExecutionFailure) -> [[RelationshipID]] {
    var forward = Side(from: start, search.selection, search)
    var backward = Side(from: end, search.reversed, search)
    defer { search.giveBack([forward.seen, backward.seen]) }
    if paths.isTwoSided {
      forward.degree = try search.degree(of: forward.last, forward.selection)
      backward.degree = try search.degree(of: backward.last, backward.selection)
    }
    while forward.levels.count + backward.levels.count - 2 < maximum ?? Int.max {
      try context.checkCancellation()
      let goesBack = paths.isTwoSided && backward.degree < forward.degree
      var met =
        goesBack
        ? try advance(&backward, towards: forward, search) : try advance(&forward, towards: backward, search)
      if (goesBack ? backward : forward).last.isEmpty, met.isEmpty { return [] }
      if met.isEmpty { continue }
      if goesBack, met.count > 1 { met = inOrder(of: forward.last, met, search) }
      let ways = ShortestTrails(
        search: search, before: forward.levels.dropLast(), behind: backward.levels.dropLast(), met: met)
      return paths.all ? try ways.all() : try ways.first().map { [$0] } ?? []
    }
    return []
  }

  /// Goes on by a level, and gives the nodes at which the other side is met; no others of the level are kept then.
  private func advance(
    _ side: inout Side, towards other: Side, _ search: LevelSearch
  ) throws(ExecutionFailure) -> [NodeID] {
    let (found, met) = try search.next(after: side.last, side.selection, &side.seen, meeting: other.seen)
    side.levels.append(found)
    guard met.isEmpty, paths.isTwoSided else { return met }
    // More nodes than the other side has relationships to follow: it is the other's turn, however many these have.
    side.degree = found.count > other.degree ? found.count : try search.degree(of: found, side.selection)
    return met
  }

  /// The nodes that were met, in the order in which the search from the start had found them.
  private func inOrder(of level: [NodeID], _ met: [NodeID], _ search: LevelSearch) -> [NodeID] {
    let isMet = search.set(of: met)
    defer { search.giveBack([isMet]) }
    return level.filter { isMet.contains($0) }
  }
}
