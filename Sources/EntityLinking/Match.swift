import ArticleText

/// A place in an article where a surface form stands, before it is decided whether it is a mention.
struct Match: Sendable {
  private let numberOfForm: Int32
  private let firstWord: Int32
  private let lastWord: Int32
  private let onlyEntity: Int32
  /// The classes of the words right before and after it, within the sentence.
  let before: WordClasses
  let after: WordClasses
  /// Where the sentence of the first word begins, and where that of the last ends, exclusive.
  let sentenceStart: Int32
  let sentenceEnd: Int32
  /// What kinds of words stand near it in the sentence.
  let near: WordHints.Kinds
  /// Whether the words differ in case from every listed name.
  let isLower: Bool

  init(
    form: Int, words: ClosedRange<Int>, isLower: Bool, entity: Int, before: WordClasses, after: WordClasses, sentence: Range<Int32>,
    near: WordHints.Kinds
  ) {
    numberOfForm = Int32(truncatingIfNeeded: form)
    (firstWord, lastWord) = (Int32(truncatingIfNeeded: words.lowerBound), Int32(truncatingIfNeeded: words.upperBound))
    onlyEntity = Int32(truncatingIfNeeded: entity)
    (self.isLower, self.before, self.after, self.near) = (isLower, before, after, near)
    (sentenceStart, sentenceEnd) = (sentence.lowerBound, sentence.upperBound)
  }

  @inline(__always)
  var form: Int { Int(numberOfForm) }
  /// The words, both included.
  @inline(__always)
  var first: Int { Int(firstWord) }
  @inline(__always)
  var last: Int { Int(lastWord) }
  /// The entity of a form that can mean no other, or -1.
  @inline(__always)
  var entity: Int { Int(onlyEntity) }
}

/// Finds surface forms in an article: the longest at each place, from left to right.
struct MatchScan {
  private let article: Article
  private let index: FormIndex
  private let trie: WordTrie
  private let words: [Word]
  private let bytes: [UInt8]
  private var found: (form: Int, last: Int, isLower: Bool)?

  private init(_ article: Article, _ index: FormIndex) {
    self.article = article
    self.index = index
    trie = index.trie
    words = article.words
    bytes = article.text.bytes
  }

  /// Cost: linear in the number of words that may begin a name, times the longest name.
  static func matches(in article: Article, _ index: FormIndex) -> [Match] {
    var scan = MatchScan(article, index)
    var matches: [Match] = []
    matches.reserveCapacity(article.beginnings.count)
    let hints = ContextCues.hints
    var next = 0
    for beginning in article.beginnings where beginning.word >= next {
      let first = Int(beginning.word)
      scan.found = nil
      if scan.canBegin(first) { scan.begin(first, beginning.node) }
      guard let found = scan.found,
        found.last == first
          || !scan.endsInsideAnother(first, found.last) && !scan.hasOwnArticle(first, found.last) && !scan.beginsInsideWord(first, found)
            && !scan.isOfTownHall(first)
      else { continue }
      let (start, end) = (article.sentenceStart(first), article.sentenceEnd(found.last))
      matches.append(
        Match(
          form: found.form, words: first...found.last, isLower: found.isLower, entity: index.onlyEntity(of: found.form) ?? -1,
          before: article.classes(at: first - 1, inSentenceOf: first),
          after: article.classes(at: found.last + 1, inSentenceOf: found.last),
          sentence: start..<end, near: hints.kinds(beside: first...found.last, of: scan.words, from: Int(start), to: Int(end))))
      next = found.last + 1
    }
    return matches
  }

  /// "commune de Flins" in "la commune de Flins-sur-Seine": a form that ends before a hyphen, and another that begins within it
  /// goes on behind.
  private mutating func endsInsideAnother(_ first: Int, _ last: Int) -> Bool {
    guard last > first, last + 1 < words.count, words[last + 1].gap == .hyphen else { return false }
    for word in first + 1...last {
      found = nil
      follow(node: WordTrie.root, first: word, word: word)
      if let found, found.last > last { return true }
    }
    return false
  }

  /// "centre-ville de Sochaux": a form of several words that begins with a common noun, which is the end of another noun; "ex-usine de Cléon" is
  /// none.
  private func beginsInsideWord(_ first: Int, _ found: (form: Int, last: Int, isLower: Bool)) -> Bool {
    guard found.last > first, first > 0, words[first].gap == .hyphen, !Self.prefixes.contains(words[first - 1].hash),
      let noun = index.words(of: found.form).first, !noun.isCapital
    else { return false }
    return words[first].shape == .lower || article.inCapitalLine[first]
  }

