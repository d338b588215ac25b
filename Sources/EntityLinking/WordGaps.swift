import GraphModel

/// What stands before each of the words of a batch.
struct WordGaps {
  private var gaps: [Gap] = []
  private var odd: [Int32] = []

  @inline(__always)
  subscript(word: Int) -> Gap { gaps[word] }

  /// Reads those of all words. One or two plain signs are looked up; what else there is, and what begins the text, is read by itself.
  mutating func read(_ batch: borrowing WordBatch<LetterCounts>, _ bytes: Span<UInt8>) {
    if gaps.count < batch.count {
      gaps = Array(filledWith: [], count: batch.count)
      odd = Array(filledWith: 0, count: batch.count)
    }
    guard batch.count > 0 else { return }
    let first = batch.endBefore(0) == 0 ? 1 : 0
    if first == 1 { gaps[0] = GapReader.gap(bytes, 0..<batch.start(0), before: batch.notes(0)) }
    for place in odd[..<Self.look(up: first..<batch.count, batch, bytes, &gaps, &odd)] {
      let word = Int(place)
      gaps[word] = GapReader.gap(bytes, batch.endBefore(word)..<batch.start(word), before: batch.notes(word))
    }
  }

  /// Looks the gaps before some words up. Gives how many of them are not told so, and lists these.
  private static func look(
    up words: Range<Int>, _ batch: borrowing WordBatch<LetterCounts>, _ bytes: Span<UInt8>, _ gaps: inout [Gap], _ odd: inout [Int32]
  ) -> Int {
    let (alone, beside) = (GapReader.signsAlone, GapReader.signsBeside)
    var gaps = gaps.mutableSpan
    var odd = odd.mutableSpan
    var count = 0
    for word in words {
      let from = batch.endBefore(word)
      let length = batch.start(word) &- from
      let (first, second) = (Int(bytes[from]), Int(bytes[from &+ 1]))
      let gap = length == 1 ? alone[first] : beside[first].union(beside[second])
      gaps[word] = gap
      odd[count] = Int32(truncatingIfNeeded: word)
      count &+= Int(truncatingIfNeeded: gap.rawValue &>> 15) | (length > 2 ? 1 : 0)
    }
    return count
  }
}
