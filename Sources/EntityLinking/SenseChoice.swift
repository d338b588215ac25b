import ArticleText

/// Chooses among the entities that a form may mean, once it is a mention.
struct SenseChoice {
  let article: Article
  let matches: [Match]
  let catalogue: Catalogue
  let index: FormIndex
  let weights: CueWeights
  let accepted: [Bool]
  let isAboutRacing: Bool
  var neighbourhood: Neighbourhood
  /// Whether what speaks for all readings alike is told, too: it changes no choice, and only those who ask why hear of it.
  var tellsAll = false
  private let places: PlaceSense
  private let brands: BrandSense
  private let owners: OwnerSense
  private let generations: GenerationSense
  private let collocations: Collocations
  private let surroundings: CollocationReader

  init(
    article: Article, matches: [Match], catalogue: Catalogue, index: FormIndex, cues: CompiledCues, forms: ArticleForms, accepted: [Bool],
    isAboutRacing: Bool, neighbourhood: Neighbourhood
  ) {
    (self.article, self.matches, self.catalogue, self.index) = (article, matches, catalogue, index)
    (weights, self.accepted, self.isAboutRacing, self.neighbourhood) = (cues.weights, accepted, isAboutRacing, neighbourhood)
    places = PlaceSense(
      article: article, matches: matches, index: index, catalogue: catalogue, accepted: accepted, isAboutRacing: isAboutRacing)
    brands = BrandSense(article: article, matches: matches, index: index, catalogue: catalogue)
    owners = OwnerSense(article: article, matches: matches, index: index, catalogue: catalogue)
    generations = GenerationSense(article: article, catalogue: catalogue)
    collocations = cues.collocations
    surroundings = CollocationReader(article: article, index: index, forms: forms)
  }

  /// An entity that a match may mean, and what speaks for it.
  struct Candidate {
    var entity: Int
    var sum: Weighing
  }

  /// The entity of a match that can mean no other.
  func only(_ position: Int) -> Int? {
    let entity = matches[position].entity
    return entity < 0 ? nil : entity
  }

  /// The entities that a match may mean, the likeliest first.
  mutating func candidates(_ position: Int) -> [Candidate] {
    let match = matches[position]
    let readings = index.readings(of: match.form)
    guard readings.count > 1 else { return readings.map { Candidate(entity: $0.entity, sum: Weighing(weights)) } }
    var weighed: [Candidate] = []
    weighed.reserveCapacity(readings.count)
    for reading in readings {
      var sum = Weighing(weights)
      addKind(to: &sum, position, reading.entity, readings)
      sum.add(.exactSpelling, if: hasOwnSign(match, reading, readings))
      addNeighbours(to: &sum, match, reading.entity, readings)
      weighed.append(Candidate(entity: reading.entity, sum: sum))
    }
    addCollocations(to: &weighed, position)
    if weighed.count > 2 {
      weighed.sort { isBefore($0, $1) }
    } else if isBefore(weighed[1], weighed[0]) {
      weighed.swapAt(0, 1)
    }
    return weighed
  }

  /// What was learnt of the things around, for a site or a racing team and against the town or the brand of its name.
  private func addCollocations(to weighed: inout [Candidate], _ position: Int) {
    let limit = weights[.senseCollocation]
    guard limit > 0, !collocations.isEmpty, article.words.count >= Decision.wordsOfArticle,
      let subject = CollocationSubject.telling(apart: index.kinds(of: matches[position].form))
    else { return }
    let said = collocations.hundredths(subject) { take in surroundings.forEachOfSense(at: position, of: matches, take) }
    for place in weighed.indices where catalogue.kinds[weighed[place].entity] == subject.kinds?.its {
      weighed[place].sum.add(.senseCollocation, weight: max(-limit, min(limit, said)), at: -1)
    }
  }

