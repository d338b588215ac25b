public import GraphModel

extension SQLiteGraph {
  static let endLabelsKey = "end-labels"

  /// A text that was kept under a key of the caller's.
  public func metadata(_ key: String) throws(StoreError) -> String? {
    try checkReadable()
    if let known = texts[key] { return known }
    let text = try readMetadata("text:" + key).map { String(decoding: $0, as: UTF8.self) }
    texts[key] = .some(text)
    return text
  }

  /// Keeps a text under a key of the caller's; nil removes it.
  public func setMetadata(_ key: String, to text: String?) throws(StoreError) {
    try checkWritable()
    changes += 1
    texts[key] = nil
    if let text {
      try write(Array(text.utf8), metadata: "text:" + key)
    } else {
      try statements[.removeMetadata].bind(1, "text:" + key).run()
    }
  }

  /// Keeps what a schema says about relationship types, in place of what was kept.
  public func setTraits(_ traits: RelationshipTraits) throws(StoreError) {
    try checkWritable()
    changes += 1
    try statements[.removeTraits].run()
    for name in Set(traits.inverses.keys).union(traits.symmetric).sorted() {
      let statement = try statements[.insertTrait]
      try statement.bind(1, name)
      try statement.bind(2, traits.inverses[name] ?? "")
      try statement.bind(3, Int64(traits.symmetric.contains(name) ? 1 : 0)).run()
    }
    state.traits = traits
  }

  func write(_ bytes: [UInt8], metadata key: String) throws(StoreError) {
    try statements[.setMetadata].bind(1, key).bind(2, bytes).run()
  }

  private func readMetadata(_ key: String) throws(StoreError) -> [UInt8]? {
    let statement = try statements[.metadata].bind(1, key)
    defer { statement.reset() }
    return try statement.step() ? statement.blob(0) : nil
  }

  /// Reads the small tables.
  func loadState() throws(StoreError) -> StoreState {
    var state = StoreState()
    try loadNames(into: &state)
    let traits = try statements[.traits]
    defer { traits.reset() }
    while try traits.step() {
      let name = traits.text(0)
      let inverse = traits.text(1)
      if !inverse.isEmpty { state.traits.inverses[name] = inverse }
      if traits.integer(2) != 0 { state.traits.symmetric.insert(name) }
    }
    let declarations = try statements[.declarations]
    defer { declarations.reset() }
    while try declarations.step() {
      state.indexes.append(
        PropertyIndex(
          number: declarations.integer(0), subject: SchemaSubject(number: declarations.integer(1)),
          key: PropertyKeyID(Int32(truncatingIfNeeded: declarations.integer(2))),
          isUnique: declarations.integer(3) != 0))
    }
    if let bytes = try readMetadata(Self.schemaKey) { state.schema = try SchemaState(decoding: bytes) }
    if let bytes = try readMetadata(Self.fullTextKey) { state.fullText = try [FullTextIndex](decoding: bytes) }
    if let bytes = try readMetadata(Self.countersKey) { try loadCounters(bytes, into: &state) }
    if let bytes = try readMetadata(Self.endLabelsKey) {
      state.endLabels = try EndLabels(decoding: bytes)
    } else if state.counters.relationships > 0 {
      state.endLabels = nil
    }
    return state
  }

  private func loadNames(into state: inout StoreState) throws(StoreError) {
    let names = try statements[.names]
    defer { names.reset() }
    while try names.step() {
      let text = names.text(2)
      let number: Int32
      switch NameKind(rawValue: names.integer(0)) {
      case .label: number = state.labels.append(text)
      case .relationshipType: number = state.types.append(text)
      case .propertyKey: number = state.keys.append(text)
      case nil: throw RecordReader.damage
      }
      guard Int64(number) == names.integer(1) else { throw RecordReader.damage }
    }
  }
}
