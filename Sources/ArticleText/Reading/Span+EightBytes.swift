extension Span<UInt8> {
  /// Eight bytes from an offset on, the first lowest. The offset is checked once. Cost: one load.
  @inlinable @inline(__always)
  public func eight(at offset: Int) -> UInt64 {
    let eight = extracting(offset..<offset + 8)
    return UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24 | UInt64(eight[4]) << 32
      | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
  }

  /// Twice eight bytes from an offset on. Cost: one load.
  @inlinable @inline(__always)
  public func sixteen(at offset: Int) -> SIMD2<UInt64> { SIMD2(eight(at: offset), eight(at: offset &+ 8)) }
}
