extension Article {
  /// How far a headline is read around a word.
  private static let titleReach = 20

  /// Whether a word stands in an English headline that gives each word a capital, so that they say nothing: "Take a Seat in the
  /// New Clio". It has four capitals or more, also of a common word within, and only small words such as "of" without.
  func isInTitle(_ index: Int) -> Bool {
    guard language(at: index) == .english, !inCapitalLine[index] else { return false }
    var (capitals, common) = (0, false)
    for word in max(Int(sentenceStart(index)), index - Self.titleReach)..<min(Int(sentenceEnd(index)), index + Self.titleReach) {
      switch words[word].shape {
      case .lower where classes[word].isDisjoint(with: [WordClasses(.function), WordClasses(.determiner)]): return false
      case .capitalised:
        capitals += 1
        if !startsSentence(word), word != index, !classes[word].isDisjoint(with: Self.commonInTitles) { common = true }
      default: break
      }
    }
    return capitals >= 4 && common
  }

  private static let commonInTitles: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.verb), WordClasses(.automotive), WordClasses(.industry),
    WordClasses(.role), WordClasses(.driving), WordClasses(.adjective),
  ]
}
