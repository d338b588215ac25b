import GraphModel

/// What is counted instead of being matched: relationships that nobody reads, to nodes that nobody reads and where the
/// pattern ends, or where two of its relationships meet.
extension PatternPlanner {
  /// Whether a relationship leads from a known node to such a node.
  func isLeaf(_ relationship: PatternGraph.Relationship) -> Bool {
    guard demand.repetitions != .kept, isWeighed, !off.contains(.countRows), isUnread(relationship) else { return false }
    guard let (_, end) = ends(of: relationship), isUnread(node: end) else { return false }
    let touching = openRelationships.filter { $0.from == end || $0.to == end }
    return touching.count <= 2 && touching.allSatisfy { isUnread($0) && ends(of: $0) != nil }
  }

  /// The nodes that are counted.
  var leafNodes: Set<Variable> {
    Set(openRelationships.filter(isLeaf).compactMap { ends(of: $0)?.unknown })
  }

  private func isUnread(_ relationship: PatternGraph.Relationship) -> Bool {
    relationship.length == nil && !bound.contains(relationship.variable) && !isRead(relationship.variable)
  }

  private func isUnread(node variable: Variable) -> Bool {
    let labels = graph.nodes.filter { $0.variable == variable }.flatMap(\.labels)
    return !isRead(variable) && labels.allSatisfy(\.isConjunction)
  }

  /// The two ends of a relationship of which one is known.
  private func ends(of relationship: PatternGraph.Relationship) -> (known: Variable, unknown: Variable)? {
    switch (bound.contains(relationship.from), bound.contains(relationship.to)) {
    case (true, false): (relationship.from, relationship.to)
    case (false, true): (relationship.to, relationship.from)
    default: nil
    }
  }

  /// Whether a variable-length relationship only has to say which nodes it leads to.
  func isReach(_ relationship: PatternGraph.Relationship) -> Bool {
    guard let length = relationship.length, demand.repetitions == .ignored, !off.contains(.reachOnce) else { return false }
    let isOneWay = relationship.direction != .either && !relationship.types.contains(where: facts.traits.symmetric.contains)
    let isPlain = relationship.condition == nil && relationship.nodeCondition == nil
    return length.minimum == 0 || (length.minimum == 1 && (isOneWay || isPlain && isBothWays(relationship)))
      ? isConditionTestable(of: relationship) && !isRead(relationship.variable) && openRepetitions.isEmpty
        && !(openRelationships + matched).contains { areRivals($0, relationship) }
      : false
  }

  /// Whether each relationship that a step follows is followed both ways.
  func isBothWays(_ relationship: PatternGraph.Relationship) -> Bool {
    relationship.direction == .either || !relationship.types.isEmpty && relationship.types.allSatisfy(facts.traits.symmetric.contains)
  }

  /// Whether the conditions on each relationship and node of a step may be tested for each once: they read nothing that is not known, and never
  /// fail.
  private func isConditionTestable(of relationship: PatternGraph.Relationship) -> Bool {
    if relationship.nodeCondition != nil, off.contains(.reachPassing) { return false }
    guard let (step, predicate) = relationship.condition else { return true }
    return !off.contains(.reachPassing) && predicate.isTestThatNeverFails && predicate.reads.subtracting([step]).isSubset(of: bound)
  }

  // MARK: Counting

  /// Counts all leaves. Where two of them could be the same relationship in a way that is hard to count, one is matched
  /// instead. False where there are none.
  mutating func countLeaves() -> Bool {
    let leaves = openRelationships.filter(isLeaf)
    guard !leaves.isEmpty else { return false }
    if let hard = leaves.first(where: { isHard($0, among: leaves) }) {
      openRelationships.removeAll { $0.variable == hard.variable }
      follow(hard)
      return true
    }
    var left = leaves
    while let leaf = left.popLast() {
      guard let (known, unknown) = ends(of: leaf) else { continue }
      if let other = left.firstIndex(where: { ends(of: $0)?.unknown == unknown }) {
        countMeetings(of: leaf, and: left.remove(at: other))
      } else {
        let rival = left.firstIndex { areRivals($0, leaf) }.map { left.remove(at: $0) }
        var legs = [leaf] + (rival.map { [$0] } ?? [])
        if rival == nil, let more = left.firstIndex(where: { isAlone($0, at: known, among: leaves) }) { legs.append(left.remove(at: more)) }
        countNeighbours(of: known, legs, differ: rival != nil)
      }
    }
    for leaf in leaves {
      openNodes.removeAll { $0.variable == leaf.from || $0.variable == leaf.to }
      openRelationships.removeAll { $0.variable == leaf.variable }
    }
    return true
  }

