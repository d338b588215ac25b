import CypherPlanner
import GraphModel

/// For each row, one or all of the shortest trails between two nodes, by breadth-first search from both of them, or from
/// the first alone.
///
/// Of several shortest trails the first in the order of the graph is given, from wherever the search went; where paths are
/// measured, only how many relationships it has. Cost: that of ``MeetingSearch``.
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
    var ways: [Value] = []
    for row in 0..<outer.count {
      guard case .node(let start) = outer.columns[from][row], case .node(let end) = outer.columns[to][row] else {
        continue
      }
      search?.turn(to: row, of: outer)
      if paths.isMeasured {
        guard let distance = try distance(from: start, to: end) else { continue }
        rows.append(row)
        ways.append(.integer(Int64(distance)))
        continue
      }
      let found = try trails(from: start, to: end)
      rows.append(contentsOf: repeatElement(row, count: found.count))
      ways += found.map { .list($0.map { .relationship($0) }) }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns.append(.values(ways))
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

  private func trails(
    from start: NodeID, to end: NodeID, atMost maximum: Int?, _ search: LevelSearch
  ) throws(ExecutionFailure) -> [[RelationshipID]] {
    var meeting = MeetingSearch(from: start, to: end, isTwoSided: paths.isTwoSided, search)
    defer { meeting.giveBack() }
    let met = try meeting.meet(atMost: maximum, wanting: .all, context)
    if met.isEmpty { return [] }
    let ways = ShortestTrails(
      search: search, before: meeting.forward.levels.dropLast(), behind: meeting.backward.levels.dropLast(), met: met)
    return paths.all ? try ways.all() : try ways.first().map { [$0] } ?? []
  }

  /// How many relationships the shortest way has.
  private func distance(from start: NodeID, to end: NodeID) throws(ExecutionFailure) -> Int? {
    guard let search, start != end else { return try trails(from: start, to: end).first?.count }
    var meeting = MeetingSearch(from: start, to: end, isTwoSided: paths.isTwoSided, search)
    defer { meeting.giveBack() }
    return try meeting.meet(atMost: paths.maximum, wanting: .first, context).isEmpty ? nil : meeting.length
  }
}
