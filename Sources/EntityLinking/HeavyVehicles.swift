/// A maker of lorries or one of cars, where two firms have one name: "Volvo".
struct HeavyVehicles {
  let article: Article

  /// How far the word may stand from the name.
  private static let reach = 8

  /// "camions Volvo", "Volvo’s truck orders", "Volvo livre cent camions": the lorry of the sentence; "la Volvo a heurté un camion" is a car.
  func word(near match: Match) -> Int? {
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).isDisjoint(with: Self.ofCars) else { return nil }
    let around = (1...Self.reach).lazy.flatMap { [match.first - $0, match.last + $0] }
    return around.first { index in
      article.word(at: index, inSentenceOf: match.first).map { Self.words.contains($0.hash) } ?? false
    }
  }

  private static let ofCars: WordClasses = [WordClasses(.determiner), WordClasses(.feminineArticle)]
  private static let words = WordSet([
    "camion", "camions", "truck", "trucks", "lorry", "lorries", "lourd", "lourds", "tracteur", "tracteurs", "autocar", "autocars", "autobus",
    "coaches",
    "porteur", "porteurs", "pelleteuse", "pelleteuses", "excavator", "excavators", "hgv", "hgvs", "trucking", "haulier", "hauliers", "routiers",
    "chantier",
  ])
}
