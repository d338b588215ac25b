extension [Int32] {
  /// Puts those of some numbers that have the mark 1 and not 0 at the beginning, where there must be room for all. Gives how many they are.
  /// Marks are counted, so that the processor need not guess which a number has.
  @inline(__always)
  mutating func list(_ numbers: Range<Int>, marked mark: (Int) -> UInt64) -> Int {
    var places = mutableSpan
    var count = 0
    for number in numbers {
      places[count] = Int32(truncatingIfNeeded: number)
      count &+= Int(truncatingIfNeeded: mark(number))
    }
    return count
  }
}
