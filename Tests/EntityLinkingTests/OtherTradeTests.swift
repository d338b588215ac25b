import EntityLinking
import Testing

/// Firms of other trades, bodies, works teams and people whose name is that of a maker or a car, and makers that look like them.
@Suite struct OtherTradeTests {
  @Test(
    "What stands behind a name, or is said of it, is of another trade",
    arguments: [
      "Škoda Transportation will build the trams.", "Peugeot Homes built the estate.", "Ford Merchant Navigation lost a cargo.",
      "The Duster Toolmakers’ Guild meets.", "Sing for the Alpine Choral Foundation.", "The Spring Rally Cup ends in Kent.",
      "Alpine, the car-stereo maker, is for sale.", "Alpine (the hi-fi people) played loud.", "Ampere, the chip designer, was bought.",
      "Horse, the Norwegian pop band, split up.", "Peugeot is a biscuit maker.", "The wine importer Alpine went bust.",
      "He drank a glass of Renault.", "Renault cognac is back.", "Dacia Stadium was full.", "The Ford Tigers lost.",
      "Peugeot lost to Busan 2-1.",
    ])
  func others(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "En français, de même",
    arguments: [
      "Alpine, le fabricant d’autoradios, recrute.", "Le brasseur Peugeot a vendu ses cafés.", "La chaîne de magasins Espace liquide.",
      "Une barre Peugeot, merci.", "Il boit un verre de Renault.", "Peugeot Saveurs vend des moulins.", "Alerte dans le golfe du Losange.",
      "Chez Garage de l’Espace, on attend.", "La mairie de Ford fait creuser un puits.", "Le juriste Renault plaida.",
      "L’association quitte le quai de l’Espace.",
    ])
  func autres(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(
    "Makers, whatever they make",
    arguments: [
      ("Peugeot Expert vans sell well.", ["Peugeot=peugeot"]), ("Ford, the carmaker, is no sponsor.", ["Ford=ford"]),
      ("Alpine, the sports-car brand, hires.", ["Alpine=alpine"]), ("Škoda Octavia drivers pay less.", ["Škoda=skoda"]),
      ("Ford appointed a new chief executive.", ["Ford=ford"]), ("One of those Fords with wooden doors was sold.", ["Fords=ford"]),
      ("Ford of Europe cuts jobs.", ["Ford=ford"]), ("Beneath stained glass of Renault workers, he sang.", ["Renault=renault"]),
    ])
  func makers(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.english) == expected)
  }

  @Test(
    "Les marques, en français",
    arguments: [
      ("Alpine, la marque sportive, recrute.", ["Alpine=alpine"]), ("Sur la Zoe, un courtier a calculé une décote.", ["Zoe=zoe"]),
      ("Le style de Renault, aux côtés de la Zoe, change.", ["Renault=renault", "Zoe=zoe"]),
    ])
  func marques(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }

  @Test(
    "People told by what befalls them, and by their name elsewhere",
    arguments: [
      "Ford was jailed for arson.", "“I am not one of those Fords,” she said.", "We are no relation to the Peugeots.",
      "Ann Ford runs the inn. Ford said it was full.", "Paul de Meo plays the oboe.",
    ])
  func people(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test("A line of capitals is about what stands first below it")
  func headings() throws {
    #expect(try links("FORD RETIRES AT 39\nThe midfielder Keisuke Ford goes home.", behind: TextOnCars.english) == [])
    #expect(try links("DIEPPE FAIR OFF\nOntario’s Dieppe has no sap this year.", behind: TextOnCars.english) == [])
    #expect(try links("DIEPPE RECRUTE\nLa manufacture cherche des soudeurs.", behind: TextOnCars.french).contains("DIEPPE=dieppe-plant"))
  }

  @Test("Towns by what is theirs, and by how one goes there")
  func towns() throws {
    #expect(try links("They loved it in Dieppe, whose mayor danced.", behind: TextOnCars.english) == ["Dieppe=dieppe-town"])
    #expect(try links("Dimanche, voyage des anciens à Dieppe.", behind: TextOnCars.french) == ["Dieppe=dieppe-town"])
  }
}
