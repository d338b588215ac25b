import GraphModel

/// Tells in one look at a small bitmap that a word begins no form, which is true of most words of a text.
struct WordFilter: Sendable {
  private var blocks: [UInt64]
  private let shift: UInt64

  /// A filter for so many words, at twelve to twenty-four bits and two marks a word, so that some two of a hundred other words
  /// pass it.
  init(words: Int) {
    var size: UInt64 = 4
    while 64 << size < words * 12 { size += 1 }
    blocks = Array(filledWith: 0, count: 1 << size)
    shift = 64 - size
  }

  /// The block of a word, and in the lowest bits of two numbers its two marks in it.
  @inline(__always)
  private static func place(_ hash: UInt64, _ shift: UInt64) -> (block: Int, first: UInt64, second: UInt64) {
    let mixed = hash &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: mixed &>> shift), mixed, mixed &>> 6)
  }

  /// What it takes in memory.
  var bytes: Int { blocks.capacity * MemoryLayout<UInt64>.stride }

  /// Adds words.
  mutating func insert(_ hashes: some Sequence<UInt64>) {
    let shift = shift
    var marks = blocks.mutableSpan
    for hash in hashes {
      let (block, first, second) = Self.place(hash, shift)
      marks[block] |= 1 &<< first | 1 &<< second
    }
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    mark(of: hash) != 0
  }

  /// 1 for a word that may be among those of the filter, 0 for one that is not: a number, so that one can count with it and need not guess.
  @inline(__always)
  func mark(of hash: UInt64) -> UInt64 {
    let (block, first, second) = Self.place(hash, shift)
    let marks = blocks[block]
    return marks &>> first & marks &>> second & 1
  }

  /// Lists the places of the words that pass at the beginning of `found`, where there must be room for all. Gives how many they are.
  func list(_ hashes: Span<UInt64>, into found: inout [Int32]) -> Int {
    found.list(0..<hashes.count) { mark(of: hashes[$0]) }
  }
}
