/// What the files say about the words that linking goes by. Which classes and cues there are is not known here.
public struct CueRecords: Sendable {
  /// Whether the table that comes with the program lies under this one.
  public var extendsBuiltIn = false
  public var weights: [Weight] = []
  public var classes: [Words] = []
  public var forms: [Form] = []
  public var predicates: [Predicate] = []

  public init() {}

  public var isEmpty: Bool { weights.isEmpty && classes.isEmpty && forms.isEmpty }

  /// The weight of one cue.
  public struct Weight: Sendable {
    public var file: String
    public var cue: Spanned<String>
    public var value: Int
  }

  /// The words of one class.
  public struct Words: Sendable {
    public var file: String
    public var name: Spanned<String>
    public var words: [Spanned<String>]
  }

  /// Words that speak for or against one form.
  public struct Form: Sendable {
    public var file: String
    public var form: Spanned<String>
    public var before: [Spanned<String>]
    public var after: [Spanned<String>]
    public var near: [Spanned<String>]
    /// In hundredths; nil where the file gives none.
    public var weight: Int?
    public var language: Language?
  }

  /// Words between two names that suggest a relation.
  public struct Predicate: Sendable {
    public var file: String
    public var predicate: Spanned<String>
    /// The subject comes first.
    public var words: [Spanned<String>]
    /// The object comes first.
    public var passive: [Spanned<String>]
    /// The subject comes first, and it is not so yet.
    public var planned: [Spanned<String>]
  }

  /// The language that the text around a form must have.
  public enum Language: String, CaseIterable, Sendable {
    case fr, en
  }
}
