import ArticleText

/// Parts of an article on cars that are about something else: short news of other kinds.
extension ContextCues {
  /// Whether a paragraph of some length is a piece of short news under its own rubric, with no word of cars and no name that can be
  /// nothing else.
  func isOtherNews(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.traits.isDisjoint(with: .acronym), !form.traits.contains(.givenName) || !match.isLower, saysNothingOfCars(match),
      isUnderRubric(form, match)
    else { return false }
    let paragraph = article.paragraphOf[match.first]
    guard Self.ownSubjects.allSatisfy({ article.paragraphs.count($0, in: paragraph) == 0 }),
      article.paragraphs.count(.racing, in: paragraph) < 2
    else { return false }
    let around = max(0, match.first - Self.reach)..<min(article.words.count, match.last + Self.reach)
    var length = 0
    for word in around where article.paragraphOf[word] == paragraph {
      length += 1
      if matchAt[word] >= 0, isSure(matches[Int(matchAt[word])]) { return false }
    }
    return length >= Self.shortest
  }

  /// Whether a match may be a town, in a sentence that has a word of towns.
  func isToldAsTown(_ match: Match) -> Bool {
    index.kinds(of: match.form).contains(.place) && article.sentences.count(.town, in: article.sentenceOf[match.first]) > 0
  }

  private static let ownSubjects: [WordClass] = [.finance, .driving]
  private static let sitesOrTowns: EntityKinds = [EntityKinds(.site), EntityKinds(.place)]
  private static let reach = 60
  private static let shortest = 12

  private func isSure(_ match: Match) -> Bool {
    let form = index.form(match.form)
    let doubtful = match.isLower ? Self.doubtful : Self.doubtful.subtracting([.code, .lowerWord])
    return form.traits.isDisjoint(with: doubtful) && !form.kinds.isSubset(of: Self.sitesOrTowns)
  }

  /// "Witney. The choir…", "ALERTE NEIGE / Comptez…": behind up to three words without a verb, or below a line of capitals; a given name in it, too.
  private func isUnderRubric(_ form: SurfaceForm, _ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    guard let head = (max(0, match.first - Self.reach)...match.first).first(where: { article.paragraphOf[$0] == paragraph }),
      head == 0 || article.paragraphOf[head - 1] != paragraph
    else { return false }
    if article.inCapitalLine[head] { return !article.inCapitalLine[match.first] || form.traits.contains(.givenName) }
    guard let end = (head + 1...head + Self.longestRubric).first(where: { $0 <= match.first && article.startsSentence($0) }) else { return false }
    return article.words[head].shape == .capitalised && article.words[end].gap.contains(.dot)
      && (head..<end).allSatisfy {
        article.classes[$0].isDisjoint(with: Self.verbs) && ($0 == head || article.words[$0].gap.isDisjoint(with: .other))
      }
  }

  private static let longestRubric = 3
}
