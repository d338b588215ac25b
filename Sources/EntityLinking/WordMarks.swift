import GraphModel

/// What is known of each word of an article by itself, found in one pass.
struct WordMarks {
  /// The classes of each word, with those of the phrase that it begins; none for the halves of a word that a line ends in.
  private(set) var classes: [WordClasses] = []
  /// The words that say something of single forms, or begin a phrase that does.
  private(set) var speaking: [Int32] = []
  /// The words of classes that are counted, or that tell a language, in no order.
  private(set) var telling: [Int32] = []
  /// The words that begin a form, and those that go on behind the end of a line.
  private(set) var beginnings: [Beginning] = []
  /// Of the words that are a form by themselves, those in lower case and those with a capital outside lines of capitals.
  private(set) var lowerCaseWords = WordSet()
  private(set) var capitalWords = WordSet()

  /// A word that forms begin with.
  struct Beginning {
    /// Where the word leads to; nil for one that only begins a form together with the next line.
    var node: WordTrie.Node?
    var word: Int32
  }

  /// Cost: some short passes over the words, each of which looks into one table only and seldom has to guess, so that the
  /// processor waits for several words at once.
  init(_ read: ArticleWords, index: FormIndex, cues: CompiledCues, inCapitalLine: [Bool]) {
    findClasses(of: read.words, cues)
    beginnings = Self.beginnings(read, index)
    noteWriting(read.words, inCapitalLine)
  }

  /// Looks up what each word is by itself, then the phrases of which two words that follow each other may be the parts.
  private mutating func findClasses(of words: [Word], _ cues: CompiledCues) {
    var first: [Int32] = []
    var piece = Piece()
    speaking.reserveCapacity(words.count / 2)
    telling.reserveCapacity(words.count / 2)
    first.reserveCapacity(words.count / 4)
    classes = Array(capacity: words.count) { classes in
      while classes.count < words.count {
        piece.read(words, cues.classesOfWords, cues.partsOfWords, &classes)
        piece.append(to: &speaking, &telling, &first)
      }
    }
    let tellingClasses = Self.tellingClasses
    for place in first {
      let word = Int(place)
      let whole = cues.classes(of: words[word].hash, words[word + 1].hash)
      if whole.isEmpty { continue }
      if classes[word].isDisjoint(with: tellingClasses), !whole.isDisjoint(with: tellingClasses) { telling.append(place) }
      classes[word].formUnion(whole)
    }
  }

  fileprivate static let tellingClasses = ScopeCounts.any.union([WordClasses(.frenchMark), WordClasses(.englishMark)])

  /// What is found of some words, in memory that is used again.
  private struct Piece {
    private typealias Places = InlineArray<256, Int32>
    private static let size = 256
    private var (speaking, telling, first) = (Places(repeating: 0), Places(repeating: 0), Places(repeating: 0))
    private var (speakingCount, tellingCount, firstCount) = (0, 0, 0)
    /// Whether the word before is the first of a phrase.
    private var begins: UInt8 = 0

    /// Adds the classes of the next words. Lists those that speak and those that may begin a phrase, both without a guess.
    mutating func read(_ words: [Word], _ own: [WordClasses], _ parts: [CompiledCues.PhraseParts], _ classes: inout OutputSpan<WordClasses>) {
      let range = classes.count..<min(words.count, classes.count + Self.size)
      (speakingCount, tellingCount, firstCount) = Self.read(range, of: words, own, parts, &classes, &speaking, &telling, &first, &begins)
    }

    /// A place is taken by the next word where its word does not count. There are as many as words, so that none is looked for behind the last.
    private static func read(
      _ range: Range<Int>, of words: [Word], _ own: [WordClasses], _ parts: [CompiledCues.PhraseParts], _ classes: inout OutputSpan<WordClasses>,
      _ speaking: inout Places, _ telling: inout Places, _ first: inout Places, _ begins: inout UInt8
    ) -> (Int, Int, Int) {
      let tellingClasses = tellingClasses
      let (words, own, parts) = (words.span, own.span, parts.span)
      var (speakingCount, tellingCount, firstCount, before) = (0, 0, 0, begins)
      for index in range {
        let number = words[index].number
        let (part, known) = (parts[number].rawValue, own[number])
        classes.append(known)
        telling[tellingCount & 255] = Int32(truncatingIfNeeded: index)
        tellingCount &+= known.isDisjoint(with: tellingClasses) ? 0 : 1
        speaking[speakingCount & 255] = Int32(truncatingIfNeeded: index)
        speakingCount &+= Int(part &>> 2)
        first[firstCount & 255] = Int32(truncatingIfNeeded: index &- 1)
        firstCount &+= Int(before & part)
        before = part &>> 1 & 1
      }
      begins = before
      return (speakingCount, tellingCount, firstCount)
    }

    /// Puts what was found behind what was found before.
    func append(to speaking: inout [Int32], _ telling: inout [Int32], _ first: inout [Int32]) {
      Self.append(self.speaking.span.extracting(0..<speakingCount), to: &speaking)
      Self.append(self.telling.span.extracting(0..<tellingCount), to: &telling)
      Self.append(self.first.span.extracting(0..<firstCount), to: &first)
    }

    private static func append(_ places: Span<Int32>, to all: inout [Int32]) {
      all.append(addingCapacity: places.count) { all in
        for place in places.indices { all.append(places[place]) }
      }
    }
  }

  /// The words that begin a form or go on as one does; all that begin some where a word goes on behind the end of its line.
  private static func beginnings(_ read: ArticleWords, _ index: FormIndex) -> [Beginning] {
    let (words, trie, filter, keepsAll) = (read.words, index.trie, index.laterFilter, read.hasBrokenWord)
    return Array(capacity: read.asked.count) { beginnings in
      for word in read.asked {
        guard let node = trie.step(from: WordTrie.root, words[Int(word)].hash) else {
          if keepsAll, goesOn(words, Int(word)) { beginnings.append(Beginning(node: nil, word: word)) }
          continue
        }
        let next = Int(word) + 1
        if keepsAll || node.form >= 0
          || next < words.count && node.mayGoOn(with: words[next].hash)
            && filter.mayContain(WordTrie.node(after: node.key, words[next].hash))
        {
          beginnings.append(Beginning(node: node, word: word))
        }
      }
    }
  }

  /// Whether a word goes on behind the end of its line.
  private static func goesOn(_ words: [Word], _ position: Int) -> Bool {
    position + 1 < words.count && words[position + 1].gap.contains(.brokenWord)
  }

  /// How the words that are forms are written.
  private mutating func noteWriting(_ words: [Word], _ inCapitalLine: [Bool]) {
    (lowerCaseWords, capitalWords) = (WordSet(expecting: beginnings.count / 4), WordSet(expecting: beginnings.count / 4))
    for beginning in beginnings {
      guard let node = beginning.node, node.form >= 0 else { continue }
      let word = words[Int(beginning.word)]
      switch word.shape {
      case .lower: lowerCaseWords.insert(word.hash)
      case .capitalised where !inCapitalLine[Int(beginning.word)]: capitalWords.insert(word.hash)
      default: break
      }
    }
  }
}
