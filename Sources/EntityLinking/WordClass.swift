/// What a word says about the names near it. The words of each class are data, see ``CueTable``.
public enum WordClass: UInt8, Sendable, Hashable, CaseIterable {
  /// Cars and the making and selling of them.
  case automotive
  /// Making things at a place: production, shifts, hiring.
  case industry
  /// A place as a town: its hall, people, schools, weather, roads.
  case town
  /// Shares, capital, boards and results.
  case finance
  /// Motor racing, and words that may be of it, such as "points".
  case racing
  /// A time before the present models.
  case past
  case electric
  /// What people with a name do: say, lead, succeed.
  case role
  case determiner
  /// Articles, prepositions, pronouns and the like: with a capital they still are no names.
  case function
  /// "M.", "Mme", "Dr": a person's name follows.
  case title
  case givenName
  /// "rue", "lycée", "museum": what is named after somebody or something.
  case namedAfter
  /// Follows a number or a name that is then a unit or part of another name.
  case afterOtherName
  /// To drive, own, buy or sell.
  case driving
  /// Stands between an article and the noun.
  case adjective
  case numberWord
  case unit
  case conjunction
  /// English verbs that follow a subject.
  case verb
  /// "chez": a maker or a person follows.
  case makerPreposition
  /// "prénom", "named": the next name may be anybody's.
  case naming
  case brandNoun, groupNoun, companyNoun, siteNoun, townNoun, vehicleNoun, motorNoun, platformNoun, planNoun, teamNoun
  /// Everyday words that are names too.
  case frenchWord, englishWord
  /// Names whose small letters make another word of them: "ford", "jeep".
  case lowerWord
  /// Words that make no name of a phrase.
  case everydayWord
  case sharedAcronym, familyName
  /// Words that only French, or only English, has: they tell the language.
  case frenchMark, englishMark
  /// Somebody who is no carmaker: a player, a guide, a neighbour.
  case personNoun
  /// Names that only an old model has by itself: "4L".
  case oldModel
  /// What follows the name of a car: "phase", "diesel", "d’occasion".
  case carTrait
  /// French words that are masculine, and names of cars, which are feminine.
  case masculineNoun
  case feminineArticle, pluralArticle
  /// Words that stand beside a noun as adjectives.
  case adjectival
  /// "et fils", "and sons".
  case familySign
  /// "University of …".
  case institution
  /// Of, for: what an organisation is about follows.
  case about
  /// What a company has and a brand has not: subsidiaries, a board, shares.
  case owned
  /// Going to or living at a place.
  case movement
  case toward, between
  /// "than", "face à": two names are compared.
  case comparison
  /// "FC", "AS": a club is named after its town.
  case clubPrefix
  /// "is", "very": an adjective follows.
  case copula
  /// French verbs that follow a subject.
  case frenchVerb
  /// Stands between a site and the place where it is.
  case placePreposition
  /// What has a capital and names no entity: nationalities, languages, feasts.
  case capitalWord
  /// Motor racing for sure.
  case motorsport
  /// Names that have other bearers, of history or science.
  case homonym

  /// The name that the data have for it.
  public var name: String { String(describing: self) }

  /// The class of a name; nil where there is none.
  public init?(named name: String) {
    guard let found = Self.named[name] else { return nil }
    self = found
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// A set of word classes.
struct WordClasses: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  @inline(__always)
  init(_ wordClass: WordClass) { rawValue = 1 << UInt64(wordClass.rawValue) }

  @inline(__always)
  func contains(_ wordClass: WordClass) -> Bool { rawValue >> UInt64(wordClass.rawValue) & 1 != 0 }
}
