extension Decision {
  /// Whether the article is about motor racing: by its words, or as it names two people of racing teams.
  var isAboutRacing: Bool { article.isAboutRacing || namesRacers }

  private var namesRacers: Bool {
    var first: Int?
    for (position, match) in matches.enumerated() where index.kinds(of: match.form) == EntityKinds(.person) && isMention(position) {
      guard let person = index.onlyEntity(of: match.form), catalogue.racers[person] else { continue }
      if let first, first != person { return true }
      first = person
    }
    return false
  }
}
