import ArticleText
import EntityLinking
import Testing

/// What stands right beside a name, joined to it, and says which of its readings is meant or that it is none.
@Suite struct CompanionTests {
  private static let linker = makeLinker(
    carmakers + [
      CatalogueEntry(id: "valbrune", type: "place", name: "Valbrune", aliases: ["ville de Valbrune"]),
      CatalogueEntry(id: "le-mans-town", type: "place", name: "Le Mans", links: ["le-mans-plant"]),
      CatalogueEntry(id: "golf", type: "vehicle", name: "Volkswagen Golf", aliases: ["Golf"]),
      CatalogueEntry(id: "sandero", type: "vehicle", name: "Dacia Sandero", aliases: ["Sandero"], links: ["dacia"]),
    ])

  private func found(_ raw: String) throws -> [String] { try links(raw, with: Self.linker) }

  @Test(
    "A brand joined to one of its own group is the brand, though the sentence speaks of shares; what belongs to a group is the group’s",
    arguments: [
      ("Analysts said that Dacia and Renault sold well.", "Renault=renault"), ("Besides Renault and Dacia, nobody sells it.", "Renault=renault"),
      ("Les analystes voient Renault et Alpine monter en gamme.", "Renault=renault"),
      ("Les analystes et le conseil d’administration de Renault et Dacia se taisent.", "Renault=renault-group"),
      ("Analysts said that Renault and Stellantis fell.", "Renault=renault-group"),
    ])
  func sisters(_ raw: String, _ expected: String) throws {
    #expect(try found(raw).contains(expected))
  }

  @Test(
    "What is called a brand behind a comma is no team",
    arguments: [
      ("The Alpine F1 Team cut jobs, and Alpine, the small French sports car brand, takes some of the drivers.", "Alpine=alpine"),
      ("L’Alpine F1 Team licencie : Alpine, la petite marque de Dieppe, reprend des pilotes.", "Alpine=alpine"),
      ("The Alpine F1 Team raced at the Grand Prix. Alpine, a team without a brand, has two drivers on the podium.", "Alpine=alpine-team"),
    ])
  func appositions(_ raw: String, _ expected: String) throws {
    #expect(try found(raw).contains(expected))
  }

  @Test(
    "A town is named without half of the noun before it, but not where only a prefix precedes",
    arguments: [
      ("Le centre-ville de Valbrune est calme.", "Valbrune=valbrune"), ("L’ex-ville de Valbrune est calme.", "ville de Valbrune=valbrune"),
      ("La ville de Valbrune est calme.", "ville de Valbrune=valbrune"),
    ])
  func halves(_ raw: String, _ expected: String) throws {
    #expect(try found(raw) == [expected])
  }

  @Test(
    "A surname joined by & to a name that nobody knows is that of a firm",
    arguments: [
      ("François Provost dirige Renault Group. Le cabinet Provost & Salviac plaide.", 2),
      ("François Provost dirige Renault Group. Salviac & Provost plaide.", 2),
      ("François Provost dirige Renault Group. Provost & de Meo plaident.", 4),
    ])
  func firms(_ raw: String, _ count: Int) throws {
    #expect(try found(raw).count == count)
  }

  @Test(
    "As many as a word says, beside as many others, are cars",
    arguments: [
      ("On a croisé deux 208, trois Sanderos et un chien.", ["208=p208", "Sanderos=sandero"]), ("On a compté trois 208 moutons et un chien.", []),
      ("On a croisé deux 208 et une Sandero.", ["208=p208", "Sandero=sandero"]),
    ])
  func counts(_ raw: String, _ expected: [String]) throws {
    #expect(try found(raw) == expected)
  }

  @Test(
    "Sales that rose are no flower",
    arguments: [
      ("Car sales at Ford held up, and orders of the Golf rose by a fifth.", true), ("Ford held up. She planted a Golf rose near the wall.", false),
    ])
  func rises(_ raw: String, _ isCar: Bool) throws {
    #expect(try found(raw).contains("Golf=golf") == isCar)
  }

  @Test("Where a paragraph tells of races, a place is a town")
  func races() throws {
    let raw = "Rallye : le pilote et son copilote en tête du championnat. Vue en juin au Mans, elle pointe au rang 12."
    #expect(try found(raw) == ["Mans=le-mans-town"])
    let judgements = Self.linker.judgements(in: try VisibleText(name: "a", bytes: Array(raw.utf8), format: .plainText))
    let reason = judgements.last?.candidates.first?.reasons.first { $0.cue == .racingTown }
    #expect(reason?.words.map(\.text).contains("copilote") ?? false)
  }

  @Test func sistersSayWhy() throws {
    let mentions = try link("Analysts said that Dacia and Renault sold well.", with: Self.linker)
    #expect(mentions.last?.why.contains { $0.cue == .coordinatedBrand && $0.weight > 0 } ?? false)
  }
}
