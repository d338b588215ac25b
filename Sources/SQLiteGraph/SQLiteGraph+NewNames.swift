public import GraphModel

extension SQLiteGraph {
  public func makeLabel(named name: String) throws(StoreError) -> LabelID {
    if let known = label(named: name) { return known }
    return LabelID(try append(name, .label, to: \.labels))
  }

  public func makeRelationshipType(named name: String) throws(StoreError) -> RelationshipTypeID {
    if let known = relationshipType(named: name) { return known }
    return RelationshipTypeID(try append(name, .relationshipType, to: \.types))
  }

  public func makePropertyKey(named name: String) throws(StoreError) -> PropertyKeyID {
    if let known = propertyKey(named: name) { return known }
    return PropertyKeyID(try append(name, .propertyKey, to: \.keys))
  }

  private func append(
    _ name: String, _ kind: NameKind, to table: WritableKeyPath<StoreState, NameTable>
  ) throws(StoreError) -> Int32 {
    try checkWritable()
    changes += 1
    let statement = try statements[.insertName]
    statement.bind(1, kind.rawValue).bind(2, Int64(state[keyPath: table].names.count))
    try statement.bind(3, name).run()
    return state[keyPath: table].append(name)
  }
}
