/// What is known of each word of an article by itself, found in one pass.
struct WordMarks {
  /// The classes of each word, with those of the phrase that it begins; none for the halves of a word that a line ends in.
  private(set) var classes: [WordClasses]
  /// The words that begin a form, and those that go on behind the end of a line.
  private(set) var beginnings: [Beginning] = []
  /// The words that speak for or against a form, and those that may begin a phrase that does.
  private(set) var formCues: [FormCueScopes.Place] = []
  /// Of the words that are a form by themselves, those in lower case and those with a capital outside lines of capitals.
  private(set) var lowerCaseWords = WordSet()
  private(set) var capitalWords = WordSet()

  /// A word that forms begin with.
  struct Beginning {
    var word: Int32
    /// Where the word leads to; nil for one that only begins a form together with the next line.
    var node: WordTrie.Node?
  }

  init(_ words: [Word], index: FormIndex, cues: CompiledCues, inCapitalLine: [Bool]) {
    var beginnings: [Beginning] = []
    beginnings.reserveCapacity(words.count / 3)
    let (filter, trie) = (index.filter, index.trie)
    classes = Array(capacity: words.count) { classes in
      var goesOn = false
      for position in words.indices {
        let hash = words[position].hash
        let isSecondHalf = goesOn
        goesOn = position + 1 < words.count && words[position + 1].gap.contains(.brokenWord)
        classes.append(goesOn || isSecondHalf ? [] : cues.classes(of: hash))
        let node = filter.mayContain(hash) ? trie.step(from: WordTrie.root, hash) : nil
        if node != nil || goesOn { beginnings.append(Beginning(word: Int32(truncatingIfNeeded: position), node: node)) }
      }
    }
    self.beginnings = beginnings
    addPhrases(words, cues)
    noteWriting(words, inCapitalLine)
  }

  /// Gives the words that begin a phrase its classes, and finds those that may be cues for a form.
  private mutating func addPhrases(_ words: [Word], _ cues: CompiledCues) {
    for position in classes.indices {
      let own = classes[position]
      if own.isDisjoint(with: .marks) { continue }
      classes[position] = own.subtracting(.marks)
      let word = Int32(truncatingIfNeeded: position)
      if own.contains(.isFormCue) { formCues.append(FormCueScopes.Place(word: word, isPhrase: false)) }
      guard position + 1 < words.count else { continue }
      if own.contains(.beginsFormCue) { formCues.append(FormCueScopes.Place(word: word, isPhrase: true)) }
      if own.contains(.beginsPhrase) {
        classes[position].formUnion(cues.classes(of: words[position].hash, words[position + 1].hash))
      }
    }
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

  /// From how many sure names in small letters on a writer counts as one who leaves out capitals.
  private static let fewNames = 3

  /// Whether a third of the sure names are written small, and some at least.
  func writesNamesSmall(_ words: [Word], _ index: FormIndex) -> Bool {
    var (small, names) = (0, 0)
    for beginning in beginnings {
      guard let node = beginning.node, index.isSureName(node) else { continue }
      names += 1
      if words[Int(beginning.word)].shape == .lower { small += 1 }
    }
    return small >= Self.fewNames && small * 3 >= names
  }
}
