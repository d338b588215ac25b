/// A place in a text where a name of the catalogue stands, before anything is weighed.
public struct Candidate: Hashable, Sendable {
  /// The bytes, end exclusive.
  public var start: Int
  public var end: Int
  /// The number of the surface form, see ``Linker/entities(of:)``.
  public var form: Int
}

/// Passes over raw UTF-8 and finds the longest known name at each place.
///
/// It works on a few hundred words at a time, in passes that seldom have to guess or to wait: all words of some blocks, then those that may
/// begin a name, then those that are one or go on as one does. Only the last are followed word by word.
struct CandidateScan {
  private let index: FormIndex
  private let table: FormTable
  private let trie: WordTrie
  private var window = WordWindow()
  private var beginnings: [Beginning] = []

  /// A word of the window with which names begin.
  private struct Beginning {
    var word: Int
    /// The form that the word is by itself, or -1.
    var form: Int
    /// Whether a name may go on behind it.
    var goesOn: Bool
  }

  init(_ index: FormIndex) {
    (self.index, table, trie) = (index, index.table, index.trie)
  }

  /// Cost: linear. A word that begins no name costs some thirty operations and one look at a bitmap.
  mutating func run(_ bytes: Span<UInt8>, into found: inout [Candidate]) {
    var (end, next) = (0, 0)
    repeat {
      window.advance(to: next, bytes, index)
      findBeginnings()
      next = follow(bytes, from: &end, into: &found)
    } while window.hasMore
  }

  /// Finds the words that are a name or go on as one does; all that may begin one where a word may go on behind the end of its line.
  private mutating func findBeginnings() {
    beginnings.removeAll(keepingCapacity: true)
    for position in 0..<window.askedCount {
      let word = window.asked(position)
      guard word < window.decidable else { break }
      if window.hasBrokenWord {
        beginnings.append(Beginning(word: word, form: -1, goesOn: true))
        continue
      }
      guard let node = trie.step(from: WordTrie.root, window.hash(word)) else { continue }
      let next = word + 1 < window.count ? window.hash(word + 1) : 0
      let goesOn = node.mayGoOn(with: next) && self.node(after: node.key, next) != nil
      if node.form >= 0 || goesOn { beginnings.append(Beginning(word: word, form: node.form, goesOn: goesOn)) }
    }
  }

  /// Finds the names that begin with these words, behind the end of the last. Gives the first word that cannot be decided about before
  /// more are read.
  private func follow(_ bytes: Span<UInt8>, from end: inout Int, into found: inout [Candidate]) -> Int {
    for beginning in beginnings {
      let first = window.start(beginning.word)
      if first < end { continue }
      if !beginning.goesOn {
        let last = window.end(beginning.word)
        guard table.letters(of: beginning.form, are: first..<last, of: bytes) else { continue }
        found.append(Candidate(start: first, end: last, form: beginning.form))
        end = last
        continue
      }
      switch longest(bytes, from: beginning.word) {
      case .name(let candidate):
        found.append(candidate)
        end = candidate.end
      case .none: break
      case .unknown: return beginning.word
      }
    }
    return window.decidable
  }

  private enum Answer {
    case name(Candidate)
    case none
    /// The name may go on with words that have not been read.
    case unknown
  }

  /// The longest form that begins with a word.
  private func longest(_ bytes: Span<UInt8>, from first: Int) -> Answer {
    var (best, bestEnd) = (-1, 0)
    let start = window.start(first)
    var (position, wordStart, wordEnd) = (first, start, window.end(first))
    var node = WordTrie.root
    while true {
      var next = self.node(after: node, window.hash(position))
      if next == nil, WordWindow.isBroken(bytes, at: wordEnd) {
        position += 1
        guard position < window.count else {
          if window.hasMore { return .unknown }
          break
        }
        wordEnd = window.end(position)
        next = self.node(after: node, WordReader.hash(of: wordStart..<wordEnd, in: bytes))
      }
      guard let next else { break }
      if next.form >= 0, table.letters(of: next.form, are: start..<wordEnd, of: bytes) { (best, bestEnd) = (next.form, wordEnd) }
      guard next.goesOn else { break }
      position += 1
      guard position < window.count else {
        if window.hasMore { return .unknown }
        break
      }
      guard next.mayGoOn(with: window.hash(position)) || WordWindow.isBroken(bytes, at: window.end(position)),
        isInsideName(bytes, wordEnd..<window.start(position))
      else { break }
      (node, wordStart, wordEnd) = (next.key, window.start(position), window.end(position))
    }
    return best < 0 ? .none : .name(Candidate(start: start, end: bestEnd, form: best))
  }

  /// Behind the first word a bitmap is asked first: it is near, and the slots of a large catalogue are not.
  @inline(__always)
  private func node(after node: UInt64, _ hash: UInt64) -> WordTrie.Node? {
    let key = WordTrie.node(after: node, hash)
    return node == WordTrie.root || index.laterFilter.mayContain(key) ? trie[key] : nil
  }

  @inline(__always)
  private func isInsideName(_ bytes: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    gap.count == 1 && bytes[gap.lowerBound] == 0x20
      || GapReader.gap(bytes, gap, before: LetterCounts()).isDisjoint(with: [.paragraph, .opaque, .other])
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
