import Diagnostics

/// Finds the fields of records in bytes (RFC 4180).
///
/// Fields are separated by one byte, records by LF, CR LF or CR. A field in quotes may hold both, and a quote as two. Lines
/// without any character are left out.
struct FieldScanner {
  let bytes: [UInt8]
  let delimiter: UInt8
  /// Where the next field starts.
  private(set) var at = 0
  /// Where the content of the last field is, without its quotes.
  private(set) var start = 0
  private(set) var end = 0
  private(set) var isQuoted = false
  private(set) var hasDoubledQuotes = false
  /// Whether the last field was the last of its record.
  private(set) var endsRecord = false

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], delimiter: UInt8, at: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.at = at
  }

  /// The length of the content.
  var count: Int { end - start }
  /// Whether there is nothing between two delimiters, not even quotes.
  var isMissing: Bool { start == end && !isQuoted }
  /// The last field with its quotes.
  var span: Range<Int> { isQuoted ? start - 1..<min(end + 1, bytes.count) : start..<end }

  /// The content, with single quotes for doubled ones.
  var content: ArraySlice<UInt8> {
    guard hasDoubledQuotes else { return bytes[start..<end] }
    var content: [UInt8] = []
    var place = start
    while place < end {
      content.append(bytes[place])
      place += bytes[place] == Self.quote ? 2 : 1
    }
    return content[...]
  }

  var text: String { String(decoding: content, as: UTF8.self) }

  /// Goes past empty lines; whether a record follows.
  mutating func startRecord() -> Bool {
    while at < bytes.count, bytes[at] == Self.lineFeed || bytes[at] == Self.carriageReturn { at += 1 }
    return at < bytes.count
  }

  /// Finds the next field of the record.
  mutating func next() throws(TableFault) {
    start = at
    if at < bytes.count, bytes[at] == Self.quote { return try quoted() }
    isQuoted = false
    hasDoubledQuotes = false
    var place = at
    while place < bytes.count {
      let byte = bytes[place]
      if byte == delimiter || byte <= Self.quote && Self.isSpecial(byte) { break }
      place += 1
    }
    end = place
    try leave(place, "a quote inside a field that does not begin with one")
  }

  private static func isSpecial(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn || byte == quote }

  private mutating func quoted() throws(TableFault) {
    isQuoted = true
    hasDoubledQuotes = false
    start += 1
    var place = start
    while place < bytes.count {
      if bytes[place] == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else {
          end = place
          return try leave(place + 1, "text after the quote that ends a field")
        }
        hasDoubledQuotes = true
        place += 1
      }
      place += 1
    }
    throw TableFault(
      .badQuotes, "a quoted field without an end begins here", SourceSpan(start: start - 1, end: start),
      hint: "end the field with a quote, and write a quote inside it as two")
  }

  /// Goes past what ends a field.
  private mutating func leave(_ place: Int, _ message: String) throws(TableFault) {
    at = place
    endsRecord = true
    guard place < bytes.count else { return }
    at += 1
    switch bytes[place] {
    case delimiter: endsRecord = false
    case Self.lineFeed: break
    case Self.carriageReturn: if at < bytes.count, bytes[at] == Self.lineFeed { at += 1 }
    default:
      throw TableFault(
        .badQuotes, message, SourceSpan(start: place, end: place + 1),
        hint: "put the whole field in quotes, and write a quote inside it as two")
    }
  }
}
