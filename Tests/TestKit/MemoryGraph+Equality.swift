import GraphModel

extension MemoryGraph {
  /// The nodes with a label whose property equals a value, ascending.
  func holders(of value: Value, label: LabelID, key: PropertyKeyID) -> [NodeID] {
    state.nodes.indices.compactMap { at in
      guard let node = state.nodes[at], node.labels.contains(label), let held = node.properties[key],
        Self.areEqual(held, value)
      else { return nil }
      return NodeID(Int64(at + 1))
    }
  }

  /// Whether an index answers for such a value. Lists, durations and times with an offset are not indexed.
  static func isIndexed(_ value: Value) -> Bool {
    switch value {
    case .null, .boolean, .integer, .float, .string, .date, .localTime, .localDateTime: true
    default: false
    }
  }

  /// Equality of values that ``isIndexed(_:)`` accepts: `1` equals `1.0`, NaN and null equal nothing, text is compared
  /// scalar by scalar.
  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): Int64(exactly: b) == a
    case (.string(let a), .string(let b)): a.unicodeScalars.elementsEqual(b.unicodeScalars)
    case (.date(let a), .date(let b)): a == b
    case (.localTime(let a), .localTime(let b)): a == b
    case (.localDateTime(let a), .localDateTime(let b)): a == b
    default: false
    }
  }
}
