/// A place in an article that names an entity.
public struct Mention: Hashable, Sendable {
  /// The span in Unicode scalars of the raw file, end exclusive.
  public var start: Int
  public var end: Int
  /// The bytes of the visible text, end exclusive.
  public var visible: Range<Int>
  /// The raw text of the span, as written, markup inside included.
  public var text: String
  /// The id of the entity.
  public var entity: String
  /// How sure it is, from 0 to 1; a mention has at least 0.5.
  public var score: Double
  /// Whether another answer, another entity or none, was nearly as good.
  public var isUncertain: Bool
  /// What spoke for and against it, with weights in hundredths, in the order in which it was weighed; a part of the reasons of all
  /// mentions of the article.
  public var why: ArraySlice<Reason>
  /// The other entities that the form could mean, the nearest first.
  public var rivals: [Rival]

  /// A mention that a person decided about.
  public init(decided entity: String, _ range: Range<Int>, visible: Range<Int>, text: String) {
    start = range.lowerBound
    end = range.upperBound
    self.visible = visible
    self.text = text
    self.entity = entity
    score = 1
    isUncertain = false
    why = [Reason(cue: .reviewed, weight: 100)]
    rivals = []
  }

  init(
    start: Int, end: Int, visible: Range<Int>, text: String, entity: String, score: Double, isUncertain: Bool,
    why: ArraySlice<Reason>, rivals: [Rival]
  ) {
    self.start = start
    self.end = end
    self.visible = visible
    self.text = text
    self.entity = entity
    self.score = score
    self.isUncertain = isUncertain
    self.why = why
    self.rivals = rivals
  }

  /// A cue that fired and its weight.
  public struct Reason: Hashable, Sendable {
    public var cue: Cue
    private var hundredths: Int32
    public var weight: Int { Int(hundredths) }

    init(cue: Cue, weight: Int) {
      self.cue = cue
      hundredths = Int32(clamping: weight)
    }
  }

  /// An entity that lost, and by how many hundredths.
  public struct Rival: Hashable, Sendable {
    public var entity: String
    public var margin: Int
  }
}
