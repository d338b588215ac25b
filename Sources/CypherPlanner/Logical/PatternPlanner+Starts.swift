/// Where the matching of a pattern begins.
extension PatternPlanner {
  /// A way to begin, and how many rows it is expected to give.
  struct Start {
    enum Access {
      /// `condition`: where in the open conditions the one is that the index answers.
      case seek(NodeSeek, condition: Int)
      case take(KnownNodes, condition: Int)
      case scan(label: String?)
      case relationships(PatternGraph.Relationship)
      case seekRelationships(PatternGraph.Relationship, RelationshipSeek, condition: Int)
    }

    var node: PatternGraph.Node
    var access: Access
    var rows: Double
  }

  /// Every way to begin with nodes that are not known; none where what is known leads on to all that are left.
  var starts: [Start] {
    if openRelationships.contains(where: { !isLeaf($0) && cost(of: $0) != nil }) { return [] }
    let leaves = leafNodes
    var starts = openNodes.filter { !leaves.contains($0.variable) }.map(bestStart)
    let rows = starts.map(\.rows).min() ?? 0
    for relationship in openRelationships where isScannable(relationship) {
      guard let node = openNodes.first(where: { $0.variable == relationship.from }) else { continue }
      if let (seek, condition) = seek(of: relationship) {
        starts.append(
          Start(node: node, access: .seekRelationships(relationship, seek, condition: condition), rows: facts.relationshipsSought(seek)))
      }
      let count = facts.relationships(of: relationship.types) * selectivity(of: relationship.variable)
      if count < rows || isWorthScanning(relationship) { starts.append(Start(node: node, access: .relationships(relationship), rows: count)) }
    }
    return starts
  }

  mutating func start(_ start: Start) {
    let variable = start.node.variable
    rows *= start.rows
    switch start.access {
    case .seek(let seek, let condition):
      plan = .seekNodes(plan, variable, seek)
      openPredicates.remove(at: condition)
      dropTest(of: seek.label, at: variable)
      bound.insert(variable)
    case .take(let known, let condition):
      plan = .takeNodes(plan, variable, known)
      openPredicates.remove(at: condition)
      bound.insert(variable)
    case .scan(let label):
      plan = .scanNodes(plan, variable, label: label, [])
      dropTest(of: label, at: variable)
      bound.insert(variable)
    case .relationships(let relationship):
      plan = .scanRelationships(plan, take(relationship))
    case .seekRelationships(let relationship, let seek, let condition):
      openPredicates.remove(at: condition)
      plan = .seekRelationships(plan, take(relationship), seek)
    }
    testKnownNodes()
  }

  /// A relationship that is matched together with its ends.
  private mutating func take(_ relationship: PatternGraph.Relationship) -> RelationshipScan {
    openRelationships.removeAll { $0.variable == relationship.variable }
    defer {
      bound.formUnion([relationship.from, relationship.variable, relationship.to])
      matched.append(relationship)
    }
    return RelationshipScan(
      start: relationship.from, relationship: relationship.variable, end: relationship.to,
      types: relationship.types, direction: relationship.direction,
      startLabels: takeLabels(of: relationship.from), endLabels: takeLabels(of: relationship.to),
      differsFrom: rivals(of: relationship))
  }

  /// A label by which nodes were found need not be tested again.
  private mutating func dropTest(of label: String?, at variable: Variable) {
    guard let label, let at = openNodes.firstIndex(where: { $0.variable == variable }) else { return }
    openNodes[at].labels.removeAll { $0 == .name(label) }
  }

  func bestStart(at node: PatternGraph.Node) -> Start {
    let labels = node.labels.flatMap(\.required)
    let rarest = labels.min { (facts.nodes(with: [$0]), $0) < (facts.nodes(with: [$1]), $1) }
    var best: Start?
    for (at, predicate) in openPredicates.enumerated() {
      if let known = taken(by: predicate.expression, as: node.variable) {
        let rows = facts.nodesTaken(known)
        if rows < best?.rows ?? .infinity { best = Start(node: node, access: .take(known, condition: at), rows: rows) }
      }
      guard let (key, value, isAnyOf) = sought(by: predicate.expression, of: node.variable) else { continue }
      for label in labels where facts.indexes.contains(PlanningFacts.Index(label: label, key: key)) {
        let seek = NodeSeek(label: label, key: key, value: value, isAnyOf: isAnyOf)
        let rows = facts.nodesSought(seek)
        if rows < best?.rows ?? .infinity { best = Start(node: node, access: .seek(seek, condition: at), rows: rows) }
      }
    }
    let all = facts.nodes(with: rarest.map { [$0] } ?? [])
    if let best, best.rows <= Self.fewSought || best.rows * Self.scannedAtOnce <= all { return best }
    let rows = all * selectivity(of: node.variable)
    return Start(node: node, access: .scan(label: rarest), rows: rows)
  }

