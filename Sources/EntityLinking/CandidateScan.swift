/// A place in a text where a name of the catalogue stands, before anything is weighed.
public struct Candidate: Hashable, Sendable {
  /// The bytes, end exclusive.
  public var start: Int
  public var end: Int
  /// The number of the surface form, see ``Linker/entities(of:)``.
  public var form: Int
}

/// Passes over raw UTF-8 and finds the longest known name at each place. It keeps no words: what it cannot use is forgotten.
struct CandidateScan {
  private let table: FormTable
  private let trie: WordTrie
  private let filter: WordFilter
  private let laterFilter: WordFilter
  private typealias Cursor = WordCursor<NoLetterNotes>
  private var cursor = Cursor()
  private var notes = NoLetterNotes()

  init(_ index: FormIndex) { (table, trie, filter, laterFilter) = (index.table, index.trie, index.filter, index.laterFilter) }

  /// Cost: linear. A word that begins no name costs its letters and one look at a bitmap.
  mutating func run(_ bytes: Span<UInt8>, into found: inout [Candidate]) {
    var next = cursor.next(bytes, from: 0, &notes)
    while let word = next {
      var end = word.end
      if filter.mayContain(word.hash) || isBroken(bytes, at: word.end) {
        var second: Cursor.Step?
        if let candidate = longest(bytes, from: word, &second) {
          found.append(candidate)
          end = candidate.end
        }
        if let second, second.start >= end {
          next = second
          continue
        }
      }
      next = cursor.next(bytes, from: end, &notes)
    }
  }

  /// The longest form that begins with a word, and the word after it if it was read.
  private mutating func longest(
    _ bytes: Span<UInt8>, from first: Cursor.Step, _ second: inout Cursor.Step?
  ) -> Candidate? {
    var (best, bestEnd) = (-1, 0)
    var word = first
    var node = WordTrie.root
    while true {
      var next = self.node(after: node, word.hash)
      if next == nil, isBroken(bytes, at: word.end) {
        guard let rest = cursor.next(bytes, from: word.end, &notes) else { break }
        word.end = rest.end
        next = self.node(after: node, WordReader.hash(of: word.start..<word.end, in: bytes))
      }
      guard let next else { break }
      if next.form >= 0, table.letters(of: next.form, are: first.start..<word.end, of: bytes) { (best, bestEnd) = (next.form, word.end) }
      guard next.goesOn, let following = cursor.next(bytes, from: word.end, &notes) else { break }
      if node == WordTrie.root, word.end == first.end { second = following }
      guard next.mayGoOn(with: following.hash) || isBroken(bytes, at: following.end),
        isInsideName(bytes, word.end..<following.start)
      else { break }
      (node, word) = (next.key, following)
    }
    return best < 0 ? nil : Candidate(start: first.start, end: bestEnd, form: best)
  }

  /// Behind the first word a bitmap is asked first: it is near, and the slots of a large catalogue are not.
  @inline(__always)
  private func node(after node: UInt64, _ hash: UInt64) -> WordTrie.Node? {
    let key = WordTrie.node(after: node, hash)
    return node == WordTrie.root || laterFilter.mayContain(key) ? trie[key] : nil
  }

  @inline(__always)
  private func isInsideName(_ bytes: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    gap.count == 1 && bytes[gap.lowerBound] == 0x20
      || GapReader.gap(bytes, gap, before: LetterCounts()).isDisjoint(with: [.paragraph, .opaque, .other])
  }

  /// Whether a hyphen and the end of the line follow, so that the word may go on.
  @inline(__always)
  private func isBroken(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    guard end < bytes.count, bytes[end] == 0x2D || bytes[end] == 0xE2 else { return false }
    return GapReader.breaksWord(bytes, at: end)
  }
}

extension Linker {
  /// Where names of the catalogue stand in raw UTF-8, from first to last, without a decision whether each is meant.
  ///
  /// - Complexity: linear; on prose some ten processor cycles a byte.
  public func candidates(in bytes: [UInt8]) -> [Candidate] {
    var candidates: [Candidate] = []
    var scan = CandidateScan(index)
    scan.run(bytes.span, into: &candidates)
    return candidates
  }

  /// The ids of the entities that a surface form may mean, sorted.
  public func entities(of form: Int) -> [String] {
    index.readings(of: form).map { catalogue.entries[$0.entity].id }
  }
}
