/// What is said of a town where people live, though its sentence is on the works in it or on those who work there.
extension PlaceSense {
  /// The word that tells: "le tribunal de commerce de Douai", "rents in Sunderland", "intérimaires venus de Dieppe", "marched through Sunderland",
  /// "Sans l’usine, Cléon", "a Sunderland girl", "the bus from Sunderland to Washington".
  func townLife(_ position: Int) -> Int? {
    let match = matches[position]
    guard match.first > 0 else { return nil }
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    let mayTell =
      !before.isDisjoint(with: Self.small) || article.words[match.first].gap == [.space, .other] || isWord(1, before: match, in: Self.living)
    guard mayTell else { return article.language(at: match.first) == .english ? inhabitant(beside: match) : nil }
    return court(before: match) ?? home(ofPeopleAt: position) ?? lodging(before: match) ?? march(before: match) ?? feeding(before: match)
      ?? inhabitant(beside: match) ?? line(before: match)
  }

  private static let small: WordClasses = [
    WordClasses(.function), WordClasses(.placePreposition), WordClasses(.about), WordClasses(.toward), WordClasses(.between),
  ]

  private func word(_ distance: Int, before match: Match) -> Word? { article.word(at: match.first - distance, inSentenceOf: match.first) }

  private func isWord(_ distance: Int, before match: Match, in set: WordSet) -> Bool {
    word(distance, before: match).map { set.contains($0.hash) } ?? false
  }

  /// "le tribunal de commerce de Douai", "le conseil de prud’hommes de Dieppe", "the MP for Sunderland".
  private func court(before match: Match) -> Int? {
    guard isWord(1, before: match, in: Self.ofTowns) else { return nil }
    if isWord(2, before: match, in: Self.members) { return match.first - 2 }
    guard isWord(2, before: match, in: Self.causes) else { return nil }
    return (3...4).first { isWord($0, before: match, in: Self.courts) }.map { match.first - $0 }
  }

  private static let ofTowns = WordSet(["de", "d", "du", "for", "in", "at"])
  private static let members = WordSet(["mp", "mps", "msp", "councillor", "councillors", "prudhommes"])
  private static let causes = WordSet(["commerce", "hommes", "instance", "police", "proximite"])
  private static let courts = WordSet(["tribunal", "tribunaux", "chambre", "prud", "commissariat"])

  /// "des intérimaires venus de Dieppe", "most of them come from Sunderland", "viennent de Douai ou de Lens": where people come from, and no goods.
  private func home(ofPeopleAt position: Int) -> Int? {
    let match = matches[position]
    guard isWord(1, before: match, in: Self.from), isWord(2, before: match, in: Self.coming), !areGoods(position) else { return nil }
    if (3...6).contains(where: { isWord($0, before: match, in: Self.people) }) { return match.first - 2 }
    guard article.classes(at: match.last + 1, inSentenceOf: match.last).contains(.conjunction) else { return nil }
    let distance = article.word(at: match.last + 2, inSentenceOf: match.last).map { Self.from.contains($0.hash) } ?? false ? 3 : 2
    guard let other = article.word(at: match.last + distance, inSentenceOf: match.last), other.shape == .capitalised else { return nil }
    let isKnown = position + 1 < matches.count && matches[position + 1].first == match.last + distance
    return isKnown ? nil : match.first - 2
  }

  private static let from = WordSet(["de", "d", "du", "from"])
  private static let coming = WordSet([
    "viennent", "vient", "venaient", "venait", "venu", "venue", "venus", "venues", "venant", "originaire", "originaires", "come", "comes", "came",
    "coming",
  ])
  private static let people = WordSet([
    "interimaires", "interimaire", "gens", "habitants", "familles", "jeunes", "apprentis", "beaucoup", "certains", "plupart", "moitie", "tous",
    "people", "men", "women", "families", "apprentices", "many", "most", "some", "half", "temps", "them", "us", "visiteurs", "visitors", "supporters",
  ])

