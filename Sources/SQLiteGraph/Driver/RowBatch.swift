import CSQLite
import GraphModel

/// Rows of one table that wait to be inserted: texts and blobs stand in one buffer, so that SQLite reads them from there and copies
/// each once only, into its page.
struct RowBatch {
  enum Cell {
    case integer(Int64)
    case float(Double)
    case text(Range<Int>)
    case blob(Range<Int>)
  }

  /// A blob that stands in the buffer already.
  struct EncodedBlob {
    fileprivate let range: Range<Int>
  }

  /// How many cells make a row.
  let width: Int
  fileprivate(set) var cells: [Cell] = []
  fileprivate var bytes: [UInt8] = []

  init(width: Int) { self.width = width }

  var count: Int { cells.count / width }

  /// Makes room for so many rows more; asked for often, it still moves each row few times.
  mutating func reserve(rows: Int) {
    let needed = cells.count + rows * width
    if needed > cells.capacity { cells.reserveCapacity(max(needed, 2 * cells.capacity)) }
  }

  mutating func append(_ number: Int64) { cells.append(.integer(number)) }

  mutating func append(_ number: Double) { cells.append(.float(number)) }

  mutating func append(_ text: String) {
    let start = bytes.count
    bytes.append(bytesOf: text)
    cells.append(.text(start..<bytes.count))
  }

  mutating func append(_ blob: [UInt8]) { cells.append(.blob(keep(blob))) }

  /// Keeps what `write` writes, as a blob that ``append(_:)`` takes.
  @inline(__always)
  mutating func encode(
    _ write: (inout RecordWriter) throws(StoreError) -> Void
  ) throws(StoreError) -> EncodedBlob {
    var writer = RecordWriter()
    swap(&writer.bytes, &bytes)
    defer { swap(&writer.bytes, &bytes) }
    let start = writer.bytes.count
    try write(&writer)
    return EncodedBlob(range: start..<writer.bytes.count)
  }

  /// Keeps what is given, and behind it the cells of a row.
  mutating func encode(_ head: [UInt8], _ cells: [EncodedCells], row: Int) -> EncodedBlob {
    let start = bytes.count
    bytes.append(contentsOf: head)
    for at in cells.indices {
      let place = cells[at].place(of: row)
      unsafe cells[at].bytes.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[place])) }
    }
    return EncodedBlob(range: start..<bytes.count)
  }

  mutating func append(_ blob: EncodedBlob) { cells.append(.blob(blob.range)) }

  private mutating func keep(_ blob: [UInt8]) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: blob)
    return start..<bytes.count
  }

  /// Puts another blob in the place of one.
  mutating func replace(row: Int, column: Int, by blob: [UInt8]) { cells[row * width + column] = .blob(keep(blob)) }

  func integer(row: Int, column: Int) -> Int64 {
    if case .integer(let number) = cells[row * width + column] { number } else { 0 }
  }

  func blob(row: Int, column: Int) -> [UInt8] {
    if case .blob(let range) = cells[row * width + column] { Array(bytes[range]) } else { [] }
  }

  /// The rows in the order of their first columns, one or two numbers.
  func rows(inOrderOf columns: Int) -> [Int] {
    if count < 2 { return Array(0..<count) }
    let keys = (0..<count).map { row in
      (integer(row: row, column: 0), columns > 1 ? integer(row: row, column: 1) : 0, row)
    }
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return Array(0..<count) }
    return keys.sorted { $0 < $1 }.map { $0.2 }
  }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}

extension Statement {
  /// Runs a statement that inserts some rows of a batch at once: its parameters are their cells, in order.
  func insert(_ batch: RowBatch, rows: ArraySlice<Int>) throws(StoreError) {
    // Bound without a copy: what is bound lives until the statement has run, and is unbound then.
    let code = unsafe batch.bytes.withUnsafeBytes { bytes in
      var parameter: Int32 = 1
      for row in rows {
        for cell in batch.cells[(row * batch.width)..<((row + 1) * batch.width)] {
          unsafe bindInPlace(parameter, cell, bytes)
          parameter += 1
        }
      }
      return stepOnce()
    }
    clearBindings()
    try finish(code)
  }
}
