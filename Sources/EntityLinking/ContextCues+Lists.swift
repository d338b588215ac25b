import ArticleText

extension ContextCues {
  /// The word or the name that joins two matches which follow each other in a list: "Spring et Ami", "Duster, Spring", "de Duster
  /// et de Spring".
  func joint(_ match: Match, _ partner: Match) -> Int? {
    let (a, b) = match.first < partner.first ? (match, partner) : (partner, match)
    guard article.sentenceOf[a.last] == article.sentenceOf[b.first] else { return nil }
    var between = b.first - a.last - 1
    guard between <= 2 else { return nil }
    if between > 0, !article.classes[b.first - 1].isDisjoint(with: Self.small),
      article.classes[b.first - 1].isDisjoint(with: WordClasses(.conjunction))
    {
      between -= 1
    }
    if between == 1, article.classes[a.last + 1].contains(.conjunction) || Self.against.contains(article.words[a.last + 1].hash) { return a.last + 1 }
    let gap = article.words[a.last + 1].gap
    let isComma = between == 0 && (gap == [.space, .other] || gap == [.space, .ampersand])
    return isComma ? partner.first : nil
  }

  /// "Leaf contre Zoe".
  private static let against = WordSet(["contre", "vs", "versus", "against"])

  /// What a name in a list repeats before it.
  private static let small: WordClasses = [WordClasses(.determiner), WordClasses(.about), WordClasses(.toward)]

  /// Whether two matches may be of the same kind, or both of makers.
  func areAlike(_ match: Match, _ partner: Match) -> Bool {
    let (kinds, others) = (index.kinds(of: match.form), index.kinds(of: partner.form))
    return !kinds.isDisjoint(with: others) || !kinds.isDisjoint(with: Self.makers) && !others.isDisjoint(with: Self.makers)
  }

  /// "ACC : adaptive cruise control", "adaptive cruise control (ACC)": words that the letters stand for, beside them.
  func spellsOut(_ match: Match) -> Bool {
    let word = article.words[match.first]
    let letters = article.text.bytes[word.start..<word.end].map { $0 | 0x20 }
    guard match.first == match.last, letters.count >= 2, letters.count <= 5 else { return false }
    return initials(from: match.last + 1, letters) || initials(from: match.first - letters.count, letters) || capitals(behind: match, letters)
  }

  /// "ACC: the Association of Cricket Clubs", "PSA (the Poultry Stud Association)": the capitals of the next words, small words left out.
  private func capitals(behind match: Match, _ letters: [UInt8]) -> Bool {
    guard letters.count >= 3, let next = wordAfter(match), next.gap != .space else { return false }
    var found = 0
    for word in match.last + 1..<min(article.words.count, match.last + 1 + 2 * letters.count) {
      if article.words[word].shape == .lower {
        guard article.classes[word].contains(.function) else { return false }
        continue
      }
      guard article.text.bytes[article.words[word].start] | 0x20 == letters[found], matchAt[word] < 0 else { return false }
      found += 1
      if found == letters.count { return true }
    }
    return false
  }

  private func initials(from start: Int, _ letters: [UInt8]) -> Bool {
    guard start >= 0, start + letters.count <= article.words.count else { return false }
    return letters.indices.allSatisfy { offset in
      let word = article.words[start + offset]
      return article.text.bytes[word.start] | 0x20 == letters[offset] && matchAt[start + offset] < 0
        && word.end - word.start > 1
    }
  }
}
