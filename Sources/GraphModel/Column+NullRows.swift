extension Column {
  /// The rows named, in that order; null where a number is negative.
  public func gatheredOrNull(_ rows: [Int]) -> Column {
    func pick<T>(_ column: [T], _ none: T) -> [T] { rows.map { $0 < 0 ? none : column[$0] } }
    func mask(_ valid: [Bool]?) -> [Bool] { rows.map { $0 >= 0 && valid?[$0] != false } }
    switch self {
    case .nodes(let column, let valid): return .nodes(pick(column, NodeID(0)), valid: mask(valid))
    case .relationships(let column, let valid): return .relationships(pick(column, RelationshipID(0)), valid: mask(valid))
    case .integers(let column, let valid): return .integers(pick(column, 0), valid: mask(valid))
    case .floats(let column, let valid): return .floats(pick(column, 0), valid: mask(valid))
    case .booleans(let column, let valid): return .booleans(pick(column, false), valid: mask(valid))
    case .strings(let column, let valid): return .strings(pick(column, ""), valid: mask(valid))
    // The number in a null row is of some text.
    case .coded(_, let dictionary, _) where dictionary.texts.isEmpty: return .values(rows.map { _ in .null })
    case .coded(let column, let dictionary, let valid): return .coded(pick(column, 0), dictionary, valid: mask(valid))
    case .values(let column): return .values(pick(column, .null))
    }
  }
}
