public import GraphModel

extension SQLiteGraph {
  static let schemaKey = "schema"

  /// Rises with each change of indexes or constraints, so that a plan can be kept as long as it stays.
  public var schemaVersion: Int { state.schema.version }

  /// What may be taken as known of a graph as long as it stays equal: which names there are, the schema, and that nobody else has changed
  /// the graph.
  public struct Vocabulary: Equatable {
    private let labels, types, keys, schemaVersion: Int
    private let dataVersion: Int64

    fileprivate init(_ state: StoreState, _ dataVersion: Int64) {
      (labels, types, keys) = (state.labels.names.count, state.types.names.count, state.keys.names.count)
      schemaVersion = state.schema.version
      self.dataVersion = dataVersion
    }
  }

  public var vocabulary: Vocabulary { Vocabulary(state, dataVersion) }

  /// The declared indexes with their names, in the order of their declaration.
  public var indexes: [GraphIndex] {
    let helpers = Set(state.schema.composites.compactMap(\.helper))
    return state.indexes.filter { !helpers.contains($0.number) }.map { index in
      GraphIndex(
        name: name(of: index), subject: index.subject, keys: [index.key],
        isText: state.schema.indexNames[index.number]?.isText ?? false)
    } + state.schema.composites.map { GraphIndex(name: $0.name, subject: $0.subject, keys: $0.keys, isText: false) }
  }

  /// All constraints: those that were made as such, and after them a `unique` one for each unique index.
  public var constraints: [GraphConstraint] {
    state.schema.constraints
      + state.indexes.filter(\.isUnique).map { index in
        GraphConstraint(name: name(of: index), subject: index.subject, keys: [index.key], rule: .unique)
      }
  }

  /// A name like the one given that no index and no constraint has.
  public func freeSchemaName(like base: String) -> String {
    let taken = Set(
      state.indexes.map { self.name(of: $0) } + state.schema.constraints.map(\.name) + state.fullText.map(\.name)
        + state.schema.composites.map(\.name))
    var name = base
    var count = 1
    while taken.contains(name) {
      count += 1
      name = "\(base)_\(count)"
    }
    return name
  }

  /// Removes an index. False where there is none of the name; `misuse` where a constraint needs it.
  public func dropIndex(named name: String) throws(StoreError) -> Bool {
    try checkWritable()
    if state.schema.composites.contains(where: { $0.name == name }) {
      try dropComposite(named: name)
      return true
    }
    guard let index = state.indexes.first(where: { self.name(of: $0) == name }) else { return false }
    if index.isUnique || state.schema.constraints.contains(where: { $0.uses(index.subject, index.key) }) {
      throw StoreError(.misuse, "a constraint needs index `\(name)`")
    }
    try remove(index)
    return true
  }

  /// Makes a constraint, together with an index where it wants one and there is none yet.
  ///
  /// Fails with `constraintViolated` where the graph does not keep it, and nothing is made then. From now on it is checked
  /// by ``commit()``.
  /// Cost: reads the properties of all nodes or relationships concerned.
  public func createConstraint(_ constraint: GraphConstraint) throws(StoreError) {
    try checkWritable()
    try checkMeaning(of: constraint)
    do throws(AtomicFailure<StoreError>) {
      try atomically { () throws(StoreError) in
        if constraint.wantsIndex, let key = constraint.keys.first {
          try createIndex(on: constraint.subject, key, named: constraint.name)
        }
        try check(allOf: constraint)
        state.schema.constraints.append(constraint)
        try noteSchemaChange()
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw error
      }
    }
  }

  private func checkMeaning(of constraint: GraphConstraint) throws(StoreError) {
    guard isKnown(constraint.subject), !constraint.keys.isEmpty, constraint.keys.allSatisfy({ state.keys.holds($0.rawValue) }) else {
      throw StoreError(.misuse, "a constraint needs a label or type and property keys of the graph")
    }
    guard freeSchemaName(like: constraint.name) == constraint.name else {
      throw StoreError(.misuse, "the name `\(constraint.name)` is taken")
    }
  }

  /// Removes a constraint and the index that was made for it, unless another constraint needs that. False where there is no
  /// constraint of the name.
  public func dropConstraint(named name: String) throws(StoreError) -> Bool {
    try checkWritable()
    guard constraints.contains(where: { $0.name == name }) else { return false }
    state.schema.constraints.removeAll { $0.name == name }
    try noteSchemaChange()
    guard let at = state.indexes.firstIndex(where: { self.name(of: $0) == name }) else { return true }
    let index = state.indexes[at]
    guard let heir = state.schema.constraints.first(where: { $0.uses(index.subject, index.key) }) else {
      try remove(index)
      return true
    }
    try statements[.setUnique].bind(1, index.number).bind(2, Int64(0)).run()
    state.indexes[at].isUnique = false
    state.schema.indexNames[index.number] = SchemaState.IndexName(name: heir.name, isText: false)
    try noteSchemaChange()
    return true
  }

  func remove(_ index: PropertyIndex) throws(StoreError) {
    changes += 1
    try statements[.removeEntries].bind(1, index.number).run()
    try statements[.removeDeclaration].bind(1, index.number).run()
    state.indexes.removeAll { $0.number == index.number }
    state.schema.indexNames[index.number] = nil
    try noteSchemaChange()
  }

  /// After each change of ``StoreState/schema`` or of an index.
  func noteSchemaChange() throws(StoreError) {
    changes += 1
    state.schema.version += 1
    try write(state.schema.encoded, metadata: Self.schemaKey)
  }

  /// Its name; one made from what it is on where it was declared before indexes had names.
  func name(of index: PropertyIndex) -> String {
    state.schema.indexNames[index.number]?.name ?? indexName(index.subject, index.key)
  }

  func indexName(_ subject: SchemaSubject, _ key: PropertyKeyID) -> String {
    "index_\(name(of: subject))_\(name(of: key))"
  }
}
