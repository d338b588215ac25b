import ArticleText
import Testing

@testable import EntityLinking
@testable import Sillage

/// An article on cars, long enough that its surroundings are asked; a sentence is put before it.
private let story = """
  La marque Dacia livre cette semaine ses voitures à ses clients, et la marque Peugeot fait de même avec les siennes. Le marché reste calme, les
  concessionnaires attendent les commandes du printemps prochain et les prix des batteries baissent encore un peu. Chacun observe son voisin, et les
  acheteurs comparent les autonomies annoncées avant de signer un bon de commande pour leur prochaine voiture électrique.
  """

@Suite struct CollocationTests {
  private func linker(_ table: String, limit: Int, against: Int?) -> Linker {
    var cues = LinkingKnowledge.builtIn.table
    cues.collocations = Collocations(text: Array(table.utf8))
    (cues.weights[.collocation], cues.weights[.contraryCollocation]) = (limit, -(against ?? limit))
    return Linker(catalogue: Catalogue(entries: carmakers), cues: cues)
  }

  private func first(_ sentence: String, _ table: String, limit: Int = 40, against: Int? = nil) throws -> Judgement {
    let text = try VisibleText(name: "a", bytes: Array((sentence + "\n\n" + story).utf8), format: .plainText)
    return try #require(linker(table, limit: limit, against: against).judgements(in: text).first)
  }

  @Test("A line is a weight, a subject, a place and what stands there; others say nothing")
  func lines() {
    let table = Collocations(text: Array("# 12 mention before la\n-120 mention before la\n\n7\nx mention after b\n33 site always\n40000 mention always".utf8))
    let word = Collocation(.before, WordHash.of("la"))
    #expect(table[word.key(of: CollocationSubject.mention.places)] == -120)
    #expect(table[word.key(of: CollocationSubject.site.places)] == 0)
    #expect(table[Collocation(.after, WordHash.of("b")).key(of: CollocationSubject.mention.places)] == 0)
    #expect(table[CollocationSubject.site.start] == 33)
    #expect(table[CollocationSubject.mention.start] == 0)
    #expect(Collocations(text: []).isEmpty && !table.isEmpty)
  }

  @Test("Thousandths are added up and rounded, and count no more than the limit")
  func sums() throws {
    let sentence = "Mobilize prépare une recette de cuisine."
    let bare = try first(sentence, "")
    #expect(bare.total >= 10 && bare.total <= 90)
    let told = try first(sentence, "-94 mention inSentence recette\n-80 mention after prepare\n18 mention always\n")
    #expect(told.total == bare.total - 16)
    let cue = try #require(told.reasons.last)
    #expect(cue.cue == .contraryCollocation && cue.weight == -16)
    #expect(cue.words.map(\.text) == ["prépare", "recette"])
    #expect(try first(sentence, "-900 mention after prepare\n").total == bare.total - 40)
    #expect(try first(sentence, "900 mention after prepare\n", limit: 25).total == bare.total + 25)
    #expect(try first(sentence, "900 mention after prepare\n", limit: 0).total == bare.total)
    #expect(try first(sentence, "900 mention after prepare\n", limit: -60).total == bare.total)
  }

  @Test("A plain name is asked of only where what is known of the name alone leaves a doubt")
  func plainNames() throws {
    let sentence = "Hier, Peugeot a présenté une voiture."
    let bare = try first(sentence, "", limit: 30).total
    #expect(bare == 85)
    let against = "-900 mention after a\n"
    #expect(try first(sentence, against, limit: 30, against: 40).total == bare)
    let doubt = against + "-210 mention form peugeot\n"
    let told = try first(sentence, doubt, limit: 30, against: 40)
    #expect(told.total == bare - 40 && told.reasons.contains { $0.cue == .contraryCollocation })
    #expect(try first(sentence, doubt, limit: 30, against: 30).total == bare)
  }

  @Test("Each kind of thing is read where it stands")
  func places() throws {
    let sentence = "Ce soir Mobilize et, dit-on, une recette de cuisine."
    let bare = try first(sentence, "").total
    #expect(bare >= 10 && bare <= 90)
    for line in [
      "form mobilize", "written mobilize Aa", "kinds b Aa", "elsewhere -c Aa", "before soir", "before2 ce", "before3 ^", "after et", "after2 dit",
      "after3 on", "kindsBefore b soir", "kindsBefore2 b ce", "kindsAfter b et", "kindsAfter2 b dit", "formBefore mobilize soir",
      "formAfter mobilize et", "classAfter conjunction", "kindsClassAfter b conjunction", "shapeBefore a Aa", "shapeBefore2 Aa Aa",
      "shapeAfter a Aa", "shapeAfter2 a Aa", "shapes a Aa a", "signBefore blank a Aa", "signAfter blank a Aa", "signs blank blank b",
      "inSentence cuisine", "classInSentence b conjunction", "classAround automotive",
    ] {
      #expect(try first(sentence, "-120 mention \(line)\n").total == bare - 12, "\(line)")
    }
    #expect(try first(sentence, "-120 mention inSentence dacia\n").total == bare)
    #expect(try first(sentence, "-120 mention around cuisine\n").total == bare)
  }

  @Test("Of a site and its town, what stands around says which")
  func senses() throws {
    let sentence = "On parle de Cléon dans le train."
    let plain = try first(sentence, "")
    let toward = try first(sentence, "600 site around train\n")
    let away = try first(sentence, "-600 site around train\n")
    func lead(_ judgement: Judgement) -> Int {
      let totals = Dictionary(uniqueKeysWithValues: judgement.candidates.map { ($0.entity, $0.total) })
      return totals["cleon-plant", default: 0] - totals["cleon-town", default: 0]
    }
    #expect(lead(toward) == lead(plain) + 60 && lead(away) == lead(plain) - 60)
    #expect(toward.candidates[0].entity == "cleon-plant" && away.candidates[0].entity == "cleon-town")
    #expect(toward.candidates[0].reasons.contains { $0.cue == .senseCollocation && $0.words.map(\.text) == ["train"] })
  }

  @Test("The text of a hash is told where it is short or the name of a class")
  func texts() {
    for text in ["a", "Aa+!", "«", "paragraph", "masculineNoun", "renault4"] { #expect(CollocationSigns.text(of: WordHash.of(text)) == text) }
    #expect(CollocationSigns.text(of: WordHash.of("concessionnaire")) == nil)
    #expect(CollocationSigns.text(of: WordHash.of("a b")) == nil)
  }

  @Test("What the program comes with is read whole")
  func shipped() {
    let text = BuiltInCues.collocationText
    let lines = text.split(separator: 0x0A).filter { $0.first != 0x23 }
    #expect(lines.count > 10_000)
    let table = Collocations(text: text)
    #expect(table.count == lines.count)
    #expect(table[Collocation(.classBefore, WordHash.of("title")).key(of: CollocationSubject.mention.places)] < 0)
  }
}
