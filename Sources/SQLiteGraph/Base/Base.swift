import GraphModel

/// The part of a graph that is stored as immutable column chunks, and what of it is in memory.
///
/// It is read as it is asked for: opening costs the directory. What it holds stays true until the next compaction, whatever
/// is written meanwhile; ``SQLiteGraph`` merges it with the rows that changed.
final class Base: AdjacencySource {
  let directory: BaseDirectory
  private let chunks: ChunkSource
  let labelSets: LabelSets
  private var outgoing = SortedTable<RelationshipTypeID, BaseAdjacency>()
  private var incoming = SortedTable<RelationshipTypeID, BaseAdjacency>()
  /// In the order of the keys of the directory.
  private var nodeColumns: [BaseColumn?]
  private var relationshipColumns: [BaseColumn?]
  private var indexes = SortedTable<Int64, BaseIndex>()
  private var followed = FollowedWays()
  private var looseEnds: LooseEnds?

  init(_ directory: BaseDirectory, _ chunks: ChunkSource) throws(StoreError) {
    self.directory = directory
    self.chunks = chunks
    labelSets = try LabelSets(directory, chunks)
    nodeColumns = Array(filledWith: nil, count: directory.nodeKeys.count)
    relationshipColumns = Array(filledWith: nil, count: directory.relationshipKeys.count)
  }

  /// Whether the base has a node of this id, perhaps overridden since.
  @inline(__always)
  func isNode(_ id: Int) throws(StoreError) -> Bool {
    try number(id) != 0
  }

  // MARK: Relationships

  /// Nil where the base has no relationship of the type.
  func adjacency(_ type: RelationshipTypeID, isOutgoing: Bool) throws(StoreError) -> BaseAdjacency? {
    if let known = isOutgoing ? outgoing[type] : incoming[type] { return known }
    guard let entry = directory.types.first(where: { $0.type == type }) else { return nil }
    let made = try BaseAdjacency(entry, isOutgoing: isOutgoing, directory, chunks, changesUpTo: nil)
    if isOutgoing { outgoing[type] = made } else { incoming[type] = made }
    return made
  }

  var nodeLimit: Int { directory.nodeLimit }

  func adjacencies(_ types: TypeFilter, isOutgoing: Bool) throws(StoreError) -> [BaseAdjacency] {
    var found: [BaseAdjacency] = []
    switch types {
    case .none: break
    case .all:
      for entry in directory.types {
        if let adjacency = try adjacency(entry.type, isOutgoing: isOutgoing) { found.append(adjacency) }
      }
    case .only(let types):
      for type in types {
        if let adjacency = try adjacency(type, isOutgoing: isOutgoing) { found.append(adjacency) }
      }
    }
    return found
  }

  /// The adjacency that a selection follows. Cost: none for one of the few that were asked for last.
  func ways(_ selection: ExpansionSelection) throws(StoreError) -> BaseWays { try followed.ways(selection, self) }

  /// Type and ends of a relationship of the base; nil where it has none of this id.
  func ends(_ id: Int) throws(StoreError) -> RelationshipEnds? {
    guard id > 0, id <= directory.relationshipLimit else { return nil }
    for entry in directory.types where entry.first > 0 && id >= entry.first && id < entry.first + entry.count {
      guard let adjacency = try adjacency(entry.type, isOutgoing: true) else { return nil }
      let place = id - entry.first
      let start = try adjacency.node(at: place)
      try adjacency.prepare(start, .neighbours)
      return RelationshipEnds(
        type: entry.type, start: NodeID(Int64(start)), end: NodeID(Int64(adjacency.neighbours[place])))
    }
    return try loose().ends(id)
  }

  /// The type of a relationship of the base; nil where it has none of this id.
  func type(of id: Int) throws(StoreError) -> RelationshipTypeID? { try typeRun(at: id).type }

