import EntityLinking
import Testing

/// Names that somebody or something else bears, in texts on cars, and cars that look like that.
@Suite struct BearerTests {
  @Test(arguments: [
    "His dog Duster ran away.", "The Spring Quartet plays Haydn.", "Horse Consulting moved to Leeds.", "The ferry Spring was late.",
    "Horse & Sons, of Lewes, printed it.", "Ford, 34, of Leeds, denied the charge.", "Ford’s uncle ran the chip shop.",
    "Clare Ford won by 200 votes.",
    "HMS Spring was sunk in 1942.", "The Horse & Groom has a new landlord.", "The Duster sisters sang.", "Espace, by Ali Smith, is a slim book.",
    "Zoe Hartnell, 24, wore cream.", "The teachers’ Horse called off its strike.", "Duster, a parrot, learned to whistle.",
    "He was found in Ford, near Arundel.",
    "No spring model was smart enough.", "Call the 24 Hours of Le Mans.", "J. P. Ford signed the letter.",
  ])
  func somebodyElse(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(arguments: [
    "Le voilier Espace a gagné la régate.", "Spring, le chanteur, a salué.", "La boucherie Peugeot fête ses cent ans.",
    "Le rugbyman Provost est blessé.",
    "L’association recrute : la revue Espace paraît.", "Tante Zoé a fait un gâteau.", "Née Ford, elle vit à Lyon.",
    "Voir /tag/renault/essais pour la suite.",
    "Zoé, âgée de 9 ans, a gagné.", "↳ Les Amis de Dacia • 3 h\nBien vu.",
  ])
  func quelquUnDAutre(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(arguments: [
    ("Horse, the engine maker, hired 300 people.", ["Horse=horse"]), ("The Duster Journey police car is here.", ["Duster=duster"]),
    ("Spring production ends this month.", ["Spring=spring"]), ("Zoe drivers are loyal.", ["Zoe=zoe"]),
    ("The Hartley Ford dealership closed.", ["Ford=ford"]),
    ("Two 208s and an A390 were parked outside.", ["208s=p208", "A390=a390"]), ("Espace or 208?", ["Espace=espace", "208=p208"]),
    ("The 208 a lovely car? Yes.", ["208=p208"]), ("Tom’s Zoe has no charger.", ["Zoe=zoe"]), ("In Tokyo Ford rose.", ["Ford=ford"]),
  ])
  func car(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.english) == expected)
  }

  @Test(arguments: [
    ("La première 208 à succès date de 2012.", ["208=p208"]), ("La 208 m’a plu.", ["208=p208"]),
    ("Budget serré, 208 diesel ou autre ?", ["208=p208"]),
    ("Ma sœur n’a pas de Zoe.", ["Zoe=zoe"]), ("Zoe en 1.5 dCi, cela n’existe pas.", ["Zoe=zoe", "1.5 dCi=k9k"]),
    ("Spring sans hésiter !", ["Spring=spring"]),
    ("Spring contre Espace, le match.", ["Spring=spring", "Espace=espace"]), ("Horse se prépare à la Bourse.", ["Horse=horse"]),
  ])
  func voiture(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }

  @Test(
    "A line of capitals is about what stands below it",
    arguments: [
      ("FORD ELECTED AS MAYOR\nSusan Ford won by nine votes.", []),
      ("FORD CUTS MORE JOBS\nThe carmaker Ford closes a plant.", ["FORD=ford", "Ford=ford"]),
      ("CHEAPEST SPRING SO FAR\nThe Dacia Spring costs less than any car.", ["SPRING=spring", "Dacia Spring=spring"]),
    ])
  func headings(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw) == expected)
  }

  @Test("Everyday words that end in half a word are none")
  func halfWords() throws {
    #expect(try links("Une voiture de la Dacia-\nmania. Le Spring-\nboks a gagné.") == ["Dacia=dacia"])
  }

  @Test(arguments: [
    ("Il est descendu jusqu’à Dieppe par la côte.", "dieppe-town"), ("Le train entre Rouen et Dieppe est supprimé.", "dieppe-town"),
    ("Il est venu de Dieppe en train.", "dieppe-town"), ("Elle quitte Dieppe, ville de pêche.", "dieppe-town"),
    ("Le directeur de Dieppe part en juin.", "dieppe-plant"), ("Elle connaît Cléon, où l’on usine des moteurs.", "cleon-plant"),
    ("Le Théâtre de la Vigie de Dieppe rouvre.", "dieppe-town"), ("On a vu Dieppe et ses plages.", "dieppe-town"),
  ])
  func places(_ raw: String, _ expected: String) throws {
    #expect(try link(raw).map(\.entity) == [expected])
  }

  @Test(arguments: [
    ("La Renault 12, que la Bourse ignora, fut roumaine.", ["renault"]), ("At home Alpine finished sixth, the car was slow.", ["alpine-team"]),
    ("Une R5 restaurée a défilé.", ["r5-1972"]),
  ])
  func senses(_ raw: String, _ expected: [String]) throws {
    #expect(try link(raw).map(\.entity) == expected)
  }
}
