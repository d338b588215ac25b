/// Maps with the same keys, column by column: so the records of a long list take little memory, and what all of them hold under a key is
/// read at once.
public final class MapTable: Sendable {
  public let keys: MapKeys
  /// One for each key, of the same length.
  public let columns: [Column]

  public init(_ keys: MapKeys, _ columns: [Column]) {
    self.keys = keys
    self.columns = columns
  }
}

extension Column {
  /// What maps hold under a key, where they are rows of one table that has it; else nil. Cost: none for each value where they are all of
  /// its rows, or some that follow one another.
  public static func member(_ key: String, ofRows maps: [Value]) -> Column? {
    guard case .map(let first)? = maps.first, let (table, start) = first.place, let at = table.keys.place(of: key) else { return nil }
    var rows: [Int] = []
    rows.reserveCapacity(maps.count)
    var isRun = true
    for position in maps.indices {
      guard let row = maps[position].row(of: table) else { return nil }
      rows.append(row)
      if row != start + position { isRun = false }
    }
    let column = table.columns[at]
    return isRun ? column.slice(start..<start + rows.count) : column.gathered(rows)
  }
}
