import CypherPlanner
import GraphModel

/// For each row, how many relationships lead on from a node, or how many combinations of one for each leg. Rows with none are
/// left out, or, where they are asked for, have 0, as have rows without a node.
///
/// Cost: that of the degrees, where the labels are known; and for each relationship of the row that does not count, unless its pattern tells
/// where it lies, that of looking for its ends. A loop can stand for both of a pair that leads in and out; rows of nodes with loops alone are
/// looked at closely. Else that of expanding.
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
  /// What two legs both follow the same way round, if they do.
  private var shared: ExpansionSelection?
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
    isDirect = targets.allSatisfy(\.labels.isEmpty)
    (shared, mayLoop) = (nil, false)
    guard count.legsDiffer, isDirect else { return }
    let (first, second) = (targets[0].selection, targets[1].selection)
    if first.overlaps(second) { shared = first.intersection(second) }
    if first == second { return }
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
    let first = try degrees(nodes, targets[0].selection, without: rivals[0], batch)
    guard count.legsDiffer else {
      var counts = first.map(Int64.init)
      for leg in targets.indices.dropFirst() {
        let more = try degrees(nodes, targets[leg].selection, without: rivals[leg], batch)
        for at in counts.indices { counts[at] *= Int64(more[at]) }
      }
      return counts
    }
    if targets[0].selection == targets[1].selection { return first.map { Int64($0) * Int64($0 - 1) } }
    let second = try degrees(nodes, targets[1].selection, without: rivals[1], batch)
    guard let shared else { return zip(first, second).map { Int64($0) * Int64($1) } }
    let known = Set(rivals[0].map(\.relationship))
    let both = try degrees(nodes, shared, without: (rivals[0] + rivals[1].filter { !known.contains($0.relationship) }).map(\.untold), batch)
    return nodes.indices.map { Int64(first[$0]) * Int64(second[$0]) - Int64(both[$0]) }
  }

  /// The degrees of what a selection follows, without the rivals that are among it.
  private func degrees(
    _ nodes: [NodeID], _ selection: ExpansionSelection, without rivals: [RivalColumns], _ batch: Batch
  ) throws(ExecutionFailure) -> [Int] {
    var degrees: [Int]
    do {
      degrees = try context.graph.degrees(nodes, selection)
      for rival in rivals {
        guard let (start, end) = rival.ends else {
          try without(batch.columns[rival.relationship], of: nodes, selection, &degrees)
          continue
        }
        let (starts, ends) = (batch.columns[start], batch.columns[end])
        for row in nodes.indices
        where (selection.outgoing != .none && starts.holds(nodes[row], in: row))
          || (selection.incoming != .none && ends.holds(nodes[row], in: row))
        {
          degrees[row] -= 1
        }
      }
    } catch { throw ExecutionFailure(error) }
    return degrees
  }

  /// Takes off the relationships of a column that a selection follows from the node of the row. Their ends are looked for.
  private func without(
    _ column: Column, of nodes: [NodeID], _ selection: ExpansionSelection, _ degrees: inout [Int]
  ) throws(StoreError) {
    var rows: [Int] = []
    var relationships: [RelationshipID] = []
    if case .relationships(let all, nil) = column {
      (rows, relationships) = (Array(all.indices), all)
    } else {
      for row in nodes.indices {
        for relationship in Set(column.relationships(in: row)) {
          rows.append(row)
          relationships.append(relationship)
        }
      }
    }
    for (row, ends) in zip(rows, try context.graph.ends(of: relationships)) {
      guard let ends else { continue }
      if (ends.start == nodes[row] && selection.outgoing.contains(ends.type)) || (ends.end == nodes[row] && selection.incoming.contains(ends.type)) {
        degrees[row] -= 1
      }
    }
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
    guard count.legsDiffer else {
      var counts = [Int64](filledWith: 1, count: nodes.count)
      for leg in targets.indices {
        let more = rivals[leg].isEmpty ? try expanded(nodes, leg) : try relationships(nodes, leg, batch).map { Int64($0.count) }
        for at in counts.indices { counts[at] *= more[at] }
      }
      return counts
    }
    let first = try relationships(nodes, 0, batch)
    let second = try relationships(nodes, 1, batch)
    return zip(first, second).map { a, b in Int64(a.count) * Int64(b.count) - Int64(a.intersection(b).count) }
  }

  /// How many relationships of a leg each node has.
  private func expanded(_ nodes: [NodeID], _ leg: Int) throws(ExecutionFailure) -> [Int64] {
    if targets[leg].labels.isEmpty {
      do { return try context.graph.degrees(nodes, targets[leg].selection).map(Int64.init) } catch { throw ExecutionFailure(error) }
    }
    var found = Adjacency()
    try targets[leg].expand(nodes, into: &found, context.graph)
    var counts = [Int64](filledWith: 0, count: nodes.count)
    for origin in found.origins { counts[origin] += 1 }
    return counts
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

extension CountNeighbours.RivalColumns {
  /// The same without what the pattern tells, which is for one leg.
  fileprivate var untold: CountNeighbours.RivalColumns { CountNeighbours.RivalColumns(relationship: relationship, ends: nil) }
}

extension ExpansionSelection {
  /// Whether both follow some relationships the same way round.
  func overlaps(_ other: ExpansionSelection) -> Bool {
    outgoing.overlaps(other.outgoing) || incoming.overlaps(other.incoming)
  }

  /// What both follow the same way round.
  func intersection(_ other: ExpansionSelection) -> ExpansionSelection {
    ExpansionSelection(outgoing: outgoing.intersection(other.outgoing), incoming: incoming.intersection(other.incoming))
  }
}

extension ExpansionSelection.Types {
  func contains(_ type: RelationshipTypeID) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .only(let types): types.contains(type)
    }
  }

  fileprivate func overlaps(_ other: ExpansionSelection.Types) -> Bool {
    intersection(other) != .none
  }

  fileprivate func intersection(_ other: ExpansionSelection.Types) -> ExpansionSelection.Types {
    switch (self, other) {
    case (.none, _), (_, .none): return .none
    case (.all, let types), (let types, .all): return types
    case (.only(let a), .only(let b)):
      let both = a.filter(b.contains)
      return both.isEmpty ? .none : .only(both)
    }
  }
}
