import GraphModel

/// The paragraphs, such as posts of a forum, whose own writer leaves out capitals though others do not.
enum SmallParagraphs {
  /// For each paragraph whether all of its sure names are written small, or else all of its sentences behind the first begin so; nothing
  /// where no paragraph does. Cost: nothing but a look at a few numbers where no name and no line begins small.
  static func find(_ names: SmallNames, _ scopes: ArticleScopes, _ words: [Word]) -> [Bool] {
    guard names.areAny || scopes.hasSmallStarts, let last = scopes.paragraphOf.last else { return [] }
    var small = [Bool](filledWith: false, count: Int(last) + 1)
    var others = small
    names.mark(scopes.paragraphOf, small: &small, others: &others)
    if scopes.hasSmallStarts { markStarts(words, scopes, small: &small, others: &others) }
    for paragraph in small.indices where others[paragraph] { small[paragraph] = false }
    return small
  }

  /// Where a third of the names are written small: all paragraphs but those whose sure names all have capitals. Cost: a look at each name.
  static func usual(_ names: SmallNames, _ paragraphOf: [Int32]) -> [Bool] {
    var small = [Bool](filledWith: false, count: Int(paragraphOf.last ?? 0) + 1)
    var others = small
    names.mark(paragraphOf, small: &small, others: &others)
    return small.indices.map { small[$0] || !others[$0] }
  }

  private static func markStarts(_ words: [Word], _ scopes: ArticleScopes, small: inout [Bool], others: inout [Bool]) {
    for index in words.indices.dropFirst() where scopes.paragraphOf[index] == scopes.paragraphOf[index - 1] {
      let word = words[index]
      guard word.gap.contains(.dot), word.gap.contains(.space) || word.gap.contains(.line), words[index - 1].end - words[index - 1].start > 1
      else { continue }
      switch word.shape {
      case .lower: small[Int(scopes.paragraphOf[index])] = true
      case .capitalised: others[Int(scopes.paragraphOf[index])] = true
      default: break
      }
    }
  }
}
