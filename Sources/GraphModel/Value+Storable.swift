extension Value {
  /// Whether the value can be a property: a scalar, a temporal value, or a list of such values without nulls and without
  /// lists inside. Maps, nodes, relationships and paths cannot.
  public var isStorable: Bool {
    switch self {
    case .list(let items): items.allSatisfy(\.isStorableElement)
    case .null: false
    default: isStorableElement
    }
  }

  private var isStorableElement: Bool {
    switch self {
    case .boolean, .integer, .float, .string, .date, .localTime, .time, .localDateTime, .dateTime, .duration: true
    case .null, .list, .map, .node, .relationship, .path: false
    }
  }
}
