/// The numbers of one ascending run as bits, so that many other runs can be compared with it at the cost of a look each.
struct MeetingMarks {
  private var words: [UInt64]
  private var marked: Range<Int> = 0..<0
  private let run: LazyBuffer<UInt32>

  /// `limit`: the largest number that occurs.
  init(_ run: LazyBuffer<UInt32>, limit: Int) {
    self.run = run
    words = Array(repeating: 0, count: (limit >> 6) + 1)
  }

  /// Marks the numbers of a range in place of those marked before. False where a number stands twice: then nothing is marked,
  /// and bits would not tell how often runs meet.
  mutating func mark(_ range: Range<Int>) -> Bool {
    clear()
    let numbers = unsafe run.numbers(range)
    for at in 1..<max(1, numbers.count) where unsafe numbers[at] == numbers[at - 1] { return false }
    for unsafe number in unsafe numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
    marked = range
    return true
  }

  private mutating func clear() {
    for unsafe number in unsafe run.numbers(marked) { words[Int(number >> 6)] = 0 }
    marked = 0..<0
  }

  /// How many numbers of another run are marked.
  func count(_ other: LazyBuffer<UInt32>, _ range: Range<Int>) -> Int {
    var count = 0
    let numbers = unsafe other.numbers(range)
    unsafe words.withUnsafeBufferPointer { words in
      for unsafe number in unsafe numbers {
        let word = Int(number >> 6)
        if word < words.count { count &+= Int(truncatingIfNeeded: (unsafe words[word] >> UInt64(number & 63)) & 1) }
      }
    }
    return count
  }
}
