import ArticleText
import GraphModel

/// Reads what an article has at, beside and around a name.
struct CollocationReader {
  let article: Article
  let index: FormIndex
  let forms: ArticleForms

  /// How many words to either side are its sentence at most, and how many are around it.
  private static let sentenceReach = 15
  private static let aroundReach = 40
  /// The least letters of a word of the sentence, and of one around, in bytes; shorter ones say little.
  private static let sentenceWord = 3
  private static let aroundWord = 4

  /// Hands out what speaks for a match being a mention or none. Cost: some hundred words around it.
  @inline(__always)
  func forEach(at position: Int, of matches: [Match], _ take: (Collocation) -> Void) {
    let match = matches[position]
    let place = MatchPlace(self, match)
    addForm(place, position, take)
    addWords(place, take)
    addClasses(place, take)
    addShapes(place, take)
    addSentence(place, take)
  }

  /// Hands out of that what the name alone tells, whatever stands beside it.
  @inline(__always)
  func forEachOfName(at position: Int, of matches: [Match], _ take: (Collocation) -> Void) {
    addForm(MatchPlace(self, matches[position]), position, take)
  }

  /// Hands out what speaks for one of the entities that a match may mean: the same and the words around it.
  func forEachOfSense(at position: Int, of matches: [Match], _ take: (Collocation) -> Void) {
    forEach(at: position, of: matches, take)
    let match = matches[position]
    forEachWord(around: match, within: around(match)) { word in
      if article.words[word].end - article.words[word].start >= Self.aroundWord {
        take(Collocation(.around, article.words[word].hash, word: word))
      }
    }
  }

  /// A match with what is asked of it again and again.
  private struct MatchPlace {
    let match: Match
    let form: UInt64
    let kinds: UInt64
    let shape: UInt64

    init(_ reader: CollocationReader, _ match: Match) {
      self.match = match
      let (article, words, bytes) = (reader.article, reader.article.words, reader.article.text.bytes)
      form =
        match.first == match.last
        ? words[match.first].hash
        : WordReader.hash(of: words[match.first].start..<words[match.last].end, in: bytes.span)
      kinds = CollocationSigns.kinds(reader.index.kinds(of: match.form))
      shape = CollocationSigns.shape(of: match, in: article)
    }
  }

  // MARK: The name itself

  private func addForm(_ place: MatchPlace, _ position: Int, _ take: (Collocation) -> Void) {
    take(Collocation(.form, place.form))
    take(Collocation(.written, place.form, place.shape))
    take(Collocation(.kinds, place.kinds, place.shape))
    let word = article.words[place.match.first].hash
    let elsewhere = CollocationSigns.elsewhere(
      isSmall: article.lowerCaseWords.contains(word), hasCapital: article.capitalWords.contains(word),
      isAlone: forms.count(ofFormAt: position) == 1)
    take(Collocation(.elsewhere, elsewhere, place.shape))
  }

  // MARK: The words beside it

  private func hash(_ word: Int) -> UInt64 {
    word >= 0 && word < article.words.count ? article.words[word].hash : CollocationSigns.end
  }

  private func shape(_ word: Int) -> UInt64 {
    word >= 0 && word < article.words.count ? CollocationSigns.shape(article.words[word].shape) : CollocationSigns.end
  }

  private func addWords(_ place: MatchPlace, _ take: (Collocation) -> Void) {
    let (first, last) = (place.match.first, place.match.last)
    let (before, after) = (hash(first - 1), hash(last + 1))
    let (before2, after2) = (hash(first - 2), hash(last + 2))
    take(Collocation(.before, before, word: first - 1))
    take(Collocation(.before2, before2, word: first - 2))
    take(Collocation(.before3, hash(first - 3), word: first - 3))
    take(Collocation(.after, after, word: last + 1))
    take(Collocation(.after2, after2, word: last + 2))
    take(Collocation(.after3, hash(last + 3), word: last + 3))
    take(Collocation(.kindsBefore, place.kinds, before, word: first - 1))
    take(Collocation(.kindsBefore2, place.kinds, before2, word: first - 2))
    take(Collocation(.kindsAfter, place.kinds, after, word: last + 1))
    take(Collocation(.kindsAfter2, place.kinds, after2, word: last + 2))
    take(Collocation(.formBefore, place.form, before, word: first - 1))
    take(Collocation(.formAfter, place.form, after, word: last + 1))
  }

