/// The names that can be nothing else, and whether an article writes them in small letters.
struct SmallNames {
  private let beginnings: [WordMarks.Beginning]
  private let words: [Word]
  private let index: FormIndex
  private var count = 0
  private var small = 0
  private var smallGivenNames = 0

  /// From how many names in small letters on a writer counts as one who leaves out capitals.
  private static let few = 3

  /// Cost: the words that forms begin with.
  init(_ beginnings: [WordMarks.Beginning], _ words: [Word], _ index: FormIndex) {
    (self.beginnings, self.words, self.index) = (beginnings, words, index)
    for beginning in beginnings {
      guard let node = beginning.node else { continue }
      let isSmall = words[Int(beginning.word)].shape == .lower
      if index.isSureName(node) {
        count += 1
        if isSmall { small += 1 }
      } else if isSmall, index.isGivenName(node) {
        smallGivenNames += 1
      }
    }
  }

  private func forEach(_ take: (Int) -> Void) {
    for beginning in beginnings {
      if let node = beginning.node, index.isSureName(node) { take(Int(beginning.word)) }
    }
  }

  /// Whether a third of the names are written small, and some at least.
  var areUsual: Bool { small >= Self.few && small * 3 >= count }

  /// Marks the paragraphs with names that are written small, and those with others.
  func mark(_ paragraphOf: [Int32], small isSmall: inout [Bool], others: inout [Bool]) {
    forEach { word in
      let paragraph = Int(paragraphOf[word])
      if words[word].shape == .lower { isSmall[paragraph] = true } else { others[paragraph] = true }
    }
  }

  /// Whether some are written small, with given names that cars have, such as "zoe".
  var areSeveralSmall: Bool { small + smallGivenNames > 1 }

  /// Whether some name is written small.
  var areAny: Bool { small > 0 }
}
