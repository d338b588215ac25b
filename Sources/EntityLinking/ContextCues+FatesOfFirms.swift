import ArticleText

/// What happens to firms, and to nothing that bears the name of one as a word.
extension ContextCues {
  /// "Smart, shared with Stuttgart, gets a two-seater", « Horse, détenu à 45 % par »: behind a comma, a participle before a small word.
  func isFateOfFirm(_ match: Match, _ participle: Word) -> Bool {
    guard Self.fates.contains(participle.hash), participle.shape == .lower, let small = wordAfter(match, 2), small.gap == .space else { return false }
    return after(match, 2).contains(.function) || after(match, 2).contains(.placePreposition)
  }

  private static let fates = WordSet([
    "owned", "based", "founded", "created", "launched", "shared", "controlled", "spun", "headquartered", "backed", "sold", "bought", "run", "formed",
    "listed", "chaired", "led", "acquired", "rescued", "relaunched", "revived", "detenu", "detenue", "controle", "controlee", "creee", "fondee",
    "basee", "lancee", "partagee", "dirigee", "rachete", "rachetee", "vendue", "implantee", "installee", "presidee", "cotee", "nee", "relancee",
    "ressuscitee", "cedee",
  ])

  /// « le RAFALE DE RENAULT », "the Spring from Dacia": behind an article and a word, the maker whose car it is.
  func makerBehind(_ match: Match) -> Int? {
    guard before(match).contains(.determiner), let small = wordAfter(match), small.gap == .space, Self.ofMakers.contains(small.hash) else {
      return nil
    }
    let maker = match.last + 2
    guard maker < article.words.count, article.sentenceOf[maker] == article.sentenceOf[match.last], matchAt[maker] >= 0,
      article.words[maker].gap.isSubset(of: [.space, .apostrophe])
    else { return nil }
    let other = matches[Int(matchAt[maker])].form
    guard !index.kinds(of: other).isDisjoint(with: Self.makers), index.traits(of: other).isDisjoint(with: Self.doubtful) else { return nil }
    let isTheirs = index.hasEntity(match.form) { car in index.hasEntity(other) { catalogue.areTied(car, $0) } }
    return isTheirs ? maker : nil
  }

  private static let ofMakers = WordSet(["de", "d", "by", "from", "chez"])
}
