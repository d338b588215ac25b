import ArticleText
import EntityLinking

extension ArticleLinker {
  /// What was weighed at each place of a document where a known name stands, with what people decided about it. Fails with a diagnostic
  /// for bytes that are no text.
  public func explain(_ bytes: [UInt8], document: String) throws(SillageError) -> Explanation {
    var explanation = Explanation(document: document, places: [])
    try explain(bytes, document: document) { explanation.places.append($0) }
    return explanation
  }

  /// Hands the same out from first to last, so that no more of it is there at once than one place.
  public func explain(_ bytes: [UInt8], document: String, _ take: (WeighedPlace) -> Void) throws(SillageError) {
    explain(try visibleText(bytes, document), take)
  }

  func explain(_ text: VisibleText, _ take: (WeighedPlace) -> Void) {
    var places = ScalarPlaces(text)
    var decided = DecidedPlaces(knowledge.decisions.about(text.raw), self, text)
    linker.forEachJudgement(in: text) { judgement in
      decided.takeApart(before: judgement.start, &places, take)
      let place = places.place(of: judgement.start, at: text.rawBytes(of: judgement.visible).lowerBound)
      var weighed = WeighedPlace(
        offsets: judgement.start..<judgement.end, line: place.line, column: place.column, text: judgement.text,
        isMention: judgement.isMention, isUncertain: judgement.isUncertain, total: judgement.total,
        reasons: judgement.reasons.map(Self.cue),
        candidates: judgement.candidates.map {
          WeighedPlace.Candidate(entity: name(of: $0.entity), total: $0.total, reasons: $0.reasons.map(Self.cue))
        })
      decided.lay(over: &weighed)
      take(weighed)
    }
    decided.takeApart(before: Int.max, &places, take)
  }

  private static func cue(_ evidence: Judgement.Evidence) -> WeighedCue {
    WeighedCue(
      name: evidence.cue.name, weight: evidence.weight,
      words: evidence.words.map { WeighedCue.Word(offsets: $0.place, text: $0.text) })
  }
}
