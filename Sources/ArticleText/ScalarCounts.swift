/// Counts Unicode scalars before a byte: a count for each block, and the rest on demand.
struct ScalarCounts: Sendable {
  private static let block = 64
  private let atBlock: [UInt32]

  init(_ bytes: [UInt8]) {
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.block + 1)
    let span = bytes.span
    var count = 0
    for start in stride(from: 0, through: span.count - Self.block, by: Self.block) {
      counts.append(UInt32(truncatingIfNeeded: count))
      count &+= Self.scalars(inBlock: span.extracting(start..<start &+ Self.block))
    }
    counts.append(UInt32(truncatingIfNeeded: count))
    atBlock = counts
  }

  @inline(__always)
  private static func scalars(inBlock bytes: Span<UInt8>) -> Int {
    let first = continuations(bytes.sixteen(at: 0)) &+ continuations(bytes.sixteen(at: 16))
    let all = first &+ continuations(bytes.sixteen(at: 32)) &+ continuations(bytes.sixteen(at: 48))
    return block &- Int(truncatingIfNeeded: ((all[0] &+ all[1]) &* each) &>> 56)
  }

  /// The lowest bit of each byte that continues a scalar.
  @inline(__always)
  private static func continuations(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> { bytes &>> 7 & ~(bytes &>> 6) & SIMD2(repeating: each) }

  @inline(__always)
  private static func scalars(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var (offset, continuations) = (range.lowerBound, 0)
    while offset <= range.upperBound &- 8 {
      continuations &+= Self.continuations(bytes.eight(at: offset))
      offset &+= 8
    }
    let rest = range.upperBound &- offset
    if rest > 0, offset <= bytes.count &- 8 {
      return range.count &- continuations &- Self.continuations(bytes.eight(at: offset) & .max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* rest))
    }
    while offset < range.upperBound {
      if bytes[offset] & 0xC0 == 0x80 { continuations &+= 1 }
      offset &+= 1
    }
    return range.count &- continuations
  }

  /// How many of eight bytes continue a scalar.
  @inline(__always)
  private static func continuations(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((bits &>> 7 & ~(bits &>> 6) & each) &* each) &>> 56)
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101

  /// The scalars that begin before `offset`, which is at most the number of bytes. Cost: at most one block; nothing in one of ASCII.
  func before(_ offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset / Self.block
    let count = Int(atBlock[block])
    if block + 1 < atBlock.count, Int(atBlock[block + 1]) - count == Self.block { return count + offset % Self.block }
    return count + Self.scalars(in: bytes.span, block * Self.block..<offset)
  }

  /// The scalars of a range of bytes. Cost: at most one block, and the range.
  func range(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = before(range.lowerBound, in: bytes)
    return start..<start + Self.scalars(in: bytes.span, range)
  }
}
