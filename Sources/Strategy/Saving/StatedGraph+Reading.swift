import GraphFiles
import GraphModel

extension StatedGraph {
  /// What a graph states. Entities, claims and sources without an id get one of their name. `known` says how it is stated
  /// now: the order of types, and which articles are ours. `fallback` is the source of what has none.
  init(_ graph: any GraphReader, known: StatedGraph, schema: Schema, fallback: String) throws(StoreError) {
    var reading = StatedGraphReading(GraphLookup(graph: graph), known: known, schema: schema, fallback: fallback)
    try reading.readNodes()
    try reading.readRelationships()
    self = reading.stated
  }
}

/// Reads a graph node by node, then relationship by relationship.
private struct StatedGraphReading {
  private let lookup: GraphLookup
  private let known: StatedGraph
  private let schema: Schema
  private let fallback: String
  private(set) var stated = StatedGraph()
  private var ids: [NodeID: String] = [:]
  private var taken: Set<String> = []
  private var observations: [NodeID: ValueMap] = [:]
  private var verdicts: [NodeID: ValueMap] = [:]
  private var subjects: [NodeID: String] = [:]
  private var sources: [NodeID: String] = [:]
  private var properties: [NodeID: ValueMap] = [:]
  private var claimProperties: [NodeID: ValueMap] = [:]

  init(_ lookup: GraphLookup, known: StatedGraph, schema: Schema, fallback: String) {
    self.lookup = lookup
    self.known = known
    self.schema = schema
    self.fallback = fallback
  }

  // MARK: Nodes

