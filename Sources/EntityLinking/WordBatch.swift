import ArticleText
import GraphModel

/// Words of a text that follow each other, side by side in flat tables: where each stands, the hash of its letters, and what is noted of them.
///
/// The words of some blocks are read at once, in passes in which a word has nothing to do with the next, so that the processor works on
/// several. What is done for few words is left to a pass of its own, so that there is little to guess.
struct WordBatch<Notes: LetterNotes> {
  private var runs = WordRuns()
  /// The end of the word before the first, then where each begins and ends; last the beginning of one that has not ended yet.
  private var edges = [0]
  private var edgeCount = 1
  private var hashes: [UInt64] = []
  private var notes: [Notes] = []
  /// The words that one look at eight bytes does not tell.
  private var odd: [Int32] = []
  private(set) var count = 0
  /// Whether there may be more words behind these.
  private(set) var hasMore = true

  /// How many blocks are read at once.
  private let blocks: Int

  init(blocks: Int) { self.blocks = blocks }

  @inline(__always)
  func start(_ word: Int) -> Int { edges[2 &* word &+ 1] }
  /// The end of a word, exclusive.
  @inline(__always)
  func end(_ word: Int) -> Int { edges[2 &* word &+ 2] }
  /// The end of the word before: 0 for the first of the text.
  @inline(__always)
  func endBefore(_ word: Int) -> Int { edges[2 &* word] }
  @inline(__always)
  func hash(_ word: Int) -> UInt64 { hashes[word] }
  @inline(__always)
  func notes(_ word: Int) -> Notes { notes[word] }

  /// Begins a new text.
  mutating func restart() {
    (runs, count, edgeCount, hasMore) = (WordRuns(), 0, 1, true)
    edges[0] = 0
  }

  /// Reads the words of some more blocks.
  mutating func fill(_ bytes: Span<UInt8>) {
    makeRoom()
    hasMore = runs.read(bytes, blocks: blocks, &edges, &edgeCount)
    let known = count
    count = (edgeCount - 1) / 2
    Self.readLetters(of: known..<count, edges, bytes, &hashes, &notes, &odd)
  }

  private mutating func makeRoom() {
    let room = edgeCount + blocks * WordRuns.edgesOfBlock
    guard edges.count < room else { return }
    edges += Array(filledWith: 0, count: room - edges.count)
    hashes += Array(filledWith: 0, count: room / 2 - hashes.count)
    notes += Array(filledWith: Notes(), count: room / 2 - notes.count)
    odd = Array(filledWith: 0, count: room / 2)
  }

  private static func readLetters(
    of words: Range<Int>, _ edges: [Int], _ bytes: Span<UInt8>, _ hashes: inout [UInt64], _ notes: inout [Notes], _ odd: inout [Int32]
  ) {
    let edges = edges.span
    var hashes = hashes.mutableSpan
    var notes = notes.mutableSpan
    var odd = odd.mutableSpan
    var oddCount = 0
    for word in words {
      let start = edges[2 &* word &+ 1]
      let length = edges[2 &* word &+ 2] &- start
      let run = ShortRun(bytes, at: start, count: length)
      var own = Notes()
      own.add(run)
      hashes[word] = WordHash.mixing(run.folded, into: WordHash.empty)
      notes[word] = own
      odd[oddCount] = Int32(truncatingIfNeeded: word)
      oddCount &+= (length > ShortRun.longest ? 1 : 0) | (run.isASCII ? 0 : 1)
    }
    for place in 0..<oddCount {
      let word = Int(odd[place])
      var own = Notes()
      hashes[word] = WordLetters.hash(bytes, from: edges[2 &* word &+ 1], to: edges[2 &* word &+ 2], &own)
      notes[word] = own
    }
  }

  /// Lists those of the words that may be a form by themselves or go on as one does. Of the last two, whose next words may be still to come or
  /// go on behind the end of their line, it lists those that may begin one. Gives how many they are.
  func list(_ index: FormIndex, into asked: inout [Int32]) -> Int {
    if asked.count < count { asked = Array(filledWith: 0, count: count) }
    let hashes = hashes.span.extracting(0..<count)
    return index.keep(index.filter.list(hashes, into: &asked), of: &asked, hashes)
  }

  /// Gives up the words before one.
  mutating func keep(from first: Int) {
    let gone = 2 * first
    for place in gone..<edgeCount { edges[place - gone] = edges[place] }
    for word in first..<count {
      hashes[word - first] = hashes[word]
      notes[word - first] = notes[word]
    }
    edgeCount -= gone
    count -= first
  }
}
