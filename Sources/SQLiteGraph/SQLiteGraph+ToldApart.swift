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

  /// Only nodes of the base are known, and only properties of which all values are texts, integers or booleans: these are what an
  /// index holds, and equal themselves.
  public func areToldApart(_ nodes: [NodeID], by key: PropertyKeyID, among label: LabelID) throws(StoreError) -> Bool {
    try checkReadable()
    guard labels(toldApartBy: key).contains(label), let base = try base, try rowPlaces(nodes, base).isEmpty,
      let column = try base.column(key, ofNodes: true), column.isOfPlainValues
    else { return false }
    let has = base.labelSets.sets(with: label)
    for node in nodes where try !has[base.number(node.place)] { return false }
    return try column.holdsValues(of: nodes)
  }
}
