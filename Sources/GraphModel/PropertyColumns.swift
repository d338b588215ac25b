/// Properties of many nodes or many relationships: a column for each key, a row for each of them.
public struct PropertyColumns: Sendable {
  /// Each key once.
  public private(set) var keys: [PropertyKeyID] = []
  /// As many as keys, each with ``count`` rows.
  public private(set) var columns: [Column] = []
  /// The number of rows.
  public let count: Int

  public init(count: Int) { self.count = count }

  /// Adds the values of a key that is not there yet. A column of another length is passed over.
  public mutating func add(_ key: PropertyKeyID, _ column: Column) {
    guard column.count == count, !keys.contains(key) else { return }
    keys.append(key)
    columns.append(column)
  }

  /// The properties of one row, with its nulls.
  public func row(_ row: Int) -> [(key: PropertyKeyID, value: Value)] {
    zip(keys, columns).map { (key: $0, value: $1[row]) }
  }

  /// The rows named, in that order.
  public func gathered(_ rows: [Int]) -> PropertyColumns {
    var gathered = PropertyColumns(count: rows.count)
    for (key, column) in zip(keys, columns) { gathered.add(key, column.gathered(rows)) }
    return gathered
  }

  /// The same columns by ascending keys.
  public var sorted: PropertyColumns {
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return self }
    var sorted = PropertyColumns(count: count)
    for at in keys.indices.sorted(by: { keys[$0] < keys[$1] }) { sorted.add(keys[at], columns[at]) }
    return sorted
  }
}
