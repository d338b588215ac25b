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

  /// How many cells make a row.
  let width: Int
  fileprivate(set) var cells: [Cell] = []
  fileprivate var bytes: [UInt8] = []

  init(width: Int) { self.width = width }

  var count: Int { cells.count / width }

  mutating func append(_ number: Int64) { cells.append(.integer(number)) }

  mutating func append(_ number: Double) { cells.append(.float(number)) }

  mutating func append(_ text: String) { cells.append(.text(keep(text.utf8))) }

  mutating func append(_ blob: [UInt8]) { cells.append(.blob(keep(blob))) }

  private mutating func keep(_ more: some Collection<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: more)
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

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}

extension Statement {
  /// Runs a statement that inserts some rows of a batch at once: its parameters are their cells, in order.
  func insert(_ batch: RowBatch, rows: Range<Int>) throws(StoreError) {
    let cells = batch.cells[(rows.lowerBound * batch.width)..<(rows.upperBound * batch.width)]
    // Bound without a copy: what is bound lives until the statement has run, and is unbound then.
    let code = unsafe batch.bytes.withUnsafeBytes { bytes in
      for (at, cell) in cells.enumerated() { unsafe bindInPlace(Int32(at + 1), cell, bytes) }
      return stepOnce()
    }
    clearBindings()
    try finish(code)
  }
}
