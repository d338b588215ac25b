public import GraphModel

extension SQLiteGraph {
  /// Outgoing relationships first, then incoming ones, each by type, then neighbour, then relationship.
  ///
  /// Cost: a look-up in the index a node and direction, or, once enough neighbours in the order of ids were asked for, none.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    try prepareExpansion(nodes, selection)
    let outgoing = TypeFilter(selection.outgoing)
    let incoming = TypeFilter(selection.incoming)
    for (origin, node) in nodes.enumerated() {
      if !outgoing.isEmpty {
        if let page = outgoingPages.page(of: node.rawValue) {
          page.append(node, outgoing, origin: origin, loopsBut: .none, to: &found)
        } else {
          try probe(node, .outgoing, .outgoingOfType, outgoing) { row in
            found.append(origin: origin, relationship: row.relationship, source: node, neighbour: row.neighbour)
          }
        }
      }
      if !incoming.isEmpty {
        if let page = incomingPages.page(of: node.rawValue) {
          page.append(node, incoming, origin: origin, loopsBut: outgoing, to: &found)
        } else {
          try probe(node, .incoming, .incomingOfType, incoming) { row in
            if row.neighbour == node, outgoing.contains(row.type) { return }
            found.append(origin: origin, relationship: row.relationship, source: node, neighbour: row.neighbour)
          }
        }
      }
    }
  }

  public func degrees(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [Int] {
    try prepareExpansion(nodes, selection)
    let outgoing = TypeFilter(selection.outgoing)
    let incoming = TypeFilter(selection.incoming)
    var degrees: [Int] = []
    degrees.reserveCapacity(nodes.count)
    for node in nodes {
      var degree = 0
      if !outgoing.isEmpty {
        if let page = outgoingPages.page(of: node.rawValue) {
          degree += page.degree(node, outgoing, loopsBut: .none)
        } else {
          try probe(node, .outgoing, .outgoingOfType, outgoing) { _ in degree += 1 }
        }
      }
      if !incoming.isEmpty {
        if let page = incomingPages.page(of: node.rawValue) {
          degree += page.degree(node, incoming, loopsBut: outgoing)
        } else {
          try probe(node, .incoming, .incomingOfType, incoming) { row in
            if row.neighbour != node || !outgoing.contains(row.type) { degree += 1 }
          }
        }
      }
      degrees.append(degree)
    }
    return degrees
  }

  private func prepareExpansion(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) {
    try checkReadable()
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

extension AdjacencyPage {
  /// Appends the relationships of a node, without loops of the types that the other direction has given already.
  @inline(__always)
  func append(
    _ node: NodeID, _ types: TypeFilter, origin: Int, loopsBut given: TypeFilter, to found: inout Adjacency
  ) {
    let all = range(PageSpan.slot(of: node.rawValue))
    switch types {
    case .none: return
    case .all: append(all, node, origin, given, &found)
    case .only(let types):
      for type in types { append(range(of: type, in: all), node, origin, given, &found) }
    }
  }

  @inline(__always)
  private func append(
    _ range: Range<Int>, _ node: NodeID, _ origin: Int, _ given: TypeFilter, _ found: inout Adjacency
  ) {
    for at in range {
      if neighbours[at] == node, given.contains(self.types[at]) { continue }
      found.append(origin: origin, relationship: relationships[at], source: node, neighbour: neighbours[at])
    }
  }

  /// How many relationships ``append(_:_:origin:loopsBut:to:)`` would append.
  func degree(_ node: NodeID, _ types: TypeFilter, loopsBut given: TypeFilter) -> Int {
    let all = range(PageSpan.slot(of: node.rawValue))
    func count(_ range: Range<Int>) -> Int {
      if given.isEmpty { return range.count }
      return range.count { neighbours[$0] != node || !given.contains(self.types[$0]) }
    }
    switch types {
    case .none: return 0
    case .all: return count(all)
    case .only(let types): return types.reduce(0) { $0 + count(range(of: $1, in: all)) }
    }
  }
}
