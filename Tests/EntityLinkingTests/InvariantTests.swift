import ArticleText
import EntityLinking
import Foundation
import TestKit
import Testing

private let story = """
  L’usine de Cléon produit le moteur 7DL de l’Alpine A390, annonce Ampère, filiale de Renault.

  À Dieppe, le maire accueille François Provost. La Škoda et la Dacia Spring roulent ; M. Provost préfère une Renault 5 E-Tech.
  Horse et Geely livrent des moteurs. Peugeot lance la 208, dit Stellantis.
  """

@Suite struct InvariantTests {
  /// The entities in order, and the spans with accents and blanks made equal.
  private func gist(_ raw: String, with linker: Linker = carmakerLinker) throws -> [String] {
    try link(raw, with: linker).map { mention in
      #expect(slice(raw, mention.start, mention.end) == mention.text)
      let text = mention.text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        $0.properties.canonicalCombiningClass == .notReordered
      }
      let plain = String(String.UnicodeScalarView(text)).replacing("\u{A0}", with: " ").replacing("\r\n", with: "\n")
      return "\(plain)=\(mention.entity)"
    }
  }

  @Test func writingVariationsChangeNothing() throws {
    let expected = try gist(story)
    #expect(expected.count == 16)
    #expect(try gist(story.decomposedStringWithCanonicalMapping) == expected)
    #expect(try gist(story.replacing("\n", with: "\r\n")) == expected)
    #expect(try gist(story.replacing("’", with: "'")) == expected)
    #expect(try gist(story.replacing(" ", with: "\u{A0}")) == expected)
    #expect(try gist(story + "\n\nUn dernier mot, sans nom.") == expected)
    #expect(try gist("\u{FEFF}" + story) == expected)
    #expect(try gist(story.replacing("-", with: "\u{2010}")).map { $0.replacing("\u{2010}", with: "-") } == expected)
    #expect(try gist(story.replacing("-", with: "–")).map { $0.replacing("–", with: "-") } == expected)
  }

  @Test func aPostIsTheSameInComposedAndDecomposedLetters() throws {
    let post = "Zoé a écrit :\nLa R5 sans hésiter, dit Renault.\n\nProvost a\u{A0}écrit\u{A0}:\nLa Škoda de Cléon."
    let expected = try gist(post)
    #expect(expected == ["R5=r5", "Renault=renault", "Skoda=skoda", "Cleon=cleon-town"])
    #expect(try gist(post.decomposedStringWithCanonicalMapping) == expected)
  }

  @Test func markupAroundAParagraphChangesNothing() throws {
    let entities = try link(story).map(\.entity)
    let html = "<p>" + story.replacing("\n\n", with: "</p><p>") + "</p>"
    #expect(try link(html, format: .html).map(\.entity) == entities)
    #expect(try link(story, format: .markdown).map(\.entity) == entities)
  }

  @Test func theOrderOfTheCatalogueChangesNothing() throws {
    let expected = try link(story)
    var random = SeededRandom(seed: 7)
    for _ in 0..<10 {
      let shuffled = carmakers.shuffled(using: &random).map { entry in
        var entry = entry
        entry.aliases.shuffle(using: &random)
        entry.links.shuffle(using: &random)
        return entry
      }
      #expect(try link(story, with: makeLinker(shuffled)) == expected)
    }
  }

  @Test func unrelatedNamesChangeNothing() throws {
    let expected = try link(story)
    let strangers = (0..<5_000).map {
      CatalogueEntry(id: "zz-\($0)", type: "company", name: "Xyloqux \($0) Works", aliases: ["Qwv\($0)zz"])
    }
    #expect(try link(story, with: makeLinker(carmakers + strangers)) == expected)
  }

  /// Random texts of names, marks and halves of names: nothing traps, spans are in order and in the text.
  @Test func randomTextsKeepTheirSpans() throws {
    let pieces = [
      "Renault", "Alpine", "A390", "7DL", "7", "DL", " ", " ", " ", "\n", "\n\n", "-", "-\n", "’", "*", "**", "_", "`", "<b>",
      "&eacute;", "\u{301}", "💡", "usine", " de ", "Cléon", "208", ".", ", ", "@", "#", "R", "5", "E-Tech", "\r\n", "(", "ß", "Œ",
      "\u{AD}", "\u{200B}", "Provost", "M. ", "le ", "LE MANS",
    ]
    var random = SeededRandom(seed: 11)
    for round in 0..<300 {
      let raw = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      for format in ArticleFormat.allCases where format != .pdf {
        var end = 0
        for mention in try link(raw, format: format) {
          #expect(mention.start >= end && mention.end > mention.start, "round \(round)")
          #expect(slice(raw, mention.start, mention.end) == mention.text)
          end = mention.end
        }
        #expect(end <= raw.unicodeScalars.count)
      }
    }
  }

  @Test(arguments: [
    "Renault ", "usine de ", "Renault 5 ", "re-\n", "A 3", "Alpine et ", "« ", "R5 en 1972. ", "l’", "\u{301}", "Dieppe, ",
    "the Renault Alliance ", "MINI ", "SMART R 5 RÉGIE ", "LES AMPÈRES ", "PROVOST ", "LES MINI SONT LA. ", "208 ",
  ])
  func repeatedInputIsLinear(_ piece: String) throws {
    func time(_ count: Int) throws -> Duration {
      let text = try VisibleText(
        name: "a", bytes: Array(String(repeating: piece, count: count).utf8), format: .plainText)
      return ContinuousClock().measure { _ = carmakerLinker.mentions(in: text) }
    }
    _ = try time(100)
    let (short, long) = (try time(4_000), try time(16_000))
    #expect(long < short * 8 + .milliseconds(200), "\(short) then \(long)")
  }

  @Test func aHundredThousandNamesOfOneBrand() throws {
    #expect(try link(String(repeating: "Renault ", count: 100_000)).count == 100_000)
  }

  @Test func anEmptyCatalogueLinksNothing() throws {
    #expect(try link(story, with: makeLinker([])) == [])
  }

  @Test func entriesDecodeWithoutTheirLists() throws {
    let json = #"[{"id":"a","type":"brand","name":"A"},{"id":"b","type":"Plant","name":"B","links":["a"],"aliases":["Bé"]}]"#
    let entries = try JSONDecoder().decode([CatalogueEntry].self, from: Data(json.utf8))
    #expect(entries[0] == CatalogueEntry(id: "a", type: "brand", name: "A"))
    #expect(entries[1].aliases == ["Bé"] && entries[1].nicknames == [] && entries[1].links == ["a"])
    #expect(EntityKind(type: "Plant") == .site && EntityKind(type: "Unheard") == .other)
  }

  @Test func repeatedIdsAreJoined() throws {
    let entries = [
      CatalogueEntry(id: "x", type: "brand", name: "Zastava"), CatalogueEntry(id: "x", type: "brand", name: "Yugo"),
    ]
    #expect(Catalogue(entries: entries).entries.map(\.name) == ["Yugo"])
    #expect(try links("Zastava et Yugo", with: makeLinker(entries)) == ["Zastava=x", "Yugo=x"])
  }
}