  /// « l’hôtel de ville de Maubeuge »: the house of the town, whose name is that of the place alone.
  private func isOfTownHall(_ first: Int) -> Bool {
    first > 1 && words[first].hash == Self.town && words[first - 1].hash == Self.of && Self.halls.contains(words[first - 2].hash)
  }

  private static let (town, of) = (WordHash.of("ville"), WordHash.of("de"))
  private static let halls = WordSet(["hotel", "hotels", "sergent", "sergents"])

  private static let prefixes = WordSet(["ex", "anti", "post", "non", "pro", "pre", "pseudo", "quasi"])

  /// "the Dacia Sandriders": an English article, small or where a sentence begins, before words that are a form without it.
  private mutating func hasOwnArticle(_ first: Int, _ last: Int) -> Bool {
    guard last > first, words[first].hash == Self.the, article.language(at: first) == .english,
      words[first].shape == .lower || article.startsSentence(first) || article.followsDash(first)
    else { return false }
    found = nil
    follow(node: WordTrie.root, first: first + 1, word: first + 1)
    return found?.last == last
  }

  private static let the = WordHash.of("the")

  /// Follows the trie from the node of the first word.
  @inline(__always)
  private mutating func begin(_ first: Int, _ node: WordTrie.Node?) {
    if let node { visit(node, first: first, last: first) }
    followBroken(node: WordTrie.root, first: first, word: first)
  }

  /// Follows the trie from a node over the word at an index, and notes the longest form that may stand here.
  private mutating func follow(node: UInt64, first: Int, word: Int) {
    if let next = trie.step(from: node, words[word].hash) { visit(next, first: first, last: word) }
    followBroken(node: node, first: first, word: word)
  }

  /// The same over a word that goes on behind the end of its line.
  private mutating func followBroken(node: UInt64, first: Int, word: Int) {
    guard isBroken(word) else { return }
    let whole = WordReader.hash(of: words[word].start..<words[word + 1].end, in: bytes.span)
    if let next = trie.step(from: node, whole) { visit(next, first: first, last: word + 1) }
  }

  private mutating func visit(_ next: WordTrie.Node, first: Int, last: Int) {
    if next.form >= 0, last >= found?.last ?? 0, let isLower = accepts(next.form, first, last) {
      found = (next.form, last, isLower)
    }
    let following = last + 1
    guard next.goesOn, following < words.count, words[following].gap.isDisjoint(with: [.paragraph, .opaque, .other]),
      next.mayGoOn(with: words[following].hash) || isBroken(following)
    else { return }
    follow(node: next.key, first: first, word: following)
  }

  /// Whether a word may go on behind the end of its line.
  private func isBroken(_ word: Int) -> Bool {
    word + 1 < words.count && words[word + 1].gap.contains(.brokenWord)
  }

  /// "Le Car-⏎pe diem", "Mini-⏎mum": everyday words of which the last goes on, as another word, behind the end of its line.
  private func isHalf(_ traits: FormTraits, _ last: Int) -> Bool {
    words[last + 1].shape == .lower && !traits.isDisjoint(with: [.weakPhrase, .frenchWord, .englishWord])
  }

  private func canBegin(_ word: Int) -> Bool {
    guard word > 0 else { return true }
    return words[word].gap != .underscore
  }

  /// Whether the words are the form, of which a short word is told by its hash, with only what may stand between them, written as its class demands;
  /// and if so,
  /// whether they are in lower case where the catalogue has capitals.
  private func accepts(_ formIndex: Int, _ first: Int, _ last: Int) -> Bool? {
    let record = index.table.records[formIndex]
    if last + 1 < words.count {
      let gap = words[last + 1].gap
      if gap == .underscore || gap.contains(.brokenWord) && isHalf(record.traits, last) { return nil }
    }
    let letters = words[first].start..<words[last].end
    if first == last, record.wordCount == 1 {
      let isShort = record.letterCount <= 8 && letters.count <= 8
      guard isShort ? record.firstHash == words[first].hash : index.table.letters(of: formIndex, are: letters, of: bytes.span) else { return nil }
      let lower = words[first].shape == .lower && record.traits.contains(.startsWithCapital)
      if record.traits.isDisjoint(with: Self.demanding) { return lower }
      return isAllowed(index.form(formIndex), index.words(of: formIndex), first, last, lower: lower) ? lower : nil
    }
    let own = index.words(of: formIndex)
    guard index.table.letters(of: formIndex, are: letters, of: bytes.span), gapsFit(own, first, last) else { return nil }
    let lower = isLower(own, first, last)
    return isAllowed(index.form(formIndex), own, first, last, lower: lower) ? lower : nil
  }

