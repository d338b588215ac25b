/// Finds the next of some bytes, thirty-two bytes of a text at a time.
struct ByteFinder {
  /// A byte that is wanted, and those that differ from it in some bits only.
  struct Kind {
    /// The bits that count, and what they are, in each byte of a number.
    fileprivate let bits: UInt64
    fileprivate let wanted: UInt64

    init(_ byte: UInt8, orWith spare: UInt8 = 0) {
      bits = ByteFinder.each &* UInt64(~spare)
      wanted = ByteFinder.each &* UInt64(byte & ~spare)
    }
  }

  private let kinds: (Kind, Kind, Kind)

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let step = 32

  private typealias Sixteen = SIMD2<UInt64>

  /// - Parameter second: one that is repeated costs nothing.
  init(_ first: Kind, _ second: Kind? = nil, _ third: Kind? = nil) { kinds = (first, second ?? first, third ?? first) }

  /// Where the next of them stands from an offset on; the number of bytes where none does.
  @inline(__always)
  func next(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset >= 0, offset <= bytes.count &- Self.step {
      let block = bytes.extracting(offset..<offset &+ Self.step)
      let (first, second) = (marks(block.sixteen(at: 0)), marks(block.sixteen(at: 16)))
      let all = first | second
      if all[0] | all[1] != 0 { return offset &+ Self.place(first, second) }
      offset &+= Self.step
    }
    while offset < bytes.count, !isWanted(bytes[offset]) { offset &+= 1 }
    return offset
  }

  /// The highest bit of each byte that is wanted; behind the first of eight there may be others.
  @inline(__always)
  private func marks(_ bytes: Sixteen) -> Sixteen {
    (Self.zeros(bytes, kinds.0) | Self.zeros(bytes, kinds.1) | Self.zeros(bytes, kinds.2)) & Sixteen(repeating: Self.high)
  }

  @inline(__always)
  private static func zeros(_ bytes: Sixteen, _ kind: Kind) -> Sixteen {
    let rest = bytes & Sixteen(repeating: kind.bits) ^ Sixteen(repeating: kind.wanted)
    return (rest &- Sixteen(repeating: each)) & ~rest
  }

  /// The first of thirty-two bytes that is marked; one is.
  private static func place(_ first: Sixteen, _ second: Sixteen) -> Int {
    let (half, base) = first[0] | first[1] != 0 ? (first, 0) : (second, 16)
    let (marks, start) = half[0] != 0 ? (half[0], base) : (half[1], base &+ 8)
    return start &+ marks.trailingZeroBitCount &>> 3
  }

  private func isWanted(_ byte: UInt8) -> Bool {
    let all = marks(Sixteen(repeating: Self.each &* UInt64(byte)))
    return all[0] != 0
  }
}
