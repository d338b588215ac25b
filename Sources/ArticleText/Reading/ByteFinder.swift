/// Finds the next of some bytes, thirty-two bytes of a text at a time. It is compiled where it is used, so that bytes which are known there cost
/// no more than they must.
public struct ByteFinder: Sendable {
  /// A byte that is wanted, and those that differ from it in some bits only.
  public struct Kind: Sendable {
    /// The bits that count, and what they are, in each byte of a number.
    @usableFromInline let bits: UInt64
    @usableFromInline let wanted: UInt64

    /// A byte, and bits in which others may differ from it.
    @inlinable
    public init(_ byte: UInt8, orWith spare: UInt8 = 0) {
      bits = ByteFinder.each &* UInt64(~spare)
      wanted = ByteFinder.each &* UInt64(byte & ~spare)
    }
  }

  @usableFromInline let kinds: (Kind, Kind, Kind)

  @inlinable static var each: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var high: UInt64 { 0x8080_8080_8080_8080 }
  @inlinable static var step: Int { 32 }

  /// Finds bytes of one to three kinds.
  @inlinable
  public init(_ first: Kind, _ second: Kind? = nil, _ third: Kind? = nil) { kinds = (first, second ?? first, third ?? first) }

  /// Where the next of them stands from an offset on; the number of bytes where none does.
  @inlinable @inline(__always)
  public func next(in bytes: Span<UInt8>, from start: Int) -> Int {
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
  @inlinable @inline(__always)
  func marks(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> {
    (Self.zeros(bytes, kinds.0) | Self.zeros(bytes, kinds.1) | Self.zeros(bytes, kinds.2)) & SIMD2(repeating: Self.high)
  }

  @inlinable @inline(__always)
  static func zeros(_ bytes: SIMD2<UInt64>, _ kind: Kind) -> SIMD2<UInt64> {
    let rest = bytes & SIMD2(repeating: kind.bits) ^ SIMD2(repeating: kind.wanted)
    return (rest &- SIMD2(repeating: each)) & ~rest
  }

  /// The first of thirty-two bytes that is marked; one is.
  @inlinable @inline(__always)
  static func place(_ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>) -> Int {
    let (half, base) = first[0] | first[1] != 0 ? (first, 0) : (second, 16)
    let (marks, start) = half[0] != 0 ? (half[0], base) : (half[1], base &+ 8)
    return start &+ marks.trailingZeroBitCount &>> 3
  }

  @inlinable @inline(__always)
  func isWanted(_ byte: UInt8) -> Bool {
    let all = Self.each &* UInt64(byte)
    return all & kinds.0.bits == kinds.0.wanted || all & kinds.1.bits == kinds.1.wanted || all & kinds.2.bits == kinds.2.wanted
  }
}
