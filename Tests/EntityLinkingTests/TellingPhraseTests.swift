import EntityLinking
import Testing

/// Words that are cars or makers by what is said of them alone: in posts, lists, headlines, and of goods and money.
@Suite struct TellingPhraseTests {
  @Test(
    "Small words in posts",
    arguments: [
      ("Same on my spring. Reset it.", ["spring=spring"]), ("Found a tidy spring with new tyres.", ["spring=spring"]),
      ("Her Zoe is fine. He had a spring, no regrets.", ["Zoe=zoe", "spring=spring"]),
      ("Hers is a Zoe, mine’s a spring.", ["Zoe=zoe", "spring=spring"]),
      ("Why not a Spring?", ["Spring=spring"]),
    ])
  func posts(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.english) == expected) }

  @Test(
    "En français, de même",
    arguments: [
      ("Même panne sur mon espace.", ["espace=espace"]), ("Je tracte le bateau avec un espace et ça tient.", ["espace=espace"]),
      ("Merci. Et un espace ?", ["espace=espace"]), ("Vends espace 2.0 dci.", ["espace=espace"]),
      ("Pneus neige pour espace, 19 pouces.", ["espace=espace"]),
      ("Ma Zoé va bien, mon voisin a un espace, content.", ["Zoé=zoe", "espace=espace"]),
      ("Ma Zoé dort, mon mari roule en espace.", ["Zoé=zoe", "espace=espace"]), ("L’Espace V est beau. Prends un Lodgy !", ["Espace=espace"]),
    ])
  func messages(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.french) == expected) }

  @Test(
    "What is had, sought and asked for, too",
    arguments: [
      "J’ai un espace entre les sièges.", "Même problème sur mon espace client.", "Vends espace publicitaire.", "Y a de l’espace au fond.",
      "Il y a un espace de rangement.",
    ])
  func words(_ raw: String) throws { #expect(try links(raw, behind: TextOnCars.french) == []) }

  @Test(
    "What somebody rides in, and of what kind of car a part is",
    arguments: [
      ("L’autre, qui roulait en 208 de fonction, est indemne.", ["208=p208"]), ("Elle roule en 208 depuis dix ans.", ["208=p208"]),
      ("Dans un gabarit de Zoé, c’est fort.", ["Zoé=zoe"]), ("Il a monté des jantes de 208.", ["208=p208"]),
      ("Il roule en 208 minutes.", []), ("Le conte tient en 208 pages.", []), ("Le gabarit de Zoé, la gardienne, impressionne.", []),
    ])
  func ridden(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.french) == expected) }

  @Test(
    "Prices, choices, crashes and headlines",
    arguments: [
      ("- Spring: from £14,995\n- Zoe: from £21,000", ["Spring=spring", "Zoe=zoe"]),
      ("Spring or Espace, which?", ["Spring=spring", "Espace=espace"]),
      ("ZOE HITS BUS", ["ZOE=zoe"]), ("SPRING WINS CAR OF THE YEAR", ["SPRING=spring"]), ("HORSE CUTS 550 JOBS", ["HORSE=horse"]),
      ("ACC has shelved two plants.", ["ACC=acc"]), ("ZOE HELD BY POLICE", []), ("HORSE CUTS GRASS", []), ("Spring: 24 degrees by noon.", []),
    ])
  func news(_ raw: String, _ expected: [String]) throws {
    let found = try links(raw, behind: TextOnCars.english)
    #expect(found == expected)
  }

  @Test(
    "Sites, by the goods that come from them",
    arguments: [
      ("Is it true the cars come from Dieppe?", ["Dieppe=dieppe-plant"]), ("Mine came out of Dieppe in 2012.", ["Dieppe=dieppe-plant"]),
      ("My Zoe was born in Dieppe.", ["Zoe=zoe", "Dieppe=dieppe-plant"]), ("It’s a Dieppe car, not a toy.", ["Dieppe=dieppe-plant"]),
      ("Dieppe does the vans.", ["Dieppe=dieppe-plant"]), ("My aunt came from Dieppe.", ["Dieppe=dieppe-town"]),
      ("She was born in Dieppe.", ["Dieppe=dieppe-town"]), ("It’s a Dieppe car park.", ["Dieppe=dieppe-town"]),
    ])
  func goods(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.english) == expected) }

  @Test(
    "Groups, by what they are worth and what they raise",
    arguments: [
      ("The state still has 15 per cent of Renault.", ["Renault=renault-group"]), ("Renault raised 600 million euros.", ["Renault=renault-group"]),
      ("Renault is worth less than Geely.", ["Renault=renault-group", "Geely=geely"]), ("A third of Renault buyers are women.", ["Renault=renault"]),
      ("Renault sells 15 per cent of its cars online.", ["Renault=renault"]), ("Renault is worth a second look.", ["Renault=renault"]),
    ])
  func money(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.english) == expected) }

  @Test("Meanwhile is no past")
  func meanwhile() throws {
    #expect(try links("Pendant ce temps, la R5 se vend bien.", behind: TextOnCars.french) == ["R5=r5"])
    #expect(try links("La R5 coûtait dix mille francs.", behind: TextOnCars.french) == ["R5=r5-1972"])
  }
}
