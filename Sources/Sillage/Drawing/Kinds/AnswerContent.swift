import Diagrams
import Strategy

extension GraphDrawing {
  /// The nodes, relationships and paths of an answer; its other columns are labels of what stands before them in the row.
  /// Relationships bring their ends with them.
  func answer(_ answer: QueryAnswer, _ query: DiagramQuery) throws(StoreError) -> DiagramModel {
    let contents = AnswerContents(answer)
    let ends = try reader.graph.ends(of: contents.relationships.sorted())
    let nodes = contents.nodes.union(ends.compactMap { $0 }.flatMap { [$0.start, $0.end] }).sorted()
    var model = DiagramModel(
      kind: query.kind, title: query.title, subtitle: query.subtitle, provenance: DiagramProvenance(query: query.text), nodes: [],
      edges: [])
    if query.kind == .evidence {
      var claims: [NodeID] = []
      for node in nodes where try labels(of: node).contains(GraphNames.claimLabel) { claims.append(node) }
      for statement in try statements(claims).all { append(statement, columns: (quote: 0, claim: 1, entity: 2), to: &model) }
      return model
    }
    let named = Set(query.parameters.compactMap { if case .string(let text) = $0.value { text } else { nil } })
    for id in nodes {
      var node = try self.node(id)
      node.isSubject = named.contains(node.id)
      try write(contents.labels[.node(id)] ?? [], of: id, on: &node, query, &model.clusterLabels)
      model.nodes.append(node)
    }
    for relationship in contents.relationships.sorted() {
      let drawn = try lines([relationship])
      let labels = (contents.labels[.relationship(relationship)] ?? []).map { words(for: $0, query) }
      model.edges += drawn.edges.map { edge in
        var edge = edge
        edge.qualifier = ([edge.qualifier].compactMap { $0 } + labels).joined(separator: ", ")
        if edge.qualifier == "" { edge.qualifier = nil }
        return edge
      }
      for source in drawn.sourceList where !model.sources.contains(source) { model.sources.append(source) }
    }
    if query.kind == .roles { arrangeRoles(&model) }
    return model
  }

  /// Puts labels where the kind has room for them: on cards, at dates, in boxes, under names.
  private func write(
    _ labels: [AnswerContents.Label], of id: NodeID, on node: inout DiagramNode, _ query: DiagramQuery,
    _ clusters: inout [String: String]
  ) throws(StoreError) {
    var rest: [AnswerContents.Label] = []
    for label in labels {
      switch label.column {
      case "cluster":
        node.clusterKey = label.texts.first
        if let key = label.texts.first { clusters[key] = key }
      case "date" where query.kind == .timeline, "when": node.when = label.texts.first
      default: rest.append(label)
      }
    }
    switch query.kind {
    case .map, .roles:
      if !rest.isEmpty {
        node.card = DiagramCard(
          rows: rest.map { DiagramCard.Row(listed($0), caption: query.columnNames[$0.column] ?? AnswerContents.words($0.column)) })
      }
    case .timeline:
      if node.when == nil { node.when = try reader.properties(of: id)["date"]?.shown }
      fallthrough
    default:
      if !rest.isEmpty { node.detail = rest.map { rest.count == 1 ? listed($0) : words(for: $0, query) }.joined(separator: " · ") }
    }
  }

  private func words(for label: AnswerContents.Label, _ query: DiagramQuery) -> String {
    (query.columnNames[label.column] ?? AnswerContents.words(label.column)) + ": " + listed(label)
  }

  /// The values of a label, the first eight of them.
  private func listed(_ label: AnswerContents.Label) -> String {
    let limit = 8
    let shown = label.texts.prefix(limit).joined(separator: ", ")
    let left = label.texts.count - limit
    return left > 0 ? shown + words(" and \(left) more", " et \(left) autres") : shown.isEmpty ? "–" : shown
  }

