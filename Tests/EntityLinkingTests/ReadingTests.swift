import EntityLinking
import Testing

/// Whether a form is a mention at all.
@Suite struct NameOrWordTests {
  @Test(arguments: [
    "Une voiture posée sur la route alpine.", "La rue Ampère est fermée.", "Un courant de 16 ampères passe.",
    "Marie Renault habite ici.", "Mme Renault a parlé.", "Le film avec Harrison Ford est beau.",
    "On roule à 208 km/h.", "Ils ont vendu 208 voitures hier.", "L’espace de coworking ouvre.",
    "Mobilize your friends and drive.", "In the spring we drive the car.", "It was a wet spring for the horse.",
    "Il a bu quatre verres (4 L) d’eau.", "La planète Ampère-Dubois n’existe pas.",
    "My name is Zoe and I like it.", "Notre collègue Zoé a souri.",
    "Voir https://renault.fr/dacia et presse@alpine.cars.", "The Roman province of Dacia fell to Trajan.",
    "Imprimerie Renault et Fils, à Rouen.", "The Airbus A390 never flew.",
    "Son 500e match, la 500e victoire.", "Le zoo de Mulhouse reçoit un ours.", "The Ford sisters run the tea room.",
    "A letter from Mrs J. Ford, Whitby.", "M. Provost, de Tours, a écrit au journal.", "Le pilote filme avec un Canon A390.",
    "Prepare for the Long Drive Before Spring Comes", "La rue des Alpines est fermée.", "La rue de Dieppe est fermée.",
    "Tickets from Mrs Provost cost a pound.", "A note from T. R. Provost, Leeds.", "Mulhouse bat Nancy 2-0.",
    "Le projet « Espace Seine » est voté.",
  ])
  func notAMention(_ raw: String) throws {
    #expect(try links(raw) == [])
  }

  @Test(arguments: [
    ("La Dacia Spring recule ; la Spring reste chinoise.", ["Dacia Spring=spring", "Spring=spring"]),
    ("Dacia sells the Spring in the spring.", ["Dacia=dacia", "Spring=spring"]),
    ("J’ai vendu ma vieille Zoe, une voiture fiable.", ["Zoe=zoe"]),
    ("Peugeot lance la 208 et la e-208.", ["Peugeot=peugeot", "208=p208", "e-208=p208"]),
    ("Le Losange avance : Renault vend plus de voitures.", ["Losange=renault", "Renault=renault"]),
    ("Le losange de calandre brille, dit Renault.", ["Renault=renault"]),
    ("Geely et Horse livrent des moteurs.", ["Geely=geely", "Horse=horse"]),
    ("Renault keeps a horse and sold Horse to Geely.", ["Renault=renault", "Horse=horse", "Geely=geely"]),
    ("François Provost parle. Provost insiste.", ["François Provost=provost", "Provost=provost"]),
    ("Ampere, née chez Renault Group, produit le 7DL.", ["Ampere=ampere", "Renault Group=renault-group", "7DL=7dl"]),
    ("RENAULT ET DACIA LANCENT LA SPRING EN MAI", ["RENAULT=renault", "DACIA=dacia", "SPRING=spring"]),
    ("UN ESPACE DE TRAVAIL OUVRE EN MAI", []),
    ("La 500e est petite, Mulhouse produit des voitures.", ["500e=500", "Mulhouse=mulhouse"]),
    ("Peugeot Boss Says the New Spring Will Be Cheap, Dacia Agrees", ["Peugeot=peugeot", "Spring=spring", "Dacia=dacia"]),
    ("Mercedes-Benz Group N.V. publie ses comptes.", ["Mercedes-Benz Group N.V.=mercedes-group"]),
    (
      "salut, la renault de mon frère et la peugeot de stellantis ; le duster dort",
      ["renault=renault", "peugeot=peugeot", "stellantis=stellantis", "duster=duster"]
    ),
    ("Trajet de nuit en Zoe.", ["Zoe=zoe"]),
    (
      "1. Spring\n\nUne puce.\n\n2. Duster\n\nUn dur.\n\n3. Zoe\n\nUne pionnière.\n\n4. A390\n\n5. Espace\n\nUn break.",
      ["Spring=spring", "Duster=duster", "Zoe=zoe", "A390=a390", "Espace=espace"]
    ),
    ("Un ancien d’ACC rejoint Peugeot.", ["ACC=acc", "Peugeot=peugeot"]),
    (
      "salut, la renault et la peugeot de stellantis dorment, l’alpine roule, je vends mes jantes zoe",
      ["renault=renault", "peugeot=peugeot", "stellantis=stellantis", "alpine=alpine", "zoe=zoe"]
    ),
    ("Stellantis soutient ACC ; le régulateur ACC du SUV bipe.", ["Stellantis=stellantis"]),
  ])
  func mention(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw) == expected)
  }
}

