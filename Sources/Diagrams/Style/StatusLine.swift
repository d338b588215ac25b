/// The line and the word of a status.
struct StatusLine: Hashable, Sendable {
  enum Dash: String, Hashable, Sendable {
    case solid, dashed, dotted
  }

  var dash: Dash
  var colour: String
  var arrowhead: String
  /// The word in the legend; nil for a plain fact, which needs none.
  var word: Phrase?
  /// The word before a date.
  var datedWord: Phrase

  /// What stands under the phrase of a line: "planned 2027", "ended"; nil for a fact without a date.
  func caption(date: String?, isMoment: Bool, in language: DiagramLanguage) -> String? {
    guard let date, !date.isEmpty else { return word?.text(in: language) }
    if isMoment, word == nil { return date }
    return datedWord.text(in: language) + " " + date
  }
}

extension DiagramTheme {
  /// Line and word together tell the status, so that neither colour nor dash is the only cue.
  func line(of status: DiagramEdgeStatus) -> StatusLine {
    switch status {
    case .asserted:
      StatusLine(dash: .solid, colour: edge, arrowhead: "normal", word: nil, datedWord: Phrase(en: "since", fr: "depuis"))
    case .planned: line(.dashed, plannedEdge, "normal", Phrase(en: "planned", fr: "prévu"))
    case .reported: line(.dotted, edge, "normal", Phrase(en: "reported", fr: "rapporté"))
    case .claimed: line(.dashed, claimedEdge, "onormal", Phrase(en: "claimed", fr: "affirmé"))
    case .ended:
      StatusLine(
        dash: .solid, colour: fadedEdge, arrowhead: "onormal", word: Phrase(en: "ended", fr: "terminé"),
        datedWord: Phrase(en: "until", fr: "jusqu’à"))
    case .endedPlanned: line(.solid, plannedEdge, "normal", Phrase(en: "end planned", fr: "fin prévue"))
    case .negated: line(.solid, negatedEdge, "tee", Phrase(en: "denied", fr: "nié"))
    }
  }

  private func line(_ dash: StatusLine.Dash, _ colour: String, _ arrowhead: String, _ word: Phrase) -> StatusLine {
    StatusLine(dash: dash, colour: colour, arrowhead: arrowhead, word: word, datedWord: word)
  }
}
