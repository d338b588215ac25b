import EntityLinking
import Testing

/// People, clubs, meetings and towns overseas that bear the plain name of a maker or a place, and makers and places that look like them.
@Suite struct NamesakeTests {
  @Test(
    "Names of others",
    arguments: [
      "Ford Amberley wrote an opera.", "Ford Quillan’s trio plays on Sunday.", "The Dacia Ocean Race ended in Oslo.",
      "Swiatek won the Peugeot Tennis Masters.",
      "He opened Renault Solicitors in Hull.", "“No,” Ford laughed.",
      "We named her Zoe.", "The Earl of Dieppe changed sides.", "Dieppe 1, Brentford 1.", "Coventry 2, Dieppe 3: they climbed to fourth.",
      "Dieppe’s keeper saved it.",
      "Dieppe have signed the Ghana winger.", "Dieppe in New Brunswick has a rink.",
    ])
  func others(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "En français, de même",
    arguments: [
      "Le bistrot s’appelle Chez Ford.", "« Jamais », sourit Renault.", "On dansait chez les Peugeot.", "Le pont Renault date de 1903.",
      "Dieppe recrute un avant-centre.",
      "Dieppe se sépare de son entraîneur.", "La sortie passe par l’autoroute A390.", "Dieppe au Canada a une patinoire.",
    ])
  func autres(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(
    "Makers, cars and places all the same",
    arguments: [
      ("Ford Focus sales fell.", ["Ford=ford"]), ("Ford 2, Renault 1 in wins.", ["Ford=ford", "Renault=renault"]),
      ("A Dinky Ford delivery van, boxed.", ["Ford=ford"]), ("For sale: Zoe 2014, one owner.", ["Zoe=zoe"]),
      ("Used Zoe with a battery lease?", ["Zoe=zoe"]),
      ("He chose Zoe Iconic for its range.", ["Zoe=zoe"]), ("On the way to Dieppe it rained.", ["Dieppe=dieppe-town"]),
      ("Born in Dieppe, she painted ships.", ["Dieppe=dieppe-town"]),
    ])
  func stillMakers(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.english) == expected)
  }

  @Test(
    "En français aussi",
    arguments: [
      ("Un Duster vert a été volé.", ["Duster=duster"]), ("Le train desservira Dieppe.", ["Dieppe=dieppe-town"]),
      ("Un mec de Dieppe, chez Alpine, l’a vue.", ["Dieppe=dieppe-town", "Alpine=alpine"]),
      ("Elle fit un master de chimie à Dieppe.", ["Dieppe=dieppe-town"]),
    ])
  func encore(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }

  @Test(
    "What a writer remarks of a name beside it",
    arguments: [
      "Bill Amber and a Ford (no relation) met.", "My grandmother was a Renault, of Tours.",
      "A390 shut for five hours.", "The A390 between Probus and Grampound was closed.", "Police said queues on the A390 reached Truro.",
      "Head-hunters Blythe & Ford opened in Leeds.",
      "The Fords of Leicester bred goats.", "An usher, Ford by name, let us in.", "Colonel Peugeot flew Mosquitos.",
      "Commander Peugeot flew Mosquitos.",
      "Amiss beat Ford 6-4, 6-3 in an hour.",
    ])
  func remarks(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.english) == [])
  }

  @Test(
    "Des remarques",
    arguments: [
      "Le voisin, un Ford, aucun rapport, vend du miel.", "Ma Zoé (8 ans) chante.", "Le préfet Renault a signé.",
      "La gare de Château-Renault rouvre.", "Aubigny-lez-Dieppe fleurit ses ponts.",
      "Le garage Renault frères a fermé.",
    ])
  func remarques(_ raw: String) throws {
    #expect(try links(raw, behind: TextOnCars.french) == [])
  }

  @Test(
    "What looks like such a remark and is none",
    arguments: [
      ("Mon portefeuille dit Renault, mon fils dit non.", ["Renault=renault"]), ("Un Alpine A390 roule sur la route A390.", ["Alpine A390=a390"]),
      ("Il a écrit à Ford, sans réponse.", ["Ford=ford"]),
    ])
  func noRemarks(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, behind: TextOnCars.french) == expected)
  }
}
