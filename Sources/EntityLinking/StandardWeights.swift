/// A reason for or against a mention, or for one of the entities that a form may mean.
public enum Cue: UInt8, Sendable, Hashable, CaseIterable {
  // How the form is written.
  case longName, phrase, plainName, lowerCaseName, capitalLineName
  case everydayCapital, everydayAtStart, everydayInCapitalLine, everydayLower, everydayAllCapitals
  case foreignWord, foreignInCapitalLine, foreignLower
  case givenNameCapital, givenNameLower
  case code, shortCode, lowerShortCode, splitCode, splitNumberFirst, bareNumber
  case acronym, shortAcronym, sharedAcronym, surname, longSurname, gluedName, contractedName, generatedSurname
  // What stands around it.
  case article, definiteNickname, drivingVerb, makerPreposition, subjectName, lowerCaseText, typeNoun, coordinated
  case neighbourInSentence, neighbourInParagraph, neighbourInArticle, automotiveSentence, automotiveArticle
  case fullNameInArticle, sureElsewhere, personRole
  // What speaks against it.
  case givenNameBefore, titleBefore, unknownNameBefore, unknownNameAfter, compoundName, familySign
  case namedAfter, partOfOtherName, afterNumber, beforeUnit, otherMaker
  case counterWordBeside, counterWordInSentence, counterWordInParagraph, naming, commonElsewhere, capitalElsewhere
  // Which entity it is.
  case industrySentence, industryParagraph, townSentence, townParagraph, townNounBefore, townNounAfter, siteNounBefore, dateline
  case route, insideSite, coordinatedPlace, coordinatedGroup
  case financeSentence, subsidiaryOf, groupNounBefore, brandNounBefore
  case racingSentence, racingArticle, productSentence
  case electricDefault, pastSentence, pastParagraph, electricSentence
  case senseNeighbourInSentence, senseNeighbourInParagraph, senseNeighbourInArticle, usualSense

  /// What the table of cues calls it.
  public var name: String { String(describing: self) }
}

extension CueTable {
  /// Hundredths of certainty; a form is a mention from 50 on.
  static let standardWeights: [Cue: Int] = [
    .longName: 95, .phrase: 75, .plainName: 85, .lowerCaseName: 60, .capitalLineName: 80,
    .everydayCapital: 50, .everydayAtStart: 30, .everydayInCapitalLine: 20, .everydayLower: 5,
    .everydayAllCapitals: 60, .foreignWord: 70, .foreignInCapitalLine: 55, .foreignLower: 25,
    .givenNameCapital: 20, .givenNameLower: 12,
    .code: 85, .shortCode: 70, .lowerShortCode: 40, .splitCode: 55, .splitNumberFirst: 35, .bareNumber: 20,
    .acronym: 80, .shortAcronym: 62, .sharedAcronym: 30, .surname: 35, .longSurname: 65, .gluedName: 85,
    .contractedName: 80, .generatedSurname: 0,
    .article: 35, .definiteNickname: 10, .drivingVerb: 45, .makerPreposition: 40, .subjectName: 20, .lowerCaseText: 15, .typeNoun: 30, .coordinated: 30,
    .neighbourInSentence: 25, .neighbourInParagraph: 20, .neighbourInArticle: 15, .automotiveSentence: 10,
    .automotiveArticle: 5, .fullNameInArticle: 50, .sureElsewhere: 25, .personRole: 10,
    .givenNameBefore: -80, .titleBefore: -70, .unknownNameBefore: -45, .unknownNameAfter: -40, .compoundName: -80,
    .familySign: -60, .namedAfter: -80, .partOfOtherName: -60, .afterNumber: -80, .beforeUnit: -60, .otherMaker: -50,
    .counterWordBeside: -60, .counterWordInSentence: -60, .counterWordInParagraph: -40, .naming: -30,
    .commonElsewhere: -20, .capitalElsewhere: -40,
    .industrySentence: 8, .industryParagraph: 3, .townSentence: 10, .townParagraph: 4, .townNounBefore: 60, .townNounAfter: 40,
    .siteNounBefore: 60, .dateline: 40, .route: 40, .insideSite: 40, .coordinatedPlace: 20, .coordinatedGroup: 30,
    .financeSentence: 15, .subsidiaryOf: 40, .groupNounBefore: 40, .brandNounBefore: 60,
    .racingSentence: 15, .racingArticle: 20, .productSentence: 12,
    .electricDefault: 10, .pastSentence: 30, .pastParagraph: 15, .electricSentence: 25,
    .senseNeighbourInSentence: 8, .senseNeighbourInParagraph: 4, .senseNeighbourInArticle: 2, .usualSense: 5,
  ]
}
