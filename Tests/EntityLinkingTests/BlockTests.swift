import ArticleText
import EntityLinking
import Testing

@testable import Sillage

private let story =
  "L’usine de Cléon livre l’Alpine A390 ; Ampère, né à Lyon, non. Renault et la Škoda « ID.3 » oui : voir www.renault.fr, dit Horse."

/// Text is read in blocks of 64 bytes, and words in pieces of eight: where they end makes no difference.
@Suite struct BlockTests {
  @Test(arguments: ["x", "é", "…", "\u{301}"])
  func placesMoveWithTheText(padding: String) throws {
    let candidates = carmakerLinker.candidates(in: Array(story.utf8))
    let mentions = try link(story)
    #expect(candidates.count >= 5 && mentions.count >= 3)
    for count in 1...70 {
      let before = String(repeating: padding, count: count) + "\n\n"
      let moved = carmakerLinker.candidates(in: Array((before + story).utf8))
      let bytes = before.utf8.count
      #expect(
        moved.map { "\($0.start - bytes) \($0.end - bytes) \($0.form)" }
          == candidates.map { "\($0.start) \($0.end) \($0.form)" }, "\(count)")
      let shift = before.unicodeScalars.count
      let found = try link(before + story)
      #expect(
        found.map { "\($0.start - shift) \($0.end - shift) \($0.text) \($0.entity)" }
          == mentions.map { "\($0.start) \($0.end) \($0.text) \($0.entity)" }, "\(count)")
    }
  }

  @Test("Words are read eight blocks at a time, which may end in any of them") func piecesMayEndAnywhere() throws {
    let mentions = try link(story)
    for count in 370...515 {
      let found = try link(String(repeating: "-", count: count) + "\n\n" + story)
      #expect(
        found.map { "\($0.start - count - 2) \($0.text) \($0.entity)" } == mentions.map { "\($0.start) \($0.text) \($0.entity)" }, "\(count)")
    }
  }

  @Test func aTextMayEndAnywhere() {
    let bytes = Array(story.utf8)
    for end in bytes.indices where bytes[end] & 0xC0 != 0x80 {
      let start = Array(bytes[..<end])
      let longer = start + Array(repeating: UInt8(ascii: "\n"), count: 90)
      #expect(carmakerLinker.candidates(in: start) == carmakerLinker.candidates(in: longer), "\(end)")
    }
  }

  @Test(arguments: ["Étienne", "À Lyon, il", "Ça", "Œuvre", "Emile"])
  func aSentenceBeginsWithAnyCapital(_ word: String) throws {
    let raw = "La Dacia Spring suit la Renault 5 E-Tech. \(word) préfère Peugeot et Stellantis."
    let text = try VisibleText(name: "a", bytes: Array(raw.utf8), format: .plainText)
    #expect(carmakerLinker.sentences(in: text).map(\.mentions.count) == [2, 2])
  }

  @Test func aPhraseOfCuesHasAnOrder() throws {
    let known = LinkingKnowledge.builtIn.table
    let table = CueTable(
      words: known.words, formCues: [CueTable.FormCue("renault", before: ["bien connu"], weight: -90)], weights: known.weights)
    let linker = Linker(catalogue: Catalogue(entries: carmakers), cues: table)
    #expect(try links("Le bien connu Renault.", with: linker) == [])
    #expect(try links("Le connu bien Renault.", with: linker) == ["Renault=renault"])
  }
}
