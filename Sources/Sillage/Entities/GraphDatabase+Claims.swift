import SQLiteGraph
public import Strategy

/// Which claims are asked for; nil asks for any.
public struct ClaimFilter: Hashable, Sendable {
  /// The name of an article that they are made in.
  public var article: String?
  /// The name of an entity that they speak of.
  public var about: String?
  /// The name of whoever makes them, or whom they are attributed to.
  public var author: String?
  public var modality: String?
  public var polarity: String?
  public var stage: String?

  public init(
    article: String? = nil, about: String? = nil, author: String? = nil, modality: String? = nil, polarity: String? = nil,
    stage: String? = nil
  ) {
    self.article = article
    self.about = about
    self.author = author
    self.modality = modality
    self.polarity = polarity
    self.stage = stage
  }
}

extension GraphDatabase {
  /// Claims, a row for each place where one is made, in the order of articles and offsets.
  public func claims(_ filter: ClaimFilter) throws(SillageError) -> QueryAnswer {
    let names = [filter.article, filter.about, filter.author]
    let ids = try reading { reader throws(SillageError) in
      let index = try EntityIndex(store: reader)
      return try names.map { name throws(SillageError) -> String? in
        guard let name else { return nil }
        let node = try index.entity(called: name)
        do throws(StoreError) { return try reader.name(of: node).id } catch { throw .store(error) }
      }
    }
    let given = [
      ("article", ids[0]), ("about", ids[1]), ("author", ids[2]), ("modality", filter.modality),
      ("polarity", filter.polarity), ("stage", filter.stage),
    ]
    return try query(
      Self.claimQuery, parameters: given.map { ResultField($0.0, $0.1.map { .string($0) } ?? .null) },
      options: QueryOptions(sourceName: "<claims>"))
  }

  private static let claimQuery = """
    MATCH (a:Article)<-[e:EVIDENCED_IN]-(c:Claim)-[:SUBJECT]->(s)
    WHERE ($article IS NULL OR a.id = $article) AND ($modality IS NULL OR c.modality = $modality)
      AND ($polarity IS NULL OR c.polarity = $polarity) AND ($stage IS NULL OR c.stage = $stage)
    OPTIONAL MATCH (c)-[:OBJECT]->(o)
    OPTIONAL MATCH (c)-[:ASSERTED_BY]->(by)
    OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(from)
    WITH a, e, c, s, o, by, from
    WHERE ($about IS NULL OR s.id = $about OR o.id = $about) AND ($author IS NULL OR by.id = $author OR from.id = $author)
    RETURN c.id AS claim, s.id AS subject, c.predicate AS predicate, coalesce(o.id, toString(c.value)) AS object,
      c.polarity AS polarity, c.modality AS modality, by.id AS asserted_by, from.id AS attributed_to, c.date AS date,
      c.stage AS stage, c.due AS due, a.id AS article, e.start AS start, e.end AS end, e.quote AS quote
    ORDER BY article, start, claim
    """

  /// One claim, seen from a time, with its places, what was learnt later, and the relations that it supports. Fails with `unknownName` where
  /// no claim has the id.
  public func claim(_ id: String, time: TimeFrame = TimeFrame()) throws(SillageError) -> ClaimReport {
    try reading(time) { reader throws(SillageError) in
      let node = try EntityIndex(store: reader).entity(called: id)
      let report: ClaimReport?
      do throws(StoreError) { report = try Self.claim(node, reader) } catch { throw .store(error) }
      guard let report else { throw .unknownName(id, near: []) }
      return report
    }
  }

  private static func claim(_ node: NodeID, _ reader: EntityReader) throws(StoreError) -> ClaimReport? {
    guard let label = reader.graph.label(named: GraphNames.claimLabel), try reader.graph.hasLabel(label, [node]) == [true]
    else { return nil }
    var report = try ClaimReport(node, reader)
    report.relations = try report.supported(by: node, reader)
    return report
  }
}
