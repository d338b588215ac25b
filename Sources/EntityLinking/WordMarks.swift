import GraphModel

/// What is known of each word of an article by itself, found in one pass.
struct WordMarks {
  /// The classes of each word, with those of the phrase that it begins; none for the halves of a word that a line ends in.
  private(set) var classes: [WordClasses] = []
  /// The words that say something of single forms, or begin a phrase that does.
  private(set) var speaking: [Int32] = []
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
    let (own, parts) = (cues.classesOfWords, cues.partsOfWords)
    var speaking = [Int32](filledWith: 0, count: words.count)
    var first = speaking
    var (speakingCount, firstCount) = (0, 0)
    classes = Array(capacity: words.count) { classes in
      var speaking = speaking.mutableSpan
      var first = first.mutableSpan
      /// Whether the word before is the first of a phrase.
      var begins: UInt8 = 0
      for index in words.indices {
        let number = words[index].number
        let part = parts[number].rawValue
        classes.append(own[number])
        speaking[speakingCount] = Int32(truncatingIfNeeded: index)
        speakingCount &+= Int(part &>> 2)
        first[firstCount] = Int32(truncatingIfNeeded: index &- 1)
        firstCount &+= Int(begins & part)
        begins = part &>> 1 & 1
      }
    }
    speaking.removeLast(words.count - speakingCount)
    self.speaking = speaking
    for place in first[..<firstCount] {
      let word = Int(place)
      classes[word].formUnion(cues.classes(of: words[word].hash, words[word + 1].hash))
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
