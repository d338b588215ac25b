import GraphModel

/// What a breadth-first search asks of the graph: the relationships that lead on from nodes and fulfil the condition of the pattern,
/// for the row that is at hand.
final class LevelSearch {
  let selection: ExpansionSelection
  let reversed: ExpansionSelection
  /// A relationship that the way must do without.
  var excluded: RelationshipID?
  private let condition: StepCondition?
  private let context: ExecutionContext
  private var outer = Batch(columns: [], count: 0)
  private var row = 0
  /// Sets that earlier searches left, so that not each has to make its own.
  private var spare: [NodeSet] = []

  init(_ selection: ExpansionSelection, condition: StepCondition?, _ context: ExecutionContext) {
    self.selection = selection
    self.condition = condition
    self.context = context
    reversed = selection.reversed
  }

  /// What follows is sought for this row.
  func turn(to row: Int, of outer: Batch) {
    self.outer = outer
    self.row = row
  }

  /// A set of nodes; ``giveBack(_:)`` when it is no longer needed.
  func set(of nodes: [NodeID] = []) -> NodeSet {
    var set = spare.popLast() ?? NodeSet()
    set.removeAll()
    for node in nodes { _ = set.insert(node) }
    return set
  }

  func giveBack(_ sets: [NodeSet]) { spare += sets }

  /// How many relationships lead on from nodes, whatever the condition: what their next level costs.
  func degree(of nodes: [NodeID], _ selection: ExpansionSelection) throws(ExecutionFailure) -> Int {
    do { return try context.graph.totalDegree(nodes, selection) } catch { throw ExecutionFailure(error) }
  }

  /// What leads on from nodes.
  func followed(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(ExecutionFailure) -> Adjacency {
    var found = Adjacency()
    do { try context.graph.expand(nodes, selection, into: &found) } catch { throw ExecutionFailure(error) }
    try keepAllowed(&found)
    return found
  }

  /// The first relationship that leads from a node to another.
  func link(_ from: NodeID, _ to: NodeID) throws(ExecutionFailure) -> RelationshipID? {
    var found = Adjacency()
    do { try context.graph.connect([from], [to], selection, into: &found) } catch { throw ExecutionFailure(error) }
    try keepAllowed(&found)
    return found.relationships.first
  }

  /// The first relationship from a node to one of some others. Cost: a look at each neighbour up to that; with conditions, at all.
  func first(
    from node: NodeID, to others: NodeSet
  ) throws(ExecutionFailure) -> (relationship: RelationshipID, node: NodeID)? {
    guard isFree else {
      let found = try followed([node], selection)
      return found.neighbours.firstIndex(where: others.contains).map { (found.relationships[$0], found.neighbours[$0]) }
    }
    var seen = set()
    defer { giveBack([seen]) }
    var found: [NodeID] = []
    var met: [NodeID] = []
    do {
      try context.graph.discover(
        from: [node], selection, seen: &seen, into: &found, meeting: others, met: &met, wanting: .first)
    } catch { throw ExecutionFailure(error) }
    guard let other = met.first else { return nil }
    return try link(node, other).map { ($0, other) }
  }

  /// The nodes to which others lead and that were not seen yet.
  func next(
    after nodes: [NodeID], _ selection: ExpansionSelection, _ seen: inout NodeSet
  ) throws(ExecutionFailure) -> [NodeID] {
    var found: [NodeID] = []
    if isFree {
      do { try context.graph.discover(from: nodes, selection, seen: &seen, into: &found) } catch {
        throw ExecutionFailure(error)
      }
    } else {
      for node in try followed(nodes, selection).neighbours where seen.insert(node) { found.append(node) }
    }
    return found
  }

  /// The same until nodes are met that another search has seen; from then on, these alone are of interest. `degree`: how many
  /// relationships lead on, as far as that is known.
  func next(
    after nodes: [NodeID], _ selection: ExpansionSelection, _ seen: inout NodeSet, degree: Int, meeting other: NodeSet,
    wanting wanted: Meetings
  ) throws(ExecutionFailure) -> (found: [NodeID], met: [NodeID]) {
    var found: [NodeID] = []
    var met: [NodeID] = []
    if isFree {
      found.reserveCapacity(degree)
      do {
        try context.graph.discover(
          from: nodes, selection, seen: &seen, into: &found, meeting: other, met: &met, wanting: wanted)
      } catch { throw ExecutionFailure(error) }
    } else {
      for node in try followed(nodes, selection).neighbours where seen.insert(node) {
        if other.contains(node) { met.append(node) } else { found.append(node) }
      }
    }
    return (found, met)
  }

  /// Whether every relationship of the selection may be followed.
  var isFree: Bool { condition == nil && excluded == nil }

  private func keepAllowed(_ found: inout Adjacency) throws(ExecutionFailure) {
    if let excluded { found.keep(found.relationships.map { $0 != excluded }) }
    if let condition {
      found.keep(
        try condition.passing(
          found.relationships, rows: Array(filledWith: row, count: found.count), of: outer, context))
    }
  }
}
