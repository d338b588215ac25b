import CSQLite
import GraphModel

/// A prepared statement. Parameters count from 1, columns from 0.
///
/// Guarded by the owner of its connection. Values are always bound, and copied while binding, but for those of a ``RowBatch``. Whoever
/// steps a statement without reaching its end resets it.
@safe
final class Statement {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
  }

  deinit { unsafe sqlite3_finalize(pointer) }

  // MARK: Running

  /// Goes to the next row; false after the last, and the statement is then ready to run again.
  @inline(__always)
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE { throw failed(code) }
    unsafe sqlite3_reset(pointer)
    return false
  }

  /// Runs a statement that gives no rows.
  func run() throws(StoreError) {
    if try step() { reset() }
  }

  func reset() {
    unsafe sqlite3_reset(pointer)
  }

  private func failed(_ code: Int32) -> StoreError {
    let error = unsafe Connection.error(code, sqlite3_db_handle(pointer))
    reset()
    return error
  }

  /// For ``insert(_:rows:)``: the result code of one step.
  func stepOnce() -> Int32 { unsafe sqlite3_step(pointer) }

  func clearBindings() { unsafe sqlite3_clear_bindings(pointer) }

  /// Ends a run of which the last step gave this code.
  func finish(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failed(code) }
    reset()
  }

  // MARK: Binding

  /// Binds a cell whose text or blob stands in a buffer that outlives the run of the statement.
  @unsafe
  func bindInPlace(_ at: Int32, _ cell: RowBatch.Cell, _ bytes: UnsafeRawBufferPointer) {
    switch cell {
    case .integer(let number): bind(at, number)
    case .float(let number): bind(at, number)
    case .text(let range), .blob(let range):
      let isText = if case .text = cell { true } else { false }
      guard let base = bytes.baseAddress, !range.isEmpty else {
        if isText { unsafe sqlite3_bind_text(pointer, at, "", 0, nil) } else { unsafe sqlite3_bind_zeroblob(pointer, at, 0) }
        return
      }
      let start = unsafe base + range.lowerBound
      if isText {
        let text = unsafe start.assumingMemoryBound(to: CChar.self)
        unsafe sqlite3_bind_text64(pointer, at, text, UInt64(range.count), nil, UInt8(SQLITE_UTF8))
      } else {
        unsafe sqlite3_bind_blob64(pointer, at, start, UInt64(range.count), nil)
      }
    }
  }

  @inline(__always)
  @discardableResult
  func bind(_ at: Int32, _ number: Int64) -> Statement {
    unsafe sqlite3_bind_int64(pointer, at, number)
    return self
  }

  @discardableResult
  func bind(_ at: Int32, _ number: Double) -> Statement {
    unsafe sqlite3_bind_double(pointer, at, number)
    return self
  }

  @discardableResult
  func bind(_ at: Int32, _ text: String) throws(StoreError) -> Statement {
    var text = text
    let code = text.withUTF8 { bytes in
      // An empty buffer may have no address, which SQLite would take for NULL.
      guard let base = bytes.baseAddress else { return unsafe sqlite3_bind_text(pointer, at, "", 0, nil) }
      let count = UInt64(bytes.count)
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
        unsafe sqlite3_bind_text64(pointer, at, start, count, sillage_sqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
    try check(code)
    return self
  }

  @discardableResult
  func bind(_ at: Int32, _ blob: [UInt8]) throws(StoreError) -> Statement {
    let code = unsafe blob.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, unsafe !bytes.isEmpty else {
        return unsafe sqlite3_bind_zeroblob(pointer, at, 0)
      }
      return unsafe sqlite3_bind_blob64(pointer, at, base, UInt64(bytes.count), sillage_sqlite_transient())
    }
    try check(code)
    return self
  }

  private func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_TOOBIG else {
      if code != SQLITE_OK { throw failed(code) }
      return
    }
    throw StoreError(.unstorable, "a value is larger than the store can hold")
  }

  // MARK: Columns of the row

  @inline(__always)
  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(pointer, column) }

  func double(_ column: Int32) -> Double { unsafe sqlite3_column_double(pointer, column) }

  /// What SQLite holds in a column.
  enum ColumnType {
    case null, integer, float, text, blob
  }

  func type(_ column: Int32) -> ColumnType {
    switch unsafe sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .float
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  func text(_ column: Int32) -> String {
    guard let start = unsafe sqlite3_column_text(pointer, column) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(pointer, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Appends the bytes of a blob.
  @inline(__always)
  func appendBlob(_ column: Int32, to bytes: inout [UInt8]) {
    guard let start = unsafe sqlite3_column_blob(pointer, column) else { return }
    let count = unsafe Int(sqlite3_column_bytes(pointer, column))
    unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
  }

  func blob(_ column: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    appendBlob(column, to: &bytes)
    return bytes
  }
}
