import GraphModel

extension Base {
  /// All properties of some nodes or relationships, by ascending keys, with other values of those that change.
  ///
  /// `keys` are those that the base has, and `column` gives the values of one. What changes is not read.
  func properties<ID: StoredID>(
    of ids: [ID], with changed: PropertyColumns, _ keys: [BaseDirectory.KeyEntry], _ workers: Int,
    column: (PropertyKeyID) throws(StoreError) -> BaseColumn?
  ) throws(StoreError) -> PropertyColumns {
    var whole = changed
    for entry in keys where !changed.keys.contains(entry.key) {
      guard let held = try column(entry.key)?.gather(ids, workers: workers) else { continue }
      if !held.isAllNull { whole.add(entry.key, held) }
    }
    return whole.sorted
  }
}

extension Column {
  /// Whether it is seen at once that no row holds a value.
  fileprivate var isAllNull: Bool {
    switch self {
    case .nodes(_, let valid), .relationships(_, let valid), .integers(_, let valid), .floats(_, let valid),
      .booleans(_, let valid), .strings(_, let valid):
      valid?.contains(true) == false
    case .values(let values): values.allSatisfy(\.isNull)
    }
  }
}
