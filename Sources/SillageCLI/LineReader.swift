import Sillage

/// Reads lines as they arrive, without waiting for more than one.
struct LineReader {
  let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var ended = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end; nil behind the last.
  mutating func next() throws(SillageError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = System.firstLineEnd(in: buffer, from: searched) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      guard !ended else {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      switch System.readSome(descriptor) {
      case .success(let piece):
        ended = piece.isEmpty
        buffer.removeFirst(start)
        searched -= start
        start = 0
        buffer += piece
      case .failure(let failure): throw .store(StoreError(.inputOutput, "cannot read standard input: \(failure.reason)"))
      }
    }
  }
}
