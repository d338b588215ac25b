/// Ranks, orders and offices that stand before a name and that nobody who leads a maker has.
enum Ranks {
  static let words = WordSet(
    [
      "commander", "officer", "nurse", "sister", "brother", "father", "rabbi", "imam", "trooper", "gunner", "viscount", "canon", "dean", "archdeacon",
      "deacon", "bishop", "pope", "saint", "abbot", "prior", "sgt", "cpl", "pte", "lt", "capt", "maj", "col", "gen", "insp", "supt", "councillor",
      "senator", "congressman", "congresswoman", "governor", "mayor", "prof", "doctor", "detective", "uncle", "auntie", "gendarme", "frere",
      "chanoine", "monseigneur", "mgr", "rabbin", "camarade", "procureur", "procureure", "prefet", "prefete", "senateur", "senatrice", "depute",
      "deputee", "ministre", "inspectrice", "brigadiere", "lieutenante", "adjudante", "imame", "diacre", "cardinal", "archeveque", "eveque",
    ])
}

extension ContextCues {
  /// "Commander Peugeot", "le préfet Renault": a rank with a capital, or in French behind an article.
  func isRank(_ word: Word, _ match: Match) -> Bool {
    guard Ranks.words.contains(word.hash), article.words[match.first].gap.isSubset(of: [.space, .dot]), !article.inCapitalLine[match.first] else {
      return false
    }
    if word.shape == .capitalised { return true }
    return language(of: match) == .french && word.shape == .lower && wordBefore(match, 2).map { Self.theOrThis.contains($0.hash) } ?? false
  }

  private static let theOrThis = WordSet(["le", "la", "l", "ce", "cette"])

  /// "Un analyste juge Renault sous-évalué": a verb, where no article stands before it.
  func judges(_ word: Word, _ match: Match) -> Bool {
    guard word.hash == Self.judge, word.shape == .lower, language(of: match) == .french, let subject = wordBefore(match, 2), word.gap == .space else {
      return false
    }
    return subject.shape != .lower || before(match, 2).isDisjoint(with: [WordClasses(.function), WordClasses(.determiner)])
  }

  private static let judge = WordHash.of("juge")
}
