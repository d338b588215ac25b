import ArticleText

/// Codes and short abbreviations of other things: lines, halls, parts and doses.
extension ContextCues {
  /// The traits of forms that may be such codes.
  static let traitsOfCodes: FormTraits = [.code, .shortCode, .acronym]

  func addCodes(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    if match.first > 0, matchAt[match.first - 1] >= 0, !form.traits.isDisjoint(with: [.code, .shortCode]), form.kinds == EntityKinds(.vehicle),
      isBehindOtherMaker(match)
    {
      sum.add(.otherMaker, if: !sum.has(.otherMaker), at: match.first - 1)
    }
    if !form.traits.isDisjoint(with: [.code, .shortCode]), let at = otherCode(match) ?? roadWord(match) ?? road(match) ?? frenchRoadWord(match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at)
    }
    sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName) && isCodeOfNothing(form, match))
    sum.add(.afterNumber, if: form.traits.contains(.acronym) && !sum.has(.afterNumber) && isDose(match), at: match.first - 1)
  }

  /// The noun: "le train R5", "hall C3", "Resistor R4", and in English "the C3 vertebra".
  private func otherCode(_ match: Match) -> Int? {
    if let noun = wordBefore(match), article.words[match.first].gap == .space, Self.coded.contains(noun.hash) || isLineOfTown(noun, match) {
      return match.first - 1
    }
    guard language(of: match) == .english, let noun = wordAfter(match), noun.gap == .space, Self.behind.contains(noun.hash) else { return nil }
    return match.last + 1
  }

  /// "La ligne C3 dessert l’hôpital": a line of buses, by what such lines do.
  private func isLineOfTown(_ noun: Word, _ match: Match) -> Bool {
    guard Self.lines.contains(noun.hash) else { return false }
    return (1...2).contains { distance in wordAfter(match, distance).map { $0.gap == .space && Self.serving.contains($0.hash) } ?? false }
  }

  private static let lines = WordSet(["ligne", "line", "lignes", "lines"])
  private static let serving = WordSet([
    "dessert", "desservira", "circule", "passe", "relie", "arrete", "deviee", "supprimee", "stops", "serves", "terminates", "runs", "links", "calls",
  ])

  private static let behind = WordSet([
    "vertebra", "vertebrae", "resistor", "capacitor", "transistor", "junction", "train", "tram", "bus", "flight", "airliner", "ward", "category",
    "class", "tanker", "freighter", "tag", "tags", "visa", "visas", "exit", "gate",
  ])

  /// What has a letter and a number, and is none of a car maker's, as lines of making and platforms are.
  private static let coded = WordSet(
    [
      "train", "tram", "bus", "rer", "hall", "porte", "gate", "salle", "room", "stand", "allee", "aisle", "bloc", "block", "batiment", "building",
      "quai", "terminal", "escalier", "etage", "chambre", "bureau", "route", "junction", "exit", "sortie", "rangee", "row", "bay", "vertebre",
      "vertebra", "vertebrae", "resistance", "resistor", "condensateur", "capacitor", "transistor", "airbus", "vol", "flight", "formulaire", "form",
      "article", "cellule", "colonne", "column", "lycee", "ward", "locker", "paragraph", "annexe", "annex", "sheet", "feuille", "guichet", "desk",
      "niveau", "flat", "appartement", "casier", "box", "placard", "rayon", "vestiaire", "court", "counter", "ticket", "siege", "voie", "grade",
      "visa", "ascenseur", "lift", "passerelle", "arret", "autobus", "section", "clause", "exercise", "exercice", "autoroute", "motorway",
      "nationale", "rocade", "categorie", "case", "apartment",
    ])

  /// "500 MG de paracétamol", "deux MG de morphine": a number, a unit, and neither a car nor a drive in the sentence.
  private func isDose(_ match: Match) -> Bool {
    guard let number = wordBefore(match), article.words[match.first].gap == .space, article.classes[match.first].contains(.unit),
      !isYearOfCar(number) || wordAfter(match).map({ $0.gap != .space || $0.shape == .lower }) ?? true
    else { return false }
    return (number.shape == .number || before(match).contains(.numberWord) && after(match).contains(.about)) && !speaksOfCars(match)
  }
}
