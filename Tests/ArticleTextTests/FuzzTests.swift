import ArticleText
import Diagnostics
import TestKit
import Testing

/// Random and spoiled input: nothing traps, each word of the visible text proves itself in the raw text, no cost grows with
/// the square.
@Suite struct ArticleTextFuzzTests {
  private let pieces = [
    "Renault", "Cléon", "é", "e\u{301}", "💡", " ", "\n", "\r\n", "\r", "\n\n", "<", ">", "&", ";", "&eacute;", "&eacute", "&#233;", "&#x1F697;",
    "&amp;", "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<table>", "<tr>", "<td>", "</table>", "<script>", "</script>", "<!--", "-->",
    "<svg>", "</svg>", "<title>", "</title>", "<br>", "<img alt='x'>", "<a href=\"y\">", "</a>", "<nav>", "</nav>", "<main>", "</main>", "<select>",
    "<template>", "</template>", "<style>", "<math>", "<textarea>", "<![CDATA[", "]]>", "<?php", "</", "<a b='", "*", "**", "_", "`", "```", "[",
    "](", ")", "![",
    "| a | b |", "|--|", "---", "# ", "> ", "- ", "1. ", "\\", "\u{AD}", "\u{A0}", "\u{200B}", "\u{FEFF}", "ﬁ", "www.x.fr", "a@b.fr",
    "https://x.fr/y", "\u{1A}", "<frameset>", "<body>", "<form>", "<plaintext>", "</br>", "<li>", "<option>",
    "\u{F}", "\u{7F}", "\u{85}", "\u{92}", Self.nonCharacter(0xFDD0), Self.nonCharacter(0xFFFE), Self.nonCharacter(0x1FFFF),
  ]

  /// Source text may have none of them.
  private static func nonCharacter(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }

  @Test func mixedPieces() throws {
    var random = SeededRandom(seed: 3)
    for round in 0..<1_500 {
      let raw = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for format in [ArticleFormat.plainText, .markdown, .html] {
        try check(Array(raw.utf8), format, "round \(round): \(raw)")
      }
    }
  }

  @Test func randomBytes() throws {
    var random = SeededRandom(seed: 5)
    for round in 0..<1_000 {
      var raw = (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      if round % 2 == 0 { raw = raw.map { $0 < 0x80 ? max(1, $0) : $0 & 0x7F | 1 } }
      for format in [ArticleFormat.plainText, .markdown, .html] {
        do { try check(raw, format, "round \(round)") } catch is Fault {}
      }
    }
  }

  @Test func spoiledPages() throws {
    let page = Array(
      "<html lang=fr><head><title>Cl&eacute;on</title></head><body><nav>x</nav><article><h1>L’usine</h1><p>Le <b>7DL</b> &amp; la R5&nbsp;E-Tech.</p><table><tr><td>a</td></tr></table></article></body></html>"
        .utf8)
    var random = SeededRandom(seed: 7)
    for round in 0..<1_500 {
      var spoiled = page
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<spoiled.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: spoiled.remove(at: at)
        case 1: spoiled[at] = UInt8.random(in: 1...127, using: &random)
        default: spoiled.insert(contentsOf: spoiled[at..<min(at + 12, spoiled.count)], at: Int.random(in: 0..<spoiled.count, using: &random))
        }
      }
      do { try check(spoiled, .html, "round \(round): \(String(decoding: spoiled, as: UTF8.self))") } catch is Fault {}
    }
  }

  private typealias Fault = Diagnostic

  /// Reads the text and proves each word of plain letters: it stands in the raw text at the place that is given for it.
  private func check(_ raw: [UInt8], _ format: ArticleFormat, _ comment: String) throws {
    let text = try VisibleText(name: "a", bytes: raw, format: format)
    let source = text.raw
    var start = 0
    while start < text.bytes.count {
      var end = start
      while end < text.bytes.count, isPlainLetter(text.bytes[end]) { end += 1 }
      if end > start {
        let place = text.rawBytes(of: start..<end)
        #expect(place.lowerBound >= 0 && place.upperBound <= source.count, "\(comment)")
        let word = text.bytes[start..<end]
        let found = source[place]
        let isReferenced = found.contains(0x26)
        #expect(isReferenced || isSubsequence(word, of: found), "\(String(decoding: word, as: UTF8.self)) at \(place) as \(format): \(comment)")
        let scalars = text.scalars(of: start..<end)
        #expect(scalars.upperBound <= text.scalarCount && scalars.lowerBound < scalars.upperBound, "\(comment)")
      }
      start = end + 1
    }
  }

  private func isPlainLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Whether the bytes stand in the others in their order: marks inside a word may stand between them.
  private func isSubsequence(_ bytes: ArraySlice<UInt8>, of others: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    for byte in others where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty && bytes.first == others.first && bytes.last == others.last
  }

  @Test(arguments: 0..<20)
  func signsAreFoundWhereTheyStand(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let signs: [UInt8] = [0x2E, 0x2F, 0x3A, 0x40]
    let others: [UInt8] = [0x00, 0x01, 0x2D, 0x30, 0x3B, 0x41, 0x80, 0xAE, 0xC0, 0xFF]
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      (Int.random(in: 0..<40, using: &random) == 0 ? signs : others).randomElement(using: &random) ?? 0
    }
    let finder = ByteFinder(.init(0x2E, orWith: 0x01), .init(0x3A), .init(0x40))
    for start in 0...bytes.count {
      #expect(finder.next(in: bytes.span, from: start) == bytes[start...].firstIndex(where: signs.contains) ?? bytes.count)
    }
  }
}