/// Which of the entities of a form is meant.
@Suite struct SenseTests {
  @Test(arguments: [
    ("À Cléon, deux cents ouvriers assemblent des moteurs.", "cleon-plant"),
    ("Le maire de Cléon a reçu les habitants.", "cleon-town"),
    ("Le conseil municipal de Cléon vote un parking.", "cleon-town"),
    ("Cléon. La mairie ferme ses portes.", "cleon-town"),
    ("The town of Dieppe has a beach.", "dieppe-town"),
    ("Dieppe residents like the harbour.", "dieppe-town"),
    ("Production starts in Dieppe with 400 workers.", "dieppe-plant"),
    ("Le moteur arrive de Cléon.", "cleon-plant"), ("Il est boulanger à Cléon.", "cleon-town"),
    ("Une usine ouvre près de Dieppe.", "dieppe-town"), ("La ligne de bus relie Rouen à Cléon.", "cleon-town"),
    ("Dieppe : trois jours de bonheur\n\nLe maire attend des touristes sur la plage.", "dieppe-town"),
  ])
  func siteOrTown(_ raw: String, _ expected: String) throws {
    #expect(try link(raw).map(\.entity) == [expected])
  }

  @Test(arguments: [
    ("Renault lance une voiture.", ["renault"]), ("Le titre Renault recule à la Bourse.", ["renault-group"]),
    ("Le conseil d’administration de Renault se réunit.", ["renault-group"]),
    ("La marque Renault séduit.", ["renault"]),
    ("L’histoire est un capital rare dans l’univers Renault.", ["renault"]),
    ("L’État détient une part du capital de Renault.", ["renault-group"]), ("Renault’s board met today in Paris.", ["renault-group"]),
    ("Renault respire\n\nL’action grimpe à la Bourse, le dividende aussi.", ["renault-group"]),
    ("Renault shares its platform with Ford.", ["renault", "ford"]), ("Renault shares fell in Paris.", ["renault-group"]),
    ("Stellantis et Renault reculent.", ["stellantis", "renault-group"]),
    ("Stellantis cède 5 %, Ford 3 % et Renault 2 %.", ["stellantis", "ford", "renault-group"]),
    ("Ampere, filiale de Renault, livre le 7DL.", ["ampere", "renault-group", "7dl"]),
  ])
  func brandOrGroup(_ raw: String, _ expected: [String]) throws {
    #expect(try link(raw).map(\.entity) == expected)
  }

  @Test(arguments: [
    ("Au Grand Prix de Monza, les pilotes d’Alpine marquent deux points.", "alpine-team"),
    ("Le stand du Grand Prix plaît, dit la marque Alpine.", "alpine"),
    ("Cette voiture est signée Alpine.", "alpine"),
  ])
  func brandOrTeam(_ raw: String, _ expected: String) throws {
    #expect(try link(raw).map(\.entity) == [expected])
  }

  @Test(arguments: [
    ("La R5 se recharge vite.", "r5"), ("Ma mère avait une R5 en 1979.", "r5-1972"),
    ("My first car was a Renault 5.", "r5-1972"), ("The new Renault 5 sells well.", "r5"),
    ("Je cherche une R5 première génération.", "r5-1972"), ("BULLETIN – mars 1984\n\nLa R5 plaît.", "r5-1972"),
    ("Née en 1972, elle dura. On aimait la Renault 5.", "r5-1972"),
  ])
  func generations(_ raw: String, _ expected: String) throws {
    #expect(try link(raw).map(\.entity) == [expected])
  }

  @Test func everyMentionSaysWhy() throws {
    let mentions = try link("Le maire de Cléon parle de Renault et de l’Alpine A390.")
    #expect(mentions.count == 3)
    for mention in mentions {
      #expect(mention.score >= 0.5 && mention.score <= 1)
      #expect(!mention.why.isEmpty)
    }
    #expect(mentions[0].rivals.map(\.entity) == ["cleon-plant"])
    #expect(mentions[0].why.contains { $0.cue == .townNounBefore && $0.weight > 0 })
  }
}