  // MARK: Their classes

  private func addClasses(_ place: MatchPlace, _ take: (Collocation) -> Void) {
    let (first, last) = (place.match.first, place.match.last)
    forEachClass(at: first - 1) { name in
      take(Collocation(.classBefore, name, word: first - 1))
      take(Collocation(.kindsClassBefore, place.kinds, name, word: first - 1))
    }
    forEachClass(at: first - 2) { take(Collocation(.classBefore2, $0, word: first - 2)) }
    forEachClass(at: last + 1) { name in
      take(Collocation(.classAfter, name, word: last + 1))
      take(Collocation(.kindsClassAfter, place.kinds, name, word: last + 1))
    }
    forEachClass(at: last + 2) { take(Collocation(.classAfter2, $0, word: last + 2)) }
  }

  @inline(__always)
  private func forEachClass(at word: Int, _ take: (UInt64) -> Void) {
    guard word >= 0, word < article.words.count else { return }
    forEachClass(of: article.classes[word], take)
  }

  @inline(__always)
  private func forEachClass(of classes: WordClasses, _ take: (UInt64) -> Void) {
    var rest = classes.rawValue
    while rest != 0 {
      take(CollocationSigns.classes[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
  }

  // MARK: How they are written

  private func addShapes(_ place: MatchPlace, _ take: (Collocation) -> Void) {
    let (first, last) = (place.match.first, place.match.last)
    let (before, after) = (shape(first - 1), shape(last + 1))
    take(Collocation(.shapeBefore, before, place.shape))
    take(Collocation(.shapeBefore2, shape(first - 2), place.shape))
    take(Collocation(.shapeAfter, after, place.shape))
    take(Collocation(.shapeAfter2, shape(last + 2), place.shape))
    take(Collocation(.shapes, before, place.shape, after))
    let (signBefore, signAfter) = (CollocationSigns.sign(before: first, in: article), CollocationSigns.sign(before: last + 1, in: article))
    take(Collocation(.signBefore, signBefore, before, place.shape))
    take(Collocation(.signAfter, signAfter, after, place.shape))
    take(Collocation(.signs, signBefore, signAfter, place.kinds))
  }

  // MARK: Its sentence and surroundings

  private func addSentence(_ place: MatchPlace, _ take: (Collocation) -> Void) {
    let match = place.match
    let sentence = max(Int(match.sentenceStart), match.first - Self.sentenceReach)..<min(Int(match.sentenceEnd), match.last + 1 + Self.sentenceReach)
    var classes: WordClasses = []
    forEachWord(around: match, within: sentence) { word in
      classes.formUnion(article.classes[word])
      if article.words[word].end - article.words[word].start >= Self.sentenceWord {
        take(Collocation(.inSentence, article.words[word].hash, word: word))
      }
    }
    forEachClass(of: classes) { take(Collocation(.classInSentence, place.kinds, $0)) }
    var around: WordClasses = []
    forEachWord(around: match, within: self.around(match)) { around.formUnion(article.classes[$0]) }
    forEachClass(of: around) { take(Collocation(.classAround, $0)) }
  }

  private func around(_ match: Match) -> Range<Int> {
    max(0, match.first - Self.aroundReach)..<min(article.words.count, match.last + 1 + Self.aroundReach)
  }

  @inline(__always)
  private func forEachWord(around match: Match, within range: Range<Int>, _ take: (Int) -> Void) {
    for word in range.lowerBound..<match.first { take(word) }
    for word in match.last + 1..<max(match.last + 1, range.upperBound) { take(word) }
  }
}
