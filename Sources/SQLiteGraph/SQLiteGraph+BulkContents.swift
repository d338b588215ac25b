public import GraphModel

extension SQLiteGraph {
  /// Makes a new database file with a whole graph and a unique index for each pair of a label and a property key.
  ///
  /// All of it goes into the base at once. Relationships get their ids in the order of type, start and end. The file is on
  /// the disk when this returns; where this fails, there is none. Fails with `notUnique` where two nodes with the label have
  /// equal values, and with `misuse` where columns differ in length or name what is not there.
  /// Cost: linear, on all cores.
  public static func bulkLoad(
    creating path: String, _ contents: BulkContents, unique: [(label: String, key: String)]
  ) throws(StoreError) {
    try contents.check()
    do throws(AtomicFailure<StoreError>) {
      try bulkLoad(creating: path) { graph throws(StoreError) in
        for (label, key) in unique {
          let (label, key) = (try graph.makeLabel(named: label), try graph.makePropertyKey(named: key))
          try graph.createIndex(label: label, key: key, unique: true)
        }
        try graph.insert(contents)
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw error
      }
    }
  }

  private func insert(_ contents: BulkContents) throws(StoreError) {
    let draft = try draft(contents)
    let writer = try BaseWriter(draft)
    state.counters.nodes = contents.nodes.count
    state.counters.nextNode = Int64(contents.nodes.count) + 1
    state.counters.nextRelationship = Int64(contents.relationships.count) + 1
    var sizes = [Int](filledWith: 0, count: draft.labelSets.count)
    for set in draft.labelSet { sizes[Int(set)] += 1 }
    for (set, size) in zip(draft.labelSets, sizes) {
      for label in set { state.counters.countLabel(label, size) }
    }
    for entry in writer.directory.types { state.counters.countType(entry.type, entry.count) }
    try write(writer)
  }

  private func draft(_ contents: BulkContents) throws(StoreError) -> BaseDraft {
    var draft = BaseDraft()
    draft.keepsIDs = false
    for names in contents.nodes.labelSets {
      let labels = try names.map { name throws(StoreError) in try makeLabel(named: name) }
      draft.labelSets.append(Set(labels).sorted())
    }
    draft.labelSet = contents.nodes.labelSet.map { $0 + 1 }
    draft.nodeColumns = try columns(contents.nodes.properties)
    let types = try contents.relationships.typeNames.map { name throws(StoreError) in
      try makeRelationshipType(named: name)
    }
    draft.types = Set(types).sorted()
    let places = types.map { type in UInt16(draft.types.firstIndex(of: type) ?? 0) }
    draft.type = contents.relationships.type.map { places[Int($0)] }
    draft.start = contents.relationships.start.map { $0 + 1 }
    draft.end = contents.relationships.end.map { $0 + 1 }
    draft.relationshipColumns = try columns(contents.relationships.properties)
    draft.indexes = state.indexes
    return draft
  }

  private func columns(_ properties: [PropertyColumn]) throws(StoreError) -> [DraftColumn] {
    var columns: [DraftColumn] = []
    for column in properties { columns.append(DraftColumn(key: try makePropertyKey(named: column.key), column: column)) }
    return columns.sorted { $0.key < $1.key }
  }
}

extension BulkContents {
  fileprivate func check() throws(StoreError) {
    func require(_ holds: Bool, _ what: String) throws(StoreError) {
      if !holds { throw StoreError(.misuse, "the contents of a bulk load do not fit together: \(what)") }
    }
    try require(nodes.labelSets.count < Int(UInt16.max), "too many label sets")
    try require(relationships.typeNames.count < Int(UInt16.max), "too many types")
    try require(nodes.labelSet.allSatisfy { Int($0) < nodes.labelSets.count }, "label sets")
    try require(relationships.type.allSatisfy { Int($0) < relationships.typeNames.count }, "types")
    try require(nodes.count < Int(UInt32.max) - 1 && relationships.count < Int(UInt32.max) - 1, "too large")
    for ends in [relationships.start, relationships.end] {
      try require(ends.count == relationships.count && ends.allSatisfy { Int($0) < nodes.count }, "ends")
    }
    for (columns, rows) in [(nodes.properties, nodes.count), (relationships.properties, relationships.count)] {
      try require(Set(columns.map(\.key)).count == columns.count, "a property stands twice")
      for column in columns {
        try require(column.values.count == rows && column.valid?.count ?? rows == rows, "property \(column.key)")
      }
    }
  }
}
