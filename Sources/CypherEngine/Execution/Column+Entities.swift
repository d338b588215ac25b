import GraphModel

extension Column {
  /// Whether no row holds a node or a relationship, not even inside a list or a map.
  var holdsNoEntity: Bool {
    switch self {
    case .nodes, .relationships: false
    case .integers, .floats, .booleans, .strings, .coded: true
    case .values(let values): Self.holdNoEntity(values)
    }
  }

  /// Of maps that are rows of one table, the table is looked at once.
  private static func holdNoEntity(_ values: [Value]) -> Bool {
    var known: MapTable?
    for value in values {
      if case .map(let map) = value, let table = map.place?.table {
        if table === known { continue }
        guard table.columns.allSatisfy(\.holdsNoEntity) else { return false }
        known = table
      } else if !value.holdsNoEntity {
        return false
      }
    }
    return true
  }
}

extension Value {
  fileprivate var holdsNoEntity: Bool {
    switch self {
    case .node, .relationship, .path: false
    case .list(let items): items.allSatisfy(\.holdsNoEntity)
    case .map(let map): map.values.allSatisfy(\.holdsNoEntity)
    default: true
    }
  }
}