  /// "Les loyers ont doublé à Douai", "Unemployment in Sunderland": what people live in, and without what.
  private func lodging(before match: Match) -> Int? {
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.placePreposition) else { return nil }
    return (2...5).first { isWord($0, before: match, in: Self.lodgings) }.map { match.first - $0 }
  }

  private static let lodgings = WordSet([
    "trial", "proces", "erasmus", "wedding", "mariage", "obseques", "funeral", "loyer", "loyers", "logement", "logements", "rent", "rents", "housing",
    "unemployment", "lodgings",
  ])

  /// "marched through Sunderland", "ont manifesté à Cléon".
  private func march(before match: Match) -> Int? {
    if isWord(1, before: match, in: Self.throughs), (2...4).contains(where: { isWord($0, before: match, in: Self.marching) }) {
      return match.first - 1
    }
    return isWord(1, before: match, in: Self.at) && isWord(2, before: match, in: Self.marching) ? match.first - 2 : nil
  }

  private static let throughs = WordSet(["through", "across", "around"])
  private static let at = WordSet(["a", "in", "dans"])
  private static let marching = WordSet([
    "marched", "march", "paraded", "rallied", "demonstrated", "walked", "drove", "cycled", "manifeste", "manifestent", "manifestaient", "defile",
    "defilent", "defileront", "manifesteront",
  ])

  /// "L’usine fait vivre Cléon", "keeps half of Sunderland in work", "Sans l’usine, Sandouville n’aurait": the works are named beside it.
  private func feeding(before match: Match) -> Int? {
    if isWord(1, before: match, in: Self.living), isWord(2, before: match, in: Self.making) { return match.first - 1 }
    if isWord(2, before: match, in: Self.halves), isWord(3, before: match, in: Self.keeping) { return match.first - 3 }
    guard article.words[match.first].gap == [.space, .other] else { return nil }
    guard let without = (2...4).first(where: { isWord($0, before: match, in: Self.without) }), article.startsSentence(match.first - without) else {
      return nil
    }
    return article.classes[match.first - 1].contains(.siteNoun) || article.classes[match.first - 1].contains(.industry) ? match.first - without : nil
  }

  /// "Sans l’usine, Sandouville": works of which the name behind the comma is not.
  func isBehindWorksAndComma(_ match: Match) -> Bool {
    article.words[match.first].gap == [.space, .other]
      && (2...4).contains { isWord($0, before: match, in: Self.without) && article.startsSentence(match.first - $0) }
  }

  private static let living = WordSet(["vivre", "manger"])
  private static let making = WordSet(["fait", "faisait", "faire", "font", "fera"])
  private static let halves = WordSet(["half", "of", "moitie"])
  private static let keeping = WordSet(["keeps", "keep", "kept", "feeds", "fed", "half"])
  private static let without = WordSet(["sans", "without"])

  /// "a Sunderland girl", "the Sunderland road", "une fille de Cléon", "l’accent de Maubeuge".
  private func inhabitant(beside match: Match) -> Int? {
    if article.language(at: match.first) == .english {
      guard let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space, next.shape == .lower else { return nil }
      if Self.inhabitants.contains(next.hash) { return match.last + 1 }
      return next.hash == Self.road && article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.determiner) ? match.last + 1 : nil
    }
    guard isWord(1, before: match, in: Self.from), isWord(2, before: match, in: Self.frenchInhabitants), isWord(3, before: match, in: Self.one) else {
      return nil
    }
    return match.first - 2
  }

  private static let road = WordHash.of("road")
  private static let one = WordSet(["un", "une", "l", "son", "sa", "mon", "ma"])
  private static let frenchInhabitants = WordSet(["fille", "enfant", "gosse", "femme", "accent", "bourgeois", "instituteur"])
  private static let inhabitants = WordSet([
    "girl", "boy", "lass", "family", "families", "couple", "mother", "father", "teenager", "pensioner", "schoolboy", "schoolgirl", "magistrates",
    "streets", "landlord", "landlady", "housewife", "grandmother", "childhood", "accent", "suburb", "suburbs", "housing", "rents", "coroner",
  ])

  /// "Le train de 4 h 52 pour Le Mans", "The 10.14 to Sunderland", "The train stops at Poissy", "The night bus will run from Sunderland to
  /// Washington".
  private func line(before match: Match) -> Int? {
    if isWord(1, before: match, in: Self.stops), isWord(2, before: match, in: Self.stopping) {
      return (3...6).first { isWord($0, before: match, in: Self.lines) }.map { match.first - $0 }
    }
    guard isWord(1, before: match, in: Self.ways) else { return nil }
    if let at = timetable(before: match) { return at }
    guard isWord(1, before: match, in: Self.from), let to = article.word(at: match.last + 1, inSentenceOf: match.last), Self.toward.contains(to.hash),
      article.word(at: match.last + 2, inSentenceOf: match.last)?.shape == .capitalised
    else { return nil }
    return (2...Self.lineReach).first { isWord($0, before: match, in: Self.lines) && !isWord($0 + 1, before: match, in: Self.by) }.map {
      match.first - $0
    }
  }

  /// Goods go by train, too.
  private static let by = WordSet(["by", "en", "par"])

  /// A time between a train and where it goes, or a time alone behind "the".
  private func timetable(before match: Match) -> Int? {
    var distance = 2
    while distance < Self.lineReach, let word = word(distance, before: match),
      word.shape == .number || Self.ofTimes.contains(word.hash)
    {
      distance += 1
    }
    guard distance > 3, let noun = word(distance, before: match) else { return nil }
    if Self.lines.contains(noun.hash) { return match.first - distance }
    return noun.hash == Self.the && distance == 4 && article.words[match.first - 2].gap == .dot && article.words[match.first - 1].hash == Self.to
      ? match.first - 2 : nil
  }

  private static let (the, to) = (WordHash.of("the"), WordHash.of("to"))
  private static let stops = WordSet(["at", "in", "a"])
  private static let stopping = WordSet(["stops", "stop", "stopped", "calls", "arrete", "arretent", "arretait", "arreteront", "arretera"])
  private static let ofTimes = WordSet(["de", "h", "heures", "a"])
  private static let ways = WordSet(["pour", "vers", "to", "from", "de", "d", "for"])
  private static let toward = WordSet(["to", "a"])
  private static let lineReach = 9
  private static let lines = WordSet([
    "bus", "buses", "train", "trains", "ferry", "ferries", "tram", "trams", "coach", "coaches", "metro", "navette", "navettes", "ter", "tgv", "bac",
  ])
}
