public import GraphModel

extension SQLiteGraph {
  /// Outgoing relationships first, then incoming ones, each by type, then neighbour, then relationship.
  ///
  /// Cost: copying; of rows, a look-up in the index a node, type and direction, or, once the relationships of many nodes were
  /// asked for, none.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    if let chains = try chains(selection, nodes.count) { return try chains.expand(nodes, into: &found) }
    let ways = Ways(selection)
    for (origin, node) in nodes.enumerated() {
      try eachEdge(of: node, ways) { edge in
        found.append(origin: origin, relationship: edge.relationship, source: node, neighbour: edge.neighbour)
      }
    }
  }

  public func neighbours(
    of nodes: [NodeID], _ selection: ExpansionSelection, notBy others: [[RelationshipID]], into found: inout [NodeID]
  ) throws(StoreError) {
    try checkReadable()
    if let ways = try chains(selection, nodes.count) {
      try ways.neighbours(of: nodes, notBy: others, into: &found)
    } else {
      try neighboursByExpanding(nodes, selection, notBy: others, into: &found)
    }
  }

  public func degrees(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [Int] {
    try checkReadable()
    if let chains = try chains(selection, nodes.count) { return try chains.degrees(nodes) }
    let ways = Ways(selection)
    var degrees: [Int] = []
    degrees.reserveCapacity(nodes.count)
    for node in nodes {
      var degree = 0
      try eachEdge(of: node, ways) { _ in degree += 1 }
      degrees.append(degree)
    }
    return degrees
  }

  public func totalDegree(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> Int {
    try checkReadable()
    if let chains = try chains(selection, nodes.count) { return try chains.totalDegree(nodes) }
    return try degrees(nodes, selection).reduce(0, +)
  }

  public func everyNeighbour(of selection: ExpansionSelection, has label: LabelID) throws(StoreError) -> Bool {
    try checkReadable()
    guard let known = state.endLabels else { return false }
    func hold(_ types: ExpansionSelection.Types, _ side: (EndLabels.Entry) -> [LabelID]) -> Bool {
      switch types {
      case .none: true
      case .all: known.entries.allSatisfy { side($0.value).contains(label) }
      case .only(let types): types.allSatisfy { known.entries[$0].map { side($0).contains(label) } ?? true }
      }
    }
    return hold(selection.outgoing) { $0.ends } && hold(selection.incoming) { $0.starts }
  }

  public func endLabels(of type: RelationshipTypeID) -> (starts: [LabelID], ends: [LabelID])? {
    state.endLabels?.entries[type].map { ($0.starts, $0.ends) }
  }

  public func mayLoop(_ selection: ExpansionSelection) throws(StoreError) -> Bool {
    try checkReadable()
    guard let known = state.endLabels else { return true }
    return [selection.outgoing, selection.incoming].contains { types in
      switch types {
      case .none: false
      case .all: known.entries.contains { $0.value.mayLoop }
      case .only(let types): types.contains { known.entries[$0]?.mayLoop ?? false }
      }
    }
  }

  // MARK: Node by node

  /// Gives the relationships of one node that a selection lets through, outgoing ones first, each loop once.
  private func eachEdge(of node: NodeID, _ ways: Ways, _ take: (Edge) -> Void) throws(StoreError) {
    for edge in try edges(of: node, ways.outgoing, isOutgoing: true) { take(edge) }
    for edge in try edges(of: node, ways.incoming, isOutgoing: false) {
      if edge.neighbour != node || !ways.outgoing.contains(edge.type) { take(edge) }
    }
  }

  /// In one direction, by type, neighbour and id.
  private func edges(of node: NodeID, _ types: TypeFilter, isOutgoing: Bool) throws(StoreError) -> [Edge] {
    if types.isEmpty { return [] }
    try makeRelationshipIndexes()
    var edges: [Edge] = []
    if let base = try base, node.place > 0, node.place <= base.nodeLimit {
      for adjacency in try base.adjacencies(types, isOutgoing: isOutgoing) {
        try adjacency.prepare(node.place, .relationships)
        for at in adjacency.range(node.place) {
          let relationship = RelationshipID(Int64(adjacency.relationship(at)))
          if try isHidden(relationship, base) { continue }
          edges.append(
            Edge(type: adjacency.type, neighbour: NodeID(Int64(adjacency.neighbours[at])), relationship: relationship))
        }
      }
    }
    let inBase = edges.count
    try probe(node, isOutgoing ? .outgoing : .incoming, isOutgoing ? .outgoingOfType : .incomingOfType, types) { row in
      edges.append(Edge(type: row.type, neighbour: row.neighbour, relationship: row.relationship))
    }
    if inBase > 0, inBase < edges.count {
      edges.sort { ($0.type, $0.neighbour, $0.relationship) < ($1.type, $1.neighbour, $1.relationship) }
    }
    return edges
  }

  private typealias Row = (type: RelationshipTypeID, neighbour: NodeID, relationship: RelationshipID)

  /// The relationships of one node from the index, type by type where few types are asked for.
  private func probe(
    _ node: NodeID, _ all: StoreQuery, _ ofType: StoreQuery, _ types: TypeFilter, _ take: (Row) -> Void
  ) throws(StoreError) {
    func read(_ rows: Statement, _ filtered: Bool) throws(StoreError) {
      defer { rows.reset() }
      while try rows.step() {
        let type = RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0)))
        if filtered, !types.contains(type) { continue }
        take((type, NodeID(rows.integer(1)), RelationshipID(rows.integer(2))))
      }
    }
    if case .only(let wanted) = types, wanted.count <= 4 {
      for type in wanted {
        try read(try statements[ofType].bind(1, node.rawValue).bind(2, Int64(type.rawValue)), false)
      }
    } else {
      try read(try statements[all].bind(1, node.rawValue), true)
    }
  }
}

/// One relationship of a node, seen from it.
private struct Edge {
  var type: RelationshipTypeID
  var neighbour: NodeID
  var relationship: RelationshipID
}

/// The types of one direction of a selection, ascending, each once.
enum TypeFilter {
  case none
  case all
  case only([RelationshipTypeID])

  init(_ types: ExpansionSelection.Types) {
    switch types {
    case .none: self = .none
    case .all: self = .all
    case .only(let types):
      let sorted = types.count < 2 ? types : Set(types).sorted()
      self = sorted.isEmpty ? .none : .only(sorted)
    }
  }

  @inline(__always)
  var isEmpty: Bool {
    if case .none = self { return true }
    return false
  }

  @inline(__always)
  func contains(_ type: RelationshipTypeID) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .only(let types): types.contains(type)
    }
  }
}

/// A selection with the types of each direction in order.
struct Ways {
  let outgoing: TypeFilter
  let incoming: TypeFilter

  init(_ selection: ExpansionSelection) {
    outgoing = TypeFilter(selection.outgoing)
    incoming = TypeFilter(selection.incoming)
  }
}
