import SQLiteGraph
import Strategy

/// The articles and mentions that `sillage link --save` stored in a database. No text of a project has them, so a build takes them over
/// from the database that it replaces.
struct SavedArticles {
  private var articles: [SavedArticle] = []

  private struct SavedArticle {
    var properties: [String: Value]
    /// Whether saving made the article itself, and not the text of the graph.
    var isStored: Bool
    var mentions: [(entity: String, properties: [String: Value])]
  }

  var isEmpty: Bool { articles.isEmpty }

  init() {}

  /// Reads those of a graph. A transaction is open. Cost: reads all articles and their mentions.
  init(of graph: SQLiteGraph) throws(StoreError) {
    let reader = EntityReader(graph: graph)
    for node in try Self.nodes(of: graph) {
      let properties = try reader.properties(of: node)
      var mentions: [(entity: String, properties: [String: Value])] = []
      for (entity, relationship) in try reader.neighbours(of: node, GraphNames.mentions, outgoing: true) {
        let own = try reader.properties(of: relationship)
        guard own["start"]?.integer != nil, own["end"]?.integer != nil else { continue }
        mentions.append((try reader.name(of: entity).id, own))
      }
      let isStored = properties["sha256"]?.text.map { properties["id"]?.text == Self.id(of: $0) } ?? false
      guard isStored || !mentions.isEmpty else { continue }
      articles.append(SavedArticle(properties: properties, isStored: isStored, mentions: mentions))
    }
  }

  /// The id of an article that saving makes, of the hash of its text.
  static func id(of hash: String) -> String { "article-" + hash.prefix(12) }

  private static func nodes(of graph: SQLiteGraph) throws(StoreError) -> [NodeID] {
    guard let label = graph.label(named: GraphNames.articleLabel) else { return [] }
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &nodes)
    return nodes
  }

  /// Stores them in a graph that was compiled anew: at the article of the same text where it has one, else as an article of its own.
  /// Mentions of what it no longer has are left out. A transaction that writes is open.
  func store(in graph: SQLiteGraph) throws(StoreError) -> KeptArticles {
    let reader = EntityReader(graph: graph)
    let index = try EntityIndex(reader)
    var known: [String: NodeID] = [:]
    for node in try Self.nodes(of: graph) {
      if let hash = try reader.properties(of: node)["sha256"]?.text { known[hash] = node }
    }
    var kept = KeptArticles()
    for article in articles {
      var same = Self.hashes(of: article).lazy.compactMap { known[$0] }.first
      if same == nil { same = try Self.create(article, in: graph) }
      guard let node = same else {
        kept.lost += article.mentions.count
        continue
      }
      kept.articles += 1
      for mention in article.mentions {
        guard let entity = index.node(withID: mention.entity) else {
          kept.lost += 1
          continue
        }
        _ = try graph.createRelationship(
          try graph.makeRelationshipType(named: GraphNames.mentions), from: node, to: entity,
          properties: try Self.keyed(mention.properties, in: graph))
        kept.mentions += 1
      }
    }
    return kept
  }

  /// The hash of the text, and of what is behind its front matter.
  private static func hashes(of article: SavedArticle) -> [String] {
    let text = article.properties["text"]?.text.map { Array($0.utf8) }
    let body = text.map { SHA256.hex(of: Array($0[FrontMatter.end(of: $0)...])) }
    return [article.properties["sha256"]?.text, body].compactMap { $0 }
  }

  private static func create(_ article: SavedArticle, in graph: SQLiteGraph) throws(StoreError) -> NodeID? {
    guard article.isStored else { return nil }
    return try graph.createNode(
      labels: [try graph.makeLabel(named: GraphNames.articleLabel)], properties: try keyed(article.properties, in: graph))
  }

  private static func keyed(
    _ properties: [String: Value], in graph: SQLiteGraph
  ) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var keyed: [(key: PropertyKeyID, value: Value)] = []
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) { keyed.append((try graph.makePropertyKey(named: name), value)) }
    return keyed.sorted { $0.key < $1.key }
  }
}

/// What a build took over of the articles and mentions that were saved in the database that it replaced.
public struct KeptArticles: Hashable, Sendable {
  public var articles: Int
  public var mentions: Int
  /// Mentions of entities, or in articles, that the text no longer has.
  public var lost: Int

  public init(articles: Int = 0, mentions: Int = 0, lost: Int = 0) {
    self.articles = articles
    self.mentions = mentions
    self.lost = lost
  }

  /// The same in words; nil where there was nothing to keep.
  public var text: String? {
    guard articles > 0 || lost > 0 else { return nil }
    let kept = "kept \(Self.count(articles, "saved article")) with \(Self.count(mentions, "mention"))"
    return lost == 0 ? kept : kept + "; \(Self.count(lost, "mention")) of what the text no longer has left out"
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
