/// How much one picture holds before the rest is gathered.
public struct DiagramLimits: Hashable, Sendable {
  public var nodes: Int
  public var edges: Int

  /// Forty nodes still read as a diagram; with sixty, random links are a tangle.
  public init(nodes: Int = 40, edges: Int = 80) {
    self.nodes = max(1, nodes)
    self.edges = max(0, edges)
  }
}

extension DiagramModel {
  /// The model with at most so many nodes and edges. What is left out is counted in `omitted` and `omittedEdges`.
  ///
  /// Nodes are ranked by their distance from a subject, then evidence, degree and id, so that what is kept hangs together;
  /// documents come after the entities at the same distance.
  /// Each kept node keeps a relationship towards the subject before other relationships are taken. A neighbourhood with more
  /// than three relationships for two nodes also leaves out what its events and documents say of each other and of the
  /// subject's neighbours: that is context, and it hides the rest. Cost: n log n.
  public func limited(to limits: DiagramLimits = DiagramLimits(), style: DiagramStyle = .standard) -> DiagramModel {
    let model = inCanonicalOrder()
    let isTangled = model.kind == .neighbourhood && model.edges.count * 2 > model.nodes.count * 3
    guard model.nodes.count > limits.nodes || model.edges.count > limits.edges || isTangled else { return model }
    let ranking = ImportanceRanking(model, style)
    let kept = Set(ranking.nodes.prefix(limits.nodes))
    var result = model
    result.nodes = model.nodes.indices.filter(kept.contains).map { model.nodes[$0] }
    let drawn = ranking.edges(among: kept, withContext: !isTangled).prefix(limits.edges)
    result.edges = drawn.sorted().map { model.edges[$0] }
    result.omittedEdges += model.edges.count - result.edges.count
    result.omitted += ranking.gathered(without: kept)
    return result.mergingOmitted()
  }

  private func mergingOmitted() -> DiagramModel {
    var result = self
    result.omitted = Dictionary(grouping: omitted, by: \.label).map { label, parts in
      OmittedNodes(
        label: label, count: parts.reduce(0) { $0 + $1.count },
        neighbours: Array(Set(parts.flatMap(\.neighbours))).sorted(by: bytesPrecede),
        url: parts.compactMap(\.url).min(by: bytesPrecede))
    }
    return result.inCanonicalOrder()
  }
}

/// Which nodes and edges of a model matter most. Positions are those of the model in canonical order.
struct ImportanceRanking {
  private let model: DiagramModel
  private let ends: [(from: Int, to: Int)]
  private let distance: [Int]
  private let evidence: [Int]
  /// Events and documents: what tells about things, not things.
  private let isContext: [Bool]
  /// Positions of nodes, the most important first.
  let nodes: [Int]

  init(_ model: DiagramModel, _ style: DiagramStyle) {
    self.model = model
    let position = Dictionary(
      model.nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let ends = model.edges.map { (from: position[$0.from] ?? 0, to: position[$0.to] ?? 0) }
    var neighbours = [[Int]](repeating: [], count: model.nodes.count)
    var evidence = model.nodes.map(\.evidenceCount)
    for (edge, end) in zip(model.edges, ends) {
      neighbours[end.from].append(end.to)
      neighbours[end.to].append(end.from)
      evidence[end.from] += edge.citations.count
      evidence[end.to] += edge.citations.count
    }
    let distance = Self.distances(model.nodes, neighbours)
    let ranks = model.nodes.indices.map { node in
      let isDocument = style.type(of: model.nodes[node].labels).look.cluster.isEvidence
      return [distance[node], isDocument ? 1 : 0, -evidence[node], -neighbours[node].count, node]
    }
    isContext = model.nodes.map { node in
      let look = style.type(of: node.labels).look
      return look.cluster.isEvidence || look == .event
    }
    self.ends = ends
    self.distance = distance
    self.evidence = evidence
    let sorted = model.nodes.indices.sorted { ranks[$0].lexicographicallyPrecedes(ranks[$1]) }
    nodes = model.kind == .comparison ? Self.dealt(sorted, by: { model.nodes[$0].column ?? 0 }) : sorted
  }

  /// The best of each column, then the second of each, so that no side of a comparison crowds out another.
  private static func dealt(_ nodes: [Int], by column: (Int) -> Int) -> [Int] {
    var taken: [Int: Int] = [:]
    let keys = nodes.enumerated().map { place, node -> (key: [Int], node: Int) in
      let rank = taken[column(node), default: 0]
      taken[column(node)] = rank + 1
      return ([rank, place], node)
    }
    return keys.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.node)
  }

  /// Steps from the nearest subject; all zero where no node is a subject.
  private static func distances(_ nodes: [DiagramNode], _ neighbours: [[Int]]) -> [Int] {
    var frontier = nodes.indices.filter { nodes[$0].isSubject }
    guard !frontier.isEmpty else { return [Int](repeating: 0, count: nodes.count) }
    var distance = [Int](repeating: Int.max, count: nodes.count)
    for node in frontier { distance[node] = 0 }
    var steps = 0
    while !frontier.isEmpty {
      steps += 1
      var next: [Int] = []
      for node in frontier.flatMap({ neighbours[$0] }) where distance[node] == Int.max {
        distance[node] = steps
        next.append(node)
      }
      frontier = next
    }
    return distance
  }

  /// The edges between kept nodes: first the best one of each node towards the subject, then the others by importance.
  /// Without context, an event or document keeps its lines to a subject, or else the best one it has.
  func edges(among kept: Set<Int>, withContext: Bool) -> [Int] {
    let candidates = ends.indices
      .filter { kept.contains(ends[$0].from) && kept.contains(ends[$0].to) }
      .sorted { edgeRank($0).lexicographicallyPrecedes(edgeRank($1)) }
    var reached: Set<Int> = []
    var anchors: [Int] = []
    var others: [Int] = []
    for edge in candidates {
      let (from, to) = ends[edge]
      let outer = distance[from] > distance[to] ? from : to
      if distance[from] != distance[to], reached.insert(outer).inserted {
        anchors.append(edge)
      } else if withContext || !(isContext[from] || isContext[to]) || distance[from] == 0 || distance[to] == 0 {
        others.append(edge)
      }
    }
    return anchors + others
  }

  private func edgeRank(_ edge: Int) -> [Int] {
    let (from, to) = ends[edge]
    let near = min(distance[from], distance[to])
    let far = max(distance[from], distance[to])
    return [near, far, -model.edges[edge].citations.count, -(evidence[from] + evidence[to]), edge]
  }

  /// The nodes outside `kept`, counted by their most specific label, each with the kept nodes that it touches most.
  func gathered(without kept: Set<Int>) -> [OmittedNodes] {
    let left = model.nodes.indices.filter { !kept.contains($0) }
    let label = { (node: Int) in model.nodes[node].labels.first ?? "" }
    var touched: [String: [Int: Int]] = [:]
    for (from, to) in ends {
      if kept.contains(from), !kept.contains(to) { touched[label(to), default: [:]][from, default: 0] += 1 }
      if kept.contains(to), !kept.contains(from) { touched[label(from), default: [:]][to, default: 0] += 1 }
    }
    return Dictionary(grouping: left, by: label).map { label, members in
      let neighbours = (touched[label] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(1)
      return OmittedNodes(label: label, count: members.count, neighbours: neighbours.map { model.nodes[$0.key].id })
    }
  }
}
