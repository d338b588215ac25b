import ArticleText
import GraphModel

/// Where an article has words that speak for or against a form.
struct FormCueScopes: Sendable {
  /// The words of the cues, by the form that they are listed for, those of a form in the order of the text.
  private var hits: [Hit] = []
  /// For each form of the article where its own begin, and where the last ends.
  private var starts: [Int32] = []
  /// For each form that cues are listed for, its number among those of the article, or -1.
  private var numbers: [Int32]
  private let cues: CompiledCues

  /// A word or a phrase that speaks for or against a form.
  private struct Hit {
    /// The first word.
    var word: Int32
    /// Which of the cues it is, twice, and one more for a phrase of two words.
    private let cueAndLength: Int32

    @inline(__always)
    init(word: Int, cue: Int, isPhrase: Bool) {
      self.word = Int32(truncatingIfNeeded: word)
      cueAndLength = Int32(truncatingIfNeeded: cue &* 2 &+ (isPhrase ? 1 : 0))
    }

    /// Its place in ``CompiledCues/formCues``.
    @inline(__always)
    var cue: Int { Int(cueAndLength &>> 1) }
    @inline(__always)
    var length: Int { Int(cueAndLength & 1) &+ 1 }
  }

  /// The nearest word on one side.
  private struct Nearest {
    var distance: Int
    var weight: Int32
    var word: Int32
  }

  /// How many words off a cue still counts in full, and how far off one in another sentence counts as.
  private static let nearby = 10
  private static let otherSentence = 1_000

  /// Finds the words for some forms, by their hashes. Cost: the words that are cues, and for each the forms that it is one for.
  init(_ article: Article, forms: [UInt64], cues: CompiledCues) {
    self.cues = cues
    numbers = Array(filledWith: -1, count: cues.formCount)
    var (marks, count): (UInt64, Int32) = (0, 0)
    for form in forms {
      guard let number = cues.number(ofForm: form), numbers[number] < 0 else { continue }
      numbers[number] = count
      count += 1
      marks |= CompiledCues.mark(ofForm: number)
    }
    guard count > 0 else { return }
    starts = Array(filledWith: 0, count: Int(count) + 1)
    let (words, parts, formsFrom) = (article.words, cues.partsOfWords, cues.formsFromWords)
    var found: [Hit] = []
    found.reserveCapacity(article.speaking.count)
    var known = KnownCues()
    for place in article.speaking where formsFrom[words[Int(place)].number] & marks != 0 {
      let (position, word) = (Int(place), words[Int(place)])
      for at in known.places(ofWord: word.number, cues, numbers) { found.append(Hit(word: position, cue: Int(known.cues[at]), isPhrase: false)) }
      guard position + 1 < words.count, parts[word.number].contains(.first) else { continue }
      add(cues.cues(ofPhrase: cues.number(of: word.hash, words[position + 1].hash)), ofPhraseAt: position, to: &found)
    }
    put(found)
  }

  /// The cues of words that are about forms of the article, so that those of a word that stands there again and again are not gone through again
  /// and again.
  private struct KnownCues {
    /// Those of the words looked up so far, one word behind the other.
    private(set) var cues: [Int32] = []
    /// By the last bits of its number, where the cues of the word stand that was looked up last.
    private var words = InlineArray<64, (number: Int32, start: Int32, end: Int32)>(repeating: (-1, 0, 0))

    /// Where the cues of a word stand.
    @inline(__always)
    mutating func places(ofWord number: Int, _ all: CompiledCues, _ forms: [Int32]) -> Range<Int> {
      let slot = number & 63
      if Int(words[slot].number) != number { find(number, slot, all, forms) }
      return Int(words[slot].start)..<Int(words[slot].end)
    }

