public import GraphModel

/// Reads what statements of a graph rest on. Works in the transaction that is open, and keeps what it has read.
public final class EvidenceReading {
  let lookup: GraphLookup
  private var claims: [String: [EvidenceItem]] = [:]
  private var sources: [String: EvidenceItem] = [:]
  /// The articles that are the text of a source, by the id of the source: those with the same address.
  private lazy var articles = Result<[String: String], StoreError> { () throws(StoreError) in try articlesOfSources() }
  /// What of documents is compared, by their ids.
  var documents: [String: OriginDocument] = [:]

  public init(_ graph: any GraphReader) { lookup = GraphLookup(graph: graph) }

  /// What a relationship rests on: the places of the claims that say the same, by article and offset, then its own source, unless one
  /// of them is in it, and likewise the sources of its start and of its end. A relationship of a claim or an observation rests on what those rest on.
  public func items(behind relationship: RelationshipID) throws(StoreError) -> [EvidenceItem] {
    guard let found = try lookup.graph.ends(of: [relationship]).first, let ends = found else { return [] }
    let properties = try lookup.properties(of: relationship)
    if properties["source"] == nil {
      for end in [ends.start, ends.end] {
        let own = try items(behind: end, isStatement: true)
        if !own.isEmpty { return own }
      }
    }
    var items: [EvidenceItem] = []
    for claim in properties["claims"]?.texts ?? [] { items += try places(of: claim) }
    items.sort { ($0.article ?? "", $0.offsets?.lowerBound ?? 0) < ($1.article ?? "", $1.offsets?.lowerBound ?? 0) }
    for side in ["", "start_", "end_"] {
      guard let id = properties.text(side + "source") else { continue }
      var stated = try item(ofSource: id)
      stated.confidence = properties.text(side + "confidence")
      stated.tellsOfEnd = side == "end_"
      if !items.contains(where: { $0.document == stated.document }) { items.append(stated) }
    }
    return items
  }

  /// What a node rests on: the places of a claim, else its source. With `isStatement` only what claims and observations rest on.
  public func items(behind node: NodeID, isStatement: Bool = false) throws(StoreError) -> [EvidenceItem] {
    if try lookup.hasLabel(GraphNames.claimLabel, node) { return try places(ofClaim: node) }
    if isStatement, try !lookup.hasLabel(GraphNames.observationLabel, node) { return [] }
    let properties = try lookup.properties(of: node)
    if try lookup.hasLabel(GraphNames.sourceLabel, node), let id = properties.text("id") { return [try item(ofSource: id)] }
    guard let source = properties.text("source") else { return [] }
    var item = try item(ofSource: source)
    item.confidence = properties.text("confidence")
    return [item]
  }

  // MARK: Claims

  /// The places of the claim with an id.
  func places(of claim: String) throws(StoreError) -> [EvidenceItem] {
    if let known = claims[claim] { return known }
    let found = try lookup.node(GraphNames.claimLabel, id: claim).map { node throws(StoreError) in try places(ofClaim: node) }
    claims[claim] = found ?? []
    return found ?? []
  }

  private func places(ofClaim node: NodeID) throws(StoreError) -> [EvidenceItem] {
    let claim = try lookup.properties(of: node)
    var item = EvidenceItem()
    item.claim = claim.text("id")
    item.date = claim.text("date")
    item.confidence = claim.text("confidence")
    item.modality = claim.text("modality")
    item.asserter = try lookup.outgoing(node, GraphNames.assertedBy).first.flatMap { found throws(StoreError) in
      try lookup.id(of: found.node)
    }
    item.attributedTo = try lookup.outgoing(node, GraphNames.attributedTo).first.flatMap { found throws(StoreError) in
      try lookup.id(of: found.node)
    }
    var items: [EvidenceItem] = []
    for (article, place) in try lookup.outgoing(node, GraphNames.evidencedIn) {
      let properties = try lookup.properties(of: place)
      try describe(&item, article: article)
      item.quote = properties.text("quote")
      item.unit = properties.text("unit")
      item.offsets = nil
      if let start = properties["start"]?.count, let end = properties["end"]?.count, start <= end { item.offsets = start..<end }
      items.append(item)
    }
    return items
  }

  private func describe(_ item: inout EvidenceItem, article: NodeID) throws(StoreError) {
    let properties = try lookup.properties(of: article)
    item.article = properties.text("id")
    item.title = properties.text("title") ?? properties.text("name")
    item.url = properties.text("url")
    if let article = item.article { item.source = try source(ofDocument: article) }
    item.publisher = properties.text("publisher")
    if item.publisher == nil {
      let publisher = try lookup.outgoing(article, "PUBLISHED_BY").first
      item.publisher = try publisher.flatMap { found throws(StoreError) in try lookup.properties(of: found.node).text("name") }
    }
  }

  // MARK: Sources

  /// A source that is only named: a bibliographic record, or an article of the graph.
  public func item(ofSource id: String) throws(StoreError) -> EvidenceItem {
    if let known = sources[id] { return known }
    var item = EvidenceItem()
    item.source = id
    if let node = try lookup.node(GraphNames.sourceLabel, id: id) {
      let record = try lookup.properties(of: node)
      item.title = record.text("title")
      item.publisher = record.text("publisher")
      item.asserter = record.text("publisher")
      item.date = record.text("date")
      item.url = record.text("url")
      item.article = try articles.get()[id]
    } else if let node = try lookup.node(GraphNames.articleLabel, id: id) {
      try describe(&item, article: node)
      item.source = nil
      item.date = try lookup.properties(of: node).text("date")
      item.asserter = item.publisher
    }
    sources[id] = item
    return item
  }

  /// The document that a source is: the article with the same address, else the source itself.
  func document(ofSource id: String) throws(StoreError) -> String { try articles.get()[id] ?? id }

  /// The source that describes a document; the document's own id where none has the same address.
  public func source(ofDocument id: String) throws(StoreError) -> String {
    try articles.get().filter { $0.value == id }.keys.min() ?? id
  }

  /// The ids of all bibliographic records.
  public func sourceIDs() throws(StoreError) -> [String] {
    try lookup.nodes(GraphNames.sourceLabel, "id").compactMap(\.value.text)
  }

  private func articlesOfSources() throws(StoreError) -> [String: String] {
    var byAddress: [String: String] = [:]
    for (node, url) in try lookup.nodes(GraphNames.articleLabel, "url") {
      if let url = url.text, byAddress[url] == nil { byAddress[url] = try lookup.id(of: node) }
    }
    var articles: [String: String] = [:]
    for (node, url) in try lookup.nodes(GraphNames.sourceLabel, "url") {
      if let url = url.text, let article = byAddress[url], let id = try lookup.id(of: node) { articles[id] = article }
    }
    return articles
  }
}
