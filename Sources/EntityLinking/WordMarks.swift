/// What is known of each word of an article by itself, found in one pass.
struct WordMarks {
  /// The classes of each word, with those of the phrase that it begins; none for the halves of a word that a line ends in.
  private(set) var classes: [WordClasses]
  /// The words that may begin a form, and those that go on behind the end of a line.
  private(set) var beginnings: [Int32] = []
  /// The words that speak for or against a form, and those that may begin a phrase that does.
  private(set) var formCues: [FormCueScopes.Place] = []
  /// Of the words that may begin a form, those in lower case and those with a capital outside lines of capitals.
  private(set) var lowerCaseWords = WordSet()
  private(set) var capitalWords = WordSet()

  init(_ words: [Word], index: FormIndex, cues: CompiledCues, inCapitalLine: [Bool]) {
    classes = Array(repeating: [], count: words.count)
    let filter = index.filter
    var goesOn = false
    for (position, word) in words.enumerated() {
      let isSecondHalf = goesOn
      goesOn = position + 1 < words.count && words[position + 1].gap.contains(.brokenWord)
      if !goesOn, !isSecondHalf {
        let own = cues.classes(of: word.hash)
        let isMarked = !own.isDisjoint(with: .marks)
        classes[position] = isMarked ? marked(own, position, words, cues) : own
      }
      let mayBegin = filter.mayContain(word.hash)
      if mayBegin || goesOn { beginnings.append(Int32(truncatingIfNeeded: position)) }
      guard mayBegin else { continue }
      if word.shape == .lower { lowerCaseWords.insert(word.hash) }
      if word.shape == .capitalised, !inCapitalLine[position] { capitalWords.insert(word.hash) }
    }
  }

  /// From how many sure names in small letters on a writer counts as one who leaves out capitals.
  private static let fewNames = 3

  /// Whether a third of the sure names are written small, and some at least.
  func writesNamesSmall(_ words: [Word], _ index: FormIndex) -> Bool {
    guard lowerCaseWords.contains(where: index.isSureName) else { return false }
    var (small, names) = (0, 0)
    for beginning in beginnings where index.isSureName(words[Int(beginning)].hash) {
      names += 1
      if words[Int(beginning)].shape == .lower { small += 1 }
    }
    return small >= Self.fewNames && small * 3 >= names
  }

  /// The classes of a word that may begin a phrase or be a cue for a form, without the marks of that.
  private mutating func marked(
    _ own: WordClasses, _ position: Int, _ words: [Word], _ cues: CompiledCues
  ) -> WordClasses {
    let place = FormCueScopes.Place(word: Int32(truncatingIfNeeded: position), isPhrase: false)
    if own.contains(.isFormCue) { formCues.append(place) }
    var classes = own
    if position + 1 < words.count {
      if own.contains(.beginsFormCue) { formCues.append(FormCueScopes.Place(word: place.word, isPhrase: true)) }
      if own.contains(.beginsPhrase) {
        classes.formUnion(cues.classes(of: words[position].hash, words[position + 1].hash))
      }
    }
    return classes.subtracting(.marks)
  }
}
