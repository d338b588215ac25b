import Foundation
import Sillage
import Testing

@Suite("What linking tells of itself")
struct ExplanationTests {
  private static let gold = ShippedGraph.root + "/Tests/Gold"
  private static let linker = Result { try ArticleLinker(catalogueFile: gold + "/carmakers.json") }

  private func places(_ text: String) throws -> [WeighedPlace] {
    try Self.linker.get().explain(Array(text.utf8), document: "a.txt").places
  }

  @Test("Only what is within five hundredths of another answer is uncertain, and the links say the same")
  func nearTies() throws {
    let rejected = try #require(try places("Il manque de l’espace ici.").first)
    #expect(!rejected.isMention && rejected.total == 5 && !rejected.isUncertain)
    let linker = try Self.linker.get()
    var (near, bars, rejections) = (0, Set<Int>(), 0)
    // Among these, places stand at the lowest and at the highest uncertain sum.
    let articles = try GoldArticle.read(folder: Self.gold + "/carmakers")
    for article in articles[420..<480] + articles[500..<560] {
      let places = try linker.explain(article.bytes, document: article.name).places
      for place in places {
        let margin = place.candidates.count > 1 ? place.candidates[0].total - place.candidates[1].total : 100
        let isNear = (45...55).contains(place.total) || place.isMention && margin <= 5
        #expect(place.isUncertain == isNear, "\(article.name) \(place)")
        if isNear { bars.insert(place.total) }
        near += isNear && !place.isMention ? 1 : 0
        rejections += place.isMention ? 0 : 1
      }
      #expect(
        try linker.link(article.bytes, document: article.name).mentions.map(\.isUncertain) == places.filter(\.isMention).map(\.isUncertain))
      let items = try linker.reviewItems(in: article.bytes, document: article.name).filter { !$0.candidates.isEmpty }
      #expect(items.map(\.offsets) == places.filter(\.isUncertain).map(\.offsets))
    }
    #expect(bars.contains(45) && bars.contains(55), "\(bars.sorted())")
    #expect(near > 0 && near * 10 < rejections, "\(near) of \(rejections)")
  }

  @Test(
    "A cue that another name or a word farther off made fire tells it",
    arguments: [
      ("L’Ami et Citroën arrivent.", "Ami", "neighbourInSentence", "Citroën"),
      ("Citroën arrive. La petite ami roule.", "ami", "neighbourInParagraph", "Citroën"),
      ("Citroën arrive.\n\nLa petite ami roule.", "ami", "neighbourInArticle", "Citroën"),
      ("Luca de Meo parle de Renault.\n\nPuis de Meo rit.", "de Meo", "fullNameInArticle", "Luca de Meo"),
      ("Luca de Meo parle de Renault.", "Renault", "senseNeighbourInSentence", "Luca de Meo"),
      ("La R5 de 1979 roule.", "R5", "pastSentence", "1979"), ("Le train relie Rouen à Cléon.", "Cléon", "route", "relie"),
    ])
  func evidence(text: String, name: String, cue: String, words: String) throws {
    let place = try #require(try places(text).first { $0.text == name })
    let reasons = place.reasons + place.candidates.flatMap(\.reasons)
    let found = reasons.filter { $0.name == cue }.flatMap(\.words)
    #expect(found.map(\.text).contains(words), "\(reasons.map(\.name))")
    let scalars = Array(text.unicodeScalars)
    for word in found { #expect(String(String.UnicodeScalarView(scalars[word.offsets])) == word.text) }
  }

  @Test("An entity is found by id, name or alias, and a name of several by none")
  func entities() throws {
    let linker = try Self.linker.get()
    #expect(try linker.entity(called: "CITROEN AMI").id == "citroen-ami")
    #expect(throws: SillageError.self) { try linker.entity(called: "") }
    #expect(fault(of: "cléon") == "several: cleon-plant, cleon-town")
    #expect(fault(of: "citroan ami") == "none, near citroen-ami")
    for entity in ["renault", "alpine"] {
      let names = linker.names(of: entity).map { $0.lowercased() }
      #expect(!names.isEmpty && Set(names).count == names.count)
    }
    #expect(linker.names(of: "nobody") == [])
  }

  @Test("A name of a node that articles are not linked to is told apart from one of none")
  func notLinked() throws {
    let graph = try ShippedGraph.open()
    let linker = try ArticleLinker(graph)
    #expect(try linker.entity(called: "Renault Group", in: graph).id == "renault-group")
    for (name, expected) in [("theme-segments", "theme-segments"), ("Marques & Modèles", "theme-marques-modeles"), ("theme-segmentz", "")] {
      do {
        let entity = try linker.entity(called: name, in: graph)
        Issue.record("\(entity.id)")
      } catch {
        if case .notLinked(let entity) = error { #expect(entity.id == expected) } else { #expect(expected == "") }
      }
    }
  }

  private func fault(of name: String) -> String? {
    do { _ = try Self.linker.get().entity(called: name) } catch {
      switch error as? SillageError {
      case .ambiguousName(_, let candidates)?: return "several: " + candidates.map(\.id).joined(separator: ", ")
      case .unknownName(_, let near)?: return "none, near " + near.map(\.id).joined(separator: ", ")
      default: return "\(error)"
      }
    }
    return nil
  }

  @Test("Names within longer names are told")
  func longerNames() throws {
    let linker = try Self.linker.get()
    let explanation = try linker.explain(Array("Renault Group vend l’Alpine A390.".utf8), document: "a.txt")
    #expect(linker.longerNames(with: "renault", in: explanation).map(\.offsets) == [0..<13])
    #expect(linker.longerNames(with: "alpine", in: explanation).map(\.text) == ["Alpine A390"])
    #expect(linker.longerNames(with: "dacia", in: explanation) == [])
  }
}
