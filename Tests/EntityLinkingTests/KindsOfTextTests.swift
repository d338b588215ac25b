import EntityLinking
import Testing

/// Results of games, notes on towns, desks and roads, lists of people and of things for sale, and lines of capitals, with makers, cars and sites among them.
@Suite struct KindsOfTextTests {
  @Test(
    "Teams, towns, codes and people",
    arguments: [
      "Dieppe fans sang all the way home.", "He burned two Mulhouse season tickets.", "Dieppe v Hull, kick-off at three.",
      "Football: Mulhouse are top.", "Real Mulhouse lost again.",
      "He was buried in Mulhouse.", "Silk from Mulhouse was prized at court. It still is.",
      "The crane, registered in Mulhouse, blocked the way. It left.",
      "Go to desk R5 at the end.", "We left Plymouth by the A390, a mile in fog.", "A cow walked along the A390.",
      "She advises at Ford Minton Partners.", "FORD, Alice, of Bude.", "Ford Abbey opens on Sunday.", "Alden and Ford were cousins.",
    ])
  func others(_ raw: String) throws { #expect(try links(raw, behind: TextOnCars.english) == []) }

  @Test(
    "En français, de même",
    arguments: [
      "Les supporters de Mulhouse chantaient.", "Le maillot de Dieppe se vend bien.", "Prêté par Mulhouse, l’ailier a joué deux matchs.",
      "L’Étoile de Dieppe monte.",
      "Le film a été vu à Mulhouse.", "Une averse a traversé Mulhouse.", "Présentez-vous au guichet R5.", "La 500e adhérente a reçu un panier.",
      "Le juge Ford lève un sourcil.", "Le Losange des mers est en cale.", "On vend un lit, piano Espace.",
    ])
  func autres(_ raw: String) throws { #expect(try links(raw, behind: TextOnCars.french) == []) }

  @Test(
    "Makers, cars and places all the same",
    arguments: [
      ("Workers at Mulhouse vote on Friday.", ["Mulhouse=mulhouse"]), ("Mulhouse builds engines.", ["Mulhouse=mulhouse"]),
      ("The bench sits on the A390 chassis.", ["A390=a390"]),
      ("Ford, whose board meets, is worried.", ["Ford=ford"]), ("The neighbour’s Zoe needs tyres.", ["Zoe=zoe"]),
      ("Ford is a carmaker.", ["Ford=ford"]),
    ])
  func stillMakers(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.english) == expected) }

  @Test(
    "En français aussi",
    arguments: [
      ("Le site fut choisi par la Régie pour compenser la fermeture.", ["Régie=renault-group"]),
      ("L’usine fournit à Ampere des moteurs.", ["Ampere=ampere"]),
      ("Elle a pris la 500e de sa mère.", ["500e=500"]), ("Mulhouse embauche.", ["Mulhouse=mulhouse"]),
      ("Le Losange des années folles roulait.", ["Losange=renault"]),
    ])
  func encore(_ raw: String, _ expected: [String]) throws { #expect(try links(raw, behind: TextOnCars.french) == expected) }

  @Test("A line of capitals is about what is below it")
  func capitals() throws {
    let other = TextOnCars.english + "HORSE FOUND IN SWIMMING POOL\nFirefighters used straw to make steps for the animal."
    #expect(try links(other) == ["Renault=renault"])
    let maker = TextOnCars.english + "HORSE FINDS A THIRD OWNER\nThe maker of engines said that the plant would grow."
    #expect(try links(maker).contains("HORSE=horse"))
  }
}
