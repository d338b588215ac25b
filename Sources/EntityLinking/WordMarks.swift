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
    classes = Array(capacity: words.count) { classes in
      while classes.count < words.count {
        piece.read(words, cues.classesOfWords, cues.partsOfWords, &classes)
        speaking += piece.speaking[..<piece.speakingCount]
        telling += piece.telling[..<piece.tellingCount]
        first += piece.first[..<piece.firstCount]
      }
    }
    for place in first {
      let word = Int(place)
      let whole = cues.classes(of: words[word].hash, words[word + 1].hash)
      if classes[word].isDisjoint(with: Self.tellingClasses), !whole.isDisjoint(with: Self.tellingClasses) { telling.append(place) }
      classes[word].formUnion(whole)
    }
  }

  fileprivate static let tellingClasses = ScopeCounts.any.union([WordClasses(.frenchMark), WordClasses(.englishMark)])

  /// Some words, in memory that is used again.
  private struct Piece {
    private static let size = 256
    var speaking = [Int32](filledWith: 0, count: size)
    var first = [Int32](filledWith: 0, count: size)
    var telling = [Int32](filledWith: 0, count: size)
    var (speakingCount, firstCount, tellingCount) = (0, 0, 0)
    /// Whether the word before is the first of a phrase.
    private var begins: UInt8 = 0

    /// Adds the classes of the next words. Lists those that speak and those that may begin a phrase, both without a guess.
    mutating func read(_ words: [Word], _ own: [WordClasses], _ parts: [CompiledCues.PhraseParts], _ classes: inout OutputSpan<WordClasses>) {
      let range = classes.count..<min(words.count, classes.count + Self.size)
      (speakingCount, firstCount, tellingCount) = Self.read(range, of: words, own, parts, &classes, &speaking, &first, &telling, &begins)
    }

    private static func read(
      _ range: Range<Int>, of words: [Word], _ own: [WordClasses], _ parts: [CompiledCues.PhraseParts], _ classes: inout OutputSpan<WordClasses>,
      _ speaking: inout [Int32], _ first: inout [Int32], _ telling: inout [Int32], _ begins: inout UInt8
    ) -> (Int, Int, Int) {
      var speaking = speaking.mutableSpan
      var first = first.mutableSpan
      var telling = telling.mutableSpan
      let tellingClasses = tellingClasses
      let (words, own, parts) = (words.span, own.span, parts.span)
      var (speakingCount, firstCount, tellingCount, before) = (0, 0, 0, begins)
      for index in range {
        let number = words[index].number
        let part = parts[number].rawValue
        classes.append(own[number])
        telling[tellingCount] = Int32(truncatingIfNeeded: index)
        tellingCount &+= own[number].isDisjoint(with: tellingClasses) ? 0 : 1
        speaking[speakingCount] = Int32(truncatingIfNeeded: index)
        speakingCount &+= Int(part &>> 2)
        first[firstCount] = Int32(truncatingIfNeeded: index &- 1)
        firstCount &+= Int(before & part)
        before = part &>> 1 & 1
      }
      begins = before
      return (speakingCount, firstCount, tellingCount)
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
