import ArticleText
import EntityLinking
import Foundation
import Sillage
import TestKit
import Testing

/// Pages that somebody has spoiled: what is linked stands where it is said to stand.
@Suite("Spoiled pages")
struct SpoiledPageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Gold").path(percentEncoded: false)
  private static let names = ["Stellantis", "Cl&eacuteon", "Cl&eacute;on", "Renault Group", "Alpine A390", "Citro&eumln", "Dacia", "7DL", "Peugeot"]
  private static let pieces = [
    " ", " ", " ", ". ", "\r\n", "\n\n", "<p>", "</p>", "</i>", "</span>", "<b>", "</b>", "</p=\"\">", "</c=\">", "\"", "'", "<a b=c\"d>", "</>", "</ x>",
    "&eacute", "&notit;", "&amp", "&#233", "&#99999999999;", "&", "<", ">", "<!", "<!-->", "-->", "<td>", "<table>", "<tr>", "</table>", "<title>",
    "</title>", "<xmp>", "</xmp>", "<sup>1</sup>", "<a href=#n>2</a>", "<br>", "\u{AD}", "\u{200B}", "&shy", "&nbsp", "<svg>", "<g/>", "</svg>", "<select>",
    "</select>", "<script>", "</script>", "<frameset>", "<head>", "<body x>", "=", "/", "<li>", "<hr/>", "<textarea>", "</textarea>", "<?x?>", "<![CDATA[",
  ]

  @Test(arguments: 0..<8)
  func mixedPieces(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<250 {
      let count = Int.random(in: 1...24, using: &random)
      let page = (0..<count).map { _ in
        (Int.random(in: 0..<3, using: &random) == 0 ? Self.names : Self.pieces).randomElement(using: &random) ?? ""
      }.joined()
      try check("<p>" + page, with: carmakerLinker)
    }
  }

  @Test func articlesOfOthers() throws {
    let pages = try GoldArticle.read(folder: Self.folder + "/carmakers").filter { $0.name.contains("html") }
    var random = SeededRandom(seed: 23)
    for page in pages {
      for _ in 0..<4 {
        var bytes = page.bytes
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let at = bytes.indices.filter { bytes[$0] < 0x80 && ($0 + 1 == bytes.count || bytes[$0 + 1] & 0xC0 != 0x80) }
            .randomElement(using: &random) ?? 0
          let piece = Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
          if Bool.random(using: &random) { bytes.insert(contentsOf: piece, at: at) } else { bytes.replaceSubrange(at...at, with: piece) }
        }
        try check(String(decoding: bytes, as: UTF8.self), with: carmakerLinker)
      }
    }
  }

  /// The mentions follow each other, and the raw text of each, read as a page of its own, has the letters that were linked.
  private func check(_ page: String, with linker: Linker) throws {
    let text = try VisibleText(name: "a", bytes: Array(page.utf8), format: .html)
    var end = 0
    for mention in linker.mentions(in: text) {
      #expect(mention.start >= end && mention.end > mention.start, "\(page)")
      end = mention.end
      #expect(slice(page, mention.start, mention.end) == mention.text, "\(page)")
      let alone = try VisibleText(name: "a", bytes: Array(mention.text.utf8), format: .html)
      let (found, linked) = (String(decoding: alone.bytes, as: UTF8.self), String(decoding: text.bytes[mention.visible], as: UTF8.self))
      #expect(foldedName(found) == foldedName(linked), "\(mention.text) in \(page)")
    }
    #expect(end <= page.unicodeScalars.count)
  }
}
