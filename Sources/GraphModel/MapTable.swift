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

  /// `cells`: the values of the first map, of the second, and so on.
  fileprivate convenience init(_ keys: MapKeys, cells: [Value]) {
    let width = keys.names.count
    let columns = (0..<width).map { at in
      Column.narrowest(stride(from: at, to: cells.count, by: width).map { cells[$0] })
    }
    self.init(keys, columns)
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

/// A list that grows, in which maps that follow one another and have the same keys become rows of one table.
public struct ListOfMaps {
  private var values: [Value] = []
  /// Of the maps at the end that are alike.
  private var keys: MapKeys?
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
    guard self.keys !== keys else { return }
    let own = Array(cells.suffix(keys.names.count))
    cells.removeLast(own.count)
    close()
    if own.isEmpty { return values.append(.map(ValueMap())) }
    cells = own
    self.keys = keys
  }

  /// The list, of which nothing is kept.
  public mutating func take() -> [Value] {
    close()
    defer { values = [] }
    return values
  }

  private mutating func close() {
    guard let keys else { return }
    let width = keys.names.count
    if cells.count == width {
      values.append(.map(ValueMap(keys, cells)))
    } else {
      let table = MapTable(keys, cells: cells)
      values.reserveCapacity(values.count + cells.count / width)
      for row in 0..<cells.count / width { values.append(.map(ValueMap(row: row, of: table))) }
    }
    self.keys = nil
    cells.removeAll(keepingCapacity: true)
  }
}
