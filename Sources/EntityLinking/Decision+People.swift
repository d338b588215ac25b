import ArticleText

/// Names of people.
extension Decision {
  /// Surnames and abbreviations: whether the article gives the full name, or the same surname to somebody else.
  mutating func weighPeople() {
    var known = FormSet()
    /// Where each surname first stands behind another given name.
    var borne: [Int: Int] = [:]
    var titled: Set<TitledName> = []
    for (position, match) in matches.enumerated() where index.traits(of: match.form).contains(.surname) {
      if sums[position].has(.givenNameBefore) || sums[position].has(.unknownNameBefore) {
        borne[match.form] = min(position, borne[match.form] ?? position)
        let name = title(of: match, 2)
        if name.title != nil { titled.insert(name) }
      }
      let isPlain = !isPartOfAnotherName(sums[position]) && !article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.title)
      if isPlain { known.insert(match.form) }
    }
    for (position, match) in matches.enumerated() {
      let traits = index.traits(of: match.form)
      if traits.isDisjoint(with: [.surname, .acronym, .sharedAcronym]) || isPartOfAnotherName(sums[position]) { continue }
      let isShort = !traits.isDisjoint(with: [.acronym, .sharedAcronym])
      guard traits.contains(.surname) && !sums[position].has(.sharedAcronym) || isShort, !sums[position].has(.afterNumber) else { continue }
      let isNamed = index.hasEntity(match.form) { neighbourhood.isNamed($0) }
      let isOfOffice =
        isAfter(Self.offices, match) || isAfter(Ranks.words, match) || isOfOtherGender(match) || isPeerOf(match) || isOfOtherInParagraph(position)
        || titled.contains(title(of: match, 1))
      sums.add(.fullNameInArticle, if: isNamed && !isOfOffice && (!isShort || sums[position].total < Self.threshold), to: position)
      guard traits.contains(.surname) else { continue }
      let isOther = isTold(borne[match.form], before: position) || isIntroduced(match, known: known)
      sums.add(.otherBearer, if: isOfOffice || !isNamed && isOther, to: position)
      if !isNamed, isOther { continue }
      if let at = roleWord(near: match) { sums.add(.personRole, to: position, at: at) }
    }
  }

  /// "Dr Rita Ghosn … Dr Ghosn": a surname and the title that it is told with; no title where it has none or one of every man.
  private struct TitledName: Hashable {
    let form: Int
    let title: UInt64?
  }

  private func title(of match: Match, _ distance: Int) -> TitledName {
    let word = article.word(at: match.first - distance, inSentenceOf: match.first).map(\.hash)
    return TitledName(form: match.form, title: word.flatMap { Self.titlesOfOthers.contains($0) ? $0 : nil })
  }

  private static let titlesOfOthers = WordSet([
    "dr", "docteur", "doctor", "prof", "professeur", "professor", "me", "maitre", "inspector", "inspecteur", "detective", "judge", "juge", "rev",
    "canon", "father", "pere", "sister", "captain", "capitaine", "colonel", "sergeant", "sergent", "sir", "mme", "mrs", "ms", "nurse", "chef",
    "coach",
  ])

  /// How many names of a paragraph are looked back at.
  private static let paragraphReach = 200

  /// "Pauline Provost joins … Mme Provost": whether the paragraph gives the name to somebody else first, and the full name of nobody in the catalogue
  /// behind that.
  private func isOfOtherInParagraph(_ position: Int) -> Bool {
    let match = matches[position]
    guard index.traits(of: match.form).contains(.surname) else { return false }
    for other in (max(0, position - Self.paragraphReach)..<position).reversed() {
      guard article.paragraphOf[matches[other].first] == article.paragraphOf[match.first] else { return false }
      if matches[other].form == match.form, sums[other].has(.givenNameBefore) || sums[other].has(.unknownNameBefore) { return true }
      if sums[other].total >= Self.certain, index.hasEntity(match.form, where: { entity in index.hasEntity(matches[other].form) { $0 == entity } }) {
        return false
      }
    }
    return false
  }

  /// Whether another bearer of the name stands before a match, or in its paragraph, or anywhere behind a headline.
  private func isTold(_ bearer: Int?, before position: Int) -> Bool {
    guard let bearer else { return false }
    let paragraph = article.paragraphOf[matches[position].first]
    return bearer < position || article.paragraphOf[matches[bearer].first] == paragraph || paragraph == 0
  }

  /// "M. Vidal", "Inspector Tavares", "a certain Blume", "is called Espinosa": somebody else, where the article does not give the full name of
  /// somebody in the catalogue first.
  private func isIntroduced(_ match: Match, known: FormSet) -> Bool {
    if isAfter(Self.otherTitles, match) { return true }
    let isCommon = index.traits(of: match.form).contains(.familyName)
    if isCommon, !known.contains(match.form), article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.title) { return true }
    if isAfter(Self.calling, match) { return true }
    return isAfter(Self.unknown, match) && article.classes(at: match.first - 2, inSentenceOf: match.first).contains(.determiner)
  }

  private func isAfter(_ words: WordSet, _ match: Match) -> Bool {
    article.word(at: match.first - 1, inSentenceOf: match.first).map { words.contains($0.hash) } ?? false
  }

  /// "the Earl of Minto".
  private func isPeerOf(_ match: Match) -> Bool {
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about) else { return false }
    return article.word(at: match.first - 2, inSentenceOf: match.first).map { ContextCues.peers.contains($0.hash) } ?? false
  }

  /// "is called Espinosa".
  private static let calling = WordSet(["called", "appelle", "appelait", "prenomme", "surnamed"])

  /// What no manager is.
  private static let offices = WordSet(
    [
      "prefet", "procureur", "procureure", "minister", "ministre", "senator", "senateur", "senatrice", "mayor", "maire", "bishop", "depute",
      "deputee", "councillor", "cdr", "capt", "sgt", "lt", "inspector", "inspecteur", "sergeant", "sergent", "captain", "capitaine", "colonel",
      "major", "judge", "juge", "constable", "sheriff", "lieutenant", "adjudant", "adjudante", "brigadier", "brigadiere", "gendarme",
    ])

  /// "un nommé Tavares", "a certain Blume".
  private static let unknown = WordSet(["nomme", "nommee", "certain", "certaine", "denomme", "denommee"])

  private static let otherTitles = WordSet(
    [
      "mme", "madame", "mlle", "mademoiselle", "mrs", "ms", "miss", "lady", "inspector", "inspecteur", "sergeant", "sergent", "captain",
      "capitaine", "colonel", "col", "major", "judge", "juge", "dr", "docteur", "professeur", "professor", "pr", "prof", "rev",
      "reverend", "constable", "sheriff", "lieutenant", "commandant", "commissaire", "pasteur", "amiral", "admiral", "caporal",
      "corporal", "cllr", "lord", "maitre",
    ])

  /// A title before a name, or what its bearer says and does near it.
  private func roleWord(near match: Match) -> Int? {
    if article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.title) { return match.first - 1 }
    return (match.first - 3...match.last + 3).first {
      ($0 < match.first || $0 > match.last) && article.classes(at: $0, inSentenceOf: match.first).contains(.role)
    }
  }
}
