public import GraphModel

extension SQLiteGraph {
  /// Makes a new database file with a whole graph and a unique index for each pair of a label and a property key.
  ///
  /// The file is on the disk when this returns; where this fails, there is none. Fails with `notUnique` where two nodes with
  /// the label have equal values.
  public static func bulkLoad(
    creating path: String, _ contents: BulkContents, unique: [(label: String, key: String)]
  ) throws(StoreError) {
    do throws(AtomicFailure<StoreError>) {
      try bulkLoad(creating: path) { graph throws(StoreError) in
        try graph.insertRows(contents)
        for (label, key) in unique {
          let (label, key) = (try graph.makeLabel(named: label), try graph.makePropertyKey(named: key))
          try graph.createIndex(label: label, key: key, unique: true)
        }
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw error
      }
    }
  }

  private func insertRows(_ contents: BulkContents) throws(StoreError) {
    let keys = try contents.nodes.properties.map { column throws(StoreError) in try makePropertyKey(named: column.key) }
    var nodes: [NodeID] = []
    for row in 0..<contents.nodes.count {
      let names = contents.nodes.labelSets[Int(contents.nodes.labelSet[row])]
      let labels = try names.map { name throws(StoreError) in try makeLabel(named: name) }
      let properties = zip(keys, contents.nodes.properties).map { (key: $0, value: $1[row]) }
      nodes.append(try createNode(labels: labels, properties: properties))
    }
    let relationships = contents.relationships
    let types = try relationships.typeNames.map { name throws(StoreError) in try makeRelationshipType(named: name) }
    let relationshipKeys = try relationships.properties.map { column throws(StoreError) in
      try makePropertyKey(named: column.key)
    }
    for row in 0..<relationships.count {
      let properties = zip(relationshipKeys, relationships.properties).map { (key: $0, value: $1[row]) }
      _ = try createRelationship(
        types[Int(relationships.type[row])], from: nodes[Int(relationships.start[row])],
        to: nodes[Int(relationships.end[row])], properties: properties)
    }
  }
}

extension PropertyColumn {
  fileprivate subscript(row: Int) -> Value {
    if valid?[row] == false { return .null }
    switch values {
    case .integers(let values): return .integer(values[row])
    case .floats(let values): return .float(values[row])
    case .booleans(let values): return .boolean(values[row])
    case .texts(let values): return .string(values[row])
    case .values(let values): return values[row]
    }
  }
}
