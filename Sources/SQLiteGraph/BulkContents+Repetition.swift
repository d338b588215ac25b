public import GraphModel

extension BulkContents {
  /// The first node with a label whose value of a property an earlier one has too, and that one; nil where all have values of their
  /// own. Values are equal where a unique index says so. Nodes are named by their place.
  /// Cost: linear, and some memory for each node with the label.
  public func repetition(label: String, key: String) throws(StoreError) -> (first: Int, second: Int)? {
    guard let column = nodes.properties.first(where: { $0.key == key }) else { return nil }
    let source = DraftColumn(key: PropertyKeyID(0), column: column)
    let isWanted = nodes.labelSets.map { $0.contains(label) }
    var known: [UInt64: [Int]] = [:]
    for row in nodes.labelSet.indices where isWanted[Int(nodes.labelSet[row])] && source.has(row) {
      guard let digest = try source.digest(row), let value = try source.indexed(row) else { continue }
      for other in known[digest] ?? [] where try source.indexed(other)?.equals(value) == true { return (other, row) }
      known[digest, default: []].append(row)
    }
    return nil
  }
}
