import ArticleText
import EntityLinking
import Foundation
import Testing

/// Links annotated articles and holds precision, recall and F1 to what has been reached.
///
/// The articles are not part of the project: `SILLAGE_LINKING` names a folder with `entities.json` and `gold-dev`, which has
/// for each article `NAME.txt` and the mentions in `NAME.json`.
@Suite struct GoldTests {
  private static let folder = ProcessInfo.processInfo.environment["SILLAGE_LINKING"]

  private struct Marked: Decodable, Hashable {
    var start: Int
    var end: Int
    var entity: String
  }

  @Test(.enabled(if: folder != nil, "SILLAGE_LINKING names no folder of annotated articles: linking quality is NOT checked"))
  func scoresDoNotFall() throws {
    let root = URL(fileURLWithPath: try #require(Self.folder))
    let entries = try JSONDecoder().decode(
      [CatalogueEntry].self, from: Data(contentsOf: root.appending(path: "entities.json")))
    let linker = makeLinker(entries)
    let articles = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "gold-dev"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }
    #expect(articles.count == 20)
    var (right, found, wanted) = (0, 0, 0)
    for article in articles {
      let raw = try Data(contentsOf: article)
      let text = try VisibleText(name: article.lastPathComponent, bytes: Array(raw))
      let mentions = linker.mentions(in: text)
      let scalars = Array(String(decoding: raw, as: UTF8.self).unicodeScalars)
      for mention in mentions {
        #expect(String(String.UnicodeScalarView(scalars[mention.start..<mention.end])) == mention.text)
      }
      let gold = try JSONDecoder().decode(
        [Marked].self, from: Data(contentsOf: article.deletingPathExtension().appendingPathExtension("json")))
      let predicted = Set(mentions.map { Marked(start: $0.start, end: $0.end, entity: $0.entity) })
      right += predicted.intersection(gold).count
      found += mentions.count
      wanted += gold.count
    }
    let precision = Double(right) / Double(found)
    let recall = Double(right) / Double(wanted)
    let f1 = 2 * precision * recall / (precision + recall)
    // The rules were made with these articles and stood at .998 and .994 alone. What is learnt from others is careful, loses two of 472 names here and
    // takes two traps in five less in articles that neither has seen, see LinkScoreTests.
    #expect(precision >= 0.997, "precision \(precision)")
    #expect(recall >= 0.989, "recall \(recall)")
    #expect(f1 >= 0.993, "F1 \(f1)")
  }
}
