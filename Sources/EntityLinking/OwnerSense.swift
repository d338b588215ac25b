/// A group or its brand of the same name: shares and boards are the group's.
struct OwnerSense {
  let article: Article
  let matches: [Match]
  let index: FormIndex
  let catalogue: Catalogue

  func addGroup(to sum: inout Weighing, _ position: Int) {
    let match = matches[position]
    let sentence = article.sentenceOf[match.first]
    let racing = article.sentences.count(.racing, in: sentence) > 0
    if !racing { sum.add(.financeSentence, times: article.sentences.count(.finance, in: sentence), atMost: 2) }
    sum.add(.groupNounBefore, if: head(match).contains(.groupNoun))
    sum.add(.subsidiaryOf, if: isOwner(match))
    sum.add(.coordinatedGroup, if: isBesideGroup(position))
  }

  private func head(_ match: Match) -> WordClasses {
    let direct = article.classes(at: match.first - 1, inSentenceOf: match.first)
    return direct.contains(.function) ? article.classes(at: match.first - 2, inSentenceOf: match.first) : direct
  }

  /// "filiale de Renault", "PDG de Renault", "capital de Renault", "Renault's board".
  private func isOwner(_ match: Match) -> Bool {
    if owned(after: match).contains(where: { Self.owned.contains($0.hash) }) { return true }
    guard let before = article.word(at: match.first - 1, inSentenceOf: match.first),
      Self.of.contains(before.hash)
    else { return false }
    return (2...4).contains { distance in
      article.word(at: match.first - distance, inSentenceOf: match.first).map { Self.owned.contains($0.hash) } ?? false
    }
  }

  /// The words that "Renault's" or "Renault" may belong to, as English has it.
  private func owned(after match: Match) -> [Word] {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last) else { return [] }
    if next.gap == .apostrophe {
      return [2, 3].compactMap { article.word(at: match.last + $0, inSentenceOf: match.last) }
    }
    return next.gap == .space && article.language(at: match.first) == .english ? [next] : []
  }

  private static let of = Set(["de", "of", "chez", "du"].map(WordHash.of))
  private static let owned = Set(
    """
    filiale filiales pdg président directeur actionnaire actionnaires capital action actions titre cours dividende dette \
    participation conseil gouvernance subsidiary ceo chairman chairwoman shareholder shareholders shares stock board stake
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordHash.of(Folding.words(of: String($0)).joined()) })

  /// Joined by "et", "and", a comma to a company that is only a group, such as Stellantis.
  private func isBesideGroup(_ position: Int) -> Bool {
    let match = matches[position]
    let next = position + 1 < matches.count ? matches[position + 1] : nil
    if let next, isPureGroup(next), joined(match, next) { return true }
    guard position > 0 else { return false }
    return isPureGroup(matches[position - 1]) && joined(matches[position - 1], match)
  }

  private func isPureGroup(_ match: Match) -> Bool {
    index.form(match.form).readings.allSatisfy { catalogue.kinds[$0.entity] == .group }
  }

  private func joined(_ a: Match, _ b: Match) -> Bool {
    guard article.sentenceOf[a.last] == article.sentenceOf[b.first] else { return false }
    if b.first == a.last + 2 { return article.classes[a.last + 1].contains(.conjunction) }
    return false
  }
}
