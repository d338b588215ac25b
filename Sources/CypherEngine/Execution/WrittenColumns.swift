import Diagnostics
import GraphModel

/// The properties that the rows of a batch write, gathered under the names that a query gives them.
struct WrittenColumns {
  private(set) var properties: PropertyColumns
  /// How many properties are set, as ``ChangeCounts`` counts them.
  private(set) var count = 0

  init(rows: Int) { properties = PropertyColumns(count: rows) }

  /// Adds the properties of new nodes or relationships: a null is none.
  mutating func add(
    _ name: String, ofNew column: Column, _ writer: any GraphWriter, at span: SourceSpan
  ) throws(ExecutionFailure) {
    let held = column.isWithoutNulls ? column.count : (0..<column.count).count { !column.isNull($0) }
    if held > 0 { try add(name, column, counting: held, writer, at: span) }
  }

  /// Adds what is set: a null takes the property away, which counts once there is such a property.
  mutating func add(
    _ name: String, setTo column: Column, _ writer: any GraphWriter, at span: SourceSpan
  ) throws(ExecutionFailure) {
    var first = 0
    if writer.propertyKey(named: name) == nil {
      guard let held = (0..<column.count).first(where: { !column.isNull($0) }) else { return }
      first = held
    }
    try add(name, column, counting: column.count - first, writer, at: span)
  }

  /// Takes away what is held. It counts for those that hold something.
  mutating func remove(_ key: PropertyKeyID, held: Column) {
    let count = (0..<held.count).count { !held.isNull($0) }
    guard count > 0 else { return }
    properties.add(key, .repeating(.null, count: held.count))
    self.count += count
  }

  private mutating func add(
    _ name: String, _ column: Column, counting more: Int, _ writer: any GraphWriter, at span: SourceSpan
  ) throws(ExecutionFailure) {
    try Self.checkStorable(column, name, at: span)
    do { properties.add(try writer.makePropertyKey(named: name), column) } catch { throw ExecutionFailure(error, at: span) }
    count += more
  }

  private static func checkStorable(_ column: Column, _ name: String, at span: SourceSpan) throws(ExecutionFailure) {
    switch column {
    case .integers, .floats, .booleans, .strings, .coded: return
    case .nodes, .relationships, .values: break
    }
    for row in 0..<column.count where !column.isNull(row) {
      try PropertyWriter.checkStorable(column[row], key: name, at: span)
    }
  }
}