  mutating func readNodes() throws(StoreError) {
    let graph = lookup.graph
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [], after: nil, limit: Int.max, into: &nodes)
    let labels = try graph.labels(of: nodes).map { $0.map { graph.name(of: $0) } }
    for node in nodes {
      let found = try lookup.properties(of: node)
      properties[node] = found
      if let id = found.text("id") { taken.insert(id) }
    }
    for (row, node) in nodes.enumerated() { add(node, labels[row], properties[node] ?? ValueMap()) }
  }

  private mutating func add(_ node: NodeID, _ labels: [String], _ properties: ValueMap) {
    if labels.contains(GraphNames.observationLabel) {
      observations[node] = properties
      return
    }
    if labels.contains(GraphNames.verdictLabel) {
      verdicts[node] = properties
      return
    }
    let id = properties.text("id") ?? freshID(properties.text("name") ?? properties.text("title") ?? labels.first ?? "entity")
    ids[node] = id
    if labels.contains(GraphNames.sourceLabel) {
      if id == Provenance.generalKnowledge, known.sources[id] == nil { return }
      stated.sources[id] = StatedFields(properties, without: ["id"])
    } else if labels.contains(GraphNames.claimLabel) {
      claimProperties[node] = properties
      stated.claims[id] = StatedGraph.Claim()
    } else {
      addEntity(node, id, labels, properties)
    }
  }

  private mutating func addEntity(_ node: NodeID, _ id: String, _ labels: [String], _ properties: ValueMap) {
    let isOurs = known.entities[id]?.text != nil
    if !isOurs, properties.text("text") != nil, labels == [GraphNames.articleLabel] {
      ids[node] = nil
      stated.leftOut["stored article", default: 0] += 1
      return
    }
    var filled = properties
    if filled["name"] == nil { filled.set("name", filled.text("title") ?? id) }
    if filled["source"] == nil { stated.unsourced += 1 }
    let types = types(of: labels, id)
    var fields = StatedGraph.entityFields(filled, types: types, isOurs: isOurs, fallback: fallback)
    if isOurs { fields["title"] = title(of: filled, known.entities[id]) }
    stated.entities[id] = StatedGraph.Entity(
      labels: schema.labels(of: types), fields: fields, text: isOurs ? properties.text("text") : nil)
  }

  /// An article of ours has one title, and a graph has it twice: the one that was changed counts.
  private func title(of properties: ValueMap, _ known: StatedGraph.Entity?) -> FieldValue? {
    let before = known?.fields["title"]
    let both = [properties["name"], properties["title"]].compactMap { $0.flatMap { FieldValue($0) } }
    return both.first { $0 != before } ?? before
  }

  /// The types that make the labels: those of the text where they do, else the labels that no other one implies.
  private func types(of labels: [String], _ id: String) -> [String] {
    let before = known.entities[id].map { Self.types($0.fields) } ?? []
    if Set(schema.labels(of: before)) == Set(labels) { return before }
    let kept = before.filter { labels.contains($0) }
    let all = kept + labels.filter { !kept.contains($0) }
    return all.filter { type in !all.contains { $0 != type && schema.labels(of: [$0]).contains(type) } }
  }

  private static func types(_ fields: StatedFields) -> [String] {
    switch fields["type"] {
    case .text(let type)?: [type]
    case .list(let types)?: types
    default: []
    }
  }

  /// An id that nothing has, made of a name.
  private mutating func freshID(_ name: String) -> String {
    let words = Shingles.words(name).map { word in String(word.unicodeScalars.filter(\.isASCII).map(Character.init)) }
    let stem = words.filter { !$0.isEmpty }.joined(separator: "-")
    let base = stem.isEmpty ? "entity" : stem
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: Relationships

  mutating func readRelationships() throws(StoreError) {
    var found = Adjacency()
    try lookup.graph.scanRelationships(types: nil, after: nil, limit: Int.max, into: &found)
    let ends = try lookup.graph.ends(of: found.relationships)
    var places: [String: [(order: RelationshipID, place: StatedGraph.Place)]] = [:]
    var claims: [String: ClaimEnds] = [:]
    for (relationship, ends) in zip(found.relationships, ends) {
      guard let ends else { continue }
      let type = lookup.graph.name(of: ends.type)
      let properties = try lookup.properties(of: relationship)
      if verdicts[ends.start] != nil, type == GraphNames.verdictOn, let subject = ids[ends.end] {
        subjects[ends.start] = subject
      } else if observations[ends.start] != nil || claimProperties[ends.start] != nil {
        try addStructure(type, ends, relationship, properties, &claims, &places)
      } else if let subject = ids[ends.start], let object = ids[ends.end], stated.entities[subject] != nil {
        addRelation(type, subject, object, properties)
      } else {
        stated.leftOut[type, default: 0] += 1
      }
    }
    finishClaims(claims, places)
    finishObservations()
    finishVerdicts()
  }

  private struct ClaimEnds {
    var subject: String?
    var object: String?
    var assertedBy: String?
    var attributedTo: String?
    var isImplied = false
  }

  private mutating func addStructure(
    _ type: String, _ ends: RelationshipEnds, _ relationship: RelationshipID, _ properties: ValueMap,
    _ claims: inout [String: ClaimEnds], _ places: inout [String: [(order: RelationshipID, place: StatedGraph.Place)]]
  ) throws(StoreError) {
    guard let target = ids[ends.end] ?? (self.properties[ends.end]?.text("id")) else {
      stated.leftOut[type, default: 0] += 1
      return
    }
    if observations[ends.start] != nil {
      switch type {
      case GraphNames.observationOf: subjects[ends.start] = target
      case GraphNames.fromSource: sources[ends.start] = target
      default: stated.leftOut[type, default: 0] += 1
      }
      return
    }
    guard let claim = ids[ends.start] else { return }
    switch type {
    case GraphNames.subject: claims[claim, default: ClaimEnds()].subject = target
    case GraphNames.object: claims[claim, default: ClaimEnds()].object = target
    case GraphNames.assertedBy: claims[claim, default: ClaimEnds()].assertedBy = target
    case GraphNames.attributedTo:
      claims[claim, default: ClaimEnds()].attributedTo = target
      if case .boolean(true)? = properties["implied"] { claims[claim, default: ClaimEnds()].isImplied = true }
    case GraphNames.evidencedIn:
      let place = StatedGraph.Place(
        article: target, unit: properties.text("unit") ?? OffsetUnit.scalar.rawValue,
        fields: StatedGraph.placeFields(properties))
      places[claim, default: []].append((relationship, place))
    default: addLink(type, claim, target, properties)
    }
  }

  private mutating func addLink(_ type: String, _ claim: String, _ target: String, _ properties: ValueMap) {
    guard let kind = ClaimLinkKind.allCases.first(where: { GraphNames.relationshipType($0.rawValue) == type }) else {
      stated.leftOut[type, default: 0] += 1
      return
    }
    if properties["source"] == nil { stated.unsourced += 1 }
    let key = StatedGraph.LinkKey(claim: claim, kind: kind.rawValue, target: target)
    stated.links[key, default: []].append(StatedGraph.linkFields(properties, fallback: fallback))
  }

  private mutating func addRelation(_ type: String, _ subject: String, _ object: String, _ properties: ValueMap) {
    if type == GraphNames.mentions {
      stated.leftOut[type, default: 0] += 1
      return
    }
    let name = schema.relationNames.first { GraphNames.relationshipType($0) == type } ?? type.lowercased()
    let found = schema.relation(name)
    let isInverted = found?.isInverted ?? false
    let key = StatedGraph.RelationKey(
      type: found?.type.name.value ?? name, subject: isInverted ? object : subject, object: isInverted ? subject : object)
    if properties["source"] == nil { stated.unsourced += 1 }
    stated.relations[key, default: []].append(StatedGraph.relationFields(properties, fallback: fallback))
  }

  // MARK: Claims and observations

  private mutating func finishClaims(
    _ ends: [String: ClaimEnds], _ places: [String: [(order: RelationshipID, place: StatedGraph.Place)]]
  ) {
    for (node, properties) in claimProperties {
      guard let id = ids[node] else { continue }
      let found = ends[id] ?? ClaimEnds()
      var claim = StatedGraph.Claim()
      claim.subject = found.subject ?? ""
      claim.predicate = properties.text("predicate") ?? ""
      claim.object = found.object ?? StatedGraph.Claim.literal(properties["value"] ?? .null)
      claim.fields = StatedGraph.claimFields(
        properties, assertedBy: found.assertedBy, attributedTo: found.attributedTo, isImplied: found.isImplied)
      claim.places = Self.ordered((places[id] ?? []).sorted { $0.order < $1.order }.map(\.place), like: known.claims[id]?.places)
      stated.claims[id] = claim
    }
  }

  /// The places that are known first and in their order, since a graph has none of its own.
  private static func ordered(_ places: [StatedGraph.Place], like known: [StatedGraph.Place]?) -> [StatedGraph.Place] {
    var rest = places
    var sorted: [StatedGraph.Place] = []
    for place in known ?? [] {
      if let at = rest.firstIndex(of: place) ?? rest.firstIndex(where: { $0.article == place.article }) {
        sorted.append(rest.remove(at: at))
      }
    }
    return sorted + rest
  }

  private mutating func finishObservations() {
    for node in observations.keys.sorted() {
      guard let properties = observations[node] else { continue }
      let source = sources[node] ?? properties.text("source") ?? fallback.split(separator: " ").first.map(String.init)
      if sources[node] == nil, properties.text("source") == nil { stated.unsourced += 1 }
      stated.observations.append(
        StatedGraph.observationFields(properties, subject: subjects[node] ?? "", source: source ?? ""))
    }
  }

  private mutating func finishVerdicts() {
    for node in verdicts.keys.sorted() {
      guard let properties = verdicts[node] else { continue }
      if let subject = subjects[node] {
        stated.verdicts.append(StatedGraph.verdictFields(properties, subject: subject))
      } else {
        stated.leftOut["verdict on nothing", default: 0] += 1
      }
    }
  }
}
