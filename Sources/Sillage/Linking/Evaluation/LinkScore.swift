/// How well mentions agree with annotations: the figures that papers about entity linking give.
public struct LinkScore: Sendable {
  /// Same span and same entity.
  public internal(set) var strict = Measure()
  /// Same span.
  public internal(set) var span = Measure()
  /// The same entity in overlapping spans, each annotation once.
  public internal(set) var lenient = Measure()
  /// The sets of entities of each article.
  public internal(set) var entities = Measure()
  /// The mean of the strict F1 of the articles.
  public internal(set) var meanF1 = 0.0
  /// By the type of the entity, sorted.
  public internal(set) var types: [(name: String, measure: Measure)] = []
  /// By how the name is written, sorted.
  public internal(set) var kinds: [(name: String, found: Int, all: Int)] = []
  /// Why annotations were missed and why mentions were wrong, the most frequent first.
  public internal(set) var missed: [(kind: String, count: Int)] = []
  public internal(set) var wrong: [(kind: String, count: Int)] = []
  public internal(set) var traps: [(kind: String, hit: Int, all: Int)] = []
  /// Each miss and each wrong mention.
  public internal(set) var examples: [Example] = []
  public internal(set) var articles = 0

  /// Right answers, answers, and annotations.
  public struct Measure: Hashable, Sendable {
    public var right = 0
    public var predicted = 0
    public var gold = 0

    public init(right: Int = 0, predicted: Int = 0, gold: Int = 0) {
      self.right = right
      self.predicted = predicted
      self.gold = gold
    }

    public var precision: Double { predicted > 0 ? Double(right) / Double(predicted) : gold == 0 ? 1 : 0 }
    public var recall: Double { gold > 0 ? Double(right) / Double(gold) : 1 }
    public var f1: Double {
      let sum = precision + recall
      return sum > 0 ? 2 * precision * recall / sum : 0
    }
  }

  /// One disagreement.
  public struct Example: Hashable, Sendable {
    public var article: String
    /// Whether an annotation was missed; else a mention is wrong.
    public var isMiss: Bool
    public var kind: String
    public var range: Range<Int>
    public var text: String
    public var entity: String
    /// What stands there instead, an entity or the kind of a trap.
    public var other: String?
  }

  /// How many traps were hit.
  public var trapsHit: Int { traps.reduce(0) { $0 + $1.hit } }
}
