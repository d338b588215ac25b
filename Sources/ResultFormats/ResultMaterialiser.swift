public import GraphModel

/// Turns the values of an answer into what a reader sees, by reading nodes and relationships from the graph.
///
/// What was read is kept, so a node that stands in many rows is read once. Make one for each answer, and use it inside the
/// transaction of the query. A node or relationship that does not exist any more has an empty label list or type and no
/// properties.
public struct ResultMaterialiser {
  private let graph: any GraphReader
  private var nodes: [NodeID: ResultNode] = [:]
  private var relationships: [RelationshipID: ResultRelationship] = [:]

  public init(_ graph: any GraphReader) { self.graph = graph }

  /// The rows of a batch, each with the columns at these positions.
  public mutating func rows(of batch: Batch, columns: [Int]) throws(StoreError) -> [[ResultValue]] {
    var rows: [[ResultValue]] = []
    rows.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      var values: [ResultValue] = []
      values.reserveCapacity(columns.count)
      for column in columns { values.append(try value(batch.columns[column][row])) }
      rows.append(values)
    }
    return rows
  }

  /// One value, with everything in it.
  public mutating func value(_ value: Value) throws(StoreError) -> ResultValue {
    switch value {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .list(let items):
      var values: [ResultValue] = []
      for item in items { values.append(try self.value(item)) }
      return .list(values)
    case .map(let map):
      var fields: [ResultField] = []
      for (key, value) in map { fields.append(ResultField(key, try self.value(value))) }
      return .map(fields)
    case .node(let id): return .node(try node(id))
    case .relationship(let id): return .relationship(try relationship(id))
    case .path(let path): return .path(try self.path(path))
    case .date(let date): return .temporal(.date, date.description)
    case .localTime(let time): return .temporal(.localTime, time.description)
    case .time(let time): return .temporal(.time, time.description)
    case .localDateTime(let moment): return .temporal(.localDateTime, moment.description)
    case .dateTime(let moment): return .temporal(.dateTime, moment.description)
    case .duration(let duration): return .temporal(.duration, duration.description)
    }
  }

  private mutating func path(_ path: Path) throws(StoreError) -> ResultPath {
    var result = ResultPath(nodes: [], relationships: [])
    for id in path.nodes { result.nodes.append(try node(id)) }
    for id in path.relationships { result.relationships.append(try relationship(id)) }
    return result
  }

  private mutating func node(_ id: NodeID) throws(StoreError) -> ResultNode {
    if let known = nodes[id] { return known }
    let labels = try graph.labels(of: [id]).first ?? []
    let node = ResultNode(
      id: id, labels: labels.map { graph.name(of: $0) }, properties: try fields(graph.properties(of: id)))
    nodes[id] = node
    return node
  }

  private mutating func relationship(_ id: RelationshipID) throws(StoreError) -> ResultRelationship {
    if let known = relationships[id] { return known }
    let ends = try graph.ends(of: [id]).first ?? nil
    let relationship = ResultRelationship(
      id: id, type: ends.map { graph.name(of: $0.type) } ?? "", start: ends?.start ?? NodeID(0),
      end: ends?.end ?? NodeID(0), properties: try fields(graph.properties(of: id)))
    relationships[id] = relationship
    return relationship
  }

  private mutating func fields(_ properties: [(key: PropertyKeyID, value: Value)]) throws(StoreError) -> [ResultField] {
    var fields: [ResultField] = []
    for (key, value) in properties { fields.append(ResultField(graph.name(of: key), try self.value(value))) }
    return fields
  }
}
