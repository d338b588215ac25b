import ArticleText

/// An article as linking sees it: its words with their classes, its sentences and paragraphs, its language and manners.
struct Article: Sendable {
  let text: VisibleText
  let words: [Word]
  let classes: [WordClasses]
  /// For each word, the number of its sentence and of its paragraph.
  let sentenceOf: [Int32]
  let paragraphOf: [Int32]
  let sentences: ScopeCounts
  let paragraphs: ScopeCounts
  /// How often each counted class occurs in the whole article.
  let totals: ScopeCounts
  private let languages: [ArticleLanguage]
  private let firstSentences: [Int32]
  /// Whether the writer leaves out capitals, as in a forum: where sentences begin, or of a third of the names.
  let isLowerCase: Bool
  /// For each word, whether its line is written in capitals, so that they say nothing.
  let inCapitalLine: [Bool]
  /// The hashes of the words that occur in lower case, of those that may begin a form.
  let lowerCaseWords: Set<UInt64>
  /// The hashes of the words that occur with a capital, outside lines of capitals, of those that may begin a form.
  let capitalWords: Set<UInt64>
  /// The words that speak for or against single forms.
  let formCues: FormCueScopes

  /// Cost: linear in the number of words.
  init(_ text: VisibleText, index: FormIndex, cues: CompiledCues) {
    let words = WordReader.words(of: text.bytes)
    let marked = Self.classes(of: words, cues)
    let classes = marked.map { $0.subtracting([.beginsPhrase, .isFormCue]) }
    let scopes = ArticleScopes(words)
    self.text = text
    self.words = words
    self.classes = classes
    sentenceOf = scopes.sentenceOf
    paragraphOf = scopes.paragraphOf
    inCapitalLine = scopes.inCapitalLine
    languages = ArticleLanguage.ofParagraphs(classes, paragraphOf: scopes.paragraphOf)
    firstSentences = scopes.firstSentences
    sentences = ScopeCounts(words: words, classes: classes, scopeOf: scopes.sentenceOf)
    paragraphs = ScopeCounts(sentences, by: scopes.firstSentences)
    totals = ScopeCounts(paragraphs, by: [0])
    formCues = FormCueScopes(words: words, classes: marked, cues: cues)
    var (lower, capital): (Set<UInt64>, Set<UInt64>) = ([], [])
    var (smallNames, names) = (0, 0)
    for (position, word) in words.enumerated() where index.mayBegin(word.hash) {
      if index.isSureName(word.hash) {
        names += 1
        if word.shape == .lower { smallNames += 1 }
      }
      if word.shape == .lower { lower.insert(word.hash) }
      if word.shape == .capitalised, !scopes.inCapitalLine[position] { capital.insert(word.hash) }
    }
    (lowerCaseWords, capitalWords) = (lower, capital)
    isLowerCase = scopes.isLowerCase || smallNames >= Self.fewNames && smallNames * 3 >= names
  }

  /// From how many sure names in small letters on a writer counts as one who leaves out capitals.
  private static let fewNames = 3

  /// The classes of each word, with those of the phrases that it begins and the marks of ``CompiledCues/classes(of:)``.
  private static func classes(of words: [Word], _ cues: CompiledCues) -> [WordClasses] {
    var classes: [WordClasses] = []
    classes.reserveCapacity(words.count)
    for word in words { classes.append(cues.classes(of: word.hash)) }
    for index in words.indices.dropLast() where classes[index].contains(.beginsPhrase) {
      classes[index].formUnion(cues.classes(of: words[index].hash, words[index + 1].hash))
    }
    for index in words.indices.dropFirst() where words[index].gap.contains(.brokenWord) {
      (classes[index - 1], classes[index]) = ([], [])
    }
    return classes
  }

  /// Whether a fortieth of its words are of motor racing, and more than are of making cars.
  var isAboutRacing: Bool {
    let count = totals.count(.racing, in: 0)
    return count >= 4 && count * 40 >= words.count && count > totals.count(.industry, in: 0)
  }

