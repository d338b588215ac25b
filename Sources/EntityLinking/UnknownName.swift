import ArticleText
import GraphModel

/// Words that look like a name of something which no catalogue entry names: a run of capitalised words, or a code such as
/// "EV6".
public struct UnknownName: Hashable, Sendable {
  /// The span in Unicode scalars of the raw file, end exclusive.
  public var start: Int
  public var end: Int
  /// The raw text of the span.
  public var text: String
  /// The text folded, by which occurrences meet.
  public var folded: String
  /// Whether letters and digits make it look like a model or a part.
  public var isCode: Bool
  /// The sentence around it, in Unicode scalars.
  public var sentence: Range<Int>
}

/// Finds the names in an article that no mention covers.
struct UnknownNameSearch {
  let decision: Decision
  private let article: Article
  private let cues: CompiledCues
  /// For each word, whether a mention covers it.
  private let isCovered: [Bool]
  /// The words that have a capital where no sentence begins, and those that are written small.
  private let capitalInside: Set<UInt64>
  private let small: Set<UInt64>

  /// The longest name, in words, and how many words of a sentence are given on each side of it.
  private static let limit = 5
  private static let reach = 60

  init(_ decision: Decision) {
    self.decision = decision
    article = decision.article
    cues = decision.cues
    var covered = [Bool](filledWith: false, count: decision.article.words.count)
    for (position, match) in decision.matches.enumerated() where decision.isMention(position) {
      for word in match.first...match.last { covered[word] = true }
    }
    isCovered = covered
    let article = decision.article
    small = Set(article.words.lazy.filter { $0.shape == .lower }.map(\.hash))
    capitalInside = Set(
      article.words.indices.lazy.filter {
        article.words[$0].shape == .capitalised && !article.startsSentence($0) && !article.followsDash($0)
      }.map { article.words[$0].hash })
  }

  /// The names from first to last. Cost: linear.
  func names() -> [UnknownName] {
    var names: [UnknownName] = []
    var word = 0
    while word < article.words.count {
      let last = end(ofRunFrom: word)
      if last >= word, let name = name(word, last) { names.append(name) }
      word = max(word, last) + 1
    }
    return names
  }

  /// The last word of the run of name-like words that begins at a word; before it where none does.
  private func end(ofRunFrom first: Int) -> Int {
    guard isNameLike(first), !cues.classes(of: article.words[first].hash).contains(.function) else { return first - 1 }
    var last = first
    while last + 1 < article.words.count, last - first + 1 < Self.limit {
      let next = article.words[last + 1]
      if next.gap == .space || next.gap == .hyphen, isNameLike(last + 1), !isFunction(last + 1) {
        last += 1
      } else if next.gap == .space, isLink(last + 1), last + 2 < article.words.count,
        article.words[last + 2].gap.isSubset(of: [.space, .apostrophe]), isNameLike(last + 2), last - first + 2 < Self.limit
      {
        last += 2
      } else {
        break
      }
    }
    return last
  }

  private func isFunction(_ word: Int) -> Bool { article.classes[word].contains(.function) }

  /// "de" and "of" within a name.
  private func isLink(_ word: Int) -> Bool {
    article.words[word].shape == .lower && article.classes[word].contains(.about)
  }

  private func isNameLike(_ word: Int) -> Bool {
    guard !isCovered[word], !article.inCapitalLine[word] else { return false }
    switch article.words[word].shape {
    case .capitalised, .capitals, .mixed: return article.words[word].end - article.words[word].start > 1
    case .lower, .number, .caseless: return false
    }
  }

  private func name(_ first: Int, _ last: Int) -> UnknownName? {
    var first = first
    if article.startsSentence(first) || article.followsDash(first), !isCode(first) {
      guard isKnownAsName(first) || last > first && isNoWord(first) else {
        guard last > first else { return nil }
        first += 1
        return isLink(first) ? nil : name(first, last)
      }
    }
    let isSingle = first == last
    let classes = article.classes[first]
    if isSingle, !classes.isDisjoint(with: Self.noNames) || isWordElsewhere(first) || Self.leading.contains(article.words[first].hash) { return nil }
    if article.isInTitle(first) { return nil }
    let visible = article.span(from: first, to: last)
    let span = article.text.scalars(of: visible)
    return UnknownName(
      start: span.lowerBound, end: span.upperBound, text: article.text.rawText(of: visible),
      folded: Folding.words(of: String(decoding: article.text.bytes[visible], as: UTF8.self)).joined(separator: " "),
      isCode: (first...last).contains(where: isCode), sentence: sentence(around: first))
  }

  /// What a single word with a capital is, if it is no name of something.
  private static let noNames: WordClasses = [
    WordClasses(.givenName), WordClasses(.title), WordClasses(.unit), WordClasses(.capitalWord), WordClasses(.role), WordClasses(.copula),
    WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.determiner), WordClasses(.conjunction),
  ]

  /// "Vortexa Dynamics recrute": whether a word at the start of a sentence, right before more of a name, is of no class and none that stands
  /// before names.
  private func isNoWord(_ word: Int) -> Bool {
    article.words[word + 1].gap == .space && article.words[word + 1].shape != .mixed && cues.classes(of: article.words[word].hash).isEmpty
      && !isWordElsewhere(word) && !Self.leading.contains(article.words[word].hash)
  }

  private static let leading = WordSet([
    "lorsqu", "grace", "suite", "fin", "debut", "quant", "rue", "place", "madame", "monsieur", "parmi", "former", "dear", "bravo", "once", "also",
    "neither", "suis", "earlier",
  ])

  /// Whether a word at the start of a sentence is written as a name elsewhere, or is followed by more of a name.
  private func isKnownAsName(_ word: Int) -> Bool {
    let classes = article.classes[word]
    guard classes.isDisjoint(with: [WordClasses(.function), WordClasses(.determiner), WordClasses(.title)]) else { return false }
    if classes.contains(.givenName) { return true }
    return capitalInside.contains(article.words[word].hash)
  }

  private func isWordElsewhere(_ word: Int) -> Bool { small.contains(article.words[word].hash) }

  /// Letters and digits in a word that begins with a capital or a digit.
  private func isCode(_ word: Int) -> Bool {
    let bytes = article.text.bytes[article.words[word].start..<article.words[word].end]
    return bytes.contains { $0 >= 0x30 && $0 <= 0x39 } && bytes.contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  private func sentence(around word: Int) -> Range<Int> {
    var (low, high) = (word, word)
    while low > 0, word - low < Self.reach, article.sentenceOf[low - 1] == article.sentenceOf[word] { low -= 1 }
    while high + 1 < article.words.count, high - word < Self.reach,
      article.sentenceOf[high + 1] == article.sentenceOf[word]
    {
      high += 1
    }
    return article.text.scalars(of: article.span(from: low, to: high))
  }
}
