public import GraphModel

/// An index on several properties. It is looked into by the first of them, and what is found by that is compared in the
/// others.
struct CompositeIndex: Equatable {
  var name: String
  var subject: SchemaSubject
  /// At least two.
  var keys: [PropertyKeyID]
  /// The number of the index on the first property, where that was made for this one and goes with it.
  var helper: Int64?
}

extension SQLiteGraph {
  /// Declares an index on several properties. The name is one that no index or constraint has.
  public func createIndex(on subject: SchemaSubject, _ keys: [PropertyKeyID], named name: String) throws(StoreError) {
    try checkWritable()
    guard let first = keys.first, keys.count > 1 else { throw StoreError(.misuse, "an index on several properties needs two") }
    let isServed = state.index(subject, first) != nil
    if !isServed { try createIndex(on: subject, first) }
    let helper = isServed ? nil : state.index(subject, first)?.number
    state.schema.composites.append(CompositeIndex(name: name, subject: subject, keys: keys, helper: helper))
    try noteSchemaChange()
  }

  /// Gives an index that serves one on several properties a name of its own, so that it stays when that one goes. False where
  /// there is none on the key.
  func adoptHelper(
    _ subject: SchemaSubject, _ key: PropertyKeyID, _ name: SchemaState.IndexName
  ) throws(StoreError) -> Bool {
    guard let index = state.index(subject, key),
      let at = state.schema.composites.firstIndex(where: { $0.helper == index.number })
    else { return false }
    state.schema.composites[at].helper = nil
    state.schema.indexNames[index.number] = name
    try noteSchemaChange()
    return true
  }

  func dropComposite(named name: String) throws(StoreError) {
    guard let at = state.schema.composites.firstIndex(where: { $0.name == name }) else { return }
    let composite = state.schema.composites.remove(at: at)
    try noteSchemaChange()
    guard let helper = composite.helper, let index = state.indexes.first(where: { $0.number == helper }) else { return }
    if let heir = state.schema.composites.firstIndex(where: { $0.subject == index.subject && $0.keys.first == index.key }) {
      state.schema.composites[heir].helper = helper
      try noteSchemaChange()
    } else if let user = state.schema.constraints.first(where: { $0.uses(index.subject, index.key) }) {
      state.schema.indexNames[helper] = SchemaState.IndexName(name: user.name, isText: false)
      try noteSchemaChange()
    } else if !index.isUnique {
      try remove(index)
    }
  }
}
