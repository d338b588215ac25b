import GraphModel

/// Where sentences and paragraphs are, and how the article uses capitals.
struct ArticleScopes {
  private(set) var sentenceOf: [Int32]
  private(set) var paragraphOf: [Int32]
  private(set) var firstSentences: [Int32] = [0]
  /// For each sentence its first word.
  private(set) var firstWords: [Int32] = [0]
  private(set) var inCapitalLine: [Bool]
  /// Whether some line is.
  private(set) var hasCapitalLines = false
  private(set) var isLowerCase = false
  /// Whether some sentence or line begins with a small letter.
  private(set) var hasSmallStarts = false

  /// Cost: a look at each word that a sentence or line may begin with, and filling tables.
  init(_ read: ArticleWords) {
    let words = read.words
    inCapitalLine = Array(filledWith: false, count: words.count)
    (sentenceOf, paragraphOf) = ([], [])
    markLines(of: read)
    let breaks = read.breaks.map(\.word)
    noteStarts(words, breaks)
    number(words, breaks)
  }

  /// Marks the lines that are written in capitals.
  private mutating func markLines(of read: ArticleWords) {
    var line = ArticleWords.Break(word: 0, capitals: 0)
    for place in read.breaks where read.words[place.word].gap.contains(.line) {
      endLine(line.word..<place.word, of: read.words, capitals: place.capitals - line.capitals)
      line = place
    }
    endLine(line.word..<read.words.count, of: read.words, capitals: read.capitals - line.capitals)
  }

  /// Marks the words of a line that has three words or more, most of them in capitals; numbers and single letters, "À" too, do not count.
  private mutating func endLine(_ line: Range<Int>, of words: [Word], capitals: Int) {
    guard capitals >= 3 else { return }
    let lettered = words[line].count { !$0.isNumber && $0.end - $0.start > ($0.shape == .capitalised ? 2 : 1) }
    guard capitals * 4 >= lettered * 3 else { return }
    for word in line { inCapitalLine[word] = true }
    hasCapitalLines = true
  }

  private mutating func number(_ words: [Word], _ breaks: [Int]) {
    var (sentence, paragraph): (Int32, Int32) = (0, 0)
    var from = 0
    firstWords.reserveCapacity(breaks.count + 1)
    sentenceOf.reserveCapacity(words.count)
    paragraphOf.reserveCapacity(words.count)
    for index in isLowerCase ? Array(words.indices.dropFirst()) : breaks {
      let word = words[index]
      let startsSentence = starts(word, index) || isLowerCase && Self.isSmallStart(word, after: words[index - 1])
      guard startsSentence || word.gap.contains(.paragraph) else { continue }
      fill(from..<index, sentence, paragraph)
      from = index
      if startsSentence {
        sentence += 1
        firstWords.append(Int32(truncatingIfNeeded: index))
      }
      if word.gap.contains(.paragraph) {
        paragraph += 1
        firstSentences.append(sentence)
      }
    }
    fill(from..<words.count, sentence, paragraph)
  }

  /// Numbers the words behind those that have numbers.
  private mutating func fill(_ words: Range<Int>, _ sentence: Int32, _ paragraph: Int32) {
    sentenceOf.append(addingCapacity: words.count) { $0.append(repeating: sentence, count: words.count) }
    paragraphOf.append(addingCapacity: words.count) { $0.append(repeating: paragraph, count: words.count) }
  }

  private func starts(_ word: Word, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    return word.gap.contains(.sentence) || word.gap.contains(.line) && inCapitalLine[index - 1] != inCapitalLine[index]
  }

  /// A full stop and a blank before a small letter, in a text that leaves out capitals.
  private static func isSmallStart(_ word: Word, after before: Word) -> Bool {
    word.shape == .lower && word.gap == [.dot, .space] && before.end - before.start > 1
  }

  /// Notes whether sentences begin with a small letter, and whether a quarter of them do, and three at least.
  private mutating func noteStarts(_ words: [Word], _ breaks: [Int]) {
    var (starts, small) = (0, 0)
    func note(_ word: Word) {
      guard !word.isNumber else { return }
      starts += 1
      if word.shape == .lower { small += 1 }
    }
    if let first = words.first { note(first) }
    for index in breaks {
      let word = words[index]
      if self.starts(word, index) || word.gap.contains(.line) && word.gap.contains(.dot) { note(word) }
    }
    hasSmallStarts = small > 0
    isLowerCase = small >= 3 && small * 4 >= starts
  }
}
