import GraphModel

/// A reason for or against a mention, or for one of the entities that a form may mean. The weight of each is data, see
/// ``CueTable``.
public enum Cue: UInt8, Sendable, Hashable, CaseIterable {
  // How the form is written.
  case longName, phrase, plainName, lowerCaseName, capitalLineName
  case everydayCapital, everydayAtStart, everydayInCapitalLine, everydayLower, everydayLowerText, everydayAllCapitals
  case foreignWord, foreignInCapitalLine, foreignLower
  case givenNameCapital, givenNameLower
  case code, shortCode, lowerShortCode, splitCode, splitNumberFirst, bareNumber
  case acronym, shortAcronym, sharedAcronym, surname, rareSurname, longSurname, gluedName, contractedName
  // What stands around it.
  case article, articleInCapitals, definiteNickname, drivingVerb, feminineArticle, carWordAfter, makerPreposition, subjectName
  case lowerCaseText, typeNoun, coordinated, tellingPhrase
  case neighbourInSentence, neighbourInParagraph, neighbourInArticle, automotiveSentence, automotiveArticle
  case sameKindInSentence, fullNameInArticle, sureElsewhere, personRole
  /// A word listed for this form.
  case listedFor
  // What speaks against it.
  case givenNameBefore, titleBefore, unknownNameBefore, unknownNameAfter, compoundName, familySign, personNoun, otherBearer
  case namedAfter, partOfOtherName, otherOrganisation, afterNumber, beforeUnit, otherMaker, expansion
  case attributive, adjectiveUse, naming, commonElsewhere, capitalElsewhere, otherSubject, otherSense, unlistedTown, fewSureNames
  case amongOtherNames, beforeOtherName, amongUnknownNames, smallAmongCapitals, unknownPeople
  /// A word listed against this form, right beside it, near in its sentence, or farther off.
  case listedAgainst, listedAgainstFarther
  /// What was learnt of what stands at, beside and around names, where it speaks for a mention, and where it speaks against one; the weight is how
  /// much that can be at most.
  case collocation, contraryCollocation
  // Which entity it is.
  case industrySentence, industryParagraph, townSentence, townParagraph, townNounBefore, townNounAfter, siteNounBefore, dateline, headlinePlace
  case route, insideSite, coordinatedGroup, coordinatedBrand, coordinatedPlace, racingTown
  case financeSentence, subsidiaryOf, groupNounBefore, brandNounBefore
  case racingSentence, racingParagraph, racingArticle, teamInParagraph
  case electricDefault, newBeside, pastSentence, pastParagraph, oldYearBeside, oldModel
  case senseNeighbourInSentence, senseNeighbourInParagraph, senseNeighbourInArticle, usualSense, exactSpelling
  /// What was learnt of what stands around names, for an entity and against the others that bear the name.
  case senseCollocation
  /// A person has decided.
  case reviewed

  /// The name that the data have for it.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { String(describing: $0) }

  /// The cue of a name; nil where there is none.
  public init?(named name: String) {
    guard let found = Self.named[name] else { return nil }
    self = found
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// The weight of each cue, in hundredths of certainty; a cue without a weight counts nothing.
public struct CueWeights: Sendable, Hashable {
  private var weights = [Int32](filledWith: 0, count: Cue.allCases.count)

  public init() {}

  public subscript(_ cue: Cue) -> Int {
    get { Int(weights[Int(cue.rawValue)]) }
    set { weights[Int(cue.rawValue)] = Int32(clamping: newValue) }
  }
}