  private func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.sum.total != b.sum.total { return a.sum.total > b.sum.total }
    return (usualness(a.entity), a.entity) < (usualness(b.entity), b.entity)
  }

  /// The order of kinds where nothing else speaks.
  private func usualness(_ entity: Int) -> Int {
    switch catalogue.kinds[entity] {
    case .brand: 0
    case .site: 1
    case .vehicle: 2
    case .company: 3
    case .motor: 4
    case .group: 5
    case .team: 6
    case .person: 7
    case .place: 8
    case .platform, .technology, .plan, .other: 9
    }
  }

  private func addKind(to sum: inout Weighing, _ position: Int, _ entity: Int, _ readings: ArraySlice<SurfaceForm.Reading>) {
    let match = matches[position]
    let kinds = index.kinds(of: match.form)
    switch catalogue.kinds[entity] {
    case .site where kinds.contains(.place):
      places.addSite(to: &sum, position)
    case .place where kinds.contains(.site):
      places.addTown(to: &sum, position, sites: readings.map(\.entity).filter { catalogue.kinds[$0] == .site })
    case .group where kinds.contains(.brand):
      owners.addGroup(to: &sum, position)
      if catalogue.tiesAmong(readings) == .none, let at = HeavyVehicles(article: article).word(near: match) { sum.add(.groupNounBefore, at: at) }
    case .brand where kinds.contains(.group):
      sum.add(.usualSense)
      sum.add(.brandNounBefore, if: isAfter(.brandNoun, match), at: match.first - 1)
      sum.add(.brandNounBefore, if: !sum.has(.brandNounBefore) && isBeforeModelNumber(match), at: match.last + 1)
      if !sum.has(.brandNounBefore), let at = brands.apposition(match) { sum.add(.brandNounBefore, at: at) }
      if let at = brands.sister(of: position, entity) { sum.add(.coordinatedBrand, at: at) }
    case .team where kinds.contains(.brand):
      if neighbourhood.isNamed(entity, inSentence: article.sentenceOf[match.first]), !isTagged(entity, position) { break }
      if article.sentences.count(.racing, in: article.sentenceOf[match.first]) == 0, isBesideVehicle(position) { break }
      sum.add(.teamInParagraph, if: isTagged(entity, position))
      sum.add(.teamInParagraph, if: neighbourhood.isNamed(entity, inParagraph: article.paragraphOf[match.first]))
      TeamSense(article: article, isAboutRacing: isAboutRacing).addTeam(to: &sum, match)
      sum.add(.racingSentence, if: !sum.has(.racingSentence) && tradeWord(match) == nil && isBeside(position, isRacer))
    case .brand where kinds.contains(.team):
      sum.add(.usualSense)
      sum.add(.brandNounBefore, if: isAfter(.brandNoun, match), at: match.first - 1)
      if let at = tradeWord(match) ?? sellingWord(behind: match) ?? brands.apposition(match) { sum.add(.brandNounBefore, at: at) }
    case .vehicle where readings.filter({ catalogue.kinds[$0.entity] == .vehicle }).count > 1:
      generations.add(to: &sum, match, entity, readings, near: neighbourhood)
    default: sum.add(.typeNoun, if: ContextCues.nouns(of: catalogue.kinds[entity]).map { isAfter($0, match) } ?? false)
    }
  }

  /// "MEB", "MEB+": whether the plus sign behind a name is there, or is not, as in the name of an entity, where another has it otherwise.
  private func hasOwnSign(_ match: Match, _ reading: SurfaceForm.Reading, _ readings: ArraySlice<SurfaceForm.Reading>) -> Bool {
    guard readings.contains(where: { $0.marks.contains(.endsInPlus) }) else { return false }
    let end = article.words[match.last].end
    let hasSign = end < article.text.bytes.count && article.text.bytes[end] == 0x2B
    return reading.marks.contains(.endsInPlus) == hasSign
  }

  /// "les ventes d’Alpine", "Alpine dealers", and not "Alpine marque deux points": what a brand has and a racing team has not; "marque ses points"
  /// has a verb.
  private func tradeWord(_ match: Match) -> Int? {
    let isOf = article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about)
    return [match.first - (isOf ? 2 : 1), match.last + 1].first { index in
      guard let word = article.word(at: index, inSentenceOf: match.first), Self.trade.contains(word.hash) else { return false }
      return index < match.first
        || (word.hash != Self.scores || word.gap != .space) && !article.classes(at: index + 1, inSentenceOf: match.last).contains(.determiner)
    }
  }

  /// "Alpine sold 10,970 cars", "Alpine a vendu": what a brand does and a racing team does not.
  private func sellingWord(behind match: Match) -> Int? {
    (match.last + 1...match.last + 2).first { index in
      article.word(at: index, inSentenceOf: match.last).map { $0.gap == .space && Self.selling.contains($0.hash) } ?? false
    }
  }

  private static let selling = WordSet(["sold", "sells", "sell", "vend", "vendait", "vendra", "vendu"])

  private static let scores = WordHash.of("marque")
  private static let trade = WordSet(
    [
      "vente", "ventes", "clients", "clientele", "immatriculations", "concession", "concessions", "concessionnaire", "concessionnaires", "acheteurs",
      "gamme", "modele", "modeles", "catalogue", "showroom", "showrooms", "boutique", "usine", "sales", "dealer", "dealers", "dealership",
      "dealerships", "customers", "range", "models", "car", "brand", "marque", "badge", "buyers", "owners", "registrations", "store", "stores",
      "cars", "voitures", "proprietaires",
    ])

  /// "la Renault 12", "a Volkswagen 181": a number of up to three digits that counts nothing.
  private func isBeforeModelNumber(_ match: Match) -> Bool {
    guard let number = article.word(at: match.last + 1, inSentenceOf: match.last), number.shape == .number, number.end - number.start <= 3,
      number.gap.isSubset(of: [.space, .line])
    else { return false }
    if article.text.bytes[number.end...].prefix(4).contains(0x25) { return false }
    let next = article.classes(at: match.last + 2, inSentenceOf: match.last)
    return !next.contains(.unit) && !next.contains(.numberWord) && article.word(at: match.last + 2, inSentenceOf: match.last)?.shape != .number
  }

  /// Whether its sentence names a car of the catalogue, some names off.
  private func isBesideVehicle(_ position: Int) -> Bool {
    isBeside(position) { accepted[$0] && index.kinds(of: matches[$0].form).contains(.vehicle) }
  }

  /// "#AlpineF1", in the sentence of a match: what the short name stands for.
  private func isTagged(_ entity: Int, _ position: Int) -> Bool {
    isBeside(position) { matches[$0].entity == entity && index.traits(of: matches[$0].form).contains(.glued) }
  }

  /// "the Alpine drivers, Pierre Gasly and Franco Colapinto": somebody of a racing team, and of no maker.
  private func isRacer(_ position: Int) -> Bool {
    guard accepted[position], index.kinds(of: matches[position].form) == EntityKinds(.person),
      let person = index.onlyEntity(of: matches[position].form)
    else { return false }
    return catalogue.racers[person] && !catalogue.neighbours[person].contains { catalogue.kinds[$0] == .brand }
  }

  private func isBeside(_ position: Int, _ holds: (Int) -> Bool) -> Bool {
    let sentence = article.sentenceOf[matches[position].first]
    return (max(0, position - Self.nearby)..<min(matches.count, position + Self.nearby)).contains {
      article.sentenceOf[matches[$0].first] == sentence && holds($0)
    }
  }

  private static let nearby = 12

  private func isAfter(_ wordClass: WordClass, _ match: Match) -> Bool {
    article.classes(at: match.first - 1, inSentenceOf: match.first).contains(wordClass)
  }

  /// A group, its brands and their models are all tied, so that names around speak for each of them alike, which says nothing; those around a
  /// team or a site speak for one of the readings. A town is tied to its site, which says nothing.
  private mutating func addNeighbours(
    to sum: inout Weighing, _ match: Match, _ entity: Int, _ readings: ArraySlice<SurfaceForm.Reading>
  ) {
    let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
    let kinds = index.kinds(of: match.form)
    if kinds == EntityKinds(.vehicle) { return }
    let own = catalogue.tiesAmong(readings)
    let areApart = own == .some || kinds.contains(.team) || kinds.isSuperset(of: [EntityKinds(.site), EntityKinds(.place)])
    if own == .all, !areApart, !tellsAll { return }
    let rivals = areApart || own == .all ? readings : []
    var nearness = neighbourhood.nearness(of: entity, sentence: sentence, paragraph: paragraph, apartFrom: rivals)
    if own == .all, !areApart {
      for other in readings where other.entity != entity {
        nearness = min(nearness, neighbourhood.nearness(of: other.entity, sentence: sentence, paragraph: paragraph, apartFrom: rivals))
      }
    }
    switch nearness {
    case .sentence: sum.add(.senseNeighbourInSentence)
    case .paragraph: sum.add(.senseNeighbourInParagraph)
    case .article: sum.add(.senseNeighbourInArticle)
    case .none: break
    }
  }
}
