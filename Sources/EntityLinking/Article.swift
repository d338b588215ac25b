import ArticleText
import GraphModel

/// An article as linking sees it: its words with their classes, its sentences and paragraphs, its language and manners.
final class Article: Sendable {
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
  /// For each sentence its first word.
  private let firstWords: [Int32]
  /// Whether the writer leaves out capitals where sentences begin, as in a forum.
  private let isLowerCase: Bool
  /// For each paragraph whether its own writer leaves out capitals, though others do not; nothing where none does.
  private let smallParagraphs: [Bool]
  /// Whether somebody in it writes names in small letters, as in a forum.
  let hasSmallNames: Bool
  /// Whether its heading dates it before 2000, or it tells much of the time before and nothing of what is new or electric.
  let isOld: Bool
  /// For each word, whether its line is written in capitals, so that they say nothing.
  let inCapitalLine: [Bool]
  /// Whether some line is.
  let hasCapitalLines: Bool
  /// The hashes of the words that occur in lower case, of those that are forms.
  let lowerCaseWords: WordSet
  /// The hashes of the words that occur with a capital, outside lines of capitals, of those that are forms.
  let capitalWords: WordSet

  /// The words that say something of single forms, or begin a phrase that does, in their order.
  let speaking: [Int32]
  /// The words that may begin a form, in their order.
  let beginnings: [WordMarks.Beginning]

  /// Cost: linear in the number of words.
  init(_ text: VisibleText, index: FormIndex, cues: CompiledCues) {
    let read = ArticleWords(text.bytes, index: index, cues: cues)
    let scopes = ArticleScopes(read)
    let marks = WordMarks(read, index: index, cues: cues, inCapitalLine: scopes.inCapitalLine)
    self.text = text
    words = read.words
    classes = marks.classes
    sentenceOf = scopes.sentenceOf
    paragraphOf = scopes.paragraphOf
    (inCapitalLine, hasCapitalLines) = (scopes.inCapitalLine, scopes.hasCapitalLines)
    let names = SmallNames(marks.beginnings, words, index)
    isLowerCase = scopes.isLowerCase
    hasSmallNames = names.areSeveralSmall
    smallParagraphs =
      isLowerCase ? [] : names.areUsual ? SmallParagraphs.usual(names, scopes.paragraphOf) : SmallParagraphs.find(names, scopes, words)
    languages = ArticleLanguage.ofParagraphs(classes, of: marks.telling, paragraphOf: scopes.paragraphOf)
    firstSentences = scopes.firstSentences
    firstWords = scopes.firstWords
    sentences = ScopeCounts(words: words, numbers: read.numbers, classes: classes, of: marks.telling, scopeOf: scopes.sentenceOf)
    paragraphs = ScopeCounts(sentences, by: scopes.firstSentences)
    totals = ScopeCounts(paragraphs, by: [0])
    let past = totals.count(.past, in: 0) + 2 * sentences.oldYearCount
    isOld =
      OldYear.dates(words, classes, scopes.paragraphOf) || read.hasBrokenWord && Self.isScanned(words)
      || past >= Self.muchPast && totals.count(.electric, in: 0) == 0
    lowerCaseWords = marks.lowerCaseWords
    capitalWords = marks.capitalWords
    speaking = marks.speaking
    beginnings = marks.beginnings
  }

  /// Whether three words or more go on behind the end of their line, as in scans of old papers.
  private static func isScanned(_ words: [Word]) -> Bool { words.count { $0.gap.contains(.brokenWord) } >= 3 }

  /// From how much on an article tells of the past: words of it, and years before 2000, which count twice.
  private static let muchPast = 6

  /// Whether the writer of a word leaves out capitals: of the article, or of the paragraph, such as a post.
  @inline(__always)
  func isLowerCase(at index: Int) -> Bool { isLowerCase || !smallParagraphs.isEmpty && smallParagraphs[Int(paragraphOf[index])] }

  /// Whether a fortieth of its words are of motor racing, and more than are of making cars.
  var isAboutRacing: Bool {
    let count = totals.count(.racing, in: 0)
    return count >= 4 && count * 40 >= words.count && count > totals.count(.industry, in: 0)
  }

  /// Whether the sentence of a word has one of a class, some hundred words around it. Cost: those words.
  func hasInSentence(_ wordClass: WordClass, of index: Int) -> Bool { has(wordClass, around: index, in: sentenceOf) }

  /// Whether the paragraph of a word has one of a class, some hundred words around it. Cost: those words.
  func hasInParagraph(_ wordClass: WordClass, of index: Int) -> Bool { has(wordClass, around: index, in: paragraphOf) }