  /// Cards in one row; above them what they belong to, below them what they have in common. The lines need no words then.
  private func arrangeRoles(_ model: inout DiagramModel) {
    let cards = model.nodes.filter { $0.card != nil }
    let stage = cards.map { style.stage(of: $0.labels).rawValue }.max() ?? 0
    for index in model.nodes.indices {
      let node = model.nodes[index]
      let isAbove = node.card == nil && style.stage(of: node.labels).rawValue > stage
      model.nodes[index].column = node.card != nil ? 1 : isAbove ? 0 : 2
      model.nodes[index].isSubject = isAbove
    }
    for index in model.edges.indices { model.edges[index].label = "" }
  }
}

/// What is in an answer, taken apart: things to draw, and labels for them.
struct AnswerContents {
  enum Thing: Hashable {
    case node(NodeID)
    case relationship(RelationshipID)
  }

  /// The values of one column for one thing, in the order of the rows, each once.
  struct Label {
    var column: String
    var texts: [String]
  }

  private(set) var nodes: Set<NodeID> = []
  private(set) var relationships: Set<RelationshipID> = []
  private(set) var labels: [Thing: [Label]] = [:]

  init(_ answer: QueryAnswer) {
    for row in answer.rows {
      let anchors = answer.columns.indices.map { row.indices.contains($0) ? Self.anchor(row[$0]) : nil }
      for (index, value) in row.enumerated() {
        collect(value)
        guard anchors[index] == nil, let thing = Self.thing(for: index, answer.columns, anchors) else { continue }
        let texts = Self.texts(value)
        if !texts.isEmpty { add(texts, column: Self.label(of: index, answer.columns), to: thing) }
      }
    }
  }

  /// "shared_brands" and "n.opened" as a person writes them.
  static func words(_ column: String) -> String {
    let name = column.split(separator: ".").last.map(String.init) ?? column
    return name.split(separator: "_").joined(separator: " ")
  }

  /// `s.opened` labels column `s`; any other column labels the thing before it, else the first one behind it.
  private static func thing(for index: Int, _ columns: [String], _ anchors: [Thing?]) -> Thing? {
    if let dot = columns[index].firstIndex(of: "."),
      let owner = columns.firstIndex(of: String(columns[index][..<dot])), let anchor = anchors[owner]
    {
      return anchor
    }
    return anchors[..<index].last { $0 != nil } ?? anchors[index...].first { $0 != nil } ?? nil
  }

  /// What a column is called as a label: `opened` for `s.opened` where there is a column `s`.
  private static func label(of index: Int, _ columns: [String]) -> String {
    guard let dot = columns[index].firstIndex(of: "."), columns.contains(String(columns[index][..<dot])) else { return columns[index] }
    return String(columns[index][columns[index].index(after: dot)...])
  }

  private static func anchor(_ value: ResultValue) -> Thing? {
    switch value {
    case .node(let node): .node(node.id)
    case .relationship(let relationship): .relationship(relationship.id)
    case .path(let path): path.nodes.last.map { .node($0.id) }
    case .null, .boolean, .integer, .float, .string, .temporal, .list, .map: nil
    }
  }

  private mutating func add(_ texts: [String], column: String, to thing: Thing) {
    let known = labels[thing]?.firstIndex { $0.column == column }
    guard let known else {
      var label = Label(column: column, texts: [])
      for text in texts where !label.texts.contains(text) { label.texts.append(text) }
      labels[thing, default: []].append(label)
      return
    }
    for text in texts where labels[thing]?[known].texts.contains(text) == false { labels[thing]?[known].texts.append(text) }
  }

  private static func texts(_ value: ResultValue) -> [String] {
    switch value {
    case .null, .node, .relationship, .path: []
    case .list(let items): items.flatMap(texts)
    case .map(let fields): fields.flatMap { field in texts(field.value).map { "\(field.name) \($0)" } }
    case .boolean, .integer, .float, .string, .temporal: [value.cellText]
    }
  }

  private mutating func collect(_ value: ResultValue) {
    switch value {
    case .node(let node): nodes.insert(node.id)
    case .relationship(let relationship): relationships.insert(relationship.id)
    case .path(let path):
      nodes.formUnion(path.nodes.map(\.id))
      relationships.formUnion(path.relationships.map(\.id))
    case .list(let items): for item in items { collect(item) }
    case .map(let fields): for field in fields { collect(field.value) }
    case .null, .boolean, .integer, .float, .string, .temporal: break
    }
  }
}
