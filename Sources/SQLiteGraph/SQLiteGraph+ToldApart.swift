public import GraphModel

extension SQLiteGraph {
  /// Those with a unique index. Cost: a look at each index.
  public func labels(toldApartBy key: PropertyKeyID) -> [LabelID] {
    var labels: [LabelID] = []
    for index in state.indexes where index.isUnique && index.key == key {
      if case .nodes(let label) = index.subject { labels.append(label) }
    }
    return labels
  }

  /// Only nodes about which no row has to be asked are known, and only properties of which all values are texts, integers or
  /// booleans: these are what an index holds, and equal themselves.
  public func areToldApart(_ nodes: [NodeID], by key: PropertyKeyID, among label: LabelID) throws(StoreError) -> Bool {
    try checkReadable()
    guard labels(toldApartBy: key).contains(label), let column = try column(key, of: nodes), column.isOfPlainValues,
      !(try hasLabel(label, nodes).contains(false))
    else { return false }
    return try column.holdsValues(of: nodes)
  }
}