  /// The traits of forms that may not stand everywhere.
  private static let demanding: FormTraits = [.weakPhrase, .split, .sharedAcronym, .glued, .contracted, .surname]

  /// Whether words that are a form are written as its class demands.
  private func isAllowed(_ form: SurfaceForm, _ own: FormWords, _ first: Int, _ last: Int, lower: Bool) -> Bool {
    let shape = words[first].shape
    if form.traits.contains(.weakPhrase), lower,
      form.traits.isDisjoint(with: article.isLowerCase(at: first) || article.hasSmallNames ? [.listedLower, .modelName] : .listedLower)
    {
      return false
    }
    if form.traits.contains(.split), !isSplitCode(own, first, last) { return false }
    if form.traits.contains(.sharedAcronym), shape != .capitals { return false }
    if last > first, isOlderModel(first, last) { return false }
    if form.traits.contains(.glued), shape == .lower || shape == .capitalised, !followsHash(first) { return false }
    if form.traits.contains(.contracted), !followsContraction(first) { return false }
    if last > first, endsInPronoun(first, last) { return false }
    if form.traits.contains(.surname), lower, !article.isLowerCase(at: first) || form.words.count == 1 { return false }
    return true
  }

  /// "Citroën Ami 6", "Renault 4 CV": an older model, of another name, which the catalogue has not; its brand is named.
  private func isOlderModel(_ first: Int, _ last: Int) -> Bool {
    guard last + 1 < words.count, words[last + 1].gap == .space, let next = Self.olderModels[words[last].hash] else { return false }
    return next.contains(words[last + 1].hash)
  }

  private static let olderModels = [
    WordHash.of("ami"): WordSet(["6", "8", "super"]), WordHash.of("4"): WordSet(["cv"]), WordHash.of("500"): WordSet(["topolino", "giardiniera"]),
  ]

  private typealias FormWords = ArraySlice<FormTable.FormWord>

  private func gapsFit(_ own: FormWords, _ first: Int, _ last: Int) -> Bool {
    guard last > first else { return true }
    guard last - first + 1 == own.count else {
      return (first + 1...last).allSatisfy { words[$0].gap.isSubset(of: .soft) }
    }
    for (word, index) in zip(own.dropFirst(), first + 1...last) {
      var allowed = Gap.soft.union(word.gap)
      if !allowed.isDisjoint(with: [.apostrophe, .colon, .ampersand]) { allowed.insert(.space) }
      if !words[index].gap.isSubset(of: allowed) { return false }
    }
    return true
  }

  private func isLower(_ own: FormWords, _ first: Int, _ last: Int) -> Bool {
    guard last - first + 1 == own.count else { return false }
    for (offset, word) in own.enumerated() where word.isCapital && words[first + offset].shape == .lower { return true }
    return false
  }

  /// "the Twingo I drove": in English, "I" before a word is no numeral.
  private func endsInPronoun(_ first: Int, _ last: Int) -> Bool {
    guard words[last].hash == Self.pronoun, words[last].shape == .capitalised, last + 1 < words.count,
      article.language(at: first) == .english
    else { return false }
    let next = words[last + 1]
    return next.shape == .lower && (next.gap == .space || next.gap == .apostrophe)
  }

  private static let pronoun = WordHash.of("i")

  /// "A 390" and "7 DL" count only with their capitals.
  private func isSplitCode(_ own: FormWords, _ first: Int, _ last: Int) -> Bool {
    own.count != last - first + 1 || !isLower(own, first, last)
  }

  private func followsHash(_ first: Int) -> Bool {
    let start = words[first].start
    return start > 0 && bytes[start - 1] == 0x23
  }

  private func followsContraction(_ first: Int) -> Bool {
    guard let before = article.word(at: first - 1, inSentenceOf: first) else { return false }
    return words[first].shape != .lower && Self.contractions.contains(before.hash)
  }

  private static let contractions = WordSet(["au", "du"])
}
