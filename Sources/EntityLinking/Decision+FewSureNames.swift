/// What the other names of an article say together: a doubtful one among names that are other things is likely one of them.
extension Decision {
  /// Takes from doubtful mentions that nothing in their sentence speaks for, where few of the names of the article are certain and no
  /// car of the paragraph is, or where no name near is certain in an article that is sure of hardly a car. Cost: linear.
  mutating func weighFewSureNames() {
    guard article.words.count >= Self.wordsOfArticle else { return }
    let asking = matches.indices.filter { isDoubtfulAlone($0) }
    guard !asking.isEmpty else { return }
    let names = SureNames(matches, isSure: { sums[$0].total >= Self.certain }, isVehicle: isVehicle, paragraphOf: { article.paragraphOf[$0.first] })
    for position in asking {
      let match = matches[position]
      let isAmongOthers = names.areFew(besides: match.form) && !names.hasVehicle(article.paragraphOf[match.first])
      sums.add(.fewSureNames, if: isAmongOthers || names.vehicles <= Self.hardlyACar && !isNearSureName(position, within: Self.near), to: position)
    }
  }

  /// Fewer words are no article: a line or a note, whose names say nothing of each other.
  static let wordsOfArticle = 60
  private static let hardlyACar = 3
  /// Within how many words a name is near.
  private static let near = 24

  /// Whether a mention is doubtful, and nothing in its sentence is about cars, races or towns, or tied to it.
  private func isDoubtfulAlone(_ position: Int) -> Bool {
    let sum = sums[position]
    guard sum.total >= Self.threshold, sum.total < Self.beyondDoubt, !sum.hasAny(of: Self.ofSentence) else { return false }
    return !(sum.has(.article) && index.traits(of: matches[position].form).contains(.givenName))
  }

  private static let ofSentence = CueSet([
    .automotiveSentence, .racingSentence, .townSentence, .neighbourInSentence, .sameKindInSentence, .longName, .listedFor,
  ])

  /// Whether another name within so many words is certain. Cost: the names that stand there.
  func isNearSureName(_ position: Int, within words: Int) -> Bool {
    func isSure(_ other: Int) -> Bool { matches[other].form != matches[position].form && sums[other].total >= Self.certain }
    var other = position - 1
    while other >= 0, matches[position].first - matches[other].last <= words {
      if isSure(other) { return true }
      other -= 1
    }
    other = position + 1
    while other < matches.count, matches[other].first - matches[position].last <= words {
      if isSure(other) { return true }
      other += 1
    }
    return false
  }
}

/// How many of the names of an article are certain.
private struct SureNames {
  private var all: [Int: Int] = [:]
  private var sure: [Int: Int] = [:]
  private var count = 0
  private var sureCount = 0
  private var paragraphs: Set<Int32> = []
  /// How many cars are certain.
  private(set) var vehicles = 0

  init(_ matches: [Match], isSure: (Int) -> Bool, isVehicle: (Match) -> Bool, paragraphOf: (Match) -> Int32) {
    for (position, match) in matches.enumerated() {
      count += 1
      all[match.form, default: 0] += 1
      guard isSure(position) else { continue }
      sureCount += 1
      sure[match.form, default: 0] += 1
      guard isVehicle(match) else { continue }
      vehicles += 1
      paragraphs.insert(paragraphOf(match))
    }
  }

  /// Whether at most a third of the names of other forms is certain.
  func areFew(besides form: Int) -> Bool {
    (sureCount - (sure[form] ?? 0)) * 3 <= count - (all[form] ?? 0)
  }

  func hasVehicle(_ paragraph: Int32) -> Bool { paragraphs.contains(paragraph) }
}
