/// A list that grows, in which maps that follow one another and have the same keys become rows of one table.
public struct ListOfMaps {
  private var values: [Value] = []
  /// Of the maps at the end that are alike.
  public private(set) var keys: MapKeys?
  /// How many these are, and what they hold under each key.
  private var rows = 0
  private var columns: [ColumnDraft] = []
  /// Of a map that has not ended.
  private var cells: [Value] = []

  public init() {}

  public mutating func append(_ value: Value) {
    close()
    values.append(value)
  }

  /// Adds a value of a map that ``endMap(_:)`` ends.
  public mutating func appendCell(_ value: Value) { cells.append(value) }

  /// `keys`: of the values since the last map; the same object where they are the keys of that, too.
  public mutating func endMap(_ keys: MapKeys) {
    defer { cells.removeAll(keepingCapacity: true) }
    if self.keys === keys {
      for (at, cell) in cells.enumerated() { columns[at].append(cell) }
      rows += 1
      return
    }
    close()
    if cells.isEmpty { return values.append(.map(ValueMap())) }
    self.keys = keys
    (rows, columns) = (1, cells.map { ColumnDraft($0) })
  }

  /// Adds a map with the keys of the last one: `fill` appends a value to each column, or says that it did not.
  public mutating func appendRow(_ fill: (inout [ColumnDraft]) -> Bool) -> Bool {
    guard keys != nil, fill(&columns) else {
      for at in columns.indices where columns[at].count > rows { columns[at].cut(to: rows) }
      return false
    }
    rows += 1
    return true
  }

  /// The list, of which nothing is kept.
  public mutating func take() -> [Value] {
    close()
    defer { values = [] }
    return values
  }

  private mutating func close() {
    guard let keys else { return }
    if rows == 1 {
      values.append(.map(ValueMap(keys, columns.map { $0[0] })))
    } else {
      let table = MapTable(keys, columns.map(\.column))
      values.reserveCapacity(values.count + rows)
      for row in 0..<rows { values.append(.map(ValueMap(row: row, of: table))) }
    }
    (self.keys, rows, columns) = (nil, 0, [])
  }
}
