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

  /// The rows in the order of their first columns, as SQLite orders values.
  func rows(inOrderOf columns: Int) -> [Int] {
    let rows = Array(0..<count)
    if zip(rows, rows.dropFirst()).allSatisfy({ !isBefore($1, $0, columns) }) { return rows }
    return rows.sorted { isBefore($0, $1, columns) }
  }

  private func isBefore(_ a: Int, _ b: Int, _ columns: Int) -> Bool {
    for column in 0..<columns {
      let (left, right) = (cells[a * width + column], cells[b * width + column])
      if isBefore(left, right) { return true }
      if isBefore(right, left) { return false }
    }
    return false
  }

  /// Numbers come before texts, texts before blobs.
  private func isBefore(_ a: Cell, _ b: Cell) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    case (.float(let a), .float(let b)): a < b
    case (.integer(let a), .float(let b)): Double(a) < b
    case (.float(let a), .integer(let b)): a < Double(b)
    case (.text(let a), .text(let b)), (.blob(let a), .blob(let b)): bytes[a].lexicographicallyPrecedes(bytes[b])
    case (.integer, _), (.float, _), (.text, .blob): true
    case (_, .integer), (_, .float), (.blob, .text): false
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
