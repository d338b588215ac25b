import CypherPlanner
import GraphModel

/// For each row, in how many ways relationships of two nodes lead to the same third node. Rows with none are left out.
///
/// Cost: that of intersecting what the two nodes lead to, where no relationship has to be looked at. That is so where the
/// two sides cannot be the same relationship: each is at the other end of the third node, so that they could only be one if
/// the two nodes are one. A relationship between the two nodes can only be met again where one of them has a loop. Such rows
/// alone are looked at closely.
final class CountMeetings: PatternStep {
  private let count: MeetingCount
  private let left: Int
  private let right: Int
  private let leftRivals: [Int]
  private let rightRivals: [Int]
  private var leftTarget: StepTarget?
  private var rightTarget: StepTarget?
  /// Whether every row must be looked at closely.
  private var isExact = true
  private var mayLoop = true
  /// More each time, so that threads have enough to do and a query that wants few rows does not wait for many.
  private var wantedBatches = 1
  private static let mostBatches = 64

  init(
    _ input: any Operator, _ count: MeetingCount, left: Int, right: Int, leftRivals: [Int], rightRivals: [Int],
    _ context: ExecutionContext
  ) {
    self.count = count
    self.left = left
    self.right = right
    self.leftRivals = leftRivals
    self.rightRivals = rightRivals
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
  private var mayRepeat: Bool { count.sidesDiffer || !leftRivals.isEmpty || !rightRivals.isEmpty }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    guard let leftTarget, let rightTarget else { return nil }
    if !isExact { wantedBatches = min(2 * wantedBatches, Self.mostBatches) }
    let pairs = outer.nodePairs(left, right)
    var counts: [Int]
    if isExact {
      counts = Array(filledWith: 0, count: pairs.rows.count)
      for at in pairs.rows.indices { counts[at] = try exactly(pairs.left[at], pairs.right[at], outer, pairs.rows[at]) }
    } else {
      do {
        counts = try context.graph.countMeetings(
          pairs.left, leftTarget.selection, pairs.right, rightTarget.selection)
      } catch { throw ExecutionFailure(error) }
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

  /// The pairs of which one relationship may stand for two of the pattern: both nodes are one, or one of them has a loop.
  private func doubtful(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(ExecutionFailure) -> [Int] {
    // From one node, a relationship that both sides follow the same way round is on both of them.
    let isDoubled = leftSelection.overlaps(rightSelection) || !leftRivals.isEmpty || !rightRivals.isEmpty
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
    for (node, relationship) in try found(left, leftTarget, without: leftRivals) { middle[node, default: []].append(relationship) }
    var count = 0
    for (node, relationship) in try found(right, rightTarget, without: rightRivals) {
      for other in middle[node] ?? [] where !self.count.sidesDiffer || other != relationship { count += 1 }
    }
    return count
  }
}
