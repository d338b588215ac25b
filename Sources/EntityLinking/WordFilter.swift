/// Tells in one look at a small bitmap that a word begins no form, which is true of most words of a text.
struct WordFilter: Sendable {
  private var blocks: [UInt64]
  private let shift: UInt64

  /// A filter for so many words, at twelve to twenty-four bits and two marks a word, so that some two of a hundred other words
  /// pass it.
  init(words: Int) {
    var size: UInt64 = 4
    while 64 << size < words * 12 { size += 1 }
    blocks = Array(repeating: 0, count: 1 << size)
    shift = 64 - size
  }

  /// The block of a word and its two marks in it.
  @inline(__always)
  private func place(_ hash: UInt64) -> (block: Int, marks: UInt64) {
    let mixed = hash &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: mixed &>> shift), 1 << (mixed & 63) | 1 << (mixed >> 6 & 63))
  }

  /// What it takes in memory.
  var bytes: Int { blocks.capacity * MemoryLayout<UInt64>.stride }

  mutating func insert(_ hash: UInt64) {
    let (block, marks) = place(hash)
    blocks[block] |= marks
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let (block, marks) = place(hash)
    return blocks[block] & marks == marks
  }
}
