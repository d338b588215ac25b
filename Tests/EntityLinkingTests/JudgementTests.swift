import ArticleText
import EntityLinking
import Testing

@Suite struct JudgementTests {
  private func judge(_ raw: String) throws -> [Judgement] {
    carmakerLinker.judgements(in: try VisibleText(name: "a", bytes: Array(raw.utf8), format: .plainText))
  }

  @Test func everyPlaceIsTold() throws {
    let raw = "💡 Le maire de Cléon a vu un espace, Harrison Ford et l’Alpine A390."
    let judgements = try judge(raw)
    #expect(judgements.map(\.text) == ["Cléon", "espace", "Ford", "Alpine A390"])
    #expect(judgements.map(\.isMention) == [true, false, false, true])
    for judgement in judgements {
      #expect(slice(raw, judgement.start, judgement.end) == judgement.text)
      #expect(judgement.total == judgement.reasons.reduce(0) { $0 + $1.weight })
      for reason in judgement.reasons + judgement.candidates.flatMap(\.reasons) {
        for word in reason.words { #expect(slice(raw, word.place.lowerBound, word.place.upperBound) == word.text) }
      }
    }
    #expect(judgements[2].reasons.contains { $0.cue == .givenNameBefore && $0.words.map(\.text) == ["Harrison"] })
  }

  @Test func losersKeepTheirScores() throws {
    let judgement = try #require(try judge("La mairie de Cléon vote.").first)
    #expect(judgement.candidates.map(\.entity) == ["cleon-town", "cleon-plant"])
    #expect(judgement.candidates[0].total > judgement.candidates[1].total)
    let head = try #require(judgement.candidates[0].reasons.first { $0.cue == .townNounBefore })
    #expect(head.weight > 0)
  }

  @Test(arguments: [
    "Renault recrute.", "RENAULT RECRUTE", "Renault et Dacia vendent.", "Renault Group et Renault. Renault embauche à Cléon, dit Renault.",
    "La Renault Zoe plaît. Le moteur Cléon-Fonte de Renault, un diesel.", "L’usine de Cléon, chez Renault, et la marque au losange.",
  ])
  func noNameSpeaksForItself(raw: String) throws {
    for judgement in try judge(raw) {
      for reason in judgement.reasons + judgement.candidates.flatMap(\.reasons) where Self.ofOthers.contains(reason.cue) {
        #expect(!reason.words.isEmpty, "\(reason.cue) of \(judgement.text)")
        #expect(reason.words.allSatisfy { !$0.place.overlaps(judgement.start..<judgement.end) }, "\(reason.cue) of \(judgement.text)")
      }
    }
  }

  private static let ofOthers: Set<Cue> = [
    .neighbourInSentence, .neighbourInParagraph, .neighbourInArticle, .senseNeighbourInSentence, .senseNeighbourInParagraph, .senseNeighbourInArticle,
    .automotiveSentence,
  ]

  @Test func mentionsAreTheJudgementsThatWon() throws {
    let raw = "Renault, le maire de Dieppe et la R5 de 1979 : une Alpine verte."
    let won = try judge(raw).filter(\.isMention)
    #expect(try link(raw).map { "\($0.start) \($0.entity)" } == won.map { "\($0.start) \($0.candidates[0].entity)" })
    #expect(try link(raw).map(\.isUncertain) == won.map(\.isUncertain))
  }

  @Test func unknownNamesAndPairs() throws {
    let text = try VisibleText(
      name: "a", bytes: Array("L’usine de Cléon produit le 7DL et le Zorglub. Geely rit.".utf8), format: .plainText)
    #expect(carmakerLinker.unknownNames(in: text).map(\.text) == ["Zorglub"])
    let sentences = carmakerLinker.sentences(in: text)
    #expect(sentences.count == 1)
    #expect(sentences[0].mentions.map(\.entity) == ["cleon-plant", "7dl"])
    #expect(sentences[0].words.map(\.folded).contains("produit"))
  }
}
