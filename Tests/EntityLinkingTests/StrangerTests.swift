import EntityLinking
import Testing

/// Names of other things in unusual ways, behind a paragraph on cars, and what looks like one of these and is a car or a maker.
@Suite struct StrangerTests {
  @Test(
    "Titles, in quotation marks or italics, are names of works",
    arguments: [
      "Her poem “The Spring at Dusk” won.", "He read \"Kneeling Horse\" aloud.", "They played <i>Spring and Sorrow</i> twice.",
      "She wrote *Espace and Time* in Rome.",
      "The quiz asked for \"Zoe\".",
    ])
  func works(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "What somebody says in quotation marks is no title",
    arguments: [
      ("“Horse makes engines,” said the dealer.", ["Horse=horse"]), ("\"They make a solid car, Dacia.\"", ["Dacia=dacia"]),
      ("The *Duster* is back.", ["Duster=duster"]),
    ])
  func speech(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.english) == expected)
  }

  @Test(
    "A capital of which nothing is known goes on with a name",
    arguments: [
      "The Irish Horse Board met.", "A prize for Spring & Lash of Hull.", "A Spring of Learning, they call it.", "The Espace Consort sang.",
      "Provost Apartments fell 2%.",
      "The mayor cut the Spring Cup.",
    ])
  func longerNames(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "People whom the catalogue does not have",
    arguments: [
      "Mrs D. Horse wrote the poem.", "Mrs Provost chaired the fête.", "Ford (Richard), a handbook.", "One dog, Duster, ran off.",
      "A girl and her goat called Spring.",
      "The Earl of Provost died.", "In Ford, Wiltshire, it rained.", "The village of Ford flooded.", "Operation Spring led to nine arrests.",
      "Zoe D. is twelve.",
    ])
  func strangers(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "En français, de même",
    arguments: [
      "Le latéral Provost est blessé.", "Un nommé Ford a témoigné.", "Les frères Dacia saluent.", "Une petite Zoé a gagné.",
      "La bière Spring sent le goudron.",
      "L’association L’Espace d’un jour recrute.", "Rendez-vous au Domaine de l’Espace.", "Le bar de l’Espace est ouvert.",
      "Jean Morel-Renault s’échappe.",
      "Le jeune Zoé D. a été reçu.", "Espace vide à louer.", "Spring, un salon de thé, a fermé.", "Duster le poney a mordu un adjoint.",
      "Le train R5 est annulé.", "Phoque anglais : SPRING.", "HIPPISME. À Vincennes, Espace a gagné d’une encolure.",
      "MUSIQUE : SPRING À L’OLYMPIA\nComplet.",
    ])
  func inconnus(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(
    "Cars all the same",
    arguments: [
      ("I’m a Renault owner now.", ["Renault=renault"]), ("That’s the daughter’s Zoe.", ["Zoe=zoe"]), ("A second-hand Zoe will do.", ["Zoe=zoe"]),
      ("A man in an old Spring waved.", ["Spring=spring"]), ("Trust me. Dacia priced it well.", ["Dacia=dacia"]),
      ("Horse, whose engines sell, hired 300.", ["Horse=horse"]), ("He drove a Duster. The Duster was red.", ["Duster=duster", "Duster=duster"]),
      ("A red Spring was seen.", ["Spring=spring"]), ("Two Dusters and a 208 1.2 diesel.", ["Dusters=duster", "208=p208"]),
    ])
  func stillCars(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.english) == expected)
  }

  @Test(
    "Des voitures malgré tout",
    arguments: [
      ("Trente Zoé s’élanceront.", ["Zoé=zoe"]), ("Spring, un succès de Dacia.", ["Spring=spring", "Dacia=dacia"]),
      ("Un vendeur Renault a été condamné.", ["Renault=renault"]), ("LES NOUVELLES ESPACE SONT LÀ, DIT LE PATRON", ["ESPACE=espace"]),
      ("Les élèves ont branché la Zoe.", ["Zoe=zoe"]),
      ("Les ouvriers d’Ampere dès lundi.", ["Ampere=ampere"]), ("Le retard de Stellantis : ACC lève le pied", ["Stellantis=stellantis", "ACC=acc"]),
    ])
  func encoreDesVoitures(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }

  @Test(
    "Where something is, and whose",
    arguments: [
      ("He lived all his life in Dieppe, on the trim line.", "Dieppe=dieppe-town"),
      ("Workers hope that the Duster will go to Dieppe next.", "Dieppe=dieppe-plant"),
      ("Les anciens de Dieppe se retrouvent.", "Dieppe=dieppe-plant"),
    ])
  func places(_ raw: String, _ expected: String) throws {
    #expect(try links(raw).contains(expected))
  }

  @Test("A town overseas stays there, unless cars are made in it")
  func overseas() throws {
    #expect(try links("Cleon, Ontario, has two churches. The mayor of Cleon was born there.") == [])
    #expect(try links("They moved to Cleon (Nova Scotia).") == [])
    #expect(try links("They moved to Cleon, Normandy.") == ["Cleon=cleon-town"])
    #expect(try links("The workers at Cleon, Ontario, assemble cars.") == ["Cleon=cleon-plant"])
  }

  /// Sixty words and more on other things, with names that are none of a car.
  private static let garden = """
    Our correspondents write from their gardens this week. Mrs D. Horse of Hull has planted beans behind the church, and a Mr T. Provost of
    Leeds asks when to sow peas. The first frost took the dahlias, she says, and the second one took the lilies that her aunt had brought from
    Crete. A mini greenhouse may help. The leaf of the plum tree curls when there is too much rain, and in spring the roots want air. The
    car park behind the old garage is open, and the truck brings soil.\n\n
    """

  @Test("Few certain names in an article leave a doubtful one doubtful")
  func fewSureNames() throws {
    let alone = "The show at Harrogate begins on Friday. The parade is led by a Spring, we hear."
    #expect(try links(Self.garden + alone) == [])
    #expect(try links(Self.garden + "Dacia and Renault sell the Duster. " + alone).contains("Spring=spring"))
  }

  @Test func clubsBearTheNameOfTheirTown() throws {
    #expect(try links("FOOTBALL. Dieppe s’impose à la 89e minute.") == [])
    #expect(try links("Football : Dieppe reçoit Lens dimanche.") == ["Dieppe=dieppe-town"])
  }

  @Test func scansAreOfThePast() throws {
    let scan = "On fabri-\nquait alors la Renault 5 dans l’ate-\nlier. Le directeur vou-\nlait davantage."
    #expect(try links(scan) == ["Renault 5=r5-1972"])
  }
}
