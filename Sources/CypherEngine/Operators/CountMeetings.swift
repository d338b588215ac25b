import CypherPlanner
import GraphModel

/// For each row, in how many ways relationships of two nodes lead to the same third node. Rows with none are left out.
///
/// Cost: that of intersecting what the two nodes lead to, where no relationship has to be looked at. That is so where the
/// two sides cannot be the same relationship: each is at the other end of the third node, so that they could only be one if
/// the two nodes are one. A relationship between the two nodes can only be met again where one of them has a loop. Such rows
/// alone are looked at closely. The ways by a relationship that leads from one of the two to somewhere else are taken off: it costs
/// looking for what connects the other with where it leads.
final class CountMeetings: PatternStep {
  /// What a side reads.
  struct SideColumns {
    let node: Int
    /// The relationships that do not count.
    let rivals: [Int]
    /// The ends of those that need not lie between the two nodes.
    let distant: [(start: Int, end: Int)]
  }

  private let count: MeetingCount
  private let left: SideColumns
  private let right: SideColumns
  private var leftTarget: StepTarget?
  private var rightTarget: StepTarget?
  /// Whether every row must be looked at closely.
  private var isExact = true
  private var mayLoop = true
  /// More each time, so that threads have enough to do and a query that wants few rows does not wait for many.
  private var wantedBatches = 1
  private static let mostBatches = 64

  init(_ input: any Operator, _ count: MeetingCount, left: SideColumns, right: SideColumns, _ context: ExecutionContext) {
    self.count = count
    self.left = left
    self.right = right
    super.init(input, context)
  }

  override var batchesAtOnce: Int { wantedBatches }

  override func prepare() throws(ExecutionFailure) {
    let graph = context.graph
    wantedBatches = 1
    leftTarget = try StepTarget(count.left.types, count.left.direction, labels: count.labels, in: graph)
    rightTarget = try StepTarget(count.right.types, count.right.direction, labels: count.labels, in: graph)
    guard let leftTarget, let rightTarget else { return }
    let needsLabels = !leftTarget.labels.isEmpty && !rightTarget.labels.isEmpty
    do {
      let leftLoops = try graph.mayLoop(leftTarget.selection)
      let rightLoops = try graph.mayLoop(rightTarget.selection)
      isExact = needsLabels
      mayLoop = leftLoops || rightLoops
    } catch { throw ExecutionFailure(error) }
  }

