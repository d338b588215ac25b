import GraphModel

/// What the other names of an article say together: a doubtful one among names that are other things is likely one of them.
extension Decision {
  /// Takes from doubtful mentions that nothing in their sentence speaks for, where few of the names of the article are certain and no
  /// car of the paragraph is, or where no name near is certain in an article that is sure of hardly a car. Cost: linear.
  mutating func weighFewSureNames() {
    guard article.words.count >= Self.wordsOfArticle else { return }
    let asking = matches.indices.filter { isDoubtfulAlone($0) }
    guard !asking.isEmpty else { return }
    let names = sureNames()
    for position in asking {
      let match = matches[position]
      let isAmongOthers = areFew(names, besides: position) && !names.hasVehicle(article.paragraphOf[match.first])
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

  /// Cost: one pass over the matches.
  private func sureNames() -> SureNames {
    var names = SureNames(forms: forms.count)
    for position in matches.indices where sums[position].total >= Self.certain {
      names.add(forms[position])
      let match = matches[position]
      if isVehicle(match) { names.addVehicle(inParagraph: article.paragraphOf[match.first]) }
    }
    return names
  }

  /// Whether at most a third of the names of other forms is certain.
  private func areFew(_ names: SureNames, besides position: Int) -> Bool {
    (names.count - names.count(of: forms[position])) * 3 <= matches.count - forms.count(ofFormAt: position)
  }
}

/// How many of the names of an article are certain.
private struct SureNames {
  /// Of each form, by its number.
  private var forms: [Int32]
  private(set) var count = 0
  /// The paragraphs that name a car for sure, in ascending order.
  private var paragraphs: [Int32] = []
  /// How many cars are certain.
  private(set) var vehicles = 0

  init(forms: Int) { self.forms = Array(filledWith: 0, count: forms) }

  mutating func add(_ form: Int) {
    count += 1
    forms[form] += 1
  }

  func count(of form: Int) -> Int { Int(forms[form]) }

  /// Takes a car that is certain; paragraphs come in ascending order.
  mutating func addVehicle(inParagraph paragraph: Int32) {
    vehicles += 1
    if paragraphs.last != paragraph { paragraphs.append(paragraph) }
  }

  /// Cost: logarithmic in the paragraphs with cars.
  func hasVehicle(_ paragraph: Int32) -> Bool {
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle] < paragraph { low = middle + 1 } else { high = middle }
    }
    return low < paragraphs.count && paragraphs[low] == paragraph
  }
}
