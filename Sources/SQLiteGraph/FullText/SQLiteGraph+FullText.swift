public import GraphModel

extension SQLiteGraph {
  static let fullTextKey = "full-text"

  /// The full-text indexes, in the order of their declaration.
  public var fullTextIndexes: [FullTextIndex] { state.fullText }

  /// Declares a full-text index and fills it. The name is one that no index or constraint has.
  /// Cost: reads the properties of all nodes or relationships concerned.
  public func createFullTextIndex(
    named name: String, on subject: FullTextIndex.Subject, keys: [PropertyKeyID]
  ) throws(StoreError) {
    try checkWritable()
    guard !keys.isEmpty, freeSchemaName(like: name) == name else {
      throw StoreError(.misuse, "a full-text index needs a property and a name of its own")
    }
    let number = (state.fullText.map(\.number).max() ?? 0) + 1
    let index = FullTextIndex(name: name, subject: subject, keys: keys, number: number)
    do throws(AtomicFailure<StoreError>) {
      try atomically { () throws(StoreError) in
        changes += 1
        let columns = index.columns.joined(separator: ", ")
        try connection.execute(
          "CREATE VIRTUAL TABLE \(index.table) USING fts5(\(columns), tokenize = 'unicode61 remove_diacritics 2')")
        state.fullText.append(index)
        try noteFullTextChange()
        try fill(index)
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw error
      }
    }
  }

  /// Removes a full-text index. False where there is none of the name.
  public func dropFullTextIndex(named name: String) throws(StoreError) -> Bool {
    try checkWritable()
    guard let index = state.fullText.first(where: { $0.name == name }) else { return false }
    changes += 1
    try connection.execute("DROP TABLE \(index.table)")
    state.fullText.removeAll { $0.name == name }
    try noteFullTextChange()
    return true
  }

  private func noteFullTextChange() throws(StoreError) {
    try write(state.fullText.encoded, metadata: Self.fullTextKey)
    try noteSchemaChange()
  }

  /// The ids of the nodes or relationships whose texts fulfil a query (``FullTextQuery``), the best first, each with how well it
  /// fits (BM25: Robertson and Zaragoza, 2009). `misuse` for a query that cannot be read.
  /// Cost: what is found, and within a transaction what was written in it.
  public func search(_ index: FullTextIndex, for text: String) throws(StoreError) -> [(id: Int64, score: Double)] {
    try checkReadable()
    if transaction == .writing { try flushFullText() }
    let names = Dictionary(zip(index.keys.map { name(of: $0) }, index.columns), uniquingKeysWith: { first, _ in first })
    let query = try FullTextQuery(text, columns: names)
    let rows = try connection.prepare(
      "SELECT rowid, -rank FROM \(index.table) WHERE \(index.table) MATCH ?1 ORDER BY rank, rowid")
    try rows.bind(1, query.expression)
    var found: [(id: Int64, score: Double)] = []
    while try rows.step() { found.append((rows.integer(0), rows.double(1))) }
    return found
  }

  // MARK: Keeping the entries

  /// Notes that the entries of a node may change. They are made anew by ``flushFullText()``.
  func noteText(_ node: NodeID, _ labels: [LabelID]) {
    if !state.fullText.isEmpty, state.fullText.contains(where: { $0.concerns(labels) }) { touched.texts.insert(node.rawValue) }
  }

  func noteText(_ relationship: RelationshipID, _ type: RelationshipTypeID) {
    if !state.fullText.isEmpty, state.fullText.contains(where: { $0.concerns(type) }) {
      touched.relationshipTexts.insert(relationship.rawValue)
    }
  }

  /// Brings the indexes up to what the transaction has written. What was noted stays noted until the transaction ends, since
  /// a part of it may still be undone.
  func flushFullText() throws(StoreError) {
    guard !touched.texts.isEmpty || !touched.relationshipTexts.isEmpty else { return }
    changes += 1
    for index in state.fullText {
      let ids: Set<Int64>
      switch index.subject {
      case .nodes: ids = touched.texts
      case .relationships: ids = touched.relationshipTexts
      }
      let removal = try connection.prepare("DELETE FROM \(index.table) WHERE rowid = ?1")
      for id in ids.sorted() { try removal.bind(1, id).run() }
      switch index.subject {
      case .nodes:
        let nodes = ids.sorted().map { NodeID($0) }
        let exists = try exist(nodes)
        try insert(zip(nodes, exists).compactMap { $1 ? $0 : nil }, into: index)
      case .relationships(let types):
        let relationships = ids.sorted().map { RelationshipID($0) }
        let ends = try ends(of: relationships)
        try insert(zip(relationships, ends).compactMap { $1.map { types.contains($0.type) } == true ? $0 : nil }, into: index)
      }
    }
  }

  private func fill(_ index: FullTextIndex) throws(StoreError) {
    switch index.subject {
    case .nodes(let labels):
      var seen = Set<NodeID>()
      for label in labels {
        try eachBatch(with: label) { nodes throws(StoreError) in
          try insert(nodes.filter { seen.insert($0).inserted }, into: index)
        }
      }
    case .relationships(let types):
      try eachBatch(ofTypes: types) { relationships throws(StoreError) in try insert(relationships, into: index) }
    }
  }

  /// Nodes that exist; those with none of the labels are passed over.
  private func insert(_ nodes: [NodeID], into index: FullTextIndex) throws(StoreError) {
    guard case .nodes(let labels) = index.subject, !nodes.isEmpty else { return }
    var isWanted = Array(filledWith: false, count: nodes.count)
    for label in labels {
      for (at, has) in try hasLabel(label, nodes).enumerated() where has { isWanted[at] = true }
    }
    let wanted = zip(nodes, isWanted).compactMap { $1 ? $0 : nil }
    let columns = try index.keys.map { key throws(StoreError) in try property(key, of: wanted) }
    try insert(wanted.map(\.rawValue), columns, into: index)
  }

  private func insert(_ relationships: [RelationshipID], into index: FullTextIndex) throws(StoreError) {
    guard !relationships.isEmpty else { return }
    let columns = try index.keys.map { key throws(StoreError) in try property(key, of: relationships) }
    try insert(relationships.map(\.rawValue), columns, into: index)
  }

  private func insert(_ ids: [Int64], _ columns: [Column], into index: FullTextIndex) throws(StoreError) {
    let places = (index.columns.indices.map { "?\($0 + 2)" }).joined(separator: ", ")
    let statement = try connection.prepare(
      "INSERT INTO \(index.table)(rowid, \(index.columns.joined(separator: ", "))) VALUES (?1, \(places))")
    for (row, id) in ids.enumerated() {
      let texts = columns.map { $0[row].indexedText }
      guard texts.contains(where: { !$0.isEmpty }) else { continue }
      statement.bind(1, id)
      for (at, text) in texts.enumerated() { try statement.bind(Int32(at + 2), text) }
      try statement.run()
    }
  }
}

extension Value {
  /// The text whose words are indexed: a string, or the strings of a list; nothing for all else.
  fileprivate var indexedText: String {
    switch self {
    case .string(let text): text
    case .list(let items): items.map(\.indexedText).joined(separator: "\n")
    default: ""
    }
  }
}