  /// The type of a relationship, nil where there is none, and ids around it, if any, of which the same is true.
  func typeRun(at id: Int) throws(StoreError) -> (ids: Range<Int>, type: RelationshipTypeID?) {
    guard id > 0, id <= directory.relationshipLimit else { return (id..<id, nil) }
    for entry in directory.types where entry.first > 0 && id >= entry.first && id < entry.first + entry.count {
      return (entry.first..<entry.first + entry.count, entry.type)
    }
    return (id..<id, try loose().ends(id)?.type)
  }

  /// Of the relationships whose ids do not follow the order of their type.
  func loose() throws(StoreError) -> LooseEnds {
    if let looseEnds { return looseEnds }
    let made = LooseEnds(directory, chunks)
    looseEnds = made
    return made
  }

  // MARK: Properties

  func column(_ key: PropertyKeyID, ofNodes: Bool) throws(StoreError) -> BaseColumn? {
    let keys = ofNodes ? directory.nodeKeys : directory.relationshipKeys
    guard let at = keys.firstIndex(where: { $0.key == key }) else { return nil }
    return try column(at: at, ofNodes: ofNodes)
  }

  private func column(at: Int, ofNodes: Bool) throws(StoreError) -> BaseColumn {
    if let known = ofNodes ? nodeColumns[at] : relationshipColumns[at] { return known }
    let made = try BaseColumn(
      ofNodes ? directory.nodeKeys[at] : directory.relationshipKeys[at],
      ofNodes ? .nodeProperty : .relationshipProperty,
      limit: ofNodes ? directory.nodeLimit : directory.relationshipLimit, chunks)
    if ofNodes { nodeColumns[at] = made } else { relationshipColumns[at] = made }
    return made
  }

  /// All properties of one node or relationship, ascending by key.
  func properties(_ id: Int, ofNodes: Bool) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    let keys = ofNodes ? directory.nodeKeys : directory.relationshipKeys
    properties.reserveCapacity(keys.count)
    for at in keys.indices {
      let value = try column(at: at, ofNodes: ofNodes).value(id)
      if !value.isNull { properties.append((key: keys[at].key, value: value)) }
    }
    return properties
  }

  // MARK: Indexes

  /// Nil where the entries of the index are rows.
  func index(_ number: Int64) -> BaseIndex? {
    if let known = indexes[number] { return known }
    guard let entry = directory.indexes.first(where: { $0.number == number }) else { return nil }
    let made = BaseIndex(entry, chunks)
    indexes[number] = made
    return made
  }

  /// Whether a node or a relationship of the base has a value of the property that an index is on.
  func holds(_ value: IndexedValue, _ index: PropertyIndex, _ id: Int) throws(StoreError) -> Bool {
    guard let column = try column(index.key, ofNodes: index.isOnNodes) else { return false }
    if case .text(let text) = value { return try column.holds(Array(text.utf8), id) }
    guard case .indexed(let held) = try IndexedValue.kind(of: try column.value(id)) else { return false }
    return held.equals(value)
  }
}

extension Base {
  /// Whether the entries of an index on nodes say that a node has a value, whatever became of the node since.
  func hasEntry(of node: NodeID, _ value: IndexedValue, in index: PropertyIndex) throws(StoreError) -> Bool {
    guard index.isOnNodes, node.place > 0, node.place <= directory.nodeLimit, self.index(index.number) != nil,
      index.subject.concerns(try labelSets.labels(node.place))
    else { return false }
    return try holds(value, index, node.place)
  }
}

extension IndexedValue {
  /// As the entries of an index compare values: `1` equals `1.0`.
  func equals(_ other: IndexedValue) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): Int64(exactly: b) == a
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.encoded(let a), .encoded(let b)): a == b
    default: false
    }
  }
}

extension Base {
  /// The number of the label set of any id; 0 where the base has no such node.
  @inline(__always)
  func number(_ id: Int) throws(StoreError) -> Int {
    guard id > 0, id <= directory.nodeLimit else { return 0 }
    return try labelSets.number(id)
  }
}
