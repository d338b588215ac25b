/// Finds the next of up to four bytes, eight bytes of a text at a time.
struct ByteFinder {
  private let wanted: (UInt64, UInt64, UInt64, UInt64)

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// - Parameter others: one that is repeated costs a little and changes nothing.
  init(_ first: UInt8, _ others: (UInt8, UInt8, UInt8)) {
    wanted = (
      Self.each &* UInt64(first), Self.each &* UInt64(others.0), Self.each &* UInt64(others.1), Self.each &* UInt64(others.2)
    )
  }

  init(_ byte: UInt8) { self.init(byte, (byte, byte, byte)) }

  /// Where the next of them stands from an offset on; the number of bytes where none does.
  @inline(__always)
  func next(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset >= 0, offset <= bytes.count &- 8 {
      let bits = bytes.eight(at: offset)
      let found =
        Self.zeros(bits ^ wanted.0) | Self.zeros(bits ^ wanted.1) | Self.zeros(bits ^ wanted.2) | Self.zeros(bits ^ wanted.3)
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < bytes.count, !isWanted(bytes[offset]) { offset &+= 1 }
    return offset
  }

  /// The highest bit of each byte that is 0; behind the first of them there may be others.
  @inline(__always)
  private static func zeros(_ bits: UInt64) -> UInt64 { (bits &- each) & ~bits & high }

  private func isWanted(_ byte: UInt8) -> Bool {
    let all = Self.each &* UInt64(byte)
    return all == wanted.0 || all == wanted.1 || all == wanted.2 || all == wanted.3
  }
}