  /// Whether a relationship could stand for two of the pattern.
  private var mayRepeat: Bool { count.sidesDiffer || !left.rivals.isEmpty || !right.rivals.isEmpty }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    guard let leftTarget, let rightTarget else { return nil }
    if !isExact { wantedBatches = min(2 * wantedBatches, Self.mostBatches) }
    let pairs = outer.nodePairs(left.node, right.node)
    var counts: [Int]
    if isExact {
      counts = Array(filledWith: 0, count: pairs.rows.count)
      for at in pairs.rows.indices { counts[at] = try exactly(pairs.left[at], pairs.right[at], outer, pairs.rows[at]) }
    } else {
      do {
        counts = try context.graph.countMeetings(
          pairs.left, leftTarget.selection, pairs.right, rightTarget.selection)
      } catch { throw ExecutionFailure(error) }
      try takeOffDistant(&counts, pairs, outer)
      if mayRepeat {
        for at in try doubtful(pairs.left, leftTarget.selection, pairs.right, rightTarget.selection) {
          counts[at] = try exactly(pairs.left[at], pairs.right[at], outer, pairs.rows[at])
        }
      }
    }
    let kept = counts.indices.filter { counts[$0] > 0 }
    guard !kept.isEmpty else { return nil }
    var batch = outer.gathered(kept.map { pairs.rows[$0] })
    batch.columns.append(.integers(kept.map { Int64(counts[$0]) }, valid: nil))
    return batch
  }

  /// Takes off the ways on which one of the two relationships is one that leads from its node to somewhere else. Where both are, a way was
  /// taken off twice.
  private func takeOffDistant(_ counts: inout [Int], _ pairs: NodePairs, _ outer: Batch) throws(ExecutionFailure) {
    guard let leftTarget, let rightTarget, !left.distant.isEmpty || !right.distant.isEmpty else { return }
    let fromLeft = left.distant.map { Self.leads(from: pairs.left, $0, leftTarget.selection, pairs.rows, outer) }
    let fromRight = right.distant.map { Self.leads(from: pairs.right, $0, rightTarget.selection, pairs.rows, outer) }
    for found in fromLeft { try takeOff(found, pairs.right, rightTarget.selection, &counts) }
    for found in fromRight { try takeOff(found, pairs.left, leftTarget.selection, &counts) }
    for one in fromLeft {
      for other in fromRight {
        for (at, node) in one.enumerated() where node != nil && node == other[at] { counts[at] += 1 }
      }
    }
  }

  /// Where a relationship leads of which each row has the ends, if it is one that a selection follows from the node.
  private static func leads(
    from nodes: [NodeID], _ ends: (start: Int, end: Int), _ selection: ExpansionSelection, _ rows: [Int], _ outer: Batch
  ) -> [NodeID?] {
    let isForward = selection.outgoing != .none
    let (near, far) = (outer.columns[isForward ? ends.start : ends.end], outer.columns[isForward ? ends.end : ends.start])
    return nodes.indices.map { at in
      guard near.holds(nodes[at], in: rows[at]), case .node(let node) = far[rows[at]] else { return nil }
      return node
    }
  }

  /// Takes off how many relationships lead from the nodes of the one side to where a rival of the other leads.
  private func takeOff(_ found: [NodeID?], _ nodes: [NodeID], _ selection: ExpansionSelection, _ counts: inout [Int]) throws(ExecutionFailure) {
    var (places, from, to) = ([Int](), [NodeID](), [NodeID]())
    for (at, node) in found.enumerated() {
      guard let node else { continue }
      places.append(at)
      from.append(nodes[at])
      to.append(node)
    }
    var connections = Adjacency()
    do { try context.graph.connect(from, to, selection, into: &connections) } catch { throw ExecutionFailure(error) }
    for origin in connections.origins { counts[places[origin]] -= 1 }
  }

  /// The pairs of which one relationship may stand for two of the pattern: both nodes are one, or one of them has a loop.
  private func doubtful(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(ExecutionFailure) -> [Int] {
    // From one node, a relationship that both sides follow the same way round is on both of them.
    let isDoubled = leftSelection.overlaps(rightSelection) || !self.left.rivals.isEmpty || !self.right.rivals.isEmpty
    guard mayLoop else { return isDoubled ? left.indices.filter { left[$0] == right[$0] } : [] }
    var loops = Adjacency()
    do {
      try context.graph.connect(left, left, leftSelection, into: &loops)
      try context.graph.connect(right, right, rightSelection, into: &loops)
    } catch { throw ExecutionFailure(error) }
    let looping = Set(loops.origins)
    return left.indices.filter { (isDoubled && left[$0] == right[$0]) || looping.contains($0) }
  }

  /// The pairs of different relationships, with the labels of the node in the middle and without the rivals.
  private func exactly(_ left: NodeID, _ right: NodeID, _ outer: Batch, _ row: Int) throws(ExecutionFailure) -> Int {
    guard let leftTarget, let rightTarget else { return 0 }
    func found(_ node: NodeID, _ target: StepTarget, without rivals: [Int]) throws(ExecutionFailure) -> [(NodeID, RelationshipID)] {
      var found = Adjacency()
      try target.expand([node], into: &found, context.graph)
      let gone = rivals.flatMap { outer.columns[$0].relationships(in: row) }
      return zip(found.neighbours, found.relationships).filter { !gone.contains($0.1) }
    }
    var middle: [NodeID: [RelationshipID]] = [:]
    for (node, relationship) in try found(left, leftTarget, without: self.left.rivals) { middle[node, default: []].append(relationship) }
    var count = 0
    for (node, relationship) in try found(right, rightTarget, without: self.right.rivals) {
      for other in middle[node] ?? [] where !self.count.sidesDiffer || other != relationship { count += 1 }
    }
    return count
  }
}
