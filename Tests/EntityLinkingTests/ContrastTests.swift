import ArticleText
import EntityLinking
import Testing

/// Things and people told apart by what is said beside them, with for each kind the contrary.
@Suite struct ContrastTests {
  @Test(
    "What is told apart from a car or a maker is none",
    arguments: [
      "The Spring and Autumn club meets on Tuesdays.", "– Ford, Mrs. Dolores, 66, of Zion.", "The mare Duster of Kildare won by a neck.",
      "Alpine weekends were in the contract.", "Ford v Chief Constable was adjourned.", "R v Ford was adjourned.",
      "The Dacia Football Club plays at noon.", "The Duster sailed from Hull.",
      "Ann Provost, a nurse, spoke for Mr Provost (no, not that one).",
    ])
  func others(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "En français, de même",
    arguments: [
      "L’Union sportive de Mulhouse reçoit Laon.", "Le Cercle nautique de Dieppe fête ses cent ans.", "HIPPISME : « DUSTER DU PERCHE » GAGNE À CAEN",
      "M. Provost (« pas François ») tient le tabac.", "M. de Meo (« pas Luca ») a réparé la chaudière.",
      "Le Spring, celui qui fleurit, sent bon.", "Sur 500 bus, 208 en hybride roulent encore.", "La ligne R5 dessert la clinique.",
      "Le juge Renault a tranché hier.", "Zoé 7 ans, Léa 4 ans.",
      "Le docteur Anne Provost opère. Le docteur Provost a signé.",
    ])
  func autres(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(
    "Cars and makers beside the same words",
    arguments: [
      ("She has the Spring, but the front spring broke.", ["Spring=spring"]), ("Alpine dealers are furious.", ["Alpine=alpine"]),
      ("– Ford, Mr. Farley said, will cut shifts.", ["Ford=ford"]),
      ("We looked at a spring 45, a Duster and a van.", ["spring=spring", "Duster=duster"]),
    ])
  func cars(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.english) == expected)
  }

  @Test(
    "Les voitures, en français",
    arguments: [
      ("Sinon 208 en essence, rien de mieux.", ["208=p208"]), ("La Spring, la voiture, arrive de Chine.", ["Spring=spring"]),
      ("« Zoe 2 : le prix fâche », titre un site.", ["Zoe=zoe"]), ("L’Alpine de mon voisin dort là.", ["Alpine=alpine"]),
      ("Bernstein juge Dacia en avance.", ["Dacia=dacia"]), ("L’Espace de route a huit roues.", ["Espace=espace"]),
      ("ACC, la société commune de deux groupes, recrute.", ["ACC=acc"]),
    ])
  func voitures(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }

  @Test("Whose car it is tells, in a text on other things, too")
  func owners() throws {
    let elsewhere = String(repeating: "The choir sang in the old hall, and the rain came through the roof again. ", count: 6)
    #expect(try links(elsewhere + "My sister has a Spring and loves it.") == ["Spring=spring"])
    #expect(try links(elsewhere + "The vicar’s Spring is wet.") == ["Spring=spring"])
    #expect(try links(elsewhere + "The vicar’s Spring Fair is on Saturday.") == [])
    #expect(try links(elsewhere + "The poet has a spring in his step.") == [])
  }

  @Test("Somebody who is denied to be the one whom the catalogue has, beside whom that one is named")
  func denied() throws {
    #expect(try links("M. Provost (non, pas François Provost) tient le tabac.", behind: TextOnCars.french) == ["François Provost=provost"])
  }

  @Test("Part of a company is of the group, and a part of its cars is of the brand")
  func parts() throws {
    #expect(try links("61 % des Renault immatriculées viennent de loin.") == ["Renault=renault"])
    #expect(try links("15 % de Renault sont à l’État.") == ["Renault=renault-group"])
    #expect(try links("Un tiers de Renault appartenait à l’État.") == ["Renault=renault-group"])
  }

  @Test("Towns by days off and by what is theirs, and sites by what burns there")
  func places() throws {
    #expect(try links("Je vais voir un Duster samedi à Dieppe.").last == "Dieppe=dieppe-town")
    #expect(try links("Le lycée professionnel de Dieppe ouvre lundi.", behind: TextOnCars.french) == ["Dieppe=dieppe-town"])
    let fire = try links("INCENDIE À CLÉON : L’ATELIER DES ROTORS DÉTRUIT\nLes salariés de Renault attendent.")
    #expect(fire.first == "CLÉON=cleon-plant")
    #expect(try links("INCENDIE À DIEPPE : UNE ÉCOLE ÉVACUÉE", behind: TextOnCars.french) == ["DIEPPE=dieppe-town"])
  }

  @Test("Sites by goods on their way, and towns by what is closed there")
  func ways() throws {
    #expect(try links("Les voitures de Dieppe partent en train.", behind: TextOnCars.french) == ["Dieppe=dieppe-plant"])
    #expect(try links("Les vacanciers de Dieppe arrivent en train.", behind: TextOnCars.french) == ["Dieppe=dieppe-town"])
    #expect(try links("La fermeture de la poste inquiète Cléon.", behind: TextOnCars.french) == ["Cléon=cleon-town"])
    #expect(try links("La fermeture de la ligne inquiète Cléon.", behind: TextOnCars.french) == ["Cléon=cleon-plant"])
  }

  @Test("A team scores, and a brand is called one")
  func teams() throws {
    #expect(try links("Alpine marque deux points au Grand Prix de Monza.", behind: TextOnCars.french) == ["Alpine=alpine-team"])
    #expect(try links("Alpine, marque de Renault Group, recrute.").first == "Alpine=alpine")
  }

  @Test("A number alone in a cell counts where the cell before it is of numbers, too")
  func cells() throws {
    let rows = [("Duster", "2012–2016", "208"), ("Spring", "2021–2023", "450")]
    let table = rows.map { "<tr><td>\($0.0)</td><td>\($0.1)</td><td>\($0.2)</td></tr>" }.joined(separator: "\n")
    #expect(try links("<p>Dacia rappelle des voitures.</p><table>\(table)</table>", format: .html).contains { $0.hasPrefix("208") } == false)
    let models = "<table><tr><td>208</td><td>6 655</td></tr>\n<tr><td>Duster</td><td>5 910</td></tr>\n<tr><td>Spring</td><td>310</td></tr></table>"
    #expect(try links("<p>Ventes de Peugeot et de Dacia.</p>\(models)", format: .html).contains("208=p208"))
  }
}
