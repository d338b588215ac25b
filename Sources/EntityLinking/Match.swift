import ArticleText

/// A place in an article where a surface form stands, before it is decided whether it is a mention.
struct Match: Sendable {
  var form: Int
  /// The words, both included.
  var first: Int
  var last: Int
  /// Whether the words differ in case from every listed name.
  var isLower: Bool
}

/// Finds surface forms in an article: the longest at each place, from left to right.
struct MatchScan {
  private let article: Article
  private let index: FormIndex
  private let bytes: [UInt8]
  private var found: (form: Int, last: Int, isLower: Bool)?

  private init(_ article: Article, _ index: FormIndex) {
    self.article = article
    self.index = index
    bytes = article.text.bytes
  }

  /// Cost: linear in the number of words, times the longest name.
  static func matches(in article: Article, _ index: FormIndex) -> [Match] {
    var scan = MatchScan(article, index)
    var matches: [Match] = []
    var first = 0
    while first < article.words.count {
      guard index.mayBegin(article.words[first].hash) || scan.isBroken(first) else {
        first += 1
        continue
      }
      scan.found = nil
      if scan.canBegin(first) { scan.follow(node: WordTrie.root, first: first, word: first) }
      if let found = scan.found {
        matches.append(Match(form: found.form, first: first, last: found.last, isLower: found.isLower))
        first = found.last + 1
      } else {
        first += 1
      }
    }
    return matches
  }

  /// Follows the trie from a node over the word at an index, and notes the longest form that may stand here.
  private mutating func follow(node: UInt64, first: Int, word: Int) {
    guard word < article.words.count else { return }
    visit(node: node, hash: article.words[word].hash, first: first, last: word)
    if isBroken(word) {
      let range = article.words[word].start..<article.words[word + 1].end
      let whole = WordReader.hash(of: range, in: bytes.span)
      visit(node: node, hash: whole, first: first, last: word + 1)
    }
  }

  private mutating func visit(node: UInt64, hash: UInt64, first: Int, last: Int) {
    guard let next = index.step(from: node, hash) else { return }
    if next.form >= 0, last >= found?.last ?? 0, let isLower = accepts(next.form, first, last) {
      found = (next.form, last, isLower)
    }
    guard last + 1 < article.words.count,
      article.words[last + 1].gap.isDisjoint(with: [.paragraph, .opaque, .other])
    else { return }
    follow(node: next.key, first: first, word: last + 1)
  }

  /// Whether a word may go on behind the end of its line.
  private func isBroken(_ word: Int) -> Bool {
    word + 1 < article.words.count && article.words[word + 1].gap.contains(.brokenWord)
  }

  private func canBegin(_ word: Int) -> Bool {
    guard word > 0 else { return true }
    return article.words[word].gap != .underscore
  }

  /// Whether the words are the form, with only what may stand between them, written as its class demands; and if so,
  /// whether they are in lower case where the catalogue has capitals.
  private func accepts(_ formIndex: Int, _ first: Int, _ last: Int) -> Bool? {
    let form = index.form(formIndex)
    if last + 1 < article.words.count, article.words[last + 1].gap == .underscore { return nil }
    let words = index.words(of: formIndex)
    let start = article.words[first].start
    guard gapsFit(words, first, last),
      index.table.letters(of: formIndex, are: start..<article.words[last].end, of: bytes.span)
    else { return nil }
    let lower = isLower(words, first, last)
    let shape = article.words[first].shape
    if form.traits.contains(.weakPhrase), lower, form.traits.isDisjoint(with: article.isLowerCase ? [.listedLower, .modelName] : .listedLower) {
      return nil
    }
    if form.traits.contains(.split), !isSplitCode(words, first, last) { return nil }
    if form.traits.contains(.sharedAcronym), shape != .capitals { return nil }
    if form.traits.contains(.glued), shape == .lower || shape == .capitalised, !followsHash(first) { return nil }
    if form.traits.contains(.contracted), !followsContraction(first) { return nil }
    if last > first, endsInPronoun(first, last) { return nil }
    if form.traits.contains(.surname), lower, !article.isLowerCase || form.words.count == 1 { return nil }
    return lower
  }

  private typealias FormWords = ArraySlice<FormTable.FormWord>

  private func gapsFit(_ words: FormWords, _ first: Int, _ last: Int) -> Bool {
    guard last > first else { return true }
    guard last - first + 1 == words.count else {
      return (first + 1...last).allSatisfy { article.words[$0].gap.isSubset(of: .soft) }
    }
    for (word, index) in zip(words.dropFirst(), first + 1...last) {
      var allowed = Gap.soft.union(word.gap)
      if !allowed.isDisjoint(with: [.apostrophe, .colon, .ampersand]) { allowed.insert(.space) }
      if !article.words[index].gap.isSubset(of: allowed) { return false }
    }
    return true
  }

  private func isLower(_ words: FormWords, _ first: Int, _ last: Int) -> Bool {
    guard last - first + 1 == words.count else { return false }
    return zip(words, first...last).contains { $0.isCapital && article.words[$1].shape == .lower }
  }

  /// "the Twingo I drove": in English, "I" before a word is no numeral.
  private func endsInPronoun(_ first: Int, _ last: Int) -> Bool {
    guard article.words[last].hash == Self.pronoun, article.words[last].shape == .capitalised, last + 1 < article.words.count,
      article.language(at: first) == .english
    else { return false }
    let next = article.words[last + 1]
    return next.shape == .lower && (next.gap == .space || next.gap == .apostrophe)
  }

  private static let pronoun = WordHash.of("i")

  /// "A 390" and "7 DL" count only with their capitals.
  private func isSplitCode(_ words: FormWords, _ first: Int, _ last: Int) -> Bool {
    words.count != last - first + 1 || !isLower(words, first, last)
  }

  private func followsHash(_ first: Int) -> Bool {
    let start = article.words[first].start
    return start > 0 && article.text.bytes[start - 1] == 0x23
  }

  private func followsContraction(_ first: Int) -> Bool {
    guard let before = article.word(at: first - 1, inSentenceOf: first) else { return false }
    return article.words[first].shape != .lower && Self.contractions.contains(before.hash)
  }

  private static let contractions = WordSet(["au", "du"])
}
