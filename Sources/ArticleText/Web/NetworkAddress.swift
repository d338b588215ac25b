/// A number that a host stands at, as far as it must be known whether it is in the public network.
struct NetworkAddress: Hashable {
  /// Sixteen bytes; the first ten are 0 and two are 255 for an address of four.
  private let bytes: [UInt8]
  private let isVersion4: Bool

  /// Reads `192.0.2.1` or `2001:db8::1`; a zone, such as `%eth0`, is taken off.
  init?(_ text: String) {
    let plain = text.prefix { $0 != "%" }
    if let four = Self.four(plain) {
      bytes = Array(repeating: 0, count: 10) + [255, 255] + four
      isVersion4 = true
    } else if let sixteen = Self.sixteen(plain) {
      bytes = sixteen
      isVersion4 = sixteen.prefix(10).allSatisfy { $0 == 0 } && sixteen[10] == 255 && sixteen[11] == 255
    } else {
      return nil
    }
  }

  private static func four(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = parts.compactMap { UInt8($0) }
    return parts.count == 4 && bytes.count == 4 ? bytes : nil
  }

  private static func sixteen(_ text: Substring) -> [UInt8]? {
    guard text.contains(":"), !text.contains(":::") else { return nil }
    let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    var groups: [[UInt8]] = []
    for half in halves {
      var bytes: [UInt8] = []
      for group in half.split(separator: ":", omittingEmptySubsequences: true) {
        if let four = four(group) {
          bytes += four
        } else {
          guard group.utf8.count <= 4, let value = UInt16(group, radix: 16) else { return nil }
          bytes += [UInt8(value >> 8), UInt8(value & 255)]
        }
      }
      groups.append(bytes)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    if groups.count == 1 { return count == 16 ? groups[0] : nil }
    guard count <= 14 else { return nil }
    return groups[0] + Array(repeating: 0, count: 16 - count) + groups[1]
  }

  /// Whether it is of the public network, and of no private, local, shared, documentation, translation or multicast range
  /// (IANA special-purpose address registries).
  var isPublic: Bool {
    if isVersion4 { return !Self.special4.contains { matches(Array(bytes[12...]), $0.prefix, $0.bits) } }
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    return !Self.special6.contains { matches(bytes, $0.prefix, $0.bits) }
  }

  private func matches(_ address: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
    for index in 0..<(bits + 7) / 8 {
      let rest = min(8, bits - index * 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
      if address[index] & mask != prefix[index] & mask { return false }
    }
    return true
  }

  private static let special4: [(prefix: [UInt8], bits: Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
    ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24),
    ([224], 4), ([240], 4),
  ]
  /// Within 2000::/3, outside of which nothing is public: protocol assignments and tunnels, documentation, 6to4.
  private static let special6: [(prefix: [UInt8], bits: Int)] = [
    ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16), ([0x3F, 0xFF, 0x00], 20),
  ]
}
