import GraphModel

/// One property of many records as it stands in them (``RecordWriter``): the cell of a row is key, tag and value, or nothing where the row
/// has none. A whole column is encoded at once, since what it holds is then looked at once.
struct EncodedCells {
  /// So many rows are encoded together, lest their cells take much memory.
  static let rowsAtOnce = 16_384

  let key: PropertyKeyID
  private var writer = RecordWriter()
  /// Where the cell of each row ends.
  private var ends: [Int] = []

  /// Without a row yet.
  init(_ key: PropertyKeyID) { self.key = key }

  init(_ key: PropertyKeyID, _ column: Column) throws(StoreError) {
    self.key = key
    ends.reserveCapacity(column.count)
    switch column.uncoded {
    case .integers(let numbers, let valid):
      for at in numbers.indices {
        if valid?[at] == false { skip() } else { append(numbers[at]) }
      }
    case .strings(let texts, let valid):
      for at in texts.indices {
        if valid?[at] == false { skip() } else { append(texts[at]) }
      }
    case .floats, .booleans, .coded, .nodes, .relationships, .values:
      for row in 0..<column.count { try append(column[row]) }
    }
  }

  /// Those of some rows of columns, by ascending keys.
  static func of(_ properties: PropertyColumns, rows: Range<Int>) throws(StoreError) -> [EncodedCells] {
    let properties = properties.sorted
    var all: [EncodedCells] = []
    for (key, column) in zip(properties.keys, properties.columns) { all.append(try EncodedCells(key, column.slice(rows))) }
    return all
  }

  /// The cells one behind the other.
  var bytes: [UInt8] { writer.bytes }

  /// Where the cell of a row stands among them.
  func place(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  func appendCell(of row: Int, to record: inout [UInt8]) { record += writer.bytes[place(of: row)] }

  // MARK: Adding rows

  /// A row that has no value.
  mutating func skip() { ends.append(writer.bytes.count) }

  mutating func append(_ number: Int64) {
    writer.unsigned(UInt64(key.rawValue))
    writer.integer(number)
    skip()
  }

  mutating func append(_ text: String) {
    writer.unsigned(UInt64(key.rawValue))
    writer.string(text)
    skip()
  }

  /// A text in two pieces.
  mutating func append(_ first: [UInt8], _ second: ArraySlice<UInt8>) {
    writer.unsigned(UInt64(key.rawValue))
    writer.string(first, second)
    skip()
  }

  /// Null for a row that has no value.
  mutating func append(_ value: Value) throws(StoreError) {
    if !value.isNull {
      writer.unsigned(UInt64(key.rawValue))
      try writer.value(value)
    }
    skip()
  }
}
