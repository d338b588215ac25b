extension Decision {
  /// By how many hundredths a town must be likelier than the site of its name for no entity to be meant.
  private static let townMargin = 10
  /// The same in an article on other things than cars.
  private static let townMarginElsewhere = 5
  /// The same of a site of a racing team in an article on racing, whose words are of towns too.
  private static let townMarginOfTeams = 30

  /// The places of names that only a site has in the catalogue and that mean its town: "le zoo de Mulhouse".
  func unlistedTowns(_ neighbours: inout Neighbourhood) -> [Int] {
    let places = PlaceSense(
      article: article, matches: matches, index: index, catalogue: catalogue, accepted: accepted, isAboutRacing: isAboutRacing)
    var towns: [Int] = []
    for (position, match) in matches.enumerated() {
      guard index.kinds(of: match.form) == EntityKinds(.site) else { continue }
      let readings = index.readings(of: match.form)
      var (site, town) = (Weighing(cues.weights), Weighing(cues.weights))
      places.addSite(to: &site, position)
      places.addTown(to: &town, position, sites: readings.map(\.entity))
      let isTeams =
        places.isAboutRacing && readings.contains { reading in catalogue.neighbours[reading.entity].contains { catalogue.kinds[$0] == .team } }
      let margin = isTeams ? Self.townMarginOfTeams : context.isAboutOtherThings ? Self.townMarginElsewhere : Self.townMargin
      if town.total - site.total < margin, speaksOfNoMaking(position), readings.contains(where: { isPlaceName(match, $0.entity) }) {
        towns.append(position)
        continue
      }
      guard town.total - site.total >= margin,
        let place = readings.first(where: {
          isPlaceName(match, $0.entity) || places.isMunicipal(match) || isInTown(match) && places.isResidence(match, position)
        })
      else {
        continue
      }
      let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
      let nearness = neighbours.nearness(of: place.entity, sentence: sentence, paragraph: paragraph)
      site.add(.senseNeighbourInSentence, if: nearness == .sentence)
      if town.total - site.total >= margin { towns.append(position) }
    }
    return towns
  }

  /// "né à Szeged", "silk from Bursa": whether neither its sentence nor its paragraph has a word of making things or of cars, and its sentence no
  /// other name that is certain.
  private func speaksOfNoMaking(_ position: Int) -> Bool {
    let match = matches[position]
    let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
    guard context.saysNothingOfCars(match), article.heading(match.first) == nil, !article.inCapitalLine[match.first] else { return false }
    guard article.paragraphs.count(.finance, in: paragraph) == 0 else { return false }
    return !(max(0, position - Self.namesAround)..<min(matches.count, position + Self.namesAround + 1)).contains {
      article.sentenceOf[matches[$0].first] == sentence && sums[$0].total >= Self.certain && matches[$0].form != match.form
    }
  }

  /// How many names before and behind another are looked at.
  private static let namesAround = 12

  /// Whether the site is also called by a noun and these words.
  private func isPlaceName(_ match: Match, _ entity: Int) -> Bool {
    catalogue.placeNames.contains(article.words[match.first...match.last], of: entity)
  }

  /// "dormi à Bourbourg": one word that is no abbreviation behind a preposition without an article, as only towns stand.
  private func isInTown(_ match: Match) -> Bool {
    guard match.first == match.last, index.traits(of: match.form).isDisjoint(with: [.acronym, .longName]) else { return false }
    return context.wordBefore(match).map { Self.atTown.contains($0.hash) && $0.shape == .lower } ?? false
  }

  private static let atTown = WordSet(["a", "in", "near"])
}
