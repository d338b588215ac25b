import ArticleText

/// What a sentence itself says that the bearer of a name is.
extension ContextCues {
  /// The noun: "Seal, le chanteur", "Twingo, a parrot", "Le Losange, salle de spectacle", "Trafic is a film".
  func definingNoun(_ form: SurfaceForm, _ match: Match, _ next: Word) -> Int? {
    let isWord = !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName, .familyName])
    if next.gap == .space, Self.definite.contains(next.hash), let animal = wordAfter(match, 2), Self.animals.contains(animal.hash) {
      return match.last + 2
    }
    if isComma(before: next, match) {
      if isWord, Self.sayings.contains(next.hash), form.kinds.contains(.vehicle) { return match.last + 1 }
      if let at = thingApposed(form, match, next) { return at }
      if after(match).contains(.determiner) { return otherNoun(from: match.last + 2, match, isWord) }
      return next.shape == .lower && after(match).isDisjoint(with: WordClasses(.function)) && isOther(next, isWord) && endsNoun(match.last + 1)
        ? match.last + 1 : nil
    }
    guard after(match).contains(.copula), next.gap == .space, Self.being.contains(next.hash), after(match, 2).contains(.determiner) else {
      return nil
    }
    return otherNoun(from: match.last + 3, match, isWord)
  }

  /// "Spring, un salon de thé": what a word at the start of a sentence, without an article, is said to be, where that is nothing that cars are.
  private func thingApposed(_ form: SurfaceForm, _ match: Match, _ next: Word) -> Int? {
    guard form.kinds == EntityKinds(.vehicle), !form.traits.isDisjoint(with: [.frenchWord, .englishWord]), article.startsSentence(match.first),
      Self.one.contains(next.hash)
    else {
      return nil
    }
    let distance = after(match, 2).contains(.adjective) ? 3 : 2
    guard let noun = wordAfter(match, distance), noun.shape == .lower, after(match, distance).isDisjoint(with: Self.ofCars),
      !Self.judgements.contains(noun.hash), endsNoun(match.last + distance)
    else { return nil }
    return match.last + distance
  }

  private static let judgements = WordSet(
    [
      "succes", "carton", "pari", "echec", "surprise", "icone", "phenomene", "legende", "exception", "valeur", "reference", "affaire", "aubaine",
      "plaie", "reussite", "concurrente", "rivale", "hit", "success", "failure", "flop", "bargain", "bestseller", "icon", "legend", "rival", "joke",
      "gamble", "triumph", "choice", "favourite",
    ])
  private static let one = WordSet(["un", "une", "a", "an"])
  /// "zoé, mot grec pour la vie", "spring, verb".
  private static let sayings = WordSet(["mot", "prenom", "verbe", "terme", "adverbe", "word", "verb", "noun"])
  private static let definite = WordSet(["le", "la", "the"])
  /// What cars are and have, and what is said of them.
  private static let ofCars: WordClasses = [
    WordClasses(.automotive), WordClasses(.vehicleNoun), WordClasses(.carTrait), WordClasses(.electric), WordClasses(.industry),
    WordClasses(.adjective), WordClasses(.function),
    WordClasses(.finance), WordClasses(.racing), WordClasses(.planNoun), WordClasses(.brandNoun),
  ]
  private static let being = WordSet(["is", "was", "est", "etait", "fut"])

  /// The noun of another kind of thing among two words, behind which no noun follows that it would belong to.
  private func otherNoun(from first: Int, _ match: Match, _ isWord: Bool) -> Int? {
    for word in first..<first + 2 {
      guard let noun = article.word(at: word, inSentenceOf: match.last), noun.gap == .space || noun.gap == .apostrophe,
        !article.classes[word].contains(.function) || word == first
      else { return nil }
      if noun.shape == .lower, isOther(noun, isWord), endsNoun(word) { return word }
    }
    return nil
  }

  /// "a film about", "a parrot owned by", and not "the software arm".
  func endsNoun(_ word: Int) -> Bool {
    guard article.language(at: word) == .english, let next = article.word(at: word + 1, inSentenceOf: word), next.gap == .space, next.shape == .lower
    else {
      return true
    }
    return article.classes[word + 1].contains(.function) || article.text.bytes[next.end - 1] == 0x64
  }

  /// - Parameter isWord: whether the name is an everyday word or a given name, which things of many kinds bear.
  private func isOther(_ noun: Word, _ isWord: Bool) -> Bool {
    if Self.callings.contains(noun.hash) || Self.animals.contains(noun.hash) { return true }
    return isWord && (Self.shops.contains(noun.hash) || isOtherThing(noun, ofBrand: false))
  }

  /// What people do who are neither makers of cars nor managers of one.
  static let callings = WordSet(
    [
      "chanteur", "chanteuse", "singer", "rappeur", "rappeuse", "rapper", "musicien", "musicienne", "musician", "pianiste", "pianist", "guitariste",
      "guitarist", "batteur", "drummer", "acteur", "actrice", "actor", "actress", "comedien", "comedienne", "comedian", "humoriste", "comique",
      "danseur", "danseuse", "dancer", "peintre", "painter", "sculpteur", "sculptor", "poete", "poet", "romancier", "romanciere", "novelist",
      "ecrivain", "ecrivaine", "cineaste", "realisateur", "realisatrice", "philosophe", "philosopher", "physicien", "physicist", "savant",
      "coiffeur", "coiffeuse", "hairdresser", "boulanger", "boulangere", "baker", "boucher", "bouchere", "butcher", "facteur", "postman", "boxeur",
      "boxer", "catcheur", "wrestler", "footballeur", "footballer", "magicien", "magician", "dompteur", "clown", "amiral", "admiral", "rugbyman",
      "handballeur", "basketteur", "tennisman", "defender", "defenseur", "striker", "goalkeeper", "midfielder", "attaquant", "winger", "batsman",
      "demagogue", "orateur", "orator", "muse", "charcutier", "fromager", "epicier", "poissonnier", "menuisier", "forgeron", "vigneron", "tailleur",
      "bijoutier", "libraire", "grocer", "fishmonger", "tailor", "jeweller", "porter", "janitor", "gardien", "entraineur", "entraineuse", "coach",
      "florist", "fleuriste", "dieu", "deesse", "god", "goddess", "titan", "dentiste", "dentist", "notaire", "avocat", "avocate",
    ])

  /// Animals that people name.
  static let animals = WordSet(
    [
      "dog", "cat", "pony", "mare", "foal", "donkey", "parrot", "rabbit", "hamster", "labrador", "spaniel", "terrier", "collie", "puppy", "kitten",
      "cow", "goat", "chien", "chienne", "chat", "chatte", "jument", "poney", "poulain", "ane", "anesse", "perroquet", "lapin", "chiot", "chaton",
      "vache", "chevre", "cochon", "mouton", "belier", "taureau", "bull", "sheep", "ram", "budgie", "gerbil", "ferret", "furet", "tortoise",
      "goldfish", "alpaca", "llama", "lama", "stallion", "gelding", "colt", "filly", "heifer", "bullock", "piglet", "duck", "goose", "hen",
      "cockerel", "owl", "hawk", "falcon", "python", "snake", "iguana", "etalon", "hongre", "veau", "canard", "oie", "poule", "coq", "hibou",
      "faucon", "serpent", "brebis", "agneau", "alpaga", "mascot", "mascotte", "pouliche", "cheval", "horse", "racehorse", "greyhound", "levrier",
      "caniche", "epagneul", "setter", "cockatiel", "tortue", "lurcher", "whippet", "beagle", "retriever", "poodle", "mongrel", "bulldog",
      "dachshund", "tabby", "siamese", "croise", "griffon", "malinois", "bichon",
    ])

  /// Shops and offices that are called by the name of their owner.
  static let shops = WordSet(
    [
      "boucherie", "boulangerie", "patisserie", "charcuterie", "epicerie", "pharmacie", "librairie", "imprimerie", "menuiserie", "scierie",
      "fromagerie", "brasserie", "plomberie", "serrurerie", "bijouterie", "ferme", "pepiniere", "quincaillerie", "droguerie", "blanchisserie",
      "laverie", "salle", "butchers", "bakers", "bakery", "florists", "solicitors", "undertakers", "farm", "nurseries", "coaster", "attraction",
      "papier",
    ])
}
