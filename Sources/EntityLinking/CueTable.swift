/// The knowledge of words that linking uses, as data: the words of each class, the words that speak for or against one form,
/// and the weight of each cue. Words are folded when the table is compiled, so accents and case are free.
public struct CueTable: Sendable {
  /// The words of each class; an entry of two words is a phrase.
  public var words: [WordClass: [String]]
  public var formCues: [FormCue]
  public var weights: CueWeights
  /// What was learnt of what stands around names.
  public var collocations = Collocations()

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
