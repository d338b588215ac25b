/// Compares mentions with annotations, article by article.
struct LinkScoring {
  private var score = LinkScore()
  private var types: [String: LinkScore.Measure] = [:]
  private var kinds: [String: (found: Int, all: Int)] = [:]
  private var missed = Tally()
  private var wrong = Tally()
  private var traps: [String: (hit: Int, all: Int)] = [:]
  private var f1: [Double] = []
  private let typeOf: (String) -> String?

  /// A mention to be judged.
  private typealias Guess = GoldArticle.Mark

  init(typeOf: @escaping (String) -> String?) { self.typeOf = typeOf }

  mutating func add(_ article: GoldArticle, _ mentions: [MentionReport]) {
    let guesses = mentions.map { Guess(range: $0.offsets, text: $0.text, value: $0.entity.id, kind: "") }
    let right = judge(guesses, article)
    addMisses(guesses, article)
    addTraps(guesses, article)
    score.lenient.right += Self.lenient(guesses, article.mentions)
    let (found, wanted) = (Set(guesses.map(\.value)), Set(article.mentions.map(\.value)))
    score.entities.right += found.intersection(wanted).count
    score.entities.predicted += found.count
    score.entities.gold += wanted.count
    score.articles += 1
    f1.append(LinkScore.Measure(right: right, predicted: guesses.count, gold: article.mentions.count).f1)
  }

  /// The figures of all articles.
  func result() -> LinkScore {
    var score = score
    for path in [\LinkScore.span, \LinkScore.lenient] {
      score[keyPath: path].predicted = score.strict.predicted
      score[keyPath: path].gold = score.strict.gold
    }
    score.meanF1 = f1.isEmpty ? 0 : f1.reduce(0, +) / Double(f1.count)
    score.types = types.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    score.kinds = kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value.found, $0.value.all) }
    score.traps = traps.sorted { $0.key < $1.key }.map { ($0.key, $0.value.hit, $0.value.all) }
    (score.missed, score.wrong) = (missed.sorted, wrong.sorted)
    return score
  }

  /// Judges each mention by itself; gives how many are right.
  private mutating func judge(_ guesses: [Guess], _ article: GoldArticle) -> Int {
    score.strict.predicted += guesses.count
    score.strict.gold += article.mentions.count
    let gold = Set(article.mentions.map(Place.init))
    let spans = Set(article.mentions.map(\.range))
    var (hit, seen, hitSpans): (Set<Place>, Set<Place>, Set<Range<Int>>) = ([], [], [])
    for guess in guesses {
      let place = Place(guess)
      let type = typeOf(guess.value) ?? "?"
      types[type, default: .init()].predicted += 1
      if spans.contains(guess.range), hitSpans.insert(guess.range).inserted { score.span.right += 1 }
      if gold.contains(place), hit.insert(place).inserted {
        types[type, default: .init()].right += 1
      } else if seen.contains(place) {
        wrong.add("duplicate")
      } else {
        addWrong(guess, article, isSpan: spans.contains(guess.range))
      }
      seen.insert(place)
    }
    score.strict.right += hit.count
    return hit.count
  }

  private mutating func addWrong(_ guess: Guess, _ article: GoldArticle, isSpan: Bool) {
    let others = article.mentions.filter { $0.range.overlaps(guess.range) }
    let trap = article.traps.first { $0.range.overlaps(guess.range) }
    let kind =
      isSpan
      ? "wrong-entity"
      : others.contains { $0.value == guess.value }
        ? "boundary" : !others.isEmpty ? "wrong-both" : trap.map { "trap:" + $0.value } ?? "spurious"
    wrong.add(kind)
    score.examples.append(
      LinkScore.Example(
        article: article.name, isMiss: false, kind: kind, range: guess.range, text: guess.text, entity: guess.value,
        other: others.first?.value ?? trap?.value))
  }

  private mutating func addMisses(_ guesses: [Guess], _ article: GoldArticle) {
    let found = Set(guesses.map(Place.init))
    for mark in article.mentions {
      let isFound = found.contains(Place(mark))
      types[typeOf(mark.value) ?? "?", default: .init()].gold += 1
      kinds[mark.kind, default: (0, 0)].all += 1
      if isFound {
        kinds[mark.kind, default: (0, 0)].found += 1
        continue
      }
      let others = guesses.filter { $0.range.overlaps(mark.range) }
      let kind =
        others.contains { $0.range == mark.range }
        ? "wrong-entity"
        : others.contains { $0.value == mark.value } ? "boundary" : others.isEmpty ? "missed" : "wrong-both"
      missed.add(kind)
      score.examples.append(
        LinkScore.Example(
          article: article.name, isMiss: true, kind: kind, range: mark.range, text: mark.text, entity: mark.value,
          other: others.first?.value))
    }
  }

  private mutating func addTraps(_ guesses: [Guess], _ article: GoldArticle) {
    for trap in article.traps {
      traps[trap.value, default: (0, 0)].all += 1
      if guesses.contains(where: { $0.range.overlaps(trap.range) }) { traps[trap.value, default: (0, 0)].hit += 1 }
    }
  }

  /// How many annotations can be given a mention of the same entity that overlaps, the largest overlap first.
  private static func lenient(_ guesses: [Guess], _ gold: [GoldArticle.Mark]) -> Int {
    var pairs: [(overlap: Int, gold: Int, guess: Int)] = []
    for (i, mark) in gold.enumerated() {
      for (j, guess) in guesses.enumerated() where guess.value == mark.value && guess.range.overlaps(mark.range) {
        pairs.append((guess.range.clamped(to: mark.range).count, i, j))
      }
    }
    pairs.sort { ($1.overlap, $0.gold, $0.guess) < ($0.overlap, $1.gold, $1.guess) }
    var (usedGold, usedGuesses): (Set<Int>, Set<Int>) = ([], [])
    for pair in pairs where !usedGold.contains(pair.gold) && !usedGuesses.contains(pair.guess) {
      usedGold.insert(pair.gold)
      usedGuesses.insert(pair.guess)
    }
    return usedGold.count
  }

  private struct Place: Hashable {
    var range: Range<Int>
    var entity: String

    init(_ mark: GoldArticle.Mark) {
      range = mark.range
      entity = mark.value
    }
  }

  /// Counts words, in the order in which they came.
  private struct Tally {
    private var counts: [(kind: String, count: Int)] = []

    mutating func add(_ kind: String) {
      if let index = counts.firstIndex(where: { $0.kind == kind }) {
        counts[index].count += 1
      } else {
        counts.append((kind, 1))
      }
    }

    /// The most frequent first.
    var sorted: [(kind: String, count: Int)] {
      counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
  }
}

extension ArticleLinker {
  /// Links annotated articles and compares. Cost: that of linking them.
  public func score(_ articles: [GoldArticle]) throws(SillageError) -> LinkScore {
    var scoring = LinkScoring { self.names[$0]?.types.first }
    for article in articles { scoring.add(article, try link(article.bytes, document: article.name + ".txt").mentions) }
    return scoring.result()
  }
}
