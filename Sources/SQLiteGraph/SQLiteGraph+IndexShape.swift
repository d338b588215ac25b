public import GraphModel

extension SQLiteGraph {
  /// How many entries of an index tell how many have one value.
  private static let sampledEntries = 1_000

  /// How many nodes, or relationships, an index holds for one value, on average; nil where there is no such index, or nothing in it.
  /// Cost: a look at some thousand entries; none where values are unique.
  public func holdersPerValue(_ subject: SchemaSubject, _ key: PropertyKeyID) throws(StoreError) -> Double? {
    try checkReadable()
    guard let index = state.index(subject, key) else { return nil }
    if index.isUnique { return 1 }
    var (entries, values) = try base?.index(index.number)?.sample(Self.sampledEntries) ?? (0, 0)
    if entries < Self.sampledEntries {
      let rows = try statements[.entrySample]
      defer { rows.reset() }
      rows.bind(1, index.number).bind(2, Int64(Self.sampledEntries - entries))
      var last: IndexedValue?
      while try rows.step() {
        let value = IndexedValue(rows, 0)
        entries += 1
        if last?.equals(value) != true { values += 1 }
        last = value
      }
    }
    return values == 0 ? nil : Double(entries) / Double(values)
  }
}
