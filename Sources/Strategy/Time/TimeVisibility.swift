import GraphFiles
public import GraphModel

/// Which statements of a graph are there for somebody who looks at it from a time: relationships by their properties `status`,
/// `start`, `end` and `as_of`, and by what was known then also claims, observations, sources, articles and verdicts.
///
/// Things are never hidden, only what is said of them. Of a relationship that was known and whose end was not, the end is hidden; of
/// a thing that was looked up later, its `status` and its `note`. Cost: what is asked for, read once.
public final class TimeVisibility: GraphVisibility {
  let frame: TimeFrame
  let graph: any GraphReader
  let keys: SourcingKeys
  public let changedKeys: Set<PropertyKeyID>
  private let start: PropertyKeyID?
  private let end: PropertyKeyID?
  /// Labels of what is dated itself, each with the property that tells when it became known.
  private let datedLabels: [(label: LabelID, key: PropertyKeyID)]
  private let observations: LabelID?
  private let source: PropertyKeyID?
  /// When each source appeared; read when an observation is first asked for.
  private var sourceDates: [String: PartialDate]?
  private var dates: [String: PartialDate?] = [:]

  public init(_ frame: TimeFrame, of graph: any GraphReader) {
    self.frame = frame
    self.graph = graph
    keys = SourcingKeys(of: graph)
    changedKeys = frame.knownAt == nil ? [] : keys.ofRelationships.union(keys.ofThings)
    start = graph.propertyKey(named: "start")
    end = graph.propertyKey(named: "end")
    source = graph.propertyKey(named: "source")
    observations = frame.knownAt == nil ? nil : graph.label(named: GraphNames.observationLabel)
    let names =
      frame.knownAt == nil
      ? [] : [GraphNames.claimLabel, GraphNames.sourceLabel, GraphNames.articleLabel, GraphNames.verdictLabel]
    datedLabels = names.compactMap { name in
      guard let label = graph.label(named: name), let key = graph.propertyKey(named: "date") else { return nil }
      return (label, key)
    }
  }

  public var hidesNodes: Bool { !datedLabels.isEmpty || observations != nil }

  public func shows(_ relationships: [RelationshipID]) throws(StoreError) -> [Bool] {
    let statuses = try column(keys.status, of: relationships)
    let starts = try column(start, of: relationships)
    let ends = try column(end, of: relationships)
    let learnt = try column(keys.asOf, of: relationships)
    let startsLearnt = try column(keys.startAsOf, of: relationships)
    let endsLearnt = try column(keys.endAsOf, of: relationships)
    return relationships.indices.map { row in
      StatementTimes(
        status: statuses.flatMap { Self.status($0[row]) }, start: date(starts, row), end: date(ends, row),
        asOf: date(learnt, row), startAsOf: date(startsLearnt, row), endAsOf: date(endsLearnt, row)
      ).isVisible(from: frame)
    }
  }

  func column(_ key: PropertyKeyID?, of relationships: [RelationshipID]) throws(StoreError) -> Column? {
    guard let key else { return nil }
    return try graph.property(key, of: relationships)
  }

  public func shows(_ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    var shown = [Bool](repeating: true, count: nodes.count)
    guard let known = frame.knownAt else { return shown }
    for (label, key) in datedLabels {
      let have = try graph.hasLabel(label, nodes)
      let rows = nodes.indices.filter { have[$0] }
      let learnt = try graph.property(key, of: rows.map { nodes[$0] })
      for (at, row) in rows.enumerated() where !StatementTimes.isKnown(date(learnt, at), at: known) { shown[row] = false }
    }
    guard let observations, let source else { return shown }
    let have = try graph.hasLabel(observations, nodes)
    let rows = nodes.indices.filter { have[$0] }
    guard !rows.isEmpty else { return shown }
    let appeared = try datesOfSources()
    let sources = try graph.property(source, of: rows.map { nodes[$0] })
    for (at, row) in rows.enumerated() {
      guard case .string(let id) = sources[at], !StatementTimes.isKnown(appeared[id], at: known) else { continue }
      shown[row] = false
    }
    return shown
  }

  private func datesOfSources() throws(StoreError) -> [String: PartialDate] {
    if let sourceDates { return sourceDates }
    var found: [String: PartialDate] = [:]
    if let label = graph.label(named: GraphNames.sourceLabel), let id = graph.propertyKey(named: "id"),
      let key = graph.propertyKey(named: "date")
    {
      var nodes: [NodeID] = []
      try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &nodes)
      let (ids, appeared) = (try graph.property(id, of: nodes), try graph.property(key, of: nodes))
      for row in nodes.indices {
        if case .string(let id) = ids[row], let date = date(appeared, row) { found[id] = date }
      }
    }
    sourceDates = found
    return found
  }

  // MARK: Values

  static func status(_ value: Value) -> RelationStatus? {
    if case .string(let text) = value { RelationStatus(rawValue: text) } else { nil }
  }

  /// What is no date counts as none.
  func date(_ column: Column?, _ row: Int) -> PartialDate? {
    guard let column else { return nil }
    let value = column[row]
    guard case .string(let text) = value else { return PartialDate(value) }
    if let known = dates[text] { return known }
    let date = PartialDate(value)
    dates[text] = .some(date)
    return date
  }
}

extension TimeFrame {
  /// A graph as it looks from this time; the graph itself where nothing is left out.
  public func view(of graph: any GraphReader) -> any GraphReader {
    isUnlimited ? graph : FilteredGraph(graph, TimeVisibility(self, of: graph))
  }
}
