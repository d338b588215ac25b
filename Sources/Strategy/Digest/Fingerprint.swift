/// MurmurHash3 (x64, 128 bits): tells texts apart that nobody made to be mistaken for each other, some fifty times faster
/// than SHA-256.
struct Fingerprint {
  private static let first: UInt64 = 0x87C3_7B91_1142_53D5
  private static let second: UInt64 = 0x4CF5_AD43_2745_937F
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The fingerprint of some bytes as 32 lower-case hexadecimal digits: the lower half, then the higher.
  static func hex(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    unsafe bytes.withUnsafeBytes { buffer in
      let whole = buffer.count & ~15
      var at = 0
      while at < whole {
        let low = unsafe buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let high = unsafe buffer.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
        fingerprint.add(UInt64(littleEndian: low), UInt64(littleEndian: high))
        at += 16
      }
      var rest: (low: UInt64, high: UInt64) = (0, 0)
      for index in whole..<buffer.count {
        let byte = unsafe UInt64(buffer[index]) << UInt64((index & 7) * 8)
        if index - whole < 8 { rest.low |= byte } else { rest.high |= byte }
      }
      fingerprint.finish(rest.low, rest.high, count: buffer.count)
    }
    return [fingerprint.low, fingerprint.high].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private mutating func add(_ lowWord: UInt64, _ highWord: UInt64) {
    low ^= Self.mixedLow(lowWord)
    low = (Self.rotated(low, 27) &+ high) &* 5 &+ 0x52DC_E729
    high ^= Self.mixedHigh(highWord)
    high = (Self.rotated(high, 31) &+ low) &* 5 &+ 0x3849_5AB5
  }

  private mutating func finish(_ lowWord: UInt64, _ highWord: UInt64, count: Int) {
    high ^= Self.mixedHigh(highWord) ^ UInt64(count)
    low ^= Self.mixedLow(lowWord) ^ UInt64(count)
    low &+= high
    high &+= low
    low = Self.scrambled(low)
    high = Self.scrambled(high)
    low &+= high
    high &+= low
  }

  private static func mixedLow(_ word: UInt64) -> UInt64 { rotated(word &* first, 31) &* second }
  private static func mixedHigh(_ word: UInt64) -> UInt64 { rotated(word &* second, 33) &* first }
  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }

  private static func scrambled(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 33) &* 0xFF51_AFD7_ED55_8CCD
    word = (word ^ word >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return word ^ word >> 33
  }
}
