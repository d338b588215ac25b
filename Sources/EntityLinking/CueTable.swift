/// The knowledge of words that linking uses, as data: the words of each class, the words that speak against a form, and
/// the weight of each cue. Words are folded when the table is compiled, so accents and case are free.
public struct CueTable: Sendable {
  /// The words of each class; an entry of two words is a phrase.
  public var words: [WordClass: [String]]
  /// What says that a form means something that is in no catalogue.
  public var counterWords: [CounterWords]
  /// The weight of each cue, in hundredths of certainty.
  public var weights: [Cue: Int]

  /// Words that speak against one form.
  public struct CounterWords: Sendable, Hashable {
    public var form: String
    /// Right before the form.
    public var before: [String]
    /// Right after it.
    public var after: [String]
    /// In the same sentence, or more weakly in the same paragraph.
    public var near: [String]

    public init(_ form: String, before: [String] = [], after: [String] = [], near: [String] = []) {
      self.form = form
      self.before = before
      self.after = after
      self.near = near
    }
  }

  public init(words: [WordClass: [String]], counterWords: [CounterWords], weights: [Cue: Int]) {
    self.words = words
    self.counterWords = counterWords
    self.weights = weights
  }

  /// The table that comes with the program, for French and English articles about carmakers.
  public static let standard = CueTable(
    words: standardWords, counterWords: standardCounterWords, weights: standardWeights)

  /// Splits a text at blanks, or at commas where it has any.
  static func list(_ text: String) -> [String] {
    let byComma = text.contains(",")
    return text.split(whereSeparator: { byComma ? $0 == "," || $0 == "\n" : $0 == " " || $0 == "\n" }).map(String.init)
  }
}

/// A cue table with its words as hashes.
struct CompiledCues: Sendable {
  private let classes: WordMap<WordClasses>
  private let phrases: [UInt64: WordClasses]
  private let counters: [UInt64: [Counter]]
  let weights: CueWeights

  /// For one word, the forms that it speaks against.
  struct Counter: Sendable {
    var form: UInt64
    var place: Place
    enum Place: Sendable { case before, after, near }
  }

  init(_ table: CueTable) {
    weights = CueWeights(table.weights)
    var classes: [UInt64: WordClasses] = [:]
    var phrases: [UInt64: WordClasses] = [:]
    var counters: [UInt64: [Counter]] = [:]
    for (wordClass, words) in table.words {
      for text in words {
        let folded = Folding.words(of: text).map(WordHash.of)
        if folded.count == 1 {
          classes[folded[0], default: []].formUnion(WordClasses(wordClass))
        } else if folded.count == 2 {
          phrases[Self.pair(folded[0], folded[1]), default: []].formUnion(WordClasses(wordClass))
          classes[folded[0], default: []].formUnion(.beginsPhrase)
        }
      }
    }
    for counter in table.counterWords {
      let form = WordHash.of(Folding.words(of: counter.form).joined())
      for (place, words) in [
        (Counter.Place.before, counter.before), (.after, counter.after), (.near, counter.near),
      ] {
        for word in words {
          let hash = WordHash.of(Folding.words(of: word).joined())
          counters[hash, default: []].append(Counter(form: form, place: place))
          classes[hash, default: []].formUnion(.isCounterWord)
        }
      }
    }
    self.classes = WordMap(classes, nothing: [])
    self.phrases = phrases
    self.counters = counters
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 31 ^ second }

  /// The classes of a word, with ``WordClasses/beginsPhrase`` and ``WordClasses/isCounterWord`` where they hold.
  @inline(__always)
  func classes(of word: UInt64) -> WordClasses { classes[word] }

  func classes(of first: UInt64, _ second: UInt64) -> WordClasses { phrases[Self.pair(first, second)] ?? [] }

  func counters(of word: UInt64) -> [Counter] { counters[word] ?? [] }
}
