import Foundation
import Sillage
import Testing

@Suite("What articles hold and the graph does not")
struct SuggestionTests {
  private func names(_ text: String) throws -> [String] {
    var names = NameSuggestions()
    try ArticleLinker(ShippedGraph.open()).suggestNames(in: Array(text.utf8), document: "a.txt", to: &names)
    return names.all.map { "\($0.count) \($0.name)\($0.isCode ? " code" : "")" }
  }

  @Test("Runs of capitals and codes are names, words at the start of a sentence and known names are not")
  func names() throws {
    let text = """
      Renault a présenté le Zyphrax à Cléon. Hier, Orlan Vektor a conduit le Zyphrax et le XV7. Les ouvriers de Cléon attendent.
      Avec le XV7, la Banque de Quivoria finance l’usine. En mars, rien.
      """
    #expect(try names(text) == ["2 XV7 code", "2 Zyphrax", "1 Banque de Quivoria", "1 Orlan Vektor"])
    #expect(try names("Renault et Dacia avancent.") == [])
    #expect(try names("Vortexa Dynamics recrute. Vortexa Dynamics, dit-on, embauche.") == ["2 Vortexa Dynamics"])
    #expect(try names("Hier Orlan Vektor a parlé. Yesterday Orlan Vektor spoke.") == ["2 Orlan Vektor"])
    #expect(try names("Le nouveau PDG parle. « Je Suis prêt », dit le PDG.") == [])
  }

  @Test("Each name comes with its sentence and its offsets")
  func places() throws {
    var names = NameSuggestions()
    let text = "💡 On dit que le Zyphrax arrive."
    try ArticleLinker(ShippedGraph.open()).suggestNames(in: Array(text.utf8), document: "a.txt", to: &names)
    let place = try #require(names.all.first?.places.first)
    #expect(Array(text.unicodeScalars)[place.offsets].map(String.init).joined() == "Zyphrax")
    #expect(place.sentence == "On dit que le Zyphrax arrive")
  }

  @Test(
    "Relations are suggested in the direction and manner of the words",
    arguments: [
      ("L’usine de Cléon produit le 7DL.", ["cleon-plant produces motor-7dl fact positive"]),
      ("Le 7DL est fabriqué à Cléon par des ouvriers.", ["cleon-plant produces motor-7dl fact positive"]),
      ("Cléon ne produit pas la Renault 5 E-Tech.", ["cleon-plant produces renault-5-e-tech fact negative"]),
      ("Demain, Cléon produira le 7DL.", ["cleon-plant produces motor-7dl plan positive"]),
      ("Cléon aime le 7DL.", []),
      (
        "Renault Group détient 45 % de Horse Powertrain, Geely Holding 45 % et Aramco 10 %.",
        [
          "renault-group holds_stake_in horse-powertrain fact positive", "geely-holding holds_stake_in horse-powertrain fact positive",
          "aramco holds_stake_in horse-powertrain fact positive",
        ]
      ),
      (
        "Stellantis owns 51% of Leapmotor International and 20% of Leapmotor.",
        ["stellantis holds_stake_in leapmotor-international fact positive"]
      ),
      (
        "Le moteur 7DL, assemblé à l’usine de Cléon, équipe l’Alpine A390.",
        ["cleon-plant produces motor-7dl fact positive", "motor-7dl powers alpine-a390 fact positive"]
      ),
      (
        "The 7DL motor, built in Cléon, powers the Alpine A390.",
        ["cleon-plant produces motor-7dl fact positive", "motor-7dl powers alpine-a390 fact positive"]
      ),
      ("À Lyon, Verkor, jeune société, fournit Alpine.", ["verkor supplies alpine fact positive"]),
    ])
  func claims(text: String, expected: [String]) throws {
    let claims = try ArticleLinker(ShippedGraph.open()).suggestClaims(
      in: Array(text.utf8), document: "a.txt", schemaOf: Project(at: ShippedGraph.root))
    #expect(
      claims.map { "\($0.subject.id) \($0.predicate) \($0.object.id) \($0.modality) \($0.isNegative ? "negative" : "positive")" }
        == expected)
    for claim in claims {
      let quote = Array(text.unicodeScalars)[claim.offsets].map(String.init).joined()
      // A sign such as `%` between blanks is no word.
      let words = quote.split(separator: " ").filter { $0.contains { $0.isLetter || $0.isNumber } }
      #expect(quote == claim.quote && words.count <= 8)
    }
  }

  @Test("Suggestions from an article of ours anchor in its text behind the front matter")
  func ofAnArticle() throws {
    let copy = try ProjectCopy()
    let path = "graph-data/articles/a390-chaine.md"
    let bytes = [UInt8](try #require(copy.bytes(path)))
    let claims = try ArticleLinker(ShippedGraph.open()).suggestClaims(
      in: bytes, document: path, schemaOf: Project(at: ShippedGraph.root))
    #expect(claims.contains { $0.subject.id == "dieppe-plant" && $0.predicate == "produces" && $0.object.id == "alpine-a390" })
    let article = try #require(try ShippedGraph.open().article(of: bytes))
    let file = ClaimSuggestion.file(claims, document: path, article: article, text: bytes)
      .replacing("AUTHOR-ID", with: "author-chelli-earth")
    try Data(file.utf8).write(to: URL(fileURLWithPath: copy.root + "/graph-data/claims/suggested.yaml"))
    #expect(try copy.faults() == [])
  }

  @Test("A file of suggestions becomes a file of claims once a person has named the article and the asserter")
  func file() throws {
    let copy = try ProjectCopy()
    let text = Array("L’usine de Cléon produit le 7DL.".utf8)
    let claims = try ArticleLinker(ShippedGraph.open()).suggestClaims(
      in: text, document: "a\"b.txt", schemaOf: Project(at: ShippedGraph.root))
    let file = ClaimSuggestion.file(claims, document: "a\"b.txt", article: "art-chelli-four-faces", text: text)
      .replacing("AUTHOR-ID", with: "author-chelli-earth")
    try Data(file.utf8).write(to: URL(fileURLWithPath: copy.root + "/graph-data/claims/suggested.yaml"))
    #expect(try copy.faults() == [])
  }
}
