import ArticleText
import EntityLinking

extension ArticleLinker {
  /// What was weighed at each place of a document where a known name stands. Fails with a diagnostic for bytes that are no text.
  public func explain(_ bytes: [UInt8], document: String) throws(SillageError) -> Explanation {
    var explanation = Explanation(document: document, places: [])
    try explain(bytes, document: document) { explanation.places.append($0) }
    return explanation
  }

  /// Hands the same out from first to last, so that no more of it is there at once than one place.
  public func explain(_ bytes: [UInt8], document: String, _ take: (WeighedPlace) -> Void) throws(SillageError) {
    let text = try visibleText(bytes, document)
    var places = ScalarPlaces(text)
    linker.forEachJudgement(in: text) { judgement in
      let place = places.place(of: judgement.start, at: text.rawBytes(of: judgement.visible).lowerBound)
      take(
        WeighedPlace(
          offsets: judgement.start..<judgement.end, line: place.line, column: place.column, text: judgement.text,
          isMention: judgement.isMention, isUncertain: judgement.isUncertain, total: judgement.total,
          reasons: judgement.reasons.map(Self.cue),
          candidates: judgement.candidates.map {
            WeighedPlace.Candidate(entity: name(of: $0.entity), total: $0.total, reasons: $0.reasons.map(Self.cue))
          }))
    }
  }

  /// The entity of an id, or of a name or alias that only one entity has; nil where there is none.
  public func entity(called text: String) -> EntityName? {
    if let name = names[text] { return name }
    let folded = foldedName(text)
    let found = linker.entries.filter { entry in
      ([entry.name] + entry.aliases).contains { foldedName($0) == folded }
    }
    return found.count == 1 ? name(of: found[0].id) : nil
  }

  /// The names that an entity is known by; none for an unknown id.
  public func names(of entity: String) -> [String] {
    linker.entries.first { $0.id == entity }.map { [$0.name] + $0.aliases + $0.nicknames } ?? []
  }

  private static func cue(_ evidence: Judgement.Evidence) -> WeighedCue {
    WeighedCue(
      name: evidence.cue.name, weight: evidence.weight,
      words: evidence.words.map { WeighedCue.Word(offsets: $0.place, text: $0.text) })
  }
}
