/// Reads the records of a CSV text (RFC 4180) out of pieces of bytes, so that a file of any size takes little memory.
///
/// Fields are separated by one byte, records by LF, CR LF or CR. A field in quotes may hold both, and a quote as two. An empty
/// field is nil, in quotes or not. Lines without any character are left out, and so is a byte order mark at the start.
struct CSVReader {
  private let terminator: UInt8
  private let pull: () throws(FileFailure) -> [UInt8]?
  private var bytes: [UInt8] = []
  private var at = 0
  /// Where the next byte stands: lines and characters count from 1.
  private(set) var line = 1
  private(set) var column = 1
  private var isStarted = false

  /// `pull` gives the next bytes, and nil at the end.
  init(terminator: UInt8, pull: @escaping () throws(FileFailure) -> [UInt8]?) {
    self.terminator = terminator
    self.pull = pull
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The fields of the next record; nil after the last.
  mutating func record() throws(CSVFault) -> [String?]? {
    if !isStarted {
      isStarted = true
      try skipByteOrderMark()
    }
    while let byte = try peek(), Self.isLineEnd(byte) { try endLine() }
    guard try peek() != nil else { return nil }
    var fields: [String?] = []
    while true {
      fields.append(try peek() == Self.quote ? try quotedField() : try plainField())
      guard let byte = try peek() else { return fields }
      if byte != terminator {
        try endLine()
        return fields
      }
      advance(byte)
    }
  }

  // MARK: Fields

  private mutating func plainField() throws(CSVFault) -> String? {
    let start = (line, column)
    var field: [UInt8] = []
    while let byte = try peek(), byte != terminator, !Self.isLineEnd(byte) {
      if byte == Self.quote { throw fault("a quote inside a field that does not begin with one") }
      field.append(byte)
      advance(byte)
    }
    return try text(field, start)
  }

  private mutating func quotedField() throws(CSVFault) -> String? {
    let start = (line, column)
    advance(Self.quote)
    var field: [UInt8] = []
    while let byte = try peek() {
      if byte != Self.quote {
        field.append(byte)
        if Self.isLineEnd(byte) { try appendLineEnd(byte, to: &field) } else { advance(byte) }
        continue
      }
      advance(byte)
      guard let next = try peek() else { return try text(field, start) }
      if next == Self.quote {
        field.append(next)
        advance(next)
      } else if next == terminator || Self.isLineEnd(next) {
        return try text(field, start)
      } else {
        throw fault("text after the quote that ends a field")
      }
    }
    throw CSVFault(message: "a quoted field without an end begins here", line: start.0, column: start.1)
  }

  /// A line end inside quotes is kept as it is written; its first byte is in the field already.
  private mutating func appendLineEnd(_ byte: UInt8, to field: inout [UInt8]) throws(CSVFault) {
    let before = byte
    at += 1
    if before == Self.carriageReturn, try peek() == Self.lineFeed {
      field.append(Self.lineFeed)
      at += 1
    }
    line += 1
    column = 1
  }

  private func text(_ bytes: [UInt8], _ start: (line: Int, column: Int)) throws(CSVFault) -> String? {
    if bytes.isEmpty { return nil }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw CSVFault(message: "the field that begins here is not UTF-8", line: start.line, column: start.column)
  }

  // MARK: Bytes

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  private mutating func peek() throws(CSVFault) -> UInt8? {
    while at >= bytes.count {
      let more: [UInt8]?
      do throws(FileFailure) { more = try pull() } catch { throw fault(error.message) }
      guard let more else { return nil }
      bytes = more
      at = 0
    }
    return bytes[at]
  }

  /// Past a byte that is no line end; only the first byte of a character counts as a column.
  private mutating func advance(_ byte: UInt8) {
    at += 1
    if byte & 0xC0 != 0x80 { column += 1 }
  }

  private mutating func endLine() throws(CSVFault) {
    guard let byte = try peek() else { return }
    at += 1
    if byte == Self.carriageReturn, try peek() == Self.lineFeed { at += 1 }
    line += 1
    column = 1
  }

  private mutating func skipByteOrderMark() throws(CSVFault) {
    // The first piece is filled up, since the mark may be cut in two.
    var start: [UInt8] = []
    while start.count < 3, let byte = try peek() {
      start.append(byte)
      at += 1
    }
    let rest = bytes[at...]
    bytes = (start == [0xEF, 0xBB, 0xBF] ? [] : start) + rest
    at = 0
  }

  private func fault(_ message: String) -> CSVFault { CSVFault(message: message, line: line, column: column) }
}

/// What is wrong with a CSV text, and where; lines and characters count from 1.
struct CSVFault: Error, Hashable {
  var message: String
  var line: Int
  var column: Int
}
