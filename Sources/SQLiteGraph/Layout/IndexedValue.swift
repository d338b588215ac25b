import GraphModel

/// A property value as an index keeps it, so that values which are equal are one value.
enum IndexedValue {
  case integer(Int64)
  case float(Double)
  case text(String)
  case encoded([UInt8])

  /// How an index sees a value.
  enum Kind {
    case indexed(IndexedValue)
    /// Null and NaN: the index has no entry for them, and nobody finds them.
    case equalToNothing
    /// Lists, durations and times with an offset: where these are equal, their encodings may differ.
    case notIndexed
  }

  static func kind(of value: Value) throws(StoreError) -> Kind {
    switch value {
    case .null: .equalToNothing
    case .integer(let number): .indexed(.integer(number))
    case .float(let number): number.isNaN ? .equalToNothing : .indexed(.float(number))
    case .string(let text): .indexed(.text(text))
    case .boolean, .date, .localTime, .localDateTime: .indexed(.encoded(try RecordWriter.value(value)))
    case .list, .map, .node, .relationship, .path, .time, .dateTime, .duration: .notIndexed
    }
  }

  /// What stands in a column of an entry.
  init(_ row: Statement, _ column: Int32) {
    switch row.type(column) {
    case .integer: self = .integer(row.integer(column))
    case .float: self = .float(row.double(column))
    case .text: self = .text(row.text(column))
    case .blob, .null: self = .encoded(row.blob(column))
    }
  }

  func bind(to statement: Statement, _ at: Int32) throws(StoreError) {
    switch self {
    case .integer(let number): statement.bind(at, number)
    case .float(let number): statement.bind(at, number)
    case .text(let text): try statement.bind(at, text)
    case .encoded(let bytes): try statement.bind(at, bytes)
    }
  }
}
