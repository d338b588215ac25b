import ArticleText

/// What posts and short news say of cars alone, and headlines of makers: enough for a doubtful word by itself.
extension ContextCues {
  /// The word that tells that a doubtful name of a car is one.
  func wordOfCars(_ form: SurfaceForm, _ match: Match) -> Int? {
    if !match.isLower {
      return collision(behind: match) ?? theft(before: match) ?? oneOfBrand(form, match) ?? priceInList(match)
        ?? (isOnCars ? alternative(form, match) ?? choice(form, match) ?? launch(behind: match) : nil)
    }
    guard isOnCars, !isAboutOtherThings else { return nil }
    if let at = ownershipInPost(form, match) { return at }
    if form.kinds == EntityKinds(.vehicle), isNumberedInList(match) { return match.last + 1 }
    if isOfAny(match) { return nil }
    guard endsClause(match) || wordAfter(match)?.shape == .number || after(match).contains(.carTrait) else { return nil }
    return trouble(before: match) ?? (isOfPeople(form) ? nil : advertisement(before: match)) ?? partFor(match) ?? stateOfUsed(match)
      ?? pulling(before: match) ?? alternative(form, match)
  }

  /// "une Smart", "sa vieille Lotus": in French, a word of English with a capital and a feminine article, that no other noun follows.
  private func oneOfBrand(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.contains(.brand), language(of: match) == .french, form.traits.contains(.englishWord), !form.traits.contains(.frenchWord),
      !article.inCapitalLine[match.first], endsClause(match), wordAfter(match).map({ $0.gap != .space || $0.shape == .lower }) ?? true
    else { return nil }
    let distance = before(match).contains(.adjective) ? 2 : 1
    return before(match, distance).contains(.feminineArticle) && article.words[match.first].gap == .space ? match.first - distance : nil
  }

  /// "le trafic", "de l’espace", "des rafales": in French, an article that says nothing of whose it is or which.
  func isOfAny(_ match: Match) -> Bool {
    language(of: match) == .french && wordBefore(match).map { Self.definiteInFrench.contains($0.hash) } ?? true
  }

  private static let definiteInFrench = WordSet(["le", "la", "les", "l", "du", "des", "au", "aux", "de", "d"])

  /// Whether no noun or adjective goes on with a form.
  func endsClause(_ match: Match) -> Bool { !isBeforeLowerWord(match) || !after(match).isDisjoint(with: Self.clauseEnds) }

