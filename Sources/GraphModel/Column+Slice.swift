extension Column {
  /// A run of rows. Cost: that of copying them, where they are not all.
  public func slice(_ rows: Range<Int>) -> Column {
    if rows.count == count { return self }
    func part<T>(_ column: [T]) -> [T] { Array(column[rows]) }
    switch self {
    case .nodes(let column, let valid): return .nodes(part(column), valid: valid.map(part))
    case .relationships(let column, let valid): return .relationships(part(column), valid: valid.map(part))
    case .integers(let column, let valid): return .integers(part(column), valid: valid.map(part))
    case .floats(let column, let valid): return .floats(part(column), valid: valid.map(part))
    case .booleans(let column, let valid): return .booleans(part(column), valid: valid.map(part))
    case .strings(let column, let valid): return .strings(part(column), valid: valid.map(part))
    case .coded(let column, let dictionary, let valid): return .coded(part(column), dictionary, valid: valid.map(part))
    case .values(let column): return .values(part(column))
    }
  }
}
