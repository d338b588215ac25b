import Diagnostics
import Synchronization

/// Whole records out of the middle of a table.
struct RecordPiece: Sendable {
  /// Counted from 0 in its file.
  var number: Int
  /// Where it starts in the file.
  var offset: Int
  var bytes: [UInt8]
}

/// A table cut into pieces of whole records, for several threads to read.
final class RecordPieces: Sendable {
  private struct State {
    var file: InputFile
    /// What was read and not given out yet.
    var rest: [UInt8]
    var offset: Int
    var number = 0
    var isAtEnd = false
  }

  private let state: Mutex<State>
  private let size: Int
  private let delimiter: UInt8

  /// Nil where the file cannot be opened. Pieces have about `size` bytes.
  init?(_ path: String, delimiter: UInt8, size: Int = 1 << 20) {
    guard let file = InputFile(path) else { return nil }
    self.delimiter = delimiter
    self.size = size
    state = Mutex(State(file: file, rest: [], offset: 0))
  }

  /// The first record, which is not part of a piece; nil where there is none. Called before anything else, once.
  func header() throws(TableFault) -> FieldScanner? {
    try state.withLock { state throws(TableFault) in
      var end = try read(&state)
      if state.rest.starts(with: [0xEF, 0xBB, 0xBF]) {
        state.rest.removeFirst(3)
        state.offset = 3
        end -= 3
      }
      var scanner = FieldScanner(Array(state.rest[..<end]), delimiter: delimiter)
      guard scanner.startRecord() else { return nil }
      let start = scanner.at
      do throws(TableFault) {
        repeat { try scanner.next() } while !scanner.endsRecord
      } catch { throw error.moved(by: state.offset) }
      let record = FieldScanner(Array(state.rest[..<scanner.at]), delimiter: delimiter, at: start)
      state.rest.removeFirst(scanner.at)
      state.offset += scanner.at
      return record
    }
  }

  /// The next piece; nil after the last.
  func next() throws(TableFault) -> RecordPiece? {
    try state.withLock { state throws(TableFault) in
      let end = try read(&state)
      guard end > 0 else { return nil }
      defer {
        state.offset += end
        state.number += 1
      }
      var bytes = state.rest
      state.rest = Array(bytes[end...])
      bytes.removeLast(bytes.count - end)
      return RecordPiece(number: state.number, offset: state.offset, bytes: bytes)
    }
  }

  /// Reads until there is a record's end, and tells how many bytes of whole records there are: all at the end of the file.
  private func read(_ state: inout State) throws(TableFault) -> Int {
    while true {
      if state.isAtEnd { return state.rest.count }
      let known = state.rest.count
      do throws(InputFailure) {
        try state.file.read(size, into: &state.rest)
      } catch {
        throw TableFault(
          .unreadableTable, "cannot read further: \(error.reason)",
          SourceSpan(start: state.offset + known, end: state.offset + known))
      }
      state.isAtEnd = state.rest.count == known
      if !state.isAtEnd, let end = Self.endOfRecords(state.rest) { return end }
    }
  }

  /// Behind the last line end that is not in quotes. Wrong quotes are found by whoever reads what is before them.
  private static func endOfRecords(_ bytes: [UInt8]) -> Int? {
    var quotes = 0
    for byte in bytes { quotes &+= byte == FieldScanner.quote ? 1 : 0 }
    var isInside = quotes & 1 == 1
    for at in stride(from: bytes.count - 1, through: 0, by: -1) {
      let byte = bytes[at]
      if byte == FieldScanner.quote { isInside.toggle() }
      if byte == FieldScanner.lineFeed, !isInside { return at + 1 }
    }
    return nil
  }
}