  /// How many nodes are as well sought as scanned, and how many are scanned and tested while one is sought and looked at.
  private static let fewSought = 64.0
  private static let scannedAtOnce = 16.0

  /// Conditions make a scan's result small, so that a scan with them is the better start.
  private func selectivity(of variable: Variable) -> Double {
    openPredicates.filter { $0.reads == [variable] }.reduce(1) { $0 * $1.expression.selectivity }
  }

  /// How an index finds relationships, and where in the open conditions the one is that it answers.
  private func seek(of relationship: PatternGraph.Relationship) -> (seek: RelationshipSeek, condition: Int)? {
    guard !off.contains(.seekRelationships), relationship.types.count == 1, let type = relationship.types.first else {
      return nil
    }
    for (at, predicate) in openPredicates.enumerated() {
      guard let (key, value, isAnyOf) = sought(by: predicate.expression, of: relationship.variable),
        facts.indexes.contains(PlanningFacts.Index(type: type, key: key))
      else { continue }
      return (RelationshipSeek(type: type, key: key, value: value, isAnyOf: isAnyOf), at)
    }
    return nil
  }

  /// The property and the known value, or list of values, that a condition compares.
  private func sought(
    by predicate: BoundExpression, of variable: Variable
  ) -> (key: String, value: BoundExpression, isAnyOf: Bool)? {
    func key(_ expression: BoundExpression) -> String? {
      guard case .property(let subject, let key) = expression.kind, case .variable(variable) = subject.kind else { return nil }
      return key
    }
    switch predicate.kind {
    case .comparison(.equal, let a, let b):
      if let key = key(a), bound.isSuperset(of: b.reads) { return (key, b, false) }
      if let key = key(b), bound.isSuperset(of: a.reads) { return (key, a, false) }
    case .isIn(let a, let list) where !off.contains(.seekElements):
      if let key = key(a), bound.isSuperset(of: list.reads) { return (key, list, true) }
    default: break
    }
    return nil
  }

  /// Whether all relationships of a type are wanted, less those that do not pass a condition: where they stand one behind the other they
  /// are read and tested faster than node by node.
  private func isWorthScanning(_ relationship: PatternGraph.Relationship) -> Bool {
    guard !off.contains(.compareStarts), !isLeaf(relationship), relationship.direction != .either,
      openPredicates.contains(where: { $0.reads == [relationship.variable] }) || isReadAlone(relationship)
    else { return false }
    let ends = [relationship.from, relationship.to].map { labels[$0] ?? [] }
    let (starts, stops) = relationship.direction == .outgoing ? (ends[0], ends[1]) : (ends[1], ends[0])
    if starts.isEmpty && stops.isEmpty || facts.leads(relationship.types, from: starts, to: stops) { return true }
    // Reading a relationship with many others and testing its ends costs a small part of what a step along it does.
    return isReadAlone(relationship) && min(facts.nodes(with: starts), facts.nodes(with: stops)) > Double(facts.nodes) / 4
  }

  /// Whether a relationship is all that the pattern has, and is read without the node that it starts from.
  private func isReadAlone(_ relationship: PatternGraph.Relationship) -> Bool {
    let start = relationship.direction == .outgoing ? relationship.from : relationship.to
    return graph.relationships.count == 1 && graph.repetitions.isEmpty && graph.nodes.count == 2
      && isRead(relationship.variable) && !isRead(start)
  }

  /// Whether a relationship is between two nodes of which nothing is known: all of its type can be read off directly.
  private func isScannable(_ relationship: PatternGraph.Relationship) -> Bool {
    relationship.length == nil && relationship.from != relationship.to && !haveTraits(relationship.types)
      && bound.isDisjoint(with: [relationship.variable, relationship.from, relationship.to])
  }
}
