import ArticleText

/// Finds again the name that made a cue fire which other names of the article speak through, for those who ask why: linking itself
/// keeps none.
struct NameEvidence {
  let decision: Decision

  private enum Scope { case sentence, paragraph, article }

  /// How many names away it is looked for, so that asking costs no more in a long article.
  private static let reach = 500

  /// The nearest name that speaks for one of some entities through a cue, a mention before others; nil for cues of another kind.
  func name(behind cue: Cue, _ position: Int, of entities: [Int]) -> Match? {
    switch cue {
    case .neighbourInSentence: neighbour(of: entities, position, .sentence)
    case .neighbourInParagraph: neighbour(of: entities, position, .paragraph)
    case .neighbourInArticle: neighbour(of: entities, position, .article)
    case .senseNeighbourInSentence: neighbour(of: entities, position, .sentence, isSense: true)
    case .senseNeighbourInParagraph: neighbour(of: entities, position, .paragraph, isSense: true)
    case .senseNeighbourInArticle: neighbour(of: entities, position, .article, isSense: true)
    case .sureElsewhere: sameForm(position) ?? nearest(to: position, .article) { names($0, oneOf: entities) }
    case .fullNameInArticle: nearest(to: position, .article) { entities.contains($0.entity) }
    case .sameKindInSentence: nearest(to: position, .sentence) { decision.isVehicle($0) }
    case .teamInParagraph: nearest(to: position, .paragraph) { names($0, oneOf: entities) }
    default: nil
    }
  }

  /// Another name that is tied to one of the entities.
  private func neighbour(of entities: [Int], _ position: Int, _ scope: Scope, isSense: Bool = false) -> Match? {
    let match = decision.matches[position]
    let readings = decision.index.readings(of: match.form)
    let rivals = isSense ? rivals(of: match) : []
    let isForAll = isSense && !areApart(match) && decision.catalogue.tiesAmong(readings) == .all
    let told = isForAll ? readings.map(\.entity) : entities
    let isTied = { (other: Match) in
      decision.index.hasEntity(other.form) { named in
        !rivals.contains(named) && told.contains { decision.catalogue.neighbours[$0].contains(named) }
      }
    }
    return nearest(to: position, scope, where: isTied)
  }

  /// The readings of a form that say nothing for each other.
  private func rivals(of match: Match) -> [Int] {
    let readings = decision.index.readings(of: match.form)
    return areApart(match) || decision.catalogue.tiesAmong(readings) != .none ? readings.map(\.entity) : []
  }

  /// Whether names around speak for one of the readings, and not for the others.
  private func areApart(_ match: Match) -> Bool {
    let kinds = decision.index.kinds(of: match.form)
    return kinds.contains(.team) || kinds.isSuperset(of: [EntityKinds(.site), EntityKinds(.place)])
  }

  private func sameForm(_ position: Int) -> Match? {
    nearest(to: position, .article, onlyMentions: true) { $0.form == decision.matches[position].form }
  }

  private func names(_ match: Match, oneOf entities: [Int]) -> Bool { decision.index.hasEntity(match.form) { entities.contains($0) } }

  private func nearest(to position: Int, _ scope: Scope, onlyMentions: Bool = false, where holds: (Match) -> Bool) -> Match? {
    let matches = decision.matches
    var doubtful: Match?
    for distance in 1...Self.reach {
      let around = [position - distance, position + distance].filter { matches.indices.contains($0) && isIn(scope, $0, with: position) }
      if around.isEmpty { break }
      for other in around where holds(matches[other]) {
        if decision.isMention(other) { return matches[other] }
        if !onlyMentions, doubtful == nil { doubtful = matches[other] }
      }
    }
    return doubtful
  }

  private func isIn(_ scope: Scope, _ other: Int, with position: Int) -> Bool {
    let (a, b) = (decision.matches[other].first, decision.matches[position].first)
    return switch scope {
    case .sentence: decision.article.sentenceOf[a] == decision.article.sentenceOf[b]
    case .paragraph: decision.article.paragraphOf[a] == decision.article.paragraphOf[b]
    case .article: true
    }
  }
}
