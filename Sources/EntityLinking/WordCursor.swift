/// Walks over the words of a text and keeps none of them, so that a text can be passed over without memory for its words.
struct WordCursor<Notes: LetterNotes> {
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
  mutating func next(_ bytes: Span<UInt8>, from first: Int, _ notes: inout Notes) -> Step? {
    var offset = first
    while offset < bytes.count {
      block.move(to: offset, of: bytes, withCase: Notes.readsCase)
      guard let separators = block.separators(from: offset) else {
        offset = (offset | 63) &+ 1
        continue
      }
      let start = offset &+ separators
      let run = block.run(from: start)
      let end = start &+ run
      if run > 0, end & 63 != 0, !block.isForeign(end) || table.isSeparator(at: end, in: bytes) {
        note(start, run, &notes)
        return Step(start: start, end: end, hash: Self.hash(bytes, start, run))
      }
      if run > 0, end & 63 == 0, let step = acrossBlocks(bytes, from: start, run, &notes) { return step }
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

  /// A word that reaches the end of its block and ends in the next, all of it ASCII. Where there is none, the notes are told nothing.
  @inline(__always)
  private mutating func acrossBlocks(_ bytes: Span<UInt8>, from start: Int, _ run: Int, _ notes: inout Notes) -> Step? {
    let edge = start &+ run
    guard edge < bytes.count else { return nil }
    let cases = Notes.readsCase ? block.cases(from: start, run) : (0, 0)
    block.move(to: edge, of: bytes, withCase: Notes.readsCase)
    let more = block.run(from: edge)
    let end = edge &+ more
    guard more < 64, !block.isForeign(end) || table.isSeparator(at: end, in: bytes) else { return nil }
    if Notes.readsCase { notes.add(capitals: cases.0, digits: cases.1, count: run) }
    if more > 0 { note(edge, more, &notes) }
    return Step(start: start, end: end, hash: Self.hash(bytes, start, run &+ more))
  }

  /// Tells the notes of a run of ASCII letters and digits in the block.
  @inline(__always)
  private func note(_ start: Int, _ count: Int, _ notes: inout Notes) {
    guard Notes.readsCase else { return }
    let cases = block.cases(from: start, count)
    notes.add(capitals: cases.capitals, digits: cases.digits, count: count)
  }

  /// The hash of a run of ASCII letters and digits.
  @inline(__always)
  private static func hash(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    var hash = WordHash.mixing(ShortRun(bytes, at: start, count: count).folded, into: WordHash.empty)
    var done = 8
    while done < count {
      hash = WordHash.mixing(ShortRun(bytes, at: start &+ done, count: count &- done).folded, into: hash)
      done &+= 8
    }
    return hash
  }

  /// Reads a word with an accent, or one that reaches the end of its block.
  private mutating func longer(_ bytes: Span<UInt8>, from start: Int, _ notes: inout Notes) -> Step {
    var offset = start
    var hash = WordHash()
    while offset < bytes.count {
      block.move(to: offset, of: bytes, withCase: Notes.readsCase)
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
      if left > 0 { note(offset, left, &notes) }
      while left > 0 {
        let count = min(left, 8)
        hash.add(ShortRun(bytes, at: offset, count: count).folded, bits: UInt64(truncatingIfNeeded: count &* 8))
        offset &+= count
        left &-= count
      }
    }
    return Step(start: start, end: offset, hash: hash.value)
  }
}

/// What a reader of words keeps of the case of their letters.
protocol LetterNotes {
  /// Whether it keeps anything; else it need not be told of ASCII.
  static var readsCase: Bool { get }
  mutating func add(_ letterCase: Letter.Case)
  /// Some ASCII letters and digits: a bit for each capital and each digit among them, the first lowest.
  mutating func add(capitals: UInt64, digits: UInt64, count: Int)
}

/// Notes nothing.
struct NoLetterNotes: LetterNotes {
  static var readsCase: Bool { false }
  @inline(__always)
  mutating func add(_ letterCase: Letter.Case) {}
  @inline(__always)
  mutating func add(capitals: UInt64, digits: UInt64, count: Int) {}
}
