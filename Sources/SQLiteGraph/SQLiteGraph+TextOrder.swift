public import GraphModel

extension SQLiteGraph {
  /// Only nodes of the base are known, and only of a property of which all values are texts. No text is made.
  public func places(
    of nodes: [NodeID], by key: PropertyKeyID, notAfter text: String, isDescending: Bool
  ) throws(StoreError) -> [Int]? {
    try checkReadable()
    guard let base = try base, try rowPlaces(nodes, base).isEmpty, let column = try base.column(key, ofNodes: true),
      case .texts = column.storage, try column.holdsValues(of: nodes)
    else { return nil }
    let passes = try column.passing(nodes, PropertyTest(key, isDescending ? .greaterOrEqual : .lessOrEqual, .string(text)))
    return passes.indices.filter { passes[$0] }
  }
}
