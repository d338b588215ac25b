/// Walks over the words of a text and keeps nothing, so that a text can be passed over without memory for its words.
enum WordCursor {
  /// A word: its bytes, end exclusive, and its hash.
  struct Step {
    var start: Int
    var end: Int
    var hash: UInt64
  }

  /// The next word from an offset where no word is under way. `notes` are told how it is written.
  @inline(__always)
  static func next<Notes: LetterNotes>(
    _ bytes: Span<UInt8>, from offset: Int, _ table: LetterTable, _ notes: inout Notes
  ) -> Step? {
    guard let start = start(bytes, from: offset, table) else { return nil }
    if let eight = EightBytes(bytes, at: start) {
      let run = eight.run
      if run < 64, !eight.isForeign(after: run) {
        notes.add(eight, bits: run)
        return Step(
          start: start, end: start &+ Int(truncatingIfNeeded: run >> 3), hash: WordHash.of(eight.folded(run), bits: run))
      }
    }
    return longer(bytes, from: start, table, &notes)
  }

  /// Where the next word begins.
  @inline(__always)
  private static func start(_ bytes: Span<UInt8>, from offset: Int, _ table: LetterTable) -> Int? {
    if let eight = EightBytes(bytes, at: offset), let separators = eight.separators {
      return offset &+ Int(truncatingIfNeeded: separators >> 3)
    }
    return startByBytes(bytes, from: offset, table)
  }

  private static func startByBytes(_ bytes: Span<UInt8>, from first: Int, _ table: LetterTable) -> Int? {
    var offset = first
    while offset < bytes.count {
      let byte = bytes[offset]
      if table.ascii[Int(byte)] != 0 { return offset }
      if byte < 0x80 {
        offset &+= 1
      } else {
        let (letter, length) = table.letter(at: offset, in: bytes)
        if !letter.isSeparator { return offset }
        offset &+= length
      }
    }
    return nil
  }

  /// Reads a word of eight bytes or more, with an accent, or at the end of the text.
  private static func longer<Notes: LetterNotes>(
    _ bytes: Span<UInt8>, from start: Int, _ table: LetterTable, _ notes: inout Notes
  ) -> Step {
    var offset = start
    var hash = WordHash()
    while offset < bytes.count {
      if let eight = EightBytes(bytes, at: offset) {
        let run = eight.run
        hash.add(eight.folded(run), bits: run)
        notes.add(eight, bits: run)
        offset &+= Int(truncatingIfNeeded: run >> 3)
        if run == 64 { continue }
        if !eight.isForeign(after: run) { break }
      } else if bytes[offset] < 0x80 {
        let byte = bytes[offset]
        let folded = table.ascii[Int(byte)]
        if folded == 0 { break }
        hash.add(UInt64(folded), bits: 8)
        notes.add(byte <= 0x39 ? .digit : byte == folded ? .lower : .upper)
        offset &+= 1
        continue
      }
      let (letter, length) = table.letter(at: offset, in: bytes)
      if letter.isSeparator { break }
      if letter.isLetter {
        hash.add(letter.bytes, bits: UInt64(letter.count * 8))
        notes.add(letter.letterCase)
      }
      offset &+= length
    }
    return Step(start: start, end: offset, hash: hash.value)
  }
}

/// What a reader of words keeps of the case of their letters.
protocol LetterNotes {
  mutating func add(_ letterCase: Letter.Case)
  /// Adds the letters and digits that the first bits of eight bytes are.
  mutating func add(_ eight: EightBytes, bits: UInt64)
}

/// Notes nothing.
struct NoLetterNotes: LetterNotes {
  @inline(__always)
  mutating func add(_ letterCase: Letter.Case) {}
  @inline(__always)
  mutating func add(_ eight: EightBytes, bits: UInt64) {}
}
