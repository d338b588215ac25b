import GraphModel

extension Column {
  /// Whether no row holds a node or a relationship, not even inside a list or a map.
  var holdsNoEntity: Bool {
    switch self {
    case .nodes, .relationships: false
    case .integers, .floats, .booleans, .strings: true
    case .values(let values): values.allSatisfy(\.holdsNoEntity)
    }
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
