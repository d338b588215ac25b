import EntityLinking
import Foundation
import Testing

@testable import Sillage

/// Links annotated articles under changes that leave what they name as it is, and with less knowledge of words than there is: what
/// other articles will have.
@Suite("Linking of changed articles, and with fewer words known")
struct RobustnessTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Gold").path(percentEncoded: false)

  private func score(_ articles: [GoldArticle], _ knowledge: LinkingKnowledge = .builtIn) throws -> LinkScore {
    try ArticleLinker(catalogueFile: Self.folder + "/carmakers.json", knowledge).score(articles)
  }

  /// An article with letters changed one by one, as far as a place in its scalars; nil where that changes nothing.
  private func changed(
    _ article: GoldArticle, upTo end: Int? = nil, by mapping: (Unicode.Scalar) -> String
  ) -> GoldArticle? {
    var scalars = Array(String(decoding: article.bytes, as: UTF8.self).unicodeScalars)
    for place in scalars.indices.prefix(end ?? scalars.count) {
      let mapped = Array(mapping(scalars[place]).unicodeScalars)
      if mapped.count == 1 { scalars[place] = mapped[0] }
    }
    var other = article
    other.bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    return other.bytes == article.bytes ? nil : other
  }

  @Test("Headings in capitals")
  func capitalHeadings() throws {
    let articles = try GoldArticle.read(folder: Self.folder + "/carmakers").filter { !$0.name.hasSuffix("html") }
      .compactMap { article in
        let line = String(decoding: article.bytes, as: UTF8.self).unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
        return line.count < 200 ? changed(article, upTo: line.count) { $0.properties.uppercaseMapping } : nil
      }
    let score = try score(articles)
    #expect(articles.count >= 150)
    #expect(score.strict.f1 >= 0.985, "\(score.strict)")
    #expect(score.entities.f1 >= 0.985, "\(score.entities)")
  }

  @Test("Forums in small letters")
  func smallLetters() throws {
    let articles = try GoldArticle.read(folder: Self.folder + "/carmakers").filter { $0.name.contains("forum") }
      .compactMap { article in changed(article) { $0.properties.lowercaseMapping } }
    let score = try score(articles)
    #expect(articles.count >= 25)
    #expect(score.strict.f1 >= 0.93, "\(score.strict)")
  }

  /// The classes of which no list can ever be whole.
  private static let openClasses: [WordClass] = [
    .automotive, .industry, .town, .finance, .racing, .past, .electric, .role, .afterOtherName, .driving, .adjective, .verb,
    .makerPreposition, .naming, .companyNoun, .townNoun, .vehicleNoun, .personNoun, .carTrait, .movement, .owned, .frenchVerb,
    .motorsport, .institution,
  ]

  /// Half of the words of the open classes and of those that speak for or against single forms, chosen by their letters.
  @Test("With half of the words of the lists unknown")
  func fewerWords() throws {
    let builtIn = LinkingKnowledge.builtIn
    func known(_ words: [String]) -> [String] { words.filter { $0.utf8.reduce(0) { $0 &* 31 &+ Int($1) } >> 3 & 1 == 0 } }
    var table = builtIn.table
    for wordClass in Self.openClasses { table.words[wordClass] = known(table.words[wordClass] ?? []) }
    for index in table.formCues.indices {
      table.formCues[index].before = known(table.formCues[index].before)
      table.formCues[index].after = known(table.formCues[index].after)
      table.formCues[index].near = known(table.formCues[index].near)
    }
    let score = try score(
      try GoldArticle.read(folder: Self.folder + "/carmakers"),
      LinkingKnowledge(table: table, predicates: builtIn.predicates, decisions: builtIn.decisions))
    #expect(score.strict.f1 >= 0.965, "\(score.strict)")
    #expect(score.entities.f1 >= 0.97, "\(score.entities)")
  }
}
