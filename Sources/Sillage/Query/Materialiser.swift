import CypherEngine

/// Fills in what a reader of an answer sees: the contents of nodes and relationships, the text of temporal values.
struct Materialiser {
  private let graph: any GraphReader
  private let deletions: Deletions

  /// `deletions`: what the statement deleted, which is still shown as it was.
  init(_ graph: any GraphReader, _ deletions: Deletions = Deletions()) {
    self.graph = graph
    self.deletions = deletions
  }

  func rows(of batch: Batch) throws(ExecutionFailure) -> [[ResultValue]] {
    do throws(StoreError) {
      var rows: [[ResultValue]] = []
      rows.reserveCapacity(batch.count)
      for row in 0..<batch.count {
        var values: [ResultValue] = []
        values.reserveCapacity(batch.columns.count)
        for column in batch.columns { values.append(try result(column[row])) }
        rows.append(values)
      }
      return rows
    } catch { throw ExecutionFailure(store: error) }
  }

  func result(_ value: Value) throws(StoreError) -> ResultValue {
    switch value {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .list(let items): return .list(try items.map { item throws(StoreError) in try result(item) })
    case .map(let map):
      var fields: [ResultField] = []
      for (key, value) in map { fields.append(ResultField(key, try result(value))) }
      return .map(fields)
    case .node(let node): return .node(try self.node(node))
    case .relationship(let relationship): return .relationship(try self.relationship(relationship))
    case .path(let path):
      return .path(
        ResultPath(
          nodes: try path.nodes.map { id throws(StoreError) in try node(id) },
          relationships: try path.relationships.map { id throws(StoreError) in try relationship(id) }))
    case .date(let date): return .temporal(.date, date.description)
    case .localTime(let time): return .temporal(.localTime, time.description)
    case .time(let time): return .temporal(.time, time.description)
    case .localDateTime(let moment): return .temporal(.localDateTime, moment.description)
    case .dateTime(let moment): return .temporal(.dateTime, moment.description)
    case .duration(let duration): return .temporal(.duration, duration.description)
    }
  }

  func node(_ id: NodeID) throws(StoreError) -> ResultNode {
    if let gone = deletions.nodes[id] {
      return ResultNode(
        id: id, labels: gone.labels.map { graph.name(of: $0) }, properties: try fields(gone.properties))
    }
    let labels = try graph.labels(of: [id]).first ?? []
    return ResultNode(
      id: id, labels: labels.map { graph.name(of: $0) }, properties: try fields(try graph.properties(of: id)))
  }

  func relationship(_ id: RelationshipID) throws(StoreError) -> ResultRelationship {
    var ends = deletions.relationships[id]?.ends
    if ends == nil, let found = try graph.ends(of: [id]).first { ends = found }
    guard let ends else { throw StoreError(.notFound, "relationship \(id.rawValue) does not exist any more") }
    let properties: [(key: PropertyKeyID, value: Value)]
    if let gone = deletions.relationships[id] {
      properties = gone.properties
    } else {
      properties = try graph.properties(of: id)
    }
    return ResultRelationship(
      id: id, type: graph.name(of: ends.type), start: ends.start, end: ends.end, properties: try fields(properties))
  }

  private func fields(_ properties: [(key: PropertyKeyID, value: Value)]) throws(StoreError) -> [ResultField] {
    var fields: [ResultField] = []
    for (key, value) in properties { fields.append(ResultField(graph.name(of: key), try result(value))) }
    return fields
  }
}
