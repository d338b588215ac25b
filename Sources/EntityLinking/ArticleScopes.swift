/// Where sentences and paragraphs are, and how the article uses capitals.
struct ArticleScopes {
  private(set) var sentenceOf: [Int32]
  private(set) var paragraphOf: [Int32]
  private(set) var firstSentences: [Int32] = [0]
  private(set) var inCapitalLine: [Bool]
  private(set) var isLowerCase = false

  /// What a sentence can begin after.
  private static let ends: Gap = [.sentence, .line, .paragraph]

  init(_ words: [Word]) {
    inCapitalLine = Self.capitalLines(words)
    sentenceOf = Array(repeating: 0, count: words.count)
    paragraphOf = sentenceOf
    isLowerCase = leavesOutCapitals(words)
    number(words)
  }

  private mutating func number(_ words: [Word]) {
    var (sentence, paragraph): (Int32, Int32) = (0, 0)
    for index in words.indices.dropFirst() {
      let word = words[index]
      if !word.gap.isDisjoint(with: Self.ends) || isLowerCase {
        if starts(word, index) || isLowerCase && Self.isSmallStart(word, after: words[index - 1]) { sentence += 1 }
        if word.gap.contains(.paragraph) {
          paragraph += 1
          firstSentences.append(sentence)
        }
      }
      sentenceOf[index] = sentence
      paragraphOf[index] = paragraph
    }
  }

  private func starts(_ word: Word, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    return word.gap.contains(.sentence) || word.gap.contains(.line) && inCapitalLine[index - 1] != inCapitalLine[index]
  }

  /// A full stop and a blank before a small letter, in a text that leaves out capitals.
  private static func isSmallStart(_ word: Word, after before: Word) -> Bool {
    word.shape == .lower && word.gap == [.dot, .space] && before.end - before.start > 1
  }

  /// Whether a quarter of the sentences begin with a small letter, and three at least.
  private func leavesOutCapitals(_ words: [Word]) -> Bool {
    var (starts, small) = (0, 0)
    for (index, word) in words.enumerated() where index == 0 || !word.gap.isDisjoint(with: Self.ends) {
      guard word.shape != .number,
        index == 0 || self.starts(word, index) || word.gap.contains(.line) && word.gap.contains(.dot)
      else { continue }
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
    func endLine(before end: Int) {
      if lettered >= 3, capitals * 4 >= lettered * 3 {
        for word in first..<end { marks[word] = true }
      }
      (first, lettered, capitals) = (end, 0, 0)
    }
    for (index, word) in words.enumerated() {
      if word.gap.contains(.line), index > first { endLine(before: index) }
      guard word.shape != .number, word.end - word.start > 1 else { continue }
      lettered += 1
      if word.shape == .capitals { capitals += 1 }
    }
    endLine(before: words.count)
    return marks
  }
}