  private func has(_ wordClass: WordClass, around index: Int, in scopes: [Int32]) -> Bool {
    let behind = index..<min(words.count, index + Self.sentenceReach)
    let before = (max(0, index - Self.sentenceReach)..<index).reversed()
    return behind.prefix { scopes[$0] == scopes[index] }.contains { classes[$0].contains(wordClass) }
      || before.prefix { scopes[$0] == scopes[index] }.contains { classes[$0].contains(wordClass) }
  }

  private static let sentenceReach = 60

  /// Whether a word begins a sentence.
  @inline(__always)
  func startsSentence(_ index: Int) -> Bool { index == 0 || sentenceOf[index] != sentenceOf[index - 1] }

  /// The first word of the sentence of a word.
  @inline(__always)
  func sentenceStart(_ index: Int) -> Int32 { firstWords[Int(sentenceOf[index])] }

  /// The end of the sentence of a word, exclusive.
  @inline(__always)
  func sentenceEnd(_ index: Int) -> Int32 {
    let next = Int(sentenceOf[index]) &+ 1
    return next < firstWords.count ? firstWords[next] : Int32(truncatingIfNeeded: words.count)
  }

  /// Whether words are all that their sentence has, but for numbers, and these not many.
  func isWholeSentence(_ range: ClosedRange<Int>) -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while !startsSentence(low) {
      guard words[low - 1].shape == .number, range.lowerBound - low < Self.sentenceReach else { return false }
      low -= 1
    }
    while high + 1 < words.count, !startsSentence(high + 1) {
      guard words[high + 1].shape == .number, high - range.upperBound < Self.sentenceReach else { return false }
      high += 1
    }
    return true
  }

  /// Whether words begin a cell of a table that has two words more at most: "| APP |", "| Mini JCW |".
  func headsCell(_ range: ClosedRange<Int>) -> Bool {
    guard startsSentence(range.lowerBound) || words[range.lowerBound].gap.contains(.opaque) else { return false }
    return (range.upperBound + 1..<max(range.upperBound + 1, min(words.count, range.upperBound + 4))).contains { words[$0].gap.contains(.opaque) }
  }

  /// Whether a word comes after a dash or a colon, as a new beginning.
  func followsDash(_ index: Int) -> Bool {
    guard index > 0, !words[index].gap.isDisjoint(with: [.other, .colon, .item]) else { return false }
    let between = text.bytes[words[index - 1].end..<words[index].start]
    return between.contains(0x3A) || between.contains(0x93) || between.contains(0x94)
  }

  /// The classes of the word before or after, within the sentence; nothing beyond it.
  @inline(__always)
  func classes(at index: Int, inSentenceOf other: Int) -> WordClasses {
    guard classes.indices.contains(index), sentenceOf[index] == sentenceOf[other] else { return [] }
    return classes[index]
  }

  /// The last word of the heading that a word stands in: a paragraph of one sentence of few words without a full stop; nil for a word elsewhere.
  func heading(_ index: Int) -> Int? {
    let end = (index..<min(words.count, index + Self.longestHeading)).last { paragraphOf[$0] == paragraphOf[index] } ?? index
    let start = max(0, end - Self.longestHeading)
    guard sentenceOf[end] == firstSentence(ofParagraph: paragraphOf[index]), start == 0 || paragraphOf[start] != paragraphOf[end],
      end + 1 == words.count || paragraphOf[end + 1] != paragraphOf[end] && !words[end + 1].gap.contains(.dot)
    else { return nil }
    return end
  }

  private static let longestHeading = 16

  /// The first sentence of a paragraph.
  func firstSentence(ofParagraph paragraph: Int32) -> Int32 { firstSentences[Int(paragraph)] }

  /// The language around a word: that of its paragraph where it tells, else that of the article.
  @inline(__always)
  func language(at index: Int) -> ArticleLanguage { languages[Int(paragraphOf[index])] }

  /// The word at an index, if it is in the sentence of another.
  @inline(__always)
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
  /// - Parameter telling: the words of other classes than those that tell nothing, in any order.
  static func ofParagraphs(_ classes: [WordClasses], of telling: [Int32], paragraphOf: [Int32]) -> [ArticleLanguage] {
    var leads = [Int](filledWith: 0, count: Int(paragraphOf.last ?? 0) + 1)
    count(classes, of: telling, paragraphOf, &leads)
    let whole: ArticleLanguage = leads.reduce(0, +) > 0 ? .english : .french
    return leads.map { abs($0) < 3 ? whole : $0 > 0 ? .english : .french }
  }

  private static func count(_ classes: [WordClasses], of telling: [Int32], _ paragraphOf: [Int32], _ leads: inout [Int]) {
    var leads = leads.mutableSpan
    for place in telling {
      let own = classes[Int(place)]
      leads[Int(paragraphOf[Int(place)])] &+= (own.contains(.englishMark) ? 1 : 0) &- (own.contains(.frenchMark) ? 1 : 0)
    }
  }
}
