/// Which entities an article names for sure, by sentence, paragraph and article, and whether those tied to one are near.
struct Neighbourhood {
  private let catalogue: Catalogue
  private var inSentence: [Int32: Set<Int>] = [:]
  private var inParagraph: [Int32: Set<Int>] = [:]
  private var inArticle: Set<Int> = []
  /// The entities named by a form that can mean nothing else.
  private var namedAlone: Set<Int> = []
  private var namedAloneInParagraph: [Int32: Set<Int>] = [:]
  private var answers: [Question: Nearness] = [:]

  private struct Question: Hashable {
    var entity: Int
    var sentence: Int32
  }

  enum Nearness { case sentence, paragraph, article, none }

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  mutating func add(_ entity: Int, sentence: Int32, paragraph: Int32, alone: Bool) {
    if alone {
      namedAlone.insert(entity)
      namedAloneInParagraph[paragraph, default: []].insert(entity)
    }
    inSentence[sentence, default: []].insert(entity)
    inParagraph[paragraph, default: []].insert(entity)
    inArticle.insert(entity)
  }

  /// Makes later questions be answered anew.
  mutating func forgetAnswers() { answers = [:] }

  /// Where the nearest entity that is tied to `entity` is named. Cost: the number of ties, once for each sentence.
  mutating func nearness(of entity: Int, sentence: Int32, paragraph: Int32) -> Nearness {
    let question = Question(entity: entity, sentence: sentence)
    if let answer = answers[question] { return answer }
    let ties = catalogue.neighbours[entity]
    let answer: Nearness =
      Self.meet(ties, inSentence[sentence])
      ? .sentence
      : Self.meet(ties, inParagraph[paragraph]) ? .paragraph : Self.meet(ties, inArticle) ? .article : .none
    answers[question] = answer
    return answer
  }

  /// Whether the entity is named by a form that can mean nothing else.
  func isNamed(_ entity: Int) -> Bool { namedAlone.contains(entity) }

  func isNamed(_ entity: Int, inParagraph paragraph: Int32) -> Bool {
    namedAloneInParagraph[paragraph]?.contains(entity) ?? false
  }

  private static func meet(_ ties: [Int], _ named: Set<Int>?) -> Bool {
    guard let named, !named.isEmpty else { return false }
    return ties.contains { named.contains($0) }
  }
}
