import GraphModel

/// Rows that are ready but not given out yet, cut into batches of the wanted size.
struct PendingRows {
  private var batch: Batch?
  private var position = 0

  /// Takes over a batch; what was pending is dropped.
  mutating func fill(_ batch: Batch) {
    self.batch = batch
    position = 0
  }

  mutating func clear() { batch = nil }

  /// The next rows, at most `capacity`; nil where nothing is pending. Of batches of the usual size the last may be larger: a few more
  /// rows are not worth the cutting.
  mutating func take(_ capacity: Int) -> Batch? {
    guard let current = batch, position < current.count else {
      batch = nil
      return nil
    }
    let most = capacity == Batch.capacity ? 4 * capacity : capacity
    let end = current.count - position <= most ? current.count : position + capacity
    let rows = position..<end
    position = end
    if end == current.count { batch = nil }
    return current.slice(rows)
  }
}
