import GraphModel

extension Column {
  /// The column with other values in some places. It stays typed where the values are of its type, or null.
  func patched(_ places: [Int], _ values: [Value]) -> Column {
    switch self {
    case .integers(var numbers, var valid):
      if Self.patch(&numbers, &valid, places, values, { if case .integer(let number) = $0 { number } else { nil } }) {
        return .integers(numbers, valid: valid)
      }
    case .floats(var numbers, var valid):
      if Self.patch(&numbers, &valid, places, values, { if case .float(let number) = $0 { number } else { nil } }) {
        return .floats(numbers, valid: valid)
      }
    case .booleans(var flags, var valid):
      if Self.patch(&flags, &valid, places, values, { if case .boolean(let flag) = $0 { flag } else { nil } }) {
        return .booleans(flags, valid: valid)
      }
    case .strings(var texts, var valid):
      if Self.patch(&texts, &valid, places, values, { if case .string(let text) = $0 { text } else { nil } }) {
        return .strings(texts, valid: valid)
      }
    case .coded: return uncoded.patched(places, values)
    case .nodes, .relationships, .values: break
    }
    var all = (0..<count).map { self[$0] }
    for (place, value) in zip(places, values) { all[place] = value }
    return .narrowest(all)
  }

  /// False where a value is of another type.
  private static func patch<Item>(
    _ items: inout [Item], _ valid: inout [Bool]?, _ places: [Int], _ values: [Value], _ read: (Value) -> Item?
  ) -> Bool {
    for (place, value) in zip(places, values) {
      if let item = read(value) {
        items[place] = item
        valid?[place] = true
      } else {
        guard value.isNull else { return false }
        if valid == nil { valid = Array(filledWith: true, count: items.count) }
        valid?[place] = false
      }
    }
    return valid?.contains(true) ?? true
  }
}
