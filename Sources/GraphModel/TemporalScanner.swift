/// Reads the bytes of a text from left to right.
struct TemporalScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// How many digits follow.
  var digitCount: Int { bytes[position...].prefix(while: TemporalScanner.isDigit).count }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Steps over a character if it is the next one.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits; nil, and nothing read, where there are fewer, or where it has more than 63 bits.
  mutating func number(digits count: Int) -> Int64? {
    guard count > 0, count <= 19, digitCount >= count else { return nil }
    var number: UInt64 = 0
    for byte in bytes[position..<position + count] { number = number * 10 + UInt64(byte - UInt8(ascii: "0")) }
    guard let number = Int64(exactly: number) else { return nil }
    position += count
    return number
  }

  /// The digits after a point or comma, cut to `places` digits, as so many parts; nil where there is no digit.
  mutating func fraction(places: Int) -> Int64? {
    let count = digitCount
    guard count > 0 else { return nil }
    let kept = min(count, places)
    guard var number = number(digits: kept) else { return nil }
    position += count - kept
    for _ in kept..<places { number *= 10 }
    return number
  }

  /// What is left, which counts as read.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[position...], as: UTF8.self)
  }
}
