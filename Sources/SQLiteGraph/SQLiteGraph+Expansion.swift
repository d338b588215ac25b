public import GraphModel

extension SQLiteGraph {
  /// Outgoing relationships first, then incoming ones, each by type, then neighbour, then relationship.
  ///
  /// Cost: in the base, copying. In the rows, a look-up in the index a node and direction, or, once enough neighbours in the
  /// order of ids were asked for, none.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    let ways = Ways(selection)
    guard let base = try base else {
      try prepareRows(nodes, selection)
      for (origin, node) in nodes.enumerated() { try appendRows(node, ways, origin, to: &found) }
      return
    }
    let chains = try BaseWays(base, ways)
    let touched = try touched(nodes, base)
    if touched.isEmpty { return try chains.expand(nodes, into: &found) }
    try prepareRows(touched.map { nodes[$0] }, selection)
    var next = 0
    for (origin, node) in nodes.enumerated() {
      if next < touched.count, touched[next] == origin {
        next += 1
        try eachMerged(node, ways, base) { edge in
          found.append(origin: origin, relationship: edge.relationship, source: node, neighbour: edge.neighbour)
        }
      } else {
        try chains.expand(node, origin, into: &found)
      }
    }
  }

  public func degrees(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [Int] {
    try checkReadable()
    let ways = Ways(selection)
    var degrees: [Int] = []
    degrees.reserveCapacity(nodes.count)
    guard let base = try base else {
      try prepareRows(nodes, selection)
      for node in nodes { degrees.append(try rowDegree(node, ways)) }
      return degrees
    }
    let chains = try BaseWays(base, ways)
    let touched = try touched(nodes, base)
    if touched.isEmpty { return try chains.degrees(nodes) }
    try prepareRows(touched.map { nodes[$0] }, selection)
    var next = 0
    for (origin, node) in nodes.enumerated() {
      if next < touched.count, touched[next] == origin {
        next += 1
        var degree = 0
        try eachMerged(node, ways, base) { _ in degree += 1 }
        degrees.append(degree)
      } else {
        degrees.append(try chains.degree(node))
      }
    }
    return degrees
  }

  public func everyNeighbour(of selection: ExpansionSelection, has label: LabelID) throws(StoreError) -> Bool {
    try checkReadable()
    guard let known = state.endLabels else { return false }
    func hold(_ types: ExpansionSelection.Types, _ side: (EndLabels.Entry) -> [LabelID]) -> Bool {
      switch types {
      case .none: true
      case .all: known.entries.values.allSatisfy { side($0).contains(label) }
      case .only(let types): types.allSatisfy { known.entries[$0].map { side($0).contains(label) } ?? true }
      }
    }
    return hold(selection.outgoing) { $0.ends } && hold(selection.incoming) { $0.starts }
  }

  public func mayLoop(_ selection: ExpansionSelection) throws(StoreError) -> Bool {
    try checkReadable()
    guard let known = state.endLabels else { return true }
    return [selection.outgoing, selection.incoming].contains { types in
      switch types {
      case .none: false
      case .all: known.entries.values.contains(where: \.mayLoop)
      case .only(let types): types.contains { known.entries[$0]?.mayLoop ?? false }
      }
    }
  }

  /// The places of nodes for whose relationships rows speak, alone or beside the base.
  func touched(_ nodes: [NodeID], _ base: Base) throws(StoreError) -> [Int] {
    if state.counters.rowRelationships == 0, state.counters.hiddenRelationships == 0 { return [] }
    let limit = base.directory.nodeLimit
    var places: [Int] = []
    for (at, node) in nodes.enumerated() {
      if try node.place > limit ? true : isTouched(node, base) { places.append(at) }
    }
    return places
  }

  // MARK: Base and rows

  /// The relationships of a node for which rows speak, in one direction, by type, neighbour and id.
  private func edges(of node: NodeID, isOutgoing: Bool, _ base: Base) throws(StoreError) -> [Edge] {
    if let known = mergedEdges.edges(of: node, isOutgoing: isOutgoing) { return known }
    var edges: [Edge] = []
    if node.place > 0, node.place <= base.directory.nodeLimit {
      for adjacency in try base.adjacencies(.all, isOutgoing: isOutgoing) {
        try adjacency.prepare(node.place, .relationships)
        for at in adjacency.range(node.place) {
          let relationship = RelationshipID(Int64(adjacency.relationship(at)))
          if try isHidden(relationship, base) { continue }
          edges.append(
            Edge(type: adjacency.type, neighbour: NodeID(Int64(adjacency.neighbours[at])), relationship: relationship))
        }
      }
    }
    try eachRow(node, .all, isOutgoing: isOutgoing) { edges.append($0) }
    edges.sort { ($0.type, $0.neighbour, $0.relationship) < ($1.type, $1.neighbour, $1.relationship) }
    mergedEdges.keep(edges, of: node, isOutgoing: isOutgoing)
    return edges
  }

  /// Gives those that a selection lets through, outgoing ones first, each loop once.
  func eachMerged(_ node: NodeID, _ ways: Ways, _ base: Base, _ take: (Edge) -> Void) throws(StoreError) {
    if !ways.outgoing.isEmpty {
      for edge in try edges(of: node, isOutgoing: true, base) where ways.outgoing.contains(edge.type) { take(edge) }
    }
    if !ways.incoming.isEmpty {
      for edge in try edges(of: node, isOutgoing: false, base) where ways.incoming.contains(edge.type) {
        if edge.neighbour != node || !ways.outgoing.contains(edge.type) { take(edge) }
      }
    }
  }

  // MARK: Rows

  private func eachRow(
    _ node: NodeID, _ types: TypeFilter, isOutgoing: Bool, _ take: (Edge) -> Void
  ) throws(StoreError) {
    if let page = isOutgoing ? outgoingPages.page(of: node.rawValue) : incomingPages.page(of: node.rawValue) {
      page.each(node, types) { take(Edge(type: $0, neighbour: $1, relationship: $2)) }
    } else {
      try probe(node, isOutgoing ? .outgoing : .incoming, isOutgoing ? .outgoingOfType : .incomingOfType, types) {
        take(Edge(type: $0.type, neighbour: $0.neighbour, relationship: $0.relationship))
      }
    }
  }

  private func appendRows(_ node: NodeID, _ ways: Ways, _ origin: Int, to found: inout Adjacency) throws(StoreError) {
    if !ways.outgoing.isEmpty {
      try eachRow(node, ways.outgoing, isOutgoing: true) { edge in
        found.append(origin: origin, relationship: edge.relationship, source: node, neighbour: edge.neighbour)
      }
    }
    if !ways.incoming.isEmpty {
      try eachRow(node, ways.incoming, isOutgoing: false) { edge in
        if edge.neighbour == node, ways.outgoing.contains(edge.type) { return }
        found.append(origin: origin, relationship: edge.relationship, source: node, neighbour: edge.neighbour)
      }
    }
  }

  private func rowDegree(_ node: NodeID, _ ways: Ways) throws(StoreError) -> Int {
    var found = Adjacency()
    try appendRows(node, ways, 0, to: &found)
    return found.count
  }

  private func prepareRows(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) {
    guard !nodes.isEmpty else { return }
    try makeRelationshipIndexes()
    let ids = nodes.lazy.map(\.rawValue)
    let next = state.counters.nextNode
    if selection.outgoing != .none {
      try outgoingPages.prepare(ids, next: next) { range throws(StoreError) in
        try AdjacencyPage(range, from: try statements[.outgoingRange])
      }
    }
    if selection.incoming != .none {
      try incomingPages.prepare(ids, next: next) { range throws(StoreError) in
        try AdjacencyPage(range, from: try statements[.incomingRange])
      }
    }
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

extension AdjacencyPage {
  /// The relationships of a node with these types, by type, neighbour and id.
  @inline(__always)
  func each(_ node: NodeID, _ types: TypeFilter, _ take: (RelationshipTypeID, NodeID, RelationshipID) -> Void) {
    let all = range(PageSpan.slot(of: node.rawValue))
    switch types {
    case .none: return
    case .all: for at in all { take(self.types[at], neighbours[at], relationships[at]) }
    case .only(let types):
      for type in types {
        for at in range(of: type, in: all) { take(type, neighbours[at], relationships[at]) }
      }
    }
  }
}