    private mutating func find(_ number: Int, _ slot: Int, _ all: CompiledCues, _ forms: [Int32]) {
      let (own, listed, start) = (all.cues(ofWord: number), all.formCues, cues.count)
      for cue in Int(own.start)..<Int(own.end) where forms[listed[cue].form] >= 0 { cues.append(Int32(truncatingIfNeeded: cue)) }
      words[slot] = (Int32(truncatingIfNeeded: number), Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: cues.count))
    }
  }

  /// Adds those of the cues of a phrase that are about forms of the article.
  private func add(_ own: CompiledCues.CuesOfWord, ofPhraseAt word: Int, to found: inout [Hit]) {
    for cue in Int(own.start)..<Int(own.end) where numbers[cues.formCues[cue].form] >= 0 {
      found.append(Hit(word: word, cue: cue, isPhrase: true))
    }
  }

  /// Puts the words of each form together.
  private mutating func put(_ found: [Hit]) {
    guard let first = found.first else { return }
    Self.sum(found, cues, numbers, &starts)
    hits = Array(filledWith: first, count: found.count)
    Self.put(found, cues, numbers, starts, &hits)
  }

  /// Where the words of each form begin.
  private static func sum(_ found: [Hit], _ cues: CompiledCues, _ numbers: [Int32], _ starts: inout [Int32]) {
    var starts = starts.mutableSpan
    for hit in found { starts[Int(numbers[cues.formCues[hit.cue].form]) + 1] += 1 }
    for form in 1..<starts.count { starts[form] += starts[form - 1] }
  }

  private static func put(_ found: [Hit], _ cues: CompiledCues, _ numbers: [Int32], _ starts: [Int32], _ hits: inout [Hit]) {
    var starts = starts
    var next = starts.mutableSpan
    var hits = hits.mutableSpan
    for hit in found {
      let form = Int(numbers[cues.formCues[hit.cue].form])
      hits[Int(next[form])] = hit
      next[form] += 1
    }
  }

  /// Adds the nearest word against a form and the nearest for it, of two as near the weightier; only the one in the sentence
  /// where the other is out of it. Cost: a search among the words listed for the form.
  /// - Parameter isThing: whether an article makes a thing of what else is somebody's name, so that only words right beside it, and those of more
  ///   than the usual weight, speak against it.
  func add(to sum: inout Weighing, _ form: UInt64, _ match: Match, _ article: Article, _ language: ArticleLanguage, isThing: Bool) {
    guard let listed = cues.number(ofForm: form), numbers[listed] >= 0 else { return }
    let number = Int(numbers[listed])
    guard starts[number] < starts[number + 1] else { return }
    let hits = hits[Int(starts[number])..<Int(starts[number + 1])]
    var best = InlineArray<2, Nearest?>(repeating: nil)
    for hit in around(match.first, hits) {
      let cue = cues.formCues[hit.cue]
      guard cue.language == nil || cue.language == language else { continue }
      if isThing, cue.place == .near, (CueTable.FormCue.usualWeight..<0).contains(Int(cue.weight)) { continue }
      if cue.place == .near, cue.weight < 0, !match.isLower, isOfWord(hit, match, article) { continue }
      guard let distance = distance(hit, cue.place, match, article) else { continue }
      let side = cue.weight < 0 ? 0 : 1
      if let other = best[side], (other.distance, -abs(other.weight)) <= (distance, -abs(cue.weight)) { continue }
      best[side] = Nearest(distance: distance, weight: cue.weight, word: hit.word)
    }
    if let against = best[0], let speaking = best[1] {
      let isAgainstFar = against.distance >= Self.otherSentence
      if isAgainstFar != (speaking.distance >= Self.otherSentence) { best[isAgainstFar ? 0 : 1] = nil }
    }
    for side in best.indices {
      guard let nearest = best[side] else { continue }
      let isFar = nearest.distance > Self.nearby
      let weight = isFar ? Int(nearest.weight) * 2 / 3 : Int(nearest.weight)
      let cue: Cue = nearest.weight > 0 ? .listedFor : isFar ? .listedAgainstFarther : .listedAgainst
      sum.add(cue, weight: weight, at: Int(nearest.word))
    }
  }

  /// A few words before a place and a few after it, by search.
  private func around(_ place: Int, _ hits: ArraySlice<Hit>) -> ArraySlice<Hit> {
    var (low, high) = (hits.startIndex, hits.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if Int(hits[middle].word) < place { low = middle + 1 } else { high = middle }
    }
    return hits[max(hits.startIndex, low - 6)..<min(hits.endIndex, low + 6)]
  }

  /// How far off a word counts as; nil where it says nothing about the match.
  private func distance(_ hit: Hit, _ place: CompiledCues.FormCue.Place, _ match: Match, _ article: Article) -> Int? {
    let (word, end) = (Int(hit.word), Int(hit.word) + hit.length)
    switch place {
    case .before: return end == match.first && areBeside(match.first, article) ? 0 : nil
    case .after: return word == match.last + 1 && areBeside(word, article) && !isStranded(word, article) ? 0 : nil
    case .near:
      guard article.paragraphOf[word] == article.paragraphOf[match.first], word < match.first || word > match.last else {
        return nil
      }
      guard article.sentenceOf[word] == article.sentenceOf[match.first] else { return Self.otherSentence }
      return word < match.first ? match.first - word : word - match.last
    }
  }

  /// "has the Seal, but the rubber seal leaks": what stands beside the same word in small letters is said of that word.
  private func isOfWord(_ hit: Hit, _ match: Match, _ article: Article) -> Bool {
    guard match.first == match.last else { return false }
    let (start, end) = (Int(hit.word), Int(hit.word) + hit.length)
    return (max(0, start - Self.beside)..<min(article.words.count, end + Self.beside)).contains { word in
      word != match.first && article.words[word].hash == article.words[match.first].hash && article.words[word].shape == .lower
        && article.sentenceOf[word] == article.sentenceOf[start]
    }
  }

  /// How many words off.
  private static let beside = 4

  /// "What was it for?": a preposition that ends its sentence.
  private func isStranded(_ word: Int, _ article: Article) -> Bool {
    article.classes[word].contains(.about) && (word + 1 == article.words.count || article.startsSentence(word + 1))
  }

  /// Whether no comma, colon or end of a sentence parts a word from the one before.
  private func areBeside(_ word: Int, _ article: Article) -> Bool {
    let gap = article.words[word].gap
    guard gap.isDisjoint(with: [.sentence, .paragraph, .colon, .item]) else { return false }
    return !gap.contains(.other) || !article.text.bytes[article.words[word - 1].end..<article.words[word].start].contains(0x2C)
  }
}
