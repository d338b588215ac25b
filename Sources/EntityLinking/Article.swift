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
  /// Whether the writer leaves out capitals, as in a forum.
  let isLowerCase: Bool
  /// For each word, whether its line is written in capitals, so that they say nothing.
  let inCapitalLine: [Bool]
  /// The hashes of the words that occur in lower case.
  let lowerCaseWords: Set<UInt64>
  /// The hashes of the words that occur with a capital, outside lines of capitals.
  let capitalWords: Set<UInt64>
  /// The words that speak for or against single forms.
  let formCues: FormCueScopes

  /// Cost: linear in the number of words.
  init(_ text: VisibleText, cues: CompiledCues) {
    let words = WordReader.words(of: text.bytes)
    var classes = words.map { cues.classes(of: $0.hash) }
    for index in words.indices.dropLast() {
      let phrase = cues.classes(of: words[index].hash, words[index + 1].hash)
      guard !phrase.isEmpty else { continue }
      classes[index].formUnion(phrase)
    }
    let scopes = ArticleScopes(words)
    self.text = text
    self.words = words
    self.classes = classes
    sentenceOf = scopes.sentenceOf
    paragraphOf = scopes.paragraphOf
    inCapitalLine = scopes.inCapitalLine
    isLowerCase = scopes.isLowerCase
    languages = ArticleLanguage.ofParagraphs(classes, paragraphOf: scopes.paragraphOf)
    firstSentences = scopes.firstSentences
    sentences = ScopeCounts(words: words, classes: classes, scopeOf: scopes.sentenceOf)
    paragraphs = ScopeCounts(words: words, classes: classes, scopeOf: scopes.paragraphOf)
    totals = ScopeCounts(words: words, classes: classes, scopeOf: Array(repeating: 0, count: words.count))
    lowerCaseWords = Set(words.lazy.filter { $0.shape == .lower }.map(\.hash))
    capitalWords = Set(
      words.indices.lazy.filter {
        words[$0].shape == .capitalised && !scopes.inCapitalLine[$0]
      }.map { words[$0].hash })
    formCues = FormCueScopes(words: words, cues: cues)
  }

  /// Whether a fiftieth of its words are of motor racing.
  var isAboutRacing: Bool {
    let count = totals.count(.racing, in: 0)
    return count >= 4 && count * 50 >= words.count
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
    var sentence: Int32 = 0
    var paragraph: Int32 = 0
    var lowerStarts = 0
    var starts = 0
    for (index, word) in words.enumerated() {
      let leavesCapitalLine = index > 0 && inCapitalLine[index - 1] && !inCapitalLine[index]
      let entersCapitalLine = index > 0 && !inCapitalLine[index - 1] && inCapitalLine[index]
      let starting =
        word.gap.contains(.sentence) || word.gap.contains(.line) && (leavesCapitalLine || entersCapitalLine)
      if index > 0, starting { sentence += 1 }
      if index > 0, word.gap.contains(.paragraph) {
        paragraph += 1
        firstSentences.append(sentence)
      }
      if starting || index == 0 || word.gap.contains(.line) && word.gap.contains(.dot), word.shape != .number {
        starts += 1
        if word.shape == .lower { lowerStarts += 1 }
      }
      sentenceOf.append(sentence)
      paragraphOf.append(paragraph)
    }
    isLowerCase = lowerStarts >= 3 && lowerStarts * 4 >= starts
  }

  /// Marks the words of lines of three words or more of which most letters are capitals.
  private static func capitalLines(_ words: [Word]) -> [Bool] {
    var marks = [Bool](repeating: false, count: words.count)
    var first = 0
    for index in 0...words.count {
      guard index == words.count || index > first && words[index].gap.contains(.line) else { continue }
      let line = first..<index
      let lettered = line.filter { words[$0].shape != .number && words[$0].end - words[$0].start > 1 }
      let capitals = lettered.filter { words[$0].shape == .capitals }.count
      if lettered.count >= 3, capitals * 4 >= lettered.count * 3 {
        for word in line { marks[word] = true }
      }
      first = index
    }
    return marks
  }
}

/// How often words of the counted classes occur in each sentence or paragraph.
struct ScopeCounts: Sendable {
  static let counted: [WordClass] = [
    .automotive, .industry, .town, .finance, .racing, .past, .electric, .role, .driving,
  ]
  private var counts: [UInt16]
  /// For each scope, whether it has a year before 2000.
  private var oldYears: [Bool]

  init(words: [Word], classes: [WordClasses], scopeOf: [Int32]) {
    let scopes = Int(scopeOf.last ?? 0) + 1
    counts = Array(repeating: 0, count: scopes * Self.counted.count)
    oldYears = Array(repeating: false, count: scopes)
    let sets = Self.counted.map { WordClasses($0) }
    let any = sets.reduce(into: WordClasses([])) { $0.formUnion($1) }
    for (index, set) in classes.enumerated() {
      if words[index].shape == .number, OldYear.isOne(index, words, classes) { oldYears[Int(scopeOf[index])] = true }
      guard !set.isDisjoint(with: any) else { continue }
      let base = Int(scopeOf[index]) * sets.count
      for (offset, wanted) in sets.enumerated() where !set.isDisjoint(with: wanted) {
        if counts[base + offset] < .max { counts[base + offset] += 1 }
      }
    }
  }

  /// How often a counted class occurs in a scope.
  func count(_ wordClass: WordClass, in scope: Int32) -> Int {
    guard let offset = Self.counted.firstIndex(of: wordClass) else { return 0 }
    return Int(counts[Int(scope) * Self.counted.count + offset])
  }

  func hasOldYear(_ scope: Int32) -> Bool { oldYears[Int(scope)] }
}
