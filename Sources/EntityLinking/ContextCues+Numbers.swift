import ArticleText

extension ContextCues {
  /// A number or a code that counts or measures something: "208 km", "16 ampères", "les 308 premiers".
  func addNumbers(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    let isNumeral = form.traits.contains(.number) || form.traits.contains(.split)
    if let previous = wordBefore(match), article.words[match.first].gap.isSubset(of: [.space]),
      previous.shape == .number || before(match).contains(.numberWord), match.isLower || isNumeral
    {
      sum.add(.afterNumber, at: match.first - 1)
    }
    guard isNumeral, match.last + 1 < article.words.count,
      article.words[match.last + 1].gap.isSubset(of: [.space, .dot, .line])
    else { return }
    let isUnit = after(match).contains(.unit) || after(match).contains(.numberWord)
    let isCount = form.traits.contains(.number) && countsNoun(match)
    sum.add(.beforeUnit, if: isUnit || isCount || article.words[match.last + 1].shape == .number, at: match.last + 1)
  }

  /// "les 308 premiers": a plural article before and a plural noun after make a number of it.
  private func countsNoun(_ match: Match) -> Bool {
    guard let article = wordBefore(match), cues.classes(of: article.hash).contains(.pluralArticle) else { return false }
    let next = self.article.words[match.last + 1]
    return next.shape == .lower && "sx".utf8.contains(self.article.text.bytes[next.end - 1])
  }
}
