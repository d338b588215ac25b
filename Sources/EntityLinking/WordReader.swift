/// Reads letters with something else between them.
enum WordReader {
  /// The hash of the folded letters of a range, as if nothing stood between them.
  static func hash(of range: Range<Int>, in bytes: Span<UInt8>) -> UInt64 {
    var hash = WordHash()
    Folding.forEachByte(of: range, in: bytes) { byte in
      hash.add(UInt64(byte), bits: 8)
      return true
    }
    return hash.value
  }
}