  /// Whether a word begins a sentence.
  func startsSentence(_ index: Int) -> Bool { index == 0 || sentenceOf[index] != sentenceOf[index - 1] }

  /// Whether a word comes after a dash or a colon, as a new beginning.
  func followsDash(_ index: Int) -> Bool {
    guard index > 0, !words[index].gap.isDisjoint(with: [.other, .colon, .item]) else { return false }
    let between = text.bytes[words[index - 1].end..<words[index].start]
    return between.contains(0x3A) || between.contains(0x93) || between.contains(0x94)
  }

  /// The classes of the word before or after, within the sentence; nothing beyond it.
  func classes(at index: Int, inSentenceOf other: Int) -> WordClasses {
    guard classes.indices.contains(index), sentenceOf[index] == sentenceOf[other] else { return [] }
    return classes[index]
  }

  /// The first sentence of a paragraph.
  func firstSentence(ofParagraph paragraph: Int32) -> Int32 { firstSentences[Int(paragraph)] }

  /// The language around a word: that of its paragraph where it tells, else that of the article.
  func language(at index: Int) -> ArticleLanguage { languages[Int(paragraphOf[index])] }

  /// The word at an index, if it is in the sentence of another.
  func word(at index: Int, inSentenceOf other: Int) -> Word? {
    guard words.indices.contains(index), sentenceOf[index] == sentenceOf[other] else { return nil }
    return words[index]
  }
}

/// The language of an article.
public enum ArticleLanguage: Sendable, Hashable {
  case french, english

  /// The language of each paragraph, by words that only one of them has; a paragraph that does not tell has the language
  /// of the article, and that is French where there is no telling.
  static func ofParagraphs(_ classes: [WordClasses], paragraphOf: [Int32]) -> [ArticleLanguage] {
    var leads = [Int](repeating: 0, count: Int(paragraphOf.last ?? 0) + 1)
    for (index, set) in classes.enumerated() {
      if set.contains(.frenchMark) { leads[Int(paragraphOf[index])] -= 1 }
      if set.contains(.englishMark) { leads[Int(paragraphOf[index])] += 1 }
    }
    let whole: ArticleLanguage = leads.reduce(0, +) > 0 ? .english : .french
    return leads.map { abs($0) < 3 ? whole : $0 > 0 ? .english : .french }
  }
}

/// Where sentences and paragraphs are, and how the article uses capitals.
struct ArticleScopes {
  private(set) var sentenceOf: [Int32] = []
  private(set) var paragraphOf: [Int32] = []
  private(set) var firstSentences: [Int32] = [0]
  private(set) var inCapitalLine: [Bool]
  private(set) var isLowerCase = false

  init(_ words: [Word]) {
    inCapitalLine = Self.capitalLines(words)
    isLowerCase = leavesOutCapitals(words)
    sentenceOf.reserveCapacity(words.count)
    paragraphOf.reserveCapacity(words.count)
    var (sentence, paragraph): (Int32, Int32) = (0, 0)
    for (index, word) in words.enumerated() where index > 0 {
      sentenceOf.append(sentence)
      paragraphOf.append(paragraph)
      if starts(word, index) || isLowerCase && Self.isSmallStart(word, after: words[index - 1]) { sentence += 1 }
      if word.gap.contains(.paragraph) {
        paragraph += 1
        firstSentences.append(sentence)
      }
    }
    guard !words.isEmpty else { return }
    sentenceOf.append(sentence)
    paragraphOf.append(paragraph)
  }

  private func starts(_ word: Word, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let changesCapitals = inCapitalLine[index - 1] != inCapitalLine[index]
    return word.gap.contains(.sentence) || word.gap.contains(.line) && changesCapitals
  }

  /// A full stop and a blank before a small letter, in a text that leaves out capitals.
  private static func isSmallStart(_ word: Word, after before: Word) -> Bool {
    word.shape == .lower && word.gap == [.dot, .space] && before.end - before.start > 1
  }

