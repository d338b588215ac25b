/// Which end of a relationship stands left, and how its line then reads.
struct OrientedEdge: Hashable, Sendable {
  enum Reading: Hashable, Sendable {
    /// Arrow to the right, the phrase as stored.
    case forward
    /// Arrow to the right, the inverse phrase.
    case inverse
    /// Arrow to the left, the phrase as stored.
    case backward
    /// No arrow.
    case symmetric
  }

  /// Position of the edge in the model.
  var edge: Int
  /// Position of the left node.
  var tail: Int
  /// Position of the right node.
  var head: Int
  var reading: Reading
}

/// Lays every relationship from left to right so that no circle remains.
///
/// Each is taken in the flow of its type. One that runs against most others between the same two groups is turned, so that a
/// group keeps its column, and so is one that would close a circle. A turned line is read by its inverse phrase if it has one,
/// else drawn with its arrow to the left. Lines at a subject go first and are never outvoted: they say on which side of the
/// subject a node stands.
struct FlowOrientation {
  private struct Candidate {
    var edge: Int
    var from: Int
    var to: Int
    var flow: RelationshipFlow
    var canInvert: Bool
    var startsAtSubject: Bool
    var endsAtSubject: Bool
    var isTurned: Bool
    /// How many relationships between the same groups run the same way, less those that run the other way.
    var majority = 0

    var tail: Int { isTurned ? to : from }
    var head: Int { isTurned ? from : to }
    var touchesSubject: Bool { startsAtSubject || endsAtSubject }
    /// The subject is the left end.
    var leavesSubject: Bool { isTurned ? endsAtSubject : startsAtSubject }
  }

  private struct GroupPair: Hashable {
    var tail: String
    var head: String
  }

  private var successors: [[Int]]

  static func orient(_ model: DiagramModel, _ style: DiagramStyle) -> [OrientedEdge] {
    var candidates = self.candidates(model, style)
    let clusters = model.nodes.map { style.type(of: $0.labels).look.cluster }
    balance(&candidates, clusters: clusters)
    vote(&candidates, groups: zip(model.nodes, clusters).map { $0.clusterKey ?? $1.key }, model)
    let ranks = candidates.map { candidate in
      [
        candidate.touchesSubject ? 0 : 1, -candidate.majority, model.edges[candidate.edge].status == .asserted ? 0 : 1,
        candidate.edge,
      ]
    }
    var flow = FlowOrientation(successors: [[Int]](repeating: [], count: model.nodes.count))
    return candidates.indices.sorted { ranks[$0].lexicographicallyPrecedes(ranks[$1]) }
      .map { flow.place(candidates[$0]) }
      .sorted { $0.edge < $1.edge }
  }

  private static func candidates(_ model: DiagramModel, _ style: DiagramStyle) -> [Candidate] {
    let position = Dictionary(
      model.nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return model.edges.enumerated().map { index, edge in
      let words = style.relationship(edge.type)
      let (from, to) = (position[edge.from] ?? 0, position[edge.to] ?? 0)
      let canInvert = words.inverse != nil && edge.label == nil
      return Candidate(
        edge: index, from: from, to: to, flow: words.flow, canInvert: canInvert,
        startsAtSubject: model.nodes[from].isSubject, endsAtSubject: model.nodes[to].isSubject,
        isTurned: words.flow == .backward || (words.flow == .inverse && canInvert))
    }
  }

  /// People, events, ideas and documents around a subject go where it has fewer lines, the largest group first, and stay on
  /// their own side where both are alike.
  private static func balance(_ candidates: inout [Candidate], clusters: [ClusterStyle]) {
    let outer = { (candidate: Candidate) in clusters[candidate.startsAtSubject ? candidate.to : candidate.from] }
    let around = candidates.indices.filter { candidates[$0].startsAtSubject != candidates[$0].endsAtSubject }
    let fixed = around.filter { !outer(candidates[$0]).isMovable }
    var excess = fixed.reduce(0) { $0 + (candidates[$1].leavesSubject ? 1 : -1) }
    let groups = Dictionary(grouping: around.filter { outer(candidates[$0]).isMovable }) { outer(candidates[$0]).key }
    let order = groups.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
    for (_, group) in order {
      let natural = group.count { candidates[$0].leavesSubject } * 2 >= group.count
      let goesRight = excess == 0 ? natural : excess < 0
      for index in group where candidates[index].leavesSubject != goesRight { candidates[index].isTurned.toggle() }
      excess += goesRight ? group.count : -group.count
    }
  }

  /// Counts the ways that the groups' relationships run, and turns those that are in the minority.
  private static func vote(_ candidates: inout [Candidate], groups: [String], _ model: DiagramModel) {
    let pair = { (candidate: Candidate) in GroupPair(tail: groups[candidate.tail], head: groups[candidate.head]) }
    var votes: [GroupPair: Int] = [:]
    for candidate in candidates where !candidate.touchesSubject {
      votes[pair(candidate), default: 0] += model.edges[candidate.edge].status == .asserted ? 2 : 1
    }
    for index in candidates.indices where !candidates[index].touchesSubject {
      let way = pair(candidates[index])
      guard way.tail != way.head else { continue }
      let majority = (votes[way] ?? 0) - (votes[GroupPair(tail: way.head, head: way.tail)] ?? 0)
      if majority < 0 { candidates[index].isTurned.toggle() }
      candidates[index].majority = abs(majority)
    }
  }

  private mutating func place(_ candidate: Candidate) -> OrientedEdge {
    var candidate = candidate
    if candidate.tail != candidate.head, reaches(from: candidate.head, to: candidate.tail) { candidate.isTurned.toggle() }
    if candidate.tail != candidate.head { successors[candidate.tail].append(candidate.head) }
    let reading: OrientedEdge.Reading =
      switch (candidate.flow, candidate.isTurned) {
      case (.symmetric, _): .symmetric
      case (_, false): .forward
      case (.backward, true): .backward
      case (_, true): candidate.canInvert ? .inverse : .backward
      }
    return OrientedEdge(edge: candidate.edge, tail: candidate.tail, head: candidate.head, reading: reading)
  }

  private func reaches(from start: Int, to goal: Int) -> Bool {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let node = stack.popLast() {
      if node == goal { return true }
      for next in successors[node] where seen.insert(next).inserted { stack.append(next) }
    }
    return false
  }
}
