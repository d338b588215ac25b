/// Reads the letters of words.
enum WordLetters {
  /// The hash of the folded letters of a word. `notes` are told how it is written. Cost: a few operations for each eight letters; a word
  /// with an accent is read letter by letter.
  static func hash<Notes: LetterNotes>(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ notes: inout Notes
  ) -> UInt64 {
    let count = end &- start
    let first = ShortRun(bytes, at: start, count: count)
    guard count > ShortRun.longest else {
      guard first.isASCII else { return spelled(bytes, from: start, to: end, &notes) }
      notes.add(first)
      return WordHash.mixing(first.folded, into: WordHash.empty)
    }
    let second = ShortRun(bytes, at: start &+ ShortRun.longest, count: count &- ShortRun.longest)
    guard count <= 2 &* ShortRun.longest, first.isASCII, second.isASCII else { return spelled(bytes, from: start, to: end, &notes) }
    notes.add(first)
    notes.add(second)
    return WordHash.mixing(second.folded, into: WordHash.mixing(first.folded, into: WordHash.empty))
  }

  private static func spelled<Notes: LetterNotes>(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ notes: inout Notes
  ) -> UInt64 {
    let table = LetterTable.standard
    var hash = WordHash()
    var offset = start
    while offset < end {
      let run = ShortRun(bytes, at: offset, count: end &- offset).ascii
      if run.count > 0 {
        hash.add(run.folded, bits: UInt64(truncatingIfNeeded: run.count &* 8))
        notes.add(run)
        offset &+= run.count
      } else {
        let (letter, length) = table.letter(at: offset, in: bytes)
        if letter.isLetter {
          hash.add(letter.bytes, bits: UInt64(truncatingIfNeeded: letter.count &* 8))
          notes.add(letter.letterCase)
        }
        offset &+= length
      }
    }
    return hash.value
  }
}

/// What a reader of words keeps of the case of their letters.
protocol LetterNotes {
  /// Of no letters yet.
  init()
  mutating func add(_ letterCase: Letter.Case)
  /// Some ASCII letters and digits.
  mutating func add(_ run: ShortRun)
}

/// Notes nothing.
struct NoLetterNotes: LetterNotes {
  @inline(__always)
  mutating func add(_ letterCase: Letter.Case) {}
  @inline(__always)
  mutating func add(_ run: ShortRun) {}
}
