import ArticleText

/// Words in small letters where the writer uses capitals elsewhere: beside another car, what somebody has, drives or sells is a car.
extension ContextCues {
  /// The word that says so: "Mon voisin a un espace", "vend son trafic", "My old espace leaked", "mon fils en espace".
  func ownershipInPost(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard
      let at = use(behind: match) ?? kin(behind: match)
        ?? (!isOfAny(match) && standsAlone(match) ? having(before: match) ?? ownOne(before: match) ?? ownCar(match) : nil),
      form.kinds.contains(.vehicle) || form.words.firstHash == Self.mini, !Self.persons.contains(form.words.firstHash), isNearCar(match)
    else { return nil }
    return at
  }

  /// Whether no noun goes on with it, nor what it is of or in, as in "a leaf in his hair" and « un espace de rangement ».
  private func standsAlone(_ match: Match) -> Bool {
    endsClause(match)
      && !(wordAfter(match).map { $0.gap == .space && Self.within.contains($0.hash) } ?? false && wordAfter(match, 2)?.shape != .number)
  }

  private static let within = WordSet(["in", "on", "of", "de", "d", "dans", "sur", "entre", "between"])
  private static let mini = WordHash.of("mini")
  private static let persons = WordSet(["ami", "amis", "duo", "duos", "jogger", "joggers", "master", "masters"])

  /// "a un espace", "had a leaf", "loué un trafic", "roule en espace": a verb of having or driving, with an article and adjectives between at most.
  private func having(before match: Match) -> Int? {
    let isRidden = wordBefore(match)?.hash == Self.riding && language(of: match) == .french
    var distance = isRidden ? 2 : 1
    while distance <= 3, !before(match, distance).isDisjoint(with: Self.betweenVerb), !isHaving(distance, match) { distance += 1 }
    guard isHaving(distance, match), let article = wordBefore(match) else { return nil }
    if distance == 1 || isRidden && !before(match, distance).contains(.driving) { return nil }
    if language(of: match) == .english { return match.first - distance }
    let isOne =
      before(match).contains(.adjective)
      ? wordBefore(match, 2).map { Self.oneOrOwn.contains($0.hash) } ?? false : Self.oneOrOwn.contains(article.hash)
    return (isOne || isRidden) && !index.isOnly(.plural, match.form) ? match.first - distance : nil
  }

  private func isHaving(_ distance: Int, _ match: Match) -> Bool {
    guard let verb = wordBefore(match, distance) else { return false }
    if verb.hash == Self.has, language(of: match) == .french { return distance > 1 && !before(match, distance + 1).contains(.determiner) }
    return Self.havingVerbs.contains(verb.hash) || before(match, distance).contains(.driving) && !Self.ofOtherThings.contains(verb.hash)
  }

  private static let has = WordHash.of("a")
  private static let oneOrOwn = WordSet(["un", "une", "mon", "ma", "ton", "ta", "son", "sa", "notre", "votre", "leur", "ce", "cette"])
  private static let betweenVerb: WordClasses = [WordClasses(.determiner), WordClasses(.adjective), WordClasses(.about)]
  private static let riding = WordHash.of("en")
  private static let havingVerbs = WordSet([
    "ai", "as", "ont", "avons", "avez", "has", "have", "having", "aussi", "vend", "reve", "revais", "fancy", "fancied",
  ])
  /// What is had, kept, taken, chosen or run, too.
  private static let ofOtherThings = WordSet([
    "garde", "gardais", "pris", "take", "took", "want", "wants", "wanted", "veut", "veux", "keep", "kept", "test", "tested", "choisi", "choose",
    "chose", "pick", "run", "running", "ran", "getting", "avoid", "eviter", "evite", "plante", "wash", "washed", "gare",
  ])

  /// "Hers is a leaf", "mine’s a mini".
  private func ownOne(before match: Match) -> Int? {
    guard language(of: match) == .english, before(match).contains(.determiner), let copula = wordBefore(match, 2), Self.isOne.contains(copula.hash),
      let owner = wordBefore(match, 3), Self.ownOnes.contains(owner.hash)
    else { return nil }
    return match.first - 3
  }

  private static let isOne = WordSet(["is", "was", "s"])
  private static let ownOnes = WordSet(["mine", "hers", "his", "ours", "theirs", "yours"])

  /// "Any leaf owners near Leeds?", "le trafic consomme 7 litres".
  private func use(behind match: Match) -> Int? {
    guard let next = wordAfter(match), next.gap == .space, Self.usesOfCars.contains(next.hash) else { return nil }
    return match.last + 1
  }

  private static let usesOfCars = WordSet(["owner", "owners", "consomme", "consommait", "consommera"])

  /// "My old espace leaked", "mon trafic a 300 000 km": what is the writer’s, at the head of its clause.
  private func ownCar(_ match: Match) -> Int? {
    let distance = before(match).contains(.adjective) ? 2 : 1
    guard let owner = wordBefore(match, distance), Self.own.contains(owner.hash), wordAfter(match)?.gap == .space else { return nil }
    return after(match).isDisjoint(with: [WordClasses(.copula), WordClasses(.about), WordClasses(.placePreposition)])
      && !after(match).isDisjoint(with: [WordClasses(.verb), WordClasses(.frenchVerb)]) ? match.first - distance : nil
  }

  private static let own = WordSet(["mon", "my"])

  /// "la golf de mon père", "l’austral de ma mère": whose it is.
  private func kin(behind match: Match) -> Int? {
    guard language(of: match) == .french, before(match).contains(.determiner), after(match).contains(.about), let owner = wordAfter(match, 2),
      Self.ofKin.contains(owner.hash), after(match, 3).contains(.personNoun)
    else { return nil }
    return match.last + 2
  }

  private static let ofKin = WordSet(["mon", "ma", "mes", "son", "sa", "notre"])

  /// Whether its paragraph, some words off, has another car, or a maker, or two other words that cars are called by.
  private func isNearCar(_ match: Match) -> Bool {
    var word: Int? = nil
    for place in max(0, match.first - Self.near)..<min(article.words.count, match.last + Self.near)
    where matchAt[place] >= 0 && article.paragraphOf[place] == article.paragraphOf[match.first] {
      let other = matches[Int(matchAt[place])]
      guard other.form != match.form, !index.kinds(of: other.form).isDisjoint(with: Self.makers.union(EntityKinds(.vehicle))) else { continue }
      let traits = index.traits(of: other.form)
      if traits.isDisjoint(with: [.frenchWord, .englishWord, .number]) { return true }
      if let word, word != other.form { return true }
      if !traits.contains(.number) { word = other.form }
    }
    return false
  }

  private static let near = 30
}
