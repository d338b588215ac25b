import GraphModel

extension SQLiteGraph {
  /// Puts right what a writer left that ended in the middle of its work, where a reader cannot go on without: a connection that may
  /// write is opened for as long as that takes, and undoes what was half done. False where the failure is another one.
  ///
  /// A log that a writer leaves is no obstacle to a reader. But a database enters and leaves the use of a log by way of a rollback
  /// journal, and such a journal has to be played back (https://www.sqlite.org/rescode.html#readonly_rollback). Fails with
  /// `cannotOpen` where the file or its folder may not be written.
  func recover(from failure: StoreError) throws(StoreError) -> Bool {
    guard failure.kind == .readOnly, access == .reading, let path else { return false }
    do throws(StoreError) {
      let writer = try Connection(.file(path, writable: true), busyTimeout: Self.recoveryTimeout)
      defer { writer.close() }
      _ = try writer.number("SELECT count(*) FROM sqlite_schema")
    } catch {
      throw StoreError(
        .cannotOpen,
        "a writer ended in the middle of its work, and only who may write to \(path) and its folder can undo that: \(error.message)")
    }
    return true
  }

  /// In milliseconds.
  private static let recoveryTimeout: Int32 = 5_000
}
