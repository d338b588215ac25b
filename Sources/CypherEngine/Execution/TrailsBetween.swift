import CypherPlanner
import GraphModel

/// The trails between two nodes one after the other, shortest first, and of one length in the order of the graph.
///
/// After a trail come those that leave it at one of its nodes (Yen 1971, Lawler 1972): for each relationship by which one can leave, the shortest way
/// on is found without the relationships before. Cost: for each trail that is given a search for each relationship at its nodes, mostly
/// along one way; once, a search through all that leads to the end.
struct TrailsBetween {
  private struct Trail {
    var nodes: [NodeID]
    var relationships: [RelationshipID] = []
    /// Where each relationship stands among those of the node that it leaves.
    var places: [Int] = []
    /// How many relationships are those of another trail and the one by which this leaves it.
    var fixed = 0
  }

  private let target: NodeID
  private let maximum: Int
  private let context: ExecutionContext
  private let follow: (NodeID) throws(ExecutionFailure) -> Adjacency
  /// How far each node is from the end at least.
  private let distances: [NodeID: Int]
  private var followed: [NodeID: Adjacency] = [:]
  /// By length: beginnings whose trails have at least this length, and the shortest trails of beginnings, the first last.
  private var beginnings: [Int: [Trail]] = [:]
  private var whole: [Int: [Trail]] = [:]
  private var length = 0

  /// `minimum`: 0 or 1; `follow`: what may be followed from a node, `back`: from where relationships lead to nodes.
  init(
    from start: NodeID, to end: NodeID, minimum: Int, maximum: Int?, _ context: ExecutionContext,
    follow: @escaping (NodeID) throws(ExecutionFailure) -> Adjacency, back: ([NodeID]) throws(ExecutionFailure) -> [NodeID]
  ) throws(ExecutionFailure) {
    target = end
    self.maximum = maximum ?? .max
    self.context = context
    self.follow = follow
    var distances = [end: 0]
    var level = [end]
    var distance = 0
    while !level.isEmpty, distance < self.maximum {
      try context.checkCancellation()
      distance += 1
      level = try back(level).filter { distances.updateValue(distances[$0] ?? distance, forKey: $0) == nil }
    }
    self.distances = distances
    let none = Trail(nodes: [start])
    if minimum == 0 || start != end { begin(none) } else { try leave(none, at: 0, notBy: nil) }
  }

  /// The relationships of the next trail; nil where there are no more.
  mutating func next() throws(ExecutionFailure) -> [RelationshipID]? {
    while let least = (Array(beginnings.keys) + whole.keys).min() {
      length = least
      while let beginning = beginnings[least]?.popLast() {
        try context.checkCancellation()
        if let trail = try completed(beginning) { insert(trail) }
      }
      beginnings[least] = nil
      guard let trail = whole[least]?.popLast() else {
        whole[least] = nil
        continue
      }
      for at in trail.fixed...trail.relationships.count {
        try leave(trail, at: at, notBy: at < trail.places.count ? trail.places[at] : nil)
      }
      return trail.relationships
    }
    return nil
  }

  /// Begins the trails that are another up to one of its nodes and leave it there.
  private mutating func leave(_ trail: Trail, at place: Int, notBy known: Int?) throws(ExecutionFailure) {
    let found = try expansion(of: trail.nodes[place])
    let used = trail.relationships.prefix(place)
    for at in 0..<found.count where at != known && !used.contains(found.relationships[at]) {
      begin(
        Trail(
          nodes: Array(trail.nodes.prefix(place + 1)) + [found.neighbours[at]], relationships: used + [found.relationships[at]],
          places: trail.places.prefix(place) + [at], fixed: place + 1))
    }
  }

  private mutating func begin(_ trail: Trail) {
    guard let distance = distances[trail.nodes[trail.nodes.count - 1]] else { return }
    let least = trail.relationships.count + distance
    if least <= maximum { beginnings[least, default: []].append(trail) }
  }

  private mutating func insert(_ trail: Trail) {
    let length = trail.relationships.count
    var (low, high) = (0, whole[length]?.count ?? 0)
    while low < high {
      let middle = (low + high) / 2
      if whole[length]?[middle].places.lexicographicallyPrecedes(trail.places) ?? true { high = middle } else { low = middle + 1 }
    }
    whole[length, default: []].insert(trail, at: low)
  }

  private mutating func expansion(of node: NodeID) throws(ExecutionFailure) -> Adjacency {
    if let known = followed[node] { return known }
    let found = try follow(node)
    followed[node] = found
    return found
  }

  /// The first of the shortest trails with a beginning; nil where none has at most as many relationships as allowed.
  private mutating func completed(_ beginning: Trail) throws(ExecutionFailure) -> Trail? {
    let used = Set(beginning.relationships)
    if let trail = try descended(beginning, used) { return trail }
    var origins: [NodeID: (node: NodeID, place: Int)] = [:]
    let start = beginning.nodes[beginning.nodes.count - 1]
    var level = [start]
    var count = beginning.relationships.count
    while !level.isEmpty, count < maximum {
      try context.checkCancellation()
      count += 1
      var next: [NodeID] = []
      for node in level {
        let found = try expansion(of: node)
        for at in 0..<found.count where !used.contains(found.relationships[at]) {
          let neighbour = found.neighbours[at]
          guard neighbour != start, origins[neighbour] == nil else { continue }
          origins[neighbour] = (node, at)
          if neighbour == target { return try trail(beginning, by: origins) }
          next.append(neighbour)
        }
      }
      level = next
    }
    return nil
  }

  /// The same where the nearest way on needs none of the relationships that are used up.
  private mutating func descended(_ beginning: Trail, _ used: Set<RelationshipID>) throws(ExecutionFailure) -> Trail? {
    var trail = beginning
    while let node = trail.nodes.last, node != target, let distance = distances[node] {
      let found = try expansion(of: node)
      guard let at = (0..<found.count).first(where: { distances[found.neighbours[$0]] == distance - 1 && !used.contains(found.relationships[$0]) })
      else { return nil }
      trail.nodes.append(found.neighbours[at])
      trail.relationships.append(found.relationships[at])
      trail.places.append(at)
    }
    return trail
  }

  private mutating func trail(
    _ beginning: Trail, by origins: [NodeID: (node: NodeID, place: Int)]
  ) throws(ExecutionFailure) -> Trail {
    var steps: [(node: NodeID, place: Int)] = []
    var node = target
    while let origin = origins[node] {
      steps.append(origin)
      node = origin.node
    }
    var trail = beginning
    for (node, place) in steps.reversed() {
      let found = try expansion(of: node)
      trail.nodes.append(found.neighbours[place])
      trail.relationships.append(found.relationships[place])
      trail.places.append(place)
    }
    return trail
  }
}
