import SQLiteGraph
import Strategy

extension GraphDatabase {
  /// Stores an article and its mentions, in place of what was stored for the same text before.
  ///
  /// An article that the graph knows by the hash of its text keeps its node; a new one gets an id made of that hash, its text, and what it says of
  /// itself. One that was saved with another text under the same address keeps its node, too, and gets a new id, and its text and facts of now.
  /// Where the graph has all of it already, nothing is written. Tells what changed of the mentions. Builds take saved articles over, so that saving
  /// is no change that a build would drop.
  public func save(_ list: MentionList) throws(SillageError) -> SavedMentions {
    do throws(QueryFault) {
      return try transaction(writing: true) { () throws(QueryFault) in
        do throws(StoreError) {
          let reader = EntityReader(graph: graph)
          let (article, id) = try articleNode(list, reader)
          return try MentionStorage(graph: graph, article: article).store(list, id: id)
        } catch { throw .store(error) }
      }
    } catch {
      throw error.sillageError(in: SourceText(name: list.document, bytes: list.source.text))
    }
  }

  private func articleNode(
    _ list: MentionList, _ reader: EntityReader
  ) throws(StoreError) -> (NodeID, id: String) {
    let bytes = list.source.text
    let label = try graph.makeLabel(named: GraphNames.articleLabel)
    let hashKey = try graph.makePropertyKey(named: "sha256")
    let hash = SHA256.hex(of: bytes)
    let body = SHA256.hex(of: Array(bytes[FrontMatter.end(of: bytes)...]))
    let id = SavedArticles.id(of: hash)
    var articles: [NodeID] = []
    try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &articles)
    let hashes = try graph.property(hashKey, of: articles)
    for (row, article) in articles.enumerated() {
      guard let stored = hashes[row].text, stored == hash || stored == body else { continue }
      let known = try reader.name(of: article).id
      if known == id { try update(article, try properties(Self.facts(list.source))) }
      return (article, known)
    }
    let file = list.document.split(separator: "/").last.map(String.init) ?? list.document
    var values = Self.facts(list.source) + [("id", id), ("sha256", hash), ("text", String(decoding: bytes, as: UTF8.self))]
    if list.source.title == nil { values += [("name", file), ("title", file)] }
    if let earlier = try savedEarlier(list.source.address, among: articles, hashes) {
      try update(earlier, try properties(values))
      return (earlier, id)
    }
    return (try graph.createNode(labels: [label], properties: try properties(values)), id)
  }

  /// The article that was saved with another text under an address; those of the text of the graph are left alone.
  private func savedEarlier(_ address: String?, among articles: [NodeID], _ hashes: Column) throws(StoreError) -> NodeID? {
    guard let address else { return nil }
    let addresses = try graph.property(try graph.makePropertyKey(named: "url"), of: articles)
    let ids = try graph.property(try graph.makePropertyKey(named: "id"), of: articles)
    for (row, article) in articles.enumerated() where addresses[row].text == address {
      if let hash = hashes[row].text, ids[row].text == SavedArticles.id(of: hash) { return article }
    }
    return nil
  }

  /// What an article says of itself, by the names that the vocabulary of the graph has.
  private static func facts(_ source: ArticleSource) -> [(String, String)] {
    let facts = [
      ("name", source.title), ("title", source.title), ("date", source.date), ("publisher", source.publisher), ("language", source.language),
      ("url", source.address),
    ]
    return facts.compactMap { key, value in value.map { (key, $0) } }
  }

  private func properties(_ values: [(String, String)]) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    for (key, value) in values { properties.append((try graph.makePropertyKey(named: key), .string(value))) }
    return properties.sorted { $0.key < $1.key }
  }

  /// Sets those properties of an article that are not as they should be.
  private func update(_ article: NodeID, _ wanted: [(key: PropertyKeyID, value: Value)]) throws(StoreError) {
    let stored = try graph.properties(of: article)
    let changed = wanted.filter { want in stored.first { $0.key == want.key }?.value.text != want.value.text }
    if !changed.isEmpty { try graph.set(changed, of: article) }
  }
}

/// The YAML between two lines of `---` at the head of a Markdown file.
enum FrontMatter {
  /// The offset of the first byte behind it; 0 for a file without.
  static func end(of bytes: [UInt8]) -> Int {
    let fence = Array("---".utf8)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual(fence) else { return 0 }
    for line in lines.dropFirst() where line.elementsEqual(fence) { return min(line.endIndex + 1, bytes.count) }
    return 0
  }
}