  private static let clauseEnds: WordClasses = [
    WordClasses(.function), WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.copula), WordClasses(.conjunction),
    WordClasses(.placePreposition), WordClasses(.about),
  ]

  /// "même panne sur mon espace", "Same on my scenic": what others have, too, on theirs.
  private func trouble(before match: Match) -> Int? {
    guard let owner = wordBefore(match), Self.owners.contains(owner.hash), let upon = wordBefore(match, 2), Self.upons.contains(upon.hash) else {
      return nil
    }
    return (3...6).first { distance in wordBefore(match, distance).map { Self.troubles.contains($0.hash) } ?? false }.map { match.first - $0 }
  }

  private static let owners = WordSet(["mon", "ma", "notre", "son", "sa", "my", "our", "his", "her"])
  private static let upons = WordSet(["sur", "avec", "on", "with", "in", "dans"])
  private static let troubles = WordSet(
    [
      "meme", "memes", "idem", "pareil", "pareille", "panne", "pannes", "bug", "bugs", "probleme", "problemes", "souci", "soucis", "fuite", "bruit",
      "voyant", "same", "identical", "ditto", "likewise", "issue", "issues", "problem", "problems", "fault", "faults", "trouble", "noise", "leak",
      "rattle", "symptom", "symptoms",
    ])

  /// "vends trafic 2.0 dci", "cherche espace 4 essence": the first word of an advertisement, without an article.
  private func advertisement(before match: Match) -> Int? {
    guard let verb = wordBefore(match), verb.shape != .number, Self.advertising.contains(verb.hash), article.words[match.first].gap == .space,
      article.startsSentence(match.first - 1), after(match, 2).isDisjoint(with: [WordClasses(.unit), WordClasses(.numberWord)])
    else { return nil }
    return match.first - 1
  }

  private static let advertising = WordSet([
    "vends", "vend", "vds", "vd", "cherche", "recherche", "achete", "ach", "rech", "wtb", "wts", "selling", "wanted", "echange",
  ])

  /// "pneus neige pour austral": what a part of a car is for.
  private func partFor(_ match: Match) -> Int? {
    guard let purpose = wordBefore(match), Self.purposes.contains(purpose.hash) else { return nil }
    return (2...5).first { distance in wordBefore(match, distance).map { Self.beforeCars.contains($0.hash) } ?? false }.map { match.first - $0 }
  }

  private static let purposes = WordSet(["pour", "for"])

  /// "a tidy leaf", "a used polo": what is said of used cars.
  private func stateOfUsed(_ match: Match) -> Int? {
    guard language(of: match) == .english, index.kinds(of: match.form).contains(.vehicle), let state = wordBefore(match),
      Self.states.contains(state.hash) || Self.usedBefore.contains(state.hash), before(match, 2).contains(.determiner)
    else { return nil }
    return match.first - 1
  }

  private static let states = WordSet(["tidy", "mint", "immaculate", "roadworthy", "facelift", "facelifted", "unmolested", "runabout"])

  /// "je tracte mon van avec un trafic", "we tow it with a master": what a car pulls or carries.
  private func pulling(before match: Match) -> Int? {
    guard let one = wordBefore(match), Self.ones.contains(one.hash) || Self.owners.contains(one.hash), let upon = wordBefore(match, 2),
      Self.upons.contains(upon.hash)
    else { return nil }
    return (3...7).first { distance in wordBefore(match, distance).map { Self.pulled.contains($0.hash) } ?? false }.map { match.first - $0 }
  }

  private static let ones = WordSet(["un", "une", "a", "an"])
  private static let pulled = WordSet(
    [
      "tracte", "tracter", "tractais", "tractait", "tractent", "remorque", "remorquer", "remorquait", "roule", "rouler", "roulait", "roulais",
      "transporte", "transporter", "demenage", "demenager", "bosse", "tow", "tows", "towed", "towing", "haul", "hauls", "hauled", "hauling",
    ])

  /// "et un espace ?", "Why not a Spring?": at the start of a sentence, what else somebody might have.
  private func alternative(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard let one = wordBefore(match), Self.ones.contains(one.hash), index.kinds(of: match.form).contains(.vehicle),
      !(match.isLower && isOfPeople(form)), let joint = wordBefore(match, 2),
      asks(behind: match)
    else { return nil }
    if Self.joints.contains(joint.hash) {
      return article.startsSentence(match.first - 2) || joint.gap.contains(.dot) || joint.gap.contains(.other) ? match.first - 2 : nil
    }
    guard Self.questionEnds.contains(joint.hash), let question = wordBefore(match, 3), Self.questions.contains(question.hash) else { return nil }
    return match.first - 2
  }

  /// A word that people are called by.
  private func isOfPeople(_ form: SurfaceForm) -> Bool { Self.people.contains(form.words.firstHash) }
  private static let people = WordSet(["ami", "amis", "duo", "duos", "jogger", "joggers"])
  private static let joints = WordSet(["et", "ou", "sinon", "or"])
  private static let questionEnds = WordSet(["pas", "about", "not"])
  private static let questions = WordSet(["pourquoi", "what", "how", "why"])

  /// Whether a question mark follows a match, behind blanks.
  private func asks(behind match: Match) -> Bool {
    let end = article.words[match.last].end
    return article.text.bytes[end...].prefix(4).first { $0 < 0x80 && $0 != 0x20 } == 0x3F
  }

  /// "CLIO HITS BUS", "Polo contre un camion": what a car runs into, and not "struck by a car".
  private func collision(behind match: Match) -> Int? {
    guard let verb = wordAfter(match), verb.gap == .space, Self.hitting.contains(verb.hash), index.kinds(of: match.form).contains(.vehicle) else {
      return nil
    }
    let obstacle = after(match, 2).contains(.determiner) ? 3 : 2
    guard let word = wordAfter(match, obstacle), word.gap == .space, Self.obstacles.contains(word.hash) else { return nil }
    return match.last + 1
  }

  private static let hitting = WordSet([
    "hits", "hit", "ploughs", "ploughed", "crashes", "crashed", "rams", "rammed", "strikes", "struck", "percute", "heurte", "emboutit", "renverse",
    "fauche", "contre",
  ])
  private static let obstacles = WordSet(
    [
      "bus", "car", "van", "lorry", "truck", "tree", "wall", "house", "pole", "post", "bridge", "barrier", "cyclist", "cyclists", "pedestrian",
      "pedestrians", "tractor", "tram", "train", "bollard", "into", "camion", "camionnette", "voiture", "poteau", "arbre", "platane", "mur",
      "cycliste",
      "pieton", "pietonne", "scooter", "tracteur", "moto", "autocar", "bicyclette", "utilitaire", "sanglier",
    ])

  /// "STOLEN LEAF FOUND IN CANAL": in a line of capitals, what a thief has driven away.
  private func theft(before match: Match) -> Int? {
    guard article.inCapitalLine[match.first], index.kinds(of: match.form).contains(.vehicle), let state = wordBefore(match) else { return nil }
    return state.hash == Self.stolen && article.words[match.first].gap == .space ? match.first - 1 : nil
  }

  private static let stolen = WordHash.of("stolen")

  /// "LOTUS CUTS 550 JOBS", "ACC has shelved two plants": behind its verb, what only a firm has, within some words.
  func deedOfFirm(_ match: Match) -> Int? {
    (2...Self.object).first { distance in wordAfter(match, distance).map { Self.ofFirms.contains($0.hash) } ?? false }.map { match.last + $0 }
  }

  private static let object = 6
  private static let ofFirms = WordSet(
    [
      "jobs", "postes", "emplois", "capital", "buyer", "repreneur", "plants", "plant", "usine", "usines", "factory", "factories", "dealers",
      "dealerships", "concessions", "concessionnaires", "listing", "ipo", "bourse", "profits", "pertes", "benefices", "salaries", "ouvriers",
      "workers", "workforce", "investors", "investisseurs", "actionnaires", "shareholders", "gigafactory", "gigafactories", "stake", "dividend",
      "dividende", "ceo", "pdg", "recall", "effectifs", "headcount", "layoffs", "licenciements", "filiale", "subsidiary",
    ])
}
