import ArticleText
import EntityLinking
import Foundation
import Sillage
import TestKit
import Testing

/// Pages with characters in them that HTML does not know: controls and noncharacters.
@Suite("Pages with control characters")
struct ControlCharacterTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Gold").path(percentEncoded: false)
  private static let strange: [Unicode.Scalar] = [
    0x1, 0xF, 0x1F, 0x7F, 0x80, 0x85, 0x92, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF,
  ].compactMap { (value: UInt32) in Unicode.Scalar(value) }

  @Test(arguments: [
    ("<p>L\u{92}Alpine A390 est faite à Dieppe par Renault Group.</p>", 3), ("\u{F}4ETech<l>&&&&Volkswagen ec&", 0),
    ("<p>Vu chez Renault\u{85}</p><p>L\u{92}usine \u{2}de Cléon\u{7F} produit le 7DL.</p>", 3),
  ])
  func theirNamesAreFound(_ page: String, _ count: Int) throws {
    let mentions = try link(page, format: .html)
    #expect(mentions.count == count)
    for mention in mentions { #expect(slice(page, mention.start, mention.end) == mention.text) }
  }

  /// Where such a character stands in a paragraph of its own, every mention is where it was, and it is what it was.
  @Test func theyMoveNothing() throws {
    let linker = try ArticleLinker(catalogueFile: Self.folder + "/carmakers.json")
    let pages = try GoldArticle.read(folder: Self.folder + "/carmakers").filter { $0.name.contains("html") }
    #expect(pages.count >= 70)
    var random = SeededRandom(seed: 17)
    for page in pages {
      let scalars = Array(String(decoding: page.bytes, as: UTF8.self).unicodeScalars)
      let expected = try linker.link(page.bytes, document: "a.html").mentions
      let ends = scalars.indices.filter { scalars[..<$0].suffix(4).elementsEqual("</p>".unicodeScalars) }
      let places = Set((0..<Int.random(in: 1...4, using: &random)).compactMap { _ in ends.randomElement(using: &random) })
      let changed = insert(at: places, in: scalars, &random)
      let found = try linker.link(Array(String(String.UnicodeScalarView(changed)).utf8), document: "a.html").mentions
      #expect(found.map(\.entity) == expected.map(\.entity), "\(page.name)")
      for (mention, before) in zip(found, expected) {
        let shift = places.count { $0 <= before.offsets.lowerBound }
        #expect(mention.offsets == before.offsets.lowerBound + shift..<before.offsets.upperBound + shift, "\(page.name)")
        #expect(mention.text == before.text, "\(page.name)")
      }
    }
  }

  /// Wherever they stand, in words and in tags, a page has the mentions of one with signs in their place that HTML knows, and a mention is the text
  /// at its place.
  @Test func theyAreAsSignsThatNoNameHas() throws {
    let linker = try ArticleLinker(catalogueFile: Self.folder + "/carmakers.json")
    let pages = try GoldArticle.read(folder: Self.folder + "/carmakers").filter { $0.name.contains("html") }
    var random = SeededRandom(seed: 19)
    for page in pages {
      let scalars = Array(String(decoding: page.bytes, as: UTF8.self).unicodeScalars)
      let places = Set((0..<Int.random(in: 1...20, using: &random)).compactMap { _ in scalars.indices.randomElement(using: &random) })
      let changed = insert(at: places, in: scalars, &random)
      let text = String(String.UnicodeScalarView(changed))
      let plain = String(String.UnicodeScalarView(changed.map { Self.strange.contains($0) ? "\u{E000}" : $0 }))
      let found = try linker.link(Array(text.utf8), document: "a.html").mentions
      let expected = try linker.link(Array(plain.utf8), document: "a.html").mentions
      #expect(found.map(\.offsets) == expected.map(\.offsets), "\(page.name)")
      #expect(found.map(\.entity) == expected.map(\.entity), "\(page.name)")
      for mention in found { #expect(mention.text == slice(text, mention.offsets.lowerBound, mention.offsets.upperBound), "\(page.name)") }
    }
  }

  private func insert(at places: Set<Int>, in scalars: [Unicode.Scalar], _ random: inout SeededRandom) -> [Unicode.Scalar] {
    var changed: [Unicode.Scalar] = []
    for (place, scalar) in scalars.enumerated() {
      if places.contains(place), let strange = Self.strange.randomElement(using: &random) { changed.append(strange) }
      changed.append(scalar)
    }
    return changed
  }
}
