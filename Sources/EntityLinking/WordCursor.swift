/// Walks over the words of a text and keeps none of them, so that a text can be passed over without memory for its words.
struct WordCursor {
  /// A word: its bytes, end exclusive, and its hash.
  struct Step {
    var start: Int
    var end: Int
    var hash: UInt64
  }

  private var block = TextBlock()
  private let table = LetterTable.standard

  /// The next word from an offset where no word is under way. `notes` are told how it is written.
  @inline(__always)
  mutating func next<Notes: LetterNotes>(_ bytes: Span<UInt8>, from first: Int, _ notes: inout Notes) -> Step? {
    var offset = first
    while offset < bytes.count {
      block.move(to: offset, of: bytes)
      guard let separators = block.separators(from: offset) else {
        offset = (offset | 63) &+ 1
        continue
      }
      let start = offset &+ separators
      let run = block.run(from: start)
      let end = start &+ run
      if run > 0, end & 63 != 0, !block.isForeign(end) || table.isSeparator(at: end, in: bytes) {
        return Step(start: start, end: end, hash: Self.hash(bytes, start, run, &notes))
      }
      if run == 0 {
        let (letter, length) = table.letter(at: start, in: bytes)
        if letter.isSeparator {
          offset = start &+ length
          continue
        }
      }
      return longer(bytes, from: start, &notes)
    }
    return nil
  }

  /// The hash of a run of ASCII letters and digits.
  @inline(__always)
  private static func hash<Notes: LetterNotes>(
    _ bytes: Span<UInt8>, _ start: Int, _ count: Int, _ notes: inout Notes
  ) -> UInt64 {
    let first = ShortRun(bytes, at: start, count: count)
    notes.add(first)
    var hash = WordHash.mixing(first.folded, into: WordHash.empty)
    var done = 8
    while done < count {
      let run = ShortRun(bytes, at: start &+ done, count: count &- done)
      notes.add(run)
      hash = WordHash.mixing(run.folded, into: hash)
      done &+= 8
    }
    return hash
  }

  /// Reads a word with an accent, or one that reaches the end of its block.
  private mutating func longer<Notes: LetterNotes>(
    _ bytes: Span<UInt8>, from start: Int, _ notes: inout Notes
  ) -> Step {
    var offset = start
    var hash = WordHash()
    while offset < bytes.count {
      block.move(to: offset, of: bytes)
      var left = block.run(from: offset)
      if left == 0 {
        guard block.isForeign(offset) else { break }
        let (letter, length) = table.letter(at: offset, in: bytes)
        if letter.isSeparator { break }
        if letter.isLetter {
          hash.add(letter.bytes, bits: UInt64(truncatingIfNeeded: letter.count &* 8))
          notes.add(letter.letterCase)
        }
        offset &+= length
      }
      while left > 0 {
        let count = min(left, 8)
        let run = ShortRun(bytes, at: offset, count: count)
        hash.add(run.folded, bits: UInt64(truncatingIfNeeded: count &* 8))
        notes.add(run)
        offset &+= count
        left &-= count
      }
    }
    return Step(start: start, end: offset, hash: hash.value)
  }
}

/// What a reader of words keeps of the case of their letters.
protocol LetterNotes {
  mutating func add(_ letterCase: Letter.Case)
  mutating func add(_ run: ShortRun)
}

/// Notes nothing.
struct NoLetterNotes: LetterNotes {
  @inline(__always)
  mutating func add(_ letterCase: Letter.Case) {}
  @inline(__always)
  mutating func add(_ run: ShortRun) {}
}
