public import GraphModel

extension SQLiteGraph {
  /// Only nodes about which no row has to be asked are known, and only by a property of which all values are texts. No text is made.
  public func places(
    of nodes: [NodeID], by key: PropertyKeyID, notAfter text: String, isDescending: Bool
  ) throws(StoreError) -> [Int]? {
    try checkReadable()
    guard let column = try column(key, of: nodes), case .texts = column.storage, try column.holdsValues(of: nodes) else { return nil }
    let passes = try column.passing(nodes, PropertyTest(key, isDescending ? .greaterOrEqual : .lessOrEqual, .string(text)))
    return passes.indices.filter { passes[$0] }
  }
}
