public import GraphModel

extension SQLiteGraph {
  /// How many entries of an index tell how many have one value.
  private static let sampledEntries = 2_000

  /// How many nodes, or relationships, an index holds for one value, on average; nil where there is no such index, or nothing in it.
  /// Cost: a look at some two thousand entries; none where values are unique.
  public func holdersPerValue(_ subject: SchemaSubject, _ key: PropertyKeyID) throws(StoreError) -> Double? {
    try checkReadable()
    guard let index = state.index(subject, key) else { return nil }
    if index.isUnique { return 1 }
    var (entries, values) = try base?.index(index.number)?.sample(Self.sampledEntries) ?? (0, 0)
    let rows = try statements[.entrySample]
    defer { rows.reset() }
    rows.bind(1, index.number).bind(2, Int64(Self.sampledEntries))
    if try rows.step() {
      entries += Int(rows.integer(0))
      values += Int(rows.integer(1))
    }
    return values == 0 ? nil : Double(entries) / Double(values)
  }
}
