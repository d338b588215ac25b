import CypherPlanner
import GraphModel

/// For each row, how many relationships lead on from a node, or how many pairs of two different ones. Rows with none are
/// left out, or, where they are asked for, have 0, as have rows without a node.
///
/// Cost: that of the degrees, where no relationship has to be looked at: where the labels are known and none can be the
/// same as another of its MATCH. A loop can stand for both of a pair that leads in and out; rows of nodes with loops alone
/// are looked at closely. Else that of expanding.
final class CountNeighbours: PatternStep {
  /// Where a relationship lies that does not count.
  struct RivalColumns {
    let relationship: Int
    let ends: (start: Int, end: Int)?
  }

  private let count: NeighbourCount
  private let from: Int
  /// Those of each leg.
  private let rivals: [[RivalColumns]]
  private var targets: [StepTarget] = []
  /// Whether degrees are enough.
  private var isDirect = false
  /// Whether two legs follow the same relationships the same way round.
  private var isShared = false
  /// Whether a loop may be in both legs.
  private var mayLoop = false

  init(
    _ input: any Operator, _ count: NeighbourCount, from: Int, rivals: [[RivalColumns]], _ context: ExecutionContext
  ) {
    self.count = count
    self.from = from
    self.rivals = rivals
    super.init(input, context)
  }

  override func prepare() throws(ExecutionFailure) {
    targets = []
    for leg in count.legs {
      guard let target = try StepTarget(leg.types, leg.direction, labels: leg.labels, in: context.graph) else {
        targets = []
        return
      }
      targets.append(target)
    }
    isDirect = targets.allSatisfy(\.labels.isEmpty) && rivals.joined().allSatisfy { $0.ends != nil }
    (isShared, mayLoop) = (false, false)
    guard targets.count == 2, isDirect else { return }
    isShared = targets[0].selection == targets[1].selection
    if isShared { return }
    isDirect = !targets[0].selection.overlaps(targets[1].selection)
    do { mayLoop = try context.graph.mayLoop(targets[0].selection) } catch { throw ExecutionFailure(error) }
  }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    let (held, nodes) = targets.isEmpty ? ([], []) : outer.columns[from].nodeRows
    guard !held.isEmpty else { return count.keepsNone ? outer.counting(Array(filledWith: 0, count: outer.count)) : nil }
    let batch = held.count == outer.count ? outer : outer.gathered(held)
    var counts = isDirect ? try degrees(nodes, batch) : try counted(nodes, batch)
    if isDirect, mayLoop { try countLoops(nodes, batch, &counts) }
    if count.keepsNone { return outer.counting(held.count == outer.count ? counts : Self.spread(counts, over: held, of: outer.count)) }
    guard counts.contains(0) else { return batch.counting(counts) }
    let rows = counts.indices.filter { counts[$0] > 0 }
    return rows.isEmpty ? nil : batch.gathered(rows).counting(rows.map { counts[$0] })
  }

  /// The counts of some rows, and 0 for the others.
  private static func spread(_ counts: [Int64], over rows: [Int], of total: Int) -> [Int64] {
    var all = [Int64](filledWith: 0, count: total)
    for (at, row) in rows.enumerated() { all[row] = counts[at] }
    return all
  }

  // MARK: By degrees

  private func degrees(_ nodes: [NodeID], _ batch: Batch) throws(ExecutionFailure) -> [Int64] {
    let first = try degrees(nodes, 0, batch)
    guard targets.count == 2 else { return first.map(Int64.init) }
    if isShared { return first.map { Int64($0) * Int64($0 - 1) } }
    let second = try degrees(nodes, 1, batch)
    return zip(first, second).map { Int64($0) * Int64($1) }
  }

  /// The degrees in one leg, without the rivals that are among them.
  private func degrees(_ nodes: [NodeID], _ leg: Int, _ batch: Batch) throws(ExecutionFailure) -> [Int] {
    let selection = targets[leg].selection
    var degrees: [Int]
    do { degrees = try context.graph.degrees(nodes, selection) } catch { throw ExecutionFailure(error) }
    for rival in rivals[leg] {
      guard let (start, end) = rival.ends else { continue }
      let (starts, ends) = (batch.columns[start], batch.columns[end])
      for row in nodes.indices
      where (selection.outgoing != .none && starts.holds(nodes[row], in: row))
        || (selection.incoming != .none && ends.holds(nodes[row], in: row))
      {
        degrees[row] -= 1
      }
    }
    return degrees
  }

  /// Counts anew for nodes with loops.
  private func countLoops(_ nodes: [NodeID], _ batch: Batch, _ counts: inout [Int64]) throws(ExecutionFailure) {
    var loops = Adjacency()
    do { try context.graph.connect(nodes, nodes, targets[0].selection, into: &loops) } catch { throw ExecutionFailure(error) }
    guard loops.count > 0 else { return }
    let rows = Set(loops.origins).sorted()
    let exact = try counted(rows.map { nodes[$0] }, batch.gathered(rows))
    for (row, count) in zip(rows, exact) { counts[row] = count }
  }

  // MARK: By relationships

  private func counted(_ nodes: [NodeID], _ batch: Batch) throws(ExecutionFailure) -> [Int64] {
    let first = try relationships(nodes, 0, batch)
    guard targets.count == 2 else { return first.map { Int64($0.count) } }
    let second = try relationships(nodes, 1, batch)
    return zip(first, second).map { a, b in Int64(a.count) * Int64(b.count) - Int64(a.intersection(b).count) }
  }

  /// The relationships of each row that count in a leg.
  private func relationships(
    _ nodes: [NodeID], _ leg: Int, _ batch: Batch
  ) throws(ExecutionFailure) -> [Set<RelationshipID>] {
    var found = Adjacency()
    try targets[leg].expand(nodes, into: &found, context.graph)
    var sets: [Set<RelationshipID>] = Array(filledWith: [], count: nodes.count)
    for at in 0..<found.count { sets[found.origins[at]].insert(found.relationships[at]) }
    for rival in rivals[leg] {
      let column = batch.columns[rival.relationship]
      for row in nodes.indices where !sets[row].isEmpty { sets[row].subtract(column.relationships(in: row)) }
    }
    return sets
  }
}

extension Batch {
  /// With a number beside each row.
  fileprivate func counting(_ counts: [Int64]) -> Batch {
    Batch(columns: columns + [.integers(counts, valid: nil)], count: count)
  }
}

extension ExpansionSelection {
  /// Whether both follow some relationships the same way round.
  func overlaps(_ other: ExpansionSelection) -> Bool {
    outgoing.overlaps(other.outgoing) || incoming.overlaps(other.incoming)
  }
}

extension ExpansionSelection.Types {
  fileprivate func overlaps(_ other: ExpansionSelection.Types) -> Bool {
    switch (self, other) {
    case (.none, _), (_, .none): false
    case (.only(let a), .only(let b)): !Set(a).isDisjoint(with: b)
    default: true
    }
  }
}
