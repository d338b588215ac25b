/// Where and when a report was written.
extension PlaceSense {
  /// "Batilly (Meurthe-et-Moselle), le 3 mars": up to four words in brackets, and a date.
  func isInCountyBeforeDate(_ match: Match) -> Bool {
    guard article.words[match.last + 1].gap == [.space, .bracket] else { return false }
    return (match.last + 2...match.last + 5).contains { word in
      article.word(at: word, inSentenceOf: match.last).map { $0.gap.isSuperset(of: [.bracket, .space]) } ?? false && isDate(word)
    }
  }

  /// "Witney. The choir…", in the middle of a paragraph.
  func isOwnSentence(_ match: Match) -> Bool {
    article.words[match.last + 1].gap.contains(.dot) && article.paragraphOf[match.last + 1] == article.paragraphOf[match.last]
      && article.startsSentence(match.first) && article.startsSentence(match.last + 1)
  }
}
