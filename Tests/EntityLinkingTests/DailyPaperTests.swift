import ArticleText
import EntityLinking
import Testing

/// What papers write every day beside names: quotation marks of all kinds, tables, counts, where people come from; with for each the contrary.
@Suite struct DailyPaperTests {
  @Test(
    "Other things and people",
    arguments: [
      "We saw ‘The Spring Awakening’ last night.", "They showed ‘Spring’ again.", "My daughter (yes, Zoe, the car came second) agrees.",
      "ACC: the Association of Cricket Clubs.", "To do: feed Duster, ring home.", "François Provost, the butcher, is in.",
      "Alpine car stereos are on test.",
    ])
  func others(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "En français, de même",
    arguments: [
      "François Provost, le boucher de Plouha, reçoit ses lettres.", "Mme veuve Espace nous a quittés.", "née Dacia Popescu, elle vivait seule.",
      "À la mairie, « L’Espace », un bronze de trois tonnes, attend.", "Il faut nourrir Duster avant midi.",
    ])
  func autres(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(
    "Cars and makers beside the same words",
    arguments: [
      ("She counted every white Spring in town.", "Spring=spring"),
      ("Horse, owned by two groups, hires.", "Horse=horse"), ("François Provost, the chairman, is in.", "François Provost=provost"),
      ("The board of ‘Dacia’ met.", "Dacia=dacia"),
    ])
  func cars(_ raw: String, _ expected: String) throws {
    #expect(try links(raw, behind: TextOnCars.english.lowercased()) == [expected])
  }

  @Test(
    "Les voitures, en français",
    arguments: [
      ("Il a contrôlé trois cents Zoé.", ["Zoé=zoe"]),
      ("Horse, détenu à 45 % par un groupe, recrute.", ["Horse=horse"]), ("elle roule en r5 e-tech maintenant", ["r5 e-tech=r5"]),
      ("Deux Espace blancs attendent dehors.", ["Espace=espace"]),
    ])
  func voitures(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }

  @Test("Figures and ranks between cars make a car of a number and of a given name")
  func figures() throws {
    #expect(try links("Zoe 7 412, 208 6 980, A390 110, dit Renault.") == ["Zoe=zoe", "208=p208", "A390=a390", "Renault=renault"])
    #expect(try links("A390 110, 208 de plus qu’en mai, dit Renault.") == ["A390=a390", "Renault=renault"])
    #expect(try links("Zoe 7 ans, Anne 8 ans.", behind: TextOnCars.french) == [])
  }

  @Test("Shares, cash and money raised are of the group, points of the team")
  func owners() throws {
    #expect(try links("L’État ne vendra pas ses parts de Renault.") == ["Renault=renault-group"])
    #expect(try links("Renault emprunte un milliard.") == ["Renault=renault-group"])
    #expect(try links("Les parts de marché de Renault montent.") == ["Renault=renault"])
    #expect(try links("Alpine missed the points in Baku.", behind: TextOnCars.english) == ["Alpine=alpine-team"])
  }

  @Test("English words within French, and works that are said to be some")
  func quotations() throws {
    #expect(try links("« Spring is coming », répétait-il.", behind: TextOnCars.french) == [])
    #expect(try links("La chanson « Ma Mégane » et le film « Ma Zoé » plaisent.", behind: TextOnCars.french) == [])
  }

  @Test("A word behind an article is the car of the maker behind it, and another sense near by says nothing against it")
  func carsOfMakers() throws {
    #expect(try links("L’avion n’a rien à voir avec l’ESPACE de RENAULT.").map { $0.lowercased() } == ["espace=espace", "renault=renault"])
    #expect(try links("Le vestiaire et l’espace de Renault ferment.") == ["Renault=renault"])
  }

  @Test("Names alone in their cells beside others of their kind")
  func cells() throws {
    let moves = "| Nom | De | Vers |\n|---|---|---|\n| Kerbrat | Peugeot | ACC |\n| Lima | Iberdrola | ACC |\n"
    #expect(try links(moves) == ["Peugeot=peugeot", "ACC=acc"])
    let prices = "| Modèle | Prix |\n|---|---|\n| A390 | 67 000 € |\n| Zoe | 32 000 € |\n"
    #expect(try links(prices) == ["A390=a390", "Zoe=zoe"])
    #expect(try links("| Prénom | Âge |\n|---|---|\n| Anne | 19 |\n| Zoe | 32 |\n") == [])
  }

  @Test(
    "Towns where people live, whatever their sentence says of work",
    arguments: [
      "Le tribunal de commerce de Dieppe a entendu les salariés de l’usine.", "L’usine emploie des intérimaires venus de Dieppe.",
      "Les ouvriers viennent de Dieppe ou d’Eu, en covoiturage.", "Les loyers ont doublé à Dieppe depuis l’arrivée des ingénieurs.",
      "L’usine fait vivre Dieppe et dix communes.", "Sans l’usine, Dieppe n’aurait pas de piscine.",
      "Le train de 4 h 52 pour Dieppe est bondé d’ouvriers.", "L’hôtel de ville de Dieppe accueille les salariés de l’usine.",
    ])
  func towns(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == ["Dieppe=dieppe-town"])
  }

  @Test(
    "Sites, beside the same words",
    arguments: [
      "Les moteurs viennent de Cléon par camion.", "Les ouvriers de Cléon débrayent.",
      "Un délégué de Cléon a parlé.",
    ])
  func sites(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == ["Cléon=cleon-plant"])
  }

  @Test("A site whose name says so is no club, whatever the score, and a place where people fled from is no site")
  func scores() throws {
    #expect(try links("Le club a gagné 2-0 devant des ouvriers de l’usine de Mulhouse.") == ["usine de Mulhouse=mulhouse"])
    #expect(try links("Mulhouse a gagné 2-0.") == [])
    #expect(try links("Il avait épousé une brodeuse réfugiée de Mulhouse.", behind: TextOnCars.french) == [])
  }

  @Test("The first car of a name, and one made by millions, is the old one")
  func generations() throws {
    #expect(try links("La première Renault 5, dessinée par Boué, plaisait.") == ["Renault 5=r5-1972"])
    #expect(try links("The Renault 5 sold five million in ten years.") == ["Renault 5=r5-1972"])
    #expect(try links("La première Renault 5 sort de l’usine.") == ["Renault 5=r5"])
    #expect(try links("Clin d’œil à son aïeule, la Renault 5 charge vite.") == ["Renault 5=r5"])
  }
}