  /// Whether a quarter of the sentences begin with a small letter, and three at least.
  private func leavesOutCapitals(_ words: [Word]) -> Bool {
    var (starts, small) = (0, 0)
    for (index, word) in words.enumerated() where word.shape != .number {
      guard index == 0 || self.starts(word, index) || word.gap.contains(.line) && word.gap.contains(.dot) else { continue }
      starts += 1
      if word.shape == .lower { small += 1 }
    }
    return small >= 3 && small * 4 >= starts
  }

  /// Marks the words of lines of three words or more of which most letters are capitals.
  private static func capitalLines(_ words: [Word]) -> [Bool] {
    var marks = [Bool](repeating: false, count: words.count)
    var first = 0
    var (lettered, capitals) = (0, 0)
    for index in 0...words.count {
      if index == words.count || index > first && words[index].gap.contains(.line) {
        if lettered >= 3, capitals * 4 >= lettered * 3 {
          for word in first..<index { marks[word] = true }
        }
        (first, lettered, capitals) = (index, 0, 0)
      }
      guard index < words.count, words[index].shape != .number, words[index].end - words[index].start > 1 else { continue }
      lettered += 1
      if words[index].shape == .capitals { capitals += 1 }
    }
    return marks
  }
}

/// How often words of the counted classes occur in each sentence, paragraph or article.
struct ScopeCounts: Sendable {
  private static let counted: [WordClass] = [
    .automotive, .industry, .town, .finance, .racing, .past, .electric, .role, .driving,
  ]
  /// The place of each class among those counted, or -1.
  private static let places: [Int] = WordClass.allCases.map { counted.firstIndex(of: $0) ?? -1 }
  private static let any = counted.reduce(into: WordClasses([])) { $0.formUnion(WordClasses($1)) }

  private var counts: [UInt16]
  /// For each scope, whether it has a year before 2000.
  private var oldYears: [Bool]

  /// Counts for the scopes that words are numbered with in ascending order.
  init(words: [Word], classes: [WordClasses], scopeOf: [Int32]) {
    let scopes = Int(scopeOf.last ?? 0) + 1
    counts = Array(repeating: 0, count: scopes * Self.counted.count)
    oldYears = Array(repeating: false, count: scopes)
    let (any, places) = (Self.any, Self.places)
    for (index, set) in classes.enumerated() {
      let word = words[index]
      if word.shape == .number, OldYear.isOne(index, words, classes) { oldYears[Int(scopeOf[index])] = true }
      var rest = set.rawValue & any.rawValue
      while rest != 0 {
        add(1, at: Int(scopeOf[index]) * Self.counted.count + places[rest.trailingZeroBitCount])
        rest &= rest - 1
      }
    }
  }

  /// Sums for larger scopes, each of which begins with one of the given smaller ones.
  init(_ small: ScopeCounts, by starts: [Int32]) {
    counts = Array(repeating: 0, count: starts.count * Self.counted.count)
    oldYears = Array(repeating: false, count: starts.count)
    var large = 0
    for scope in small.oldYears.indices {
      while large + 1 < starts.count, starts[large + 1] <= scope { large += 1 }
      if small.oldYears[scope] { oldYears[large] = true }
      for place in 0..<Self.counted.count {
        add(small.counts[scope * Self.counted.count + place], at: large * Self.counted.count + place)
      }
    }
  }

  private mutating func add(_ count: UInt16, at place: Int) {
    let (sum, overflow) = counts[place].addingReportingOverflow(count)
    counts[place] = overflow ? .max : sum
  }

  /// How often a counted class occurs in a scope; never for a class that is not counted.
  func count(_ wordClass: WordClass, in scope: Int32) -> Int {
    let place = Self.places[Int(wordClass.rawValue)]
    return place < 0 ? 0 : Int(counts[Int(scope) * Self.counted.count + place])
  }

  func hasOldYear(_ scope: Int32) -> Bool { oldYears[Int(scope)] }
}