  /// Whether a leaf may be the same relationship as another that is not counted together with it.
  private func isHard(_ leaf: PatternGraph.Relationship, among leaves: [PatternGraph.Relationship]) -> Bool {
    guard let (known, unknown) = ends(of: leaf) else { return true }
    let meeting = leaves.first { $0.variable != leaf.variable && ends(of: $0)?.unknown == unknown }
    let rivals = leaves.filter { areRivals($0, leaf) && $0.variable != meeting?.variable }
    guard let meeting, let other = ends(of: meeting)?.known else {
      return rivals.count > 1
        || rivals.contains { rival in
          ends(of: rival)?.known != known || leaves.contains { $0.variable != rival.variable && ends(of: $0)?.unknown == ends(of: rival)?.unknown }
        }
    }
    return !rivals.isEmpty
      || matched.contains { areRivals($0, leaf) && ($0.length != nil || !isBetween($0, known, other) && distantRival($0, of: leaf) == nil) }
  }

  private func isBetween(_ relationship: PatternGraph.Relationship, _ left: Variable, _ right: Variable) -> Bool {
    Set([relationship.from, relationship.to]) == [left, right]
  }

  /// A matched relationship of which it is known, by its ends alone, whether a leaf may be the same; nil for any other.
  private func distantRival(_ other: PatternGraph.Relationship, of leaf: PatternGraph.Relationship) -> Rival? {
    if other.direction == .either || leaf.direction == .either { return nil }
    let rival = rival(for: other, of: leaf)
    return rival.ends == nil ? nil : rival
  }

  /// Whether a leaf leads from a node to one where it meets no other, and cannot be the same relationship as another.
  private func isAlone(_ leaf: PatternGraph.Relationship, at node: Variable, among leaves: [PatternGraph.Relationship]) -> Bool {
    guard let (known, unknown) = ends(of: leaf), known == node else { return false }
    return leaves.allSatisfy { $0.variable == leaf.variable || !areRivals($0, leaf) && ends(of: $0)?.unknown != unknown }
  }

  private mutating func countNeighbours(of known: Variable, _ legs: [PatternGraph.Relationship], differ: Bool) {
    let count = Variable(id: legs[0].variable.id, name: "<count>")
    plan = .countNeighbours(
      plan,
      NeighbourCount(
        from: known,
        legs: legs.map { leg in
          NeighbourCount.Leg(
            types: leg.types, direction: leg.from == known ? leg.direction : leg.direction.reversed,
            labels: labels(at: leg.from == known ? leg.to : leg.from),
            rivals: matched.filter { areRivals($0, leg) }.map { rival(for: $0, of: leg) })
        }, legsDiffer: differ, count: count))
    note(count)
  }

  private mutating func countMeetings(of left: PatternGraph.Relationship, and right: PatternGraph.Relationship) {
    guard let (leftNode, middle) = ends(of: left), let (rightNode, _) = ends(of: right) else { return }
    func side(_ relationship: PatternGraph.Relationship, _ node: Variable) -> MeetingCount.Side {
      MeetingCount.Side(
        from: node, types: relationship.types,
        direction: relationship.from == node ? relationship.direction : relationship.direction.reversed)
    }
    func distant(_ leg: PatternGraph.Relationship) -> [Rival] {
      matched.filter { areRivals($0, leg) && !isBetween($0, leftNode, rightNode) }.compactMap { distantRival($0, of: leg) }
    }
    let count = Variable(id: left.variable.id, name: "<count>")
    plan = .countMeetings(
      plan,
      MeetingCount(
        left: side(left, leftNode), right: side(right, rightNode), labels: labels(at: middle),
        sidesDiffer: areRivals(left, right), leftRivals: rivals(of: left), rightRivals: rivals(of: right),
        leftDistant: distant(left), rightDistant: distant(right), count: count))
    note(count)
  }

  private mutating func note(_ count: Variable) {
    bound.insert(count)
    if demand.repetitions == .counted { counts.append(count) }
  }

  private func labels(at variable: Variable) -> [String] {
    graph.nodes.filter { $0.variable == variable }.flatMap(\.labels).flatMap(\.required)
  }

  /// Where a matched relationship lies, if the pattern tells. Which way round it is makes no difference where both ways are followed.
  private func rival(for other: PatternGraph.Relationship, of leg: PatternGraph.Relationship) -> Rival {
    let isOfType = leg.types.isEmpty || (!other.types.isEmpty && Set(other.types).isSubset(of: leg.types))
    guard isOfType, other.length == nil, other.direction != .either || leg.direction == .either, !haveTraits(other.types + leg.types),
      graph.relationships.contains(where: { $0.variable == other.variable })
    else { return Rival(relationship: other.variable, ends: nil) }
    let isForward = other.direction == .outgoing
    return Rival(
      relationship: other.variable, ends: isForward ? (other.from, other.to) : (other.to, other.from))
  }
}
