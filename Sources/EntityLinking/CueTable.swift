/// The knowledge of words that linking uses, as data: the words of each class, the words that speak for or against one form,
/// and the weight of each cue. Words are folded when the table is compiled, so accents and case are free.
public struct CueTable: Sendable {
  /// The words of each class; an entry of two words is a phrase.
  public var words: [WordClass: [String]]
  public var formCues: [FormCue]
  public var weights: CueWeights

  /// Words that speak for or against one form being a mention.
  public struct FormCue: Sendable, Hashable {
    /// One word or two, as names write it.
    public var form: String
    /// Right before the form.
    public var before: [String]
    /// Right after it.
    public var after: [String]
    /// In the same sentence, or more weakly in the same paragraph.
    public var near: [String]
    /// In hundredths of certainty; below zero it speaks against the form.
    public var weight: Int
    /// The language that the text must have; nil for any.
    public var language: ArticleLanguage?

    /// What a cue weighs where the table does not say.
    public static let usualWeight = -60

    public init(
      _ form: String, before: [String] = [], after: [String] = [], near: [String] = [], weight: Int = Self.usualWeight,
      language: ArticleLanguage? = nil
    ) {
      self.form = form
      self.before = before
      self.after = after
      self.near = near
      self.weight = weight
      self.language = language
    }
  }

  public init(words: [WordClass: [String]], formCues: [FormCue], weights: CueWeights) {
    self.words = words
    self.formCues = formCues
    self.weights = weights
  }

  /// This table with another laid over it: its words and form cues are added, its weights replace those here.
  public func adding(_ other: CueTable, weights changed: [Cue]) -> CueTable {
    var sum = self
    sum.words.merge(other.words) { $0 + $1 }
    sum.formCues += other.formCues
    for cue in changed { sum.weights[cue] = other.weights[cue] }
    return sum
  }
}

/// A cue table with its words as hashes.
struct CompiledCues: Sendable {
  private let classes: WordMap<WordClasses>
  private let phrases: WordMap<WordClasses>
  /// For words and phrases, where their cues stand in `formCues`.
  private let formCuesOf: WordMap<CuesOfWord>
  let formCues: [FormCue]
  /// The forms that cues are listed for, numbered from 0.
  private let formNumbers: WordMap<Int32>
  let formCount: Int
  let weights: CueWeights

  /// The cues of a word or phrase, and the marks of their forms, see ``mark(ofForm:)``.
  struct CuesOfWord {
    var range: Range<Int32>
    var forms: UInt64
  }

  /// For one word or phrase, a form that it says something of.
  struct FormCue: Sendable {
    /// Its number, see ``CompiledCues/number(ofForm:)``.
    var form: Int
    var place: Place
    var weight: Int32
    var language: ArticleLanguage?
    enum Place: Sendable { case before, after, near }
  }

  init(_ table: CueTable) {
    weights = table.weights
    var classes: [UInt64: WordClasses] = [:]
    var phrases: [UInt64: WordClasses] = [:]
    var formCues: [UInt64: [FormCue]] = [:]
    var formNumbers: [UInt64: Int32] = [:]
    var hasher = WordHasher()
    for (wordClass, words) in table.words {
      for text in words {
        hasher.read(text)
        guard let first = hasher.hashes.first, hasher.hashes.count <= 2 else { continue }
        if hasher.hashes.count == 1 {
          classes[first, default: []].formUnion(WordClasses(wordClass))
        } else {
          phrases[WordHash.pair(first, hasher.hashes[1]), default: []].formUnion(WordClasses(wordClass))
          classes[first, default: []].formUnion(.beginsPhrase)
        }
      }
    }
    for cue in table.formCues {
      let hash = hasher.hash(ofWhole: cue.form)
      let form = Int(formNumbers[hash] ?? Int32(formNumbers.count))
      formNumbers[hash] = Int32(form)
      for (place, words) in [(FormCue.Place.before, cue.before), (.after, cue.after), (.near, cue.near)] {
        for word in words {
          hasher.read(word)
          let folded = hasher.hashes
          guard let first = folded.first, folded.count <= 2 else { continue }
          let key = folded.count == 1 ? first : WordHash.pair(first, folded[1])
          formCues[key, default: []].append(
            FormCue(form: form, place: place, weight: Int32(clamping: cue.weight), language: cue.language))
          classes[first, default: []].formUnion(folded.count == 1 ? .isFormCue : .beginsFormCue)
        }
      }
    }
    self.classes = WordMap(classes, nothing: [])
    self.phrases = WordMap(phrases, nothing: [])
    var flat: [FormCue] = []
    formCuesOf = WordMap(
      formCues.mapValues { cues in
        flat += cues
        return CuesOfWord(
          range: Int32(flat.count - cues.count)..<Int32(flat.count), forms: cues.reduce(0) { $0 | Self.mark(ofForm: $1.form) })
      }, nothing: CuesOfWord(range: 0..<0, forms: 0))
    self.formCues = flat
    formCount = formNumbers.count
    self.formNumbers = WordMap(formNumbers, nothing: -1)
  }

  /// The classes of a word, with ``WordClasses/marks`` where they hold.
  @inline(__always)
  func classes(of word: UInt64) -> WordClasses { classes[word] }

  /// The same of all words of an article.
  func classes(of words: [Word]) -> [WordClasses] { classes.values(count: words.count) { words[$0].hash } }

  func classes(of first: UInt64, _ second: UInt64) -> WordClasses { phrases[WordHash.pair(first, second)] }

  /// Where the cues of words, or of the ``WordHash/pair(_:_:)`` of phrases, stand among ``formCues``, and the marks of their forms.
  func formCues(of hashes: [UInt64]) -> [CuesOfWord] { formCuesOf.values(count: hashes.count) { hashes[$0] } }

  /// A bit for a form by its number; several forms have the same.
  static func mark(ofForm number: Int) -> UInt64 { 1 << UInt64(number & 63) }

  /// The number of a form that cues are listed for, by the hash of its letters; nil for others.
  func number(ofForm hash: UInt64) -> Int? {
    let number = formNumbers[hash]
    return number < 0 ? nil : Int(number)
  }
}
