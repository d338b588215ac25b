import SQLiteGraph
import Strategy

/// What storing the mentions of an article changed.
public struct SavedMentions: Hashable, Sendable {
  /// The id of the article.
  public var article: String
  public var added: [MentionReport]
  /// Places whose entity, or certainty, is another now.
  public var changed: [Change]
  /// Places that no longer are mentions: their words and the entity.
  public var removed: [Removed]
  public var unchanged: Int
  /// Mentions of entities that the database does not have, which are not stored.
  public var missing: [MentionReport] = []

  /// A place that was told differently before.
  public struct Change: Hashable, Sendable {
    public var mention: MentionReport
    /// The id of the entity before, and how sure it was.
    public var before: String
    public var scoreBefore: Double
    public var wasUncertain: Bool
  }

  /// A mention that is none any more.
  public struct Removed: Hashable, Sendable {
    public var offsets: Range<Int>
    public var text: String
    public var entity: String
  }

  /// Whether the database is as it was.
  public var isUnchanged: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

/// Brings the mentions that a graph has of an article to those that were found, and touches only what differs.
struct MentionStorage {
  let graph: SQLiteGraph
  let article: NodeID

  private struct Stored {
    var relationship: RelationshipID
    var entity: NodeID
    var properties: [String: Value]
  }

  func store(_ list: MentionList, id: String) throws(StoreError) -> SavedMentions {
    let reader = EntityReader(graph: graph)
    let index = try EntityIndex(reader)
    var stored = try storedMentions(reader)
    var saved = SavedMentions(article: id, added: [], changed: [], removed: [], unchanged: 0)
    for mention in list.mentions {
      guard let entity = index.node(withID: mention.entity.id) else {
        saved.missing.append(mention)
        continue
      }
      guard let before = stored.removeValue(forKey: mention.offsets) else {
        try create(mention, entity)
        saved.added.append(mention)
        continue
      }
      if before.entity == entity, Self.agree(before.properties, Self.properties(mention)) {
        saved.unchanged += 1
        continue
      }
      try graph.delete(before.relationship)
      try create(mention, entity)
      saved.changed.append(
        SavedMentions.Change(
          mention: mention, before: try reader.name(of: before.entity).id, scoreBefore: before.properties["score"]?.number ?? 0,
          wasUncertain: before.properties["uncertain"] != nil))
    }
    for (offsets, gone) in stored.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
      try graph.delete(gone.relationship)
      saved.removed.append(
        SavedMentions.Removed(
          offsets: offsets, text: gone.properties["text"]?.text ?? "", entity: try reader.name(of: gone.entity).id))
    }
    return saved
  }

  private func storedMentions(_ reader: EntityReader) throws(StoreError) -> [Range<Int>: Stored] {
    var stored: [Range<Int>: Stored] = [:]
    for (entity, relationship) in try reader.neighbours(of: article, Self.type, outgoing: true) {
      let properties = try reader.properties(of: relationship)
      guard let start = properties["start"]?.integer, let end = properties["end"]?.integer, start <= end,
        stored[start..<end] == nil
      else {
        try graph.delete(relationship)
        continue
      }
      stored[start..<end] = Stored(relationship: relationship, entity: entity, properties: properties)
    }
    return stored
  }

  private static let type = GraphNames.mentions

  private static func properties(_ mention: MentionReport) -> [String: Value] {
    var properties: [String: Value] = [
      "start": .integer(Int64(mention.offsets.lowerBound)), "end": .integer(Int64(mention.offsets.upperBound)),
      "text": .string(mention.text), "score": .float(mention.score),
    ]
    if mention.isUncertain { properties["uncertain"] = .boolean(true) }
    return properties
  }

  private static func agree(_ a: [String: Value], _ b: [String: Value]) -> Bool {
    a.count == b.count && a.allSatisfy { key, value in b[key].map { $0.shown == value.shown } ?? false }
  }

  private func create(_ mention: MentionReport, _ entity: NodeID) throws(StoreError) {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    for (name, value) in Self.properties(mention) {
      properties.append((key: try graph.makePropertyKey(named: name), value: value))
    }
    _ = try graph.createRelationship(
      try graph.makeRelationshipType(named: Self.type), from: article, to: entity,
      properties: properties.sorted { $0.key < $1.key })
  }
}
