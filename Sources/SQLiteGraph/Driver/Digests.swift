/// Fast 64-bit digests of bytes, the same on every machine and in every version: they stand in files.
///
/// Words of eight bytes are folded in by a multiplication to 128 bits whose halves are mixed, as in the `wyhash` family of
/// hash functions. They tell accidents apart, not attacks.
enum Digest {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD1B5_4A32_D192_ED03

  @inline(__always)
  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  static func of(_ number: UInt64) -> UInt64 { mix(number ^ first, second) }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = first ^ UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      state = mix(state ^ word, second)
      at += 8
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count {
      rest |= unsafe UInt64(bytes[at]) << shift
      shift += 8
      at += 1
    }
    return mix(state ^ rest, first)
  }

  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe of(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { unsafe of(UnsafeRawBufferPointer($0)) }
  }
}
