import SQLiteGraph
import Strategy

extension GraphDatabase {
  /// Stores an article and its mentions, in place of what was stored for the same text before.
  ///
  /// An article that the graph knows by the hash of its text keeps its node; a new one gets an id made of that hash. Where
  /// the graph has the same mentions already, nothing is written. Tells what changed. Builds take saved articles over, so that saving
  /// is no change that a build would drop.
  public func save(_ list: MentionList, text bytes: [UInt8]) throws(SillageError) -> SavedMentions {
    do throws(QueryFault) {
      return try transaction(writing: true) { () throws(QueryFault) in
        do throws(StoreError) {
          let reader = EntityReader(graph: graph)
          let (article, id) = try articleNode(list.document, bytes, reader)
          return try MentionStorage(graph: graph, article: article).store(list, id: id)
        } catch { throw .store(error) }
      }
    } catch {
      throw error.sillageError(in: SourceText(name: list.document, bytes: bytes))
    }
  }

  private func articleNode(
    _ document: String, _ bytes: [UInt8], _ reader: EntityReader
  ) throws(StoreError) -> (NodeID, id: String) {
    let label = try graph.makeLabel(named: GraphNames.articleLabel)
    let hashKey = try graph.makePropertyKey(named: "sha256")
    let hash = SHA256.hex(of: bytes)
    let body = SHA256.hex(of: Array(bytes[FrontMatter.end(of: bytes)...]))
    var articles: [NodeID] = []
    try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &articles)
    let hashes = try graph.property(hashKey, of: articles)
    for (row, article) in articles.enumerated() {
      guard let known = hashes[row].text, known == hash || known == body else { continue }
      return (article, try reader.name(of: article).id)
    }
    let id = SavedArticles.id(of: hash)
    let name = document.split(separator: "/").last.map(String.init) ?? document
    let values: [(String, Value)] = [
      ("id", .string(id)), ("name", .string(name)), ("title", .string(name)), ("sha256", .string(hash)),
      ("text", .string(String(decoding: bytes, as: UTF8.self))),
    ]
    var properties: [(key: PropertyKeyID, value: Value)] = []
    for (key, value) in values { properties.append((try graph.makePropertyKey(named: key), value)) }
    let node = try graph.createNode(labels: [label], properties: properties.sorted { $0.key < $1.key })
    return (node, id)
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
