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

  /// Gives the numbers of a column.
  func eachNumber(in column: Int, _ take: (Int64) -> Void) {
    for row in 0..<count { take(integer(row: row, column: column)) }
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

  /// The rows in the order of their first column, a number, and their second: numbers as they come, then texts, then blobs, by their bytes. Rows
  /// that follow one another in an index are inserted faster, and fill its pages.
  func rowsInIndexOrder() -> [Int] {
    if count < 2 { return Array(0..<count) }
    return unsafe bytes.withUnsafeBytes { bytes in
      let keys = (0..<count).map { row -> (index: Int64, form: Int, bytes: Range<Int>, row: Int) in
        let index = integer(row: row, column: 0)
        return switch cells[row * width + 1] {
        case .integer, .float: (index, 0, 0..<0, row)
        case .text(let range): (index, 1, range, row)
        case .blob(let range): (index, 2, range, row)
        }
      }
      let sorted = keys.sorted { a, b in
        if (a.index, a.form) != (b.index, b.form) { return (a.index, a.form) < (b.index, b.form) }
        let (first, second) = unsafe (UnsafeRawBufferPointer(rebasing: bytes[a.bytes]), UnsafeRawBufferPointer(rebasing: bytes[b.bytes]))
        let shared = min(first.count, second.count)
        for at in 0..<shared where unsafe first[at] != second[at] { return unsafe first[at] < second[at] }
        return (first.count, a.row) < (second.count, b.row)
      }
      return sorted.map(\.row)
    }
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
