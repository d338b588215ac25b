import GraphModel

/// The forms that stand in an article, numbered from 0, so that what is noted of each is an array and nothing is hashed.
struct ArticleForms {
  /// For each match the number of its form.
  private let numbers: [Int32]
  /// How often each form stands there.
  private let counts: [Int32]

  /// Cost: linear in the matches.
  init(_ matches: [Match]) {
    var size = 16
    while size < matches.count * 2 { size *= 2 }
    /// The first match of the form of each slot, or -1 where it is free.
    var slots = [Int32](filledWith: -1, count: size)
    var numbers = [Int32](filledWith: 0, count: matches.count)
    var counts = numbers
    var count: Int32 = 0
    Self.number(matches, &slots, &numbers, &counts, &count)
    counts.removeLast(matches.count - Int(count))
    (self.numbers, self.counts) = (numbers, counts)
  }

  private static func number(
    _ matches: [Match], _ slots: inout [Int32], _ numbers: inout [Int32], _ counts: inout [Int32], _ count: inout Int32
  ) {
    var slots = slots.mutableSpan
    var numbers = numbers.mutableSpan
    var counts = counts.mutableSpan
    let mask = slots.count &- 1
    for position in matches.indices {
      let form = matches[position].form
      var slot = Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: form) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
      while slots[slot] >= 0, matches[Int(slots[slot])].form != form { slot = (slot &+ 1) & mask }
      if slots[slot] < 0 {
        slots[slot] = Int32(truncatingIfNeeded: position)
        numbers[position] = count
        count &+= 1
      } else {
        numbers[position] = numbers[Int(slots[slot])]
      }
      counts[Int(numbers[position])] &+= 1
    }
  }

  /// How many forms there are.
  var count: Int { counts.count }

  /// The number of the form of a match.
  @inline(__always)
  subscript(position: Int) -> Int { Int(numbers[position]) }

  /// How often the form of a match stands in the article.
  func count(ofFormAt position: Int) -> Int { Int(counts[self[position]]) }
}
