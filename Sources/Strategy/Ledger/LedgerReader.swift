public import GraphFiles
public import GraphModel

extension Ledger {
  /// Reads a graph, in the transaction that is open. Cost: reads everything but the texts of articles' spans once.
  public init(of graph: any GraphReader, schema: Schema) throws(StoreError) {
    var reader = LedgerReader(graph: graph, ledger: Ledger(schema: schema))
    try reader.readNodes()
    try reader.readRelationships()
    self = reader.ledger
  }
}

/// Reads a graph into a ledger: all nodes by their kind, then all relationships by what they join.
private struct LedgerReader {
  private enum Kind {
    case entity(String)
    case claim(Int)
    case observation(Int)
    case verdict(Int)
    case source(String)
  }

  let graph: any GraphReader
  var ledger: Ledger
  private var kinds: [NodeID: Kind] = [:]
  /// Texts that no audit needs.
  private static let leftOut: Set<String> = ["text"]

  init(graph: any GraphReader, ledger: Ledger) {
    self.graph = graph
    self.ledger = ledger
  }

  // MARK: Nodes

  mutating func readNodes() throws(StoreError) {
    var last: NodeID?
    while true {
      var nodes: [NodeID] = []
      try graph.scanNodes(labels: [], after: last, limit: Batch.capacity, into: &nodes)
      let labels = try graph.labels(of: nodes)
      for (node, labels) in zip(nodes, labels) {
        let names = labels.map { graph.name(of: $0) }
        add(node, names, try named(try graph.properties(of: node)))
      }
      guard nodes.count == Batch.capacity else { return }
      last = nodes.last
    }
  }

  private func named(_ pairs: [(key: PropertyKeyID, value: Value)]) throws(StoreError) -> [String: Value] {
    var properties: [String: Value] = [:]
    for (key, value) in pairs {
      let name = graph.name(of: key)
      if !Self.leftOut.contains(name) { properties[name] = value }
    }
    return properties
  }

  private mutating func add(_ node: NodeID, _ labels: [String], _ properties: [String: Value]) {
    let id = properties["id"]?.text
    if labels.contains(GraphNames.observationLabel) {
      kinds[node] = .observation(ledger.observations.count)
      ledger.observations.append(LedgerObservation(node: node, subject: "", properties: properties))
    } else if labels.contains(GraphNames.verdictLabel) {
      kinds[node] = .verdict(ledger.verdicts.count)
      ledger.verdicts.append(
        LedgerVerdict(
          subject: "", predicate: properties["predicate"]?.text ?? "", sides: properties["sides"]?.texts ?? [],
          decision: properties["verdict"]?.text ?? "", reason: properties["reason"]?.text ?? "",
          date: properties["date"]?.text, by: properties["by"]?.text))
    } else if labels.contains(GraphNames.claimLabel), let id {
      kinds[node] = .claim(ledger.claims.count)
      ledger.claims.append(
        LedgerClaim(
          node: node, id: id, subject: "", predicate: properties["predicate"]?.text ?? "", properties: properties))
    } else if labels.contains(GraphNames.sourceLabel), let id {
      kinds[node] = .source(id)
      ledger.sources[id] = LedgerSource(node: node, id: id, properties: properties)
    } else if let id {
      kinds[node] = .entity(id)
      let name = properties["name"]?.text ?? properties["title"]?.text ?? id
      ledger.entities[id] = LedgerEntity(node: node, id: id, name: name, labels: labels, properties: properties)
      if labels.contains(GraphNames.articleLabel) {
        ledger.sources[id] = LedgerSource(node: node, id: id, properties: properties)
      }
    }
  }

  // MARK: Relationships

  mutating func readRelationships() throws(StoreError) {
    var last: RelationshipID?
    while true {
      var found = Adjacency()
      try graph.scanRelationships(types: nil, after: last, limit: Batch.capacity, into: &found)
      let ends = try graph.ends(of: found.relationships)
      for row in 0..<found.count {
        guard let ends = ends[row] else { continue }
        try add(found.relationships[row], ends)
      }
      guard found.count == Batch.capacity else { return }
      last = found.relationships.last
    }
  }

  private mutating func add(_ relationship: RelationshipID, _ ends: RelationshipEnds) throws(StoreError) {
    guard let start = kinds[ends.start], let end = kinds[ends.end] else { return }
    let type = graph.name(of: ends.type)
    switch (start, end) {
    case (.claim(let at), .entity(let id)):
      switch type {
      case GraphNames.subject: ledger.claims[at].subject = id
      case GraphNames.object: ledger.claims[at].object = id
      case GraphNames.assertedBy: ledger.claims[at].asserter = id
      case GraphNames.attributedTo: ledger.claims[at].attributedTo = id
      case GraphNames.evidencedIn where ledger.claims[at].article == nil:
        ledger.claims[at].article = id
        ledger.claims[at].quote = try named(try graph.properties(of: relationship))["quote"]?.text
      default: break
      }
    case (.observation(let at), .entity(let id)) where type == GraphNames.observationOf:
      ledger.observations[at].subject = id
    case (.verdict(let at), .entity(let id)) where type == GraphNames.verdictOn:
      ledger.verdicts[at].subject = id
    case (.entity(let subject), .entity(let object)):
      let properties = try named(try graph.properties(of: relationship))
      guard type != GraphNames.mentions else {
        ledger.mentioned.insert(object)
        return
      }
      ledger.relations.append(
        LedgerRelation(
          id: relationship, type: GraphNames.schemaName(type), subject: subject, object: object, properties: properties,
          times: StatementTimes(properties)))
    default: break
    }
  }
}

extension StatementTimes {
  /// What the properties of a relationship say.
  init(_ properties: [String: Value]) {
    func date(_ name: String) -> PartialDate? { properties[name].flatMap { PartialDate($0) } }
    self.init(
      status: properties["status"]?.text.flatMap { RelationStatus(rawValue: $0) }, start: date("start"), end: date("end"),
      asOf: date("as_of"), startAsOf: date("start_as_of"), endAsOf: date("end_as_of"))
  }
}

extension Value {
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var texts: [String] {
    if case .list(let items) = self { items.compactMap(\.text) } else { [] }
  }

  /// A number, or the number that a text begins with: `45 %`, `more than 20 %`.
  var amount: Double? {
    switch self {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    case .string(let text):
      let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      return Double(digits.last == "." ? digits.dropLast() : digits)
    default: return nil
    }
  }

  /// As a person reads it.
  var shown: String {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .float(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .boolean(let flag): "\(flag)"
    case .date(let day): "\(day)"
    case .list(let items): items.map(\.shown).joined(separator: ", ")
    default: ""
    }
  }
}
