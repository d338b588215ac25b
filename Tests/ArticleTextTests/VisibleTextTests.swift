import ArticleText
import Diagnostics
import Testing

/// The visible text as a string, with opaque bytes as `•` and runs of them as one.
func seen(_ raw: String, _ format: ArticleFormat) throws -> String {
  let text = try VisibleText(name: "a", bytes: Array(raw.utf8), format: format)
  var out: [UInt8] = []
  for byte in text.bytes where byte != VisibleText.opaque || out.last != VisibleText.opaque { out.append(byte) }
  return String(decoding: out, as: UTF8.self).replacing("\u{1A}", with: "•")
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Voir https://www.alpine.fr/a390?x=1 demain.", "Voir • demain."),
    ("Écrire à presse@ampere.cars ou www.ampere.cars.", "Écrire à • ou •."),
    ("Suivez @dacia_france et (renault.fr).", "Suivez • et (•)."),
    ("La photo alpine-a390.jpg montre Alpine.", "La photo • montre Alpine."),
    ("Zoé a écrit :\nBonjour Zoé", "•\nBonjour Zoé"), ("Zoe\u{301} a e\u{301}crit :\nBonjour", "•\nBonjour"),
    ("Zoé a\u{A0}écrit\u{202F}:\nBonjour", "•\nBonjour"), ("Zoé\u{A0}wrote:\nHi", "•\nHi"), ("Elle a décrit :\nBonjour", "Elle a décrit :\nBonjour"),
    ("Vu par @xy\u{A0}Stellantis, a@b.fr\u{202F}Stellantis", "Vu par •\u{A0}Stellantis, •\u{202F}Stellantis"),
    ("à\u{A0}presse@x.fr", "à\u{A0}•"), ("« http://x.fr » http://x.fr»Stellantis http://x.fr—Stellantis http://x.fr…Stellantis", "« • » •»Stellantis •—Stellantis •…Stellantis"),
    ("(http://x.fr)Stellantis http://x.fr/Clio_(4) http://x.fr。Stellantis", "(•)Stellantis • •。Stellantis"),
    ("@x,Stellantis a@b.fr;Renault renault.fr\u{A0}Dacia", "•,Stellantis •;Renault •\u{A0}Dacia"),
    ("Prix : 1.5 dCi, ID.3, S.A., 3.14", "Prix : 1.5 dCi, ID.3, S.A., 3.14"),
    ("Fin.Alpine commence", "Fin.Alpine commence"),
    ("", ""),
  ])
  func plainText(_ raw: String, _ expected: String) throws {
    #expect(try seen(raw, .plainText) == expected)
  }

  @Test(arguments: [
    ("---\ntitle: Alpine\n---\nTexte", "Texte"),
    ("# Un *titre*\nTexte", "Un titre\n\nTexte"),
    ("**Horse** Powertrain et _Renault_, snake_case_name", "Horse Powertrain et Renault, snake_case_name"),
    ("Un `renault-cli` ici", "Un • ici"),
    ("```\nalpine\n```\nfin", "•\n\nfin"),
    ("Le [site de **Cléon**](https://x.y/cleon) tourne", "Le site de Cléon tourne"),
    ("![Renault](a.png) vu[^1]", "• vu•"),
    ("| Site | Motor |\n|---|---|\n| Cléon | 7DL |", "• Site • Motor •\n\n• Cléon • 7DL •"),
    ("- un\n- deux", "un\n\ndeux"),
    ("> cité", "cité"),
    ("[ref]: https://a.b/renault\nfin", "fin"),
    ("2 * 3 * 4 ~ 5", "2 * 3 * 4 ~ 5"),
    ("`a non fermé", "`a non fermé"),
    ("Caf&eacute; <b>fort</b> <!-- Renault -->", "Café fort "),
    ("a\\*b", "a*b"),
    ("un\n\n<script>\nRenault\n\n*x\n</script>\n\ndeux", "un\n\n•\n\ndeux"), ("<style>\na\n</style>\ndeux", "•\n\ndeux"),
    ("<div hidden><div>Renault</div> Group</div> deux", "• deux"), ("<span style=\"display: none\">Renault</span> deux", "• deux"),
    ("<div class='hidden-x'>Renault</div>", "•Renault•"), ("Un <script> ici", "Un • ici"),
    ("> un\n> ```\n> Renault\n> ```\n> deux\n", "un\n\n•\n\ndeux\n"), ("> ```\n> Renault\n\ndeux", "•\n\ndeux"),
    ("- ```\n  Renault\n  ```\n- deux", "•\n\ndeux"), ("## Stellantis {#renault-group}\nx", "Stellantis •\n\nx"),
    ("Le [site](x){.renault} et {a} b", "Le site• et {a} b"), ("Stellantis[[1]](http://x) et [x](y)", "Stellantis[1] et x"),
    ("Stellantis[1](http://x), <b>A</b><sup>2</sup>, une [5](x)", "Stellantis¹, A², une 5"),
  ])
  func markdown(_ raw: String, _ expected: String) throws {
    #expect(try seen(raw, .markdown) == expected)
  }

  @Test(arguments: [
    ("<p>Cl&eacute;on <b>7DL</b></p><p>fin</p>", "Cléon 7DL\n\nfin\n\n"),
    ("<script>var a='Renault'</script><title>Alpine</title>x", "Alpine\n\nx"),
    ("<img alt=\"Dacia\" src=x>La <em>R5</em>&nbsp;E&#8209;Tech &#x20AC;", "•La R5\u{A0}E\u{2011}Tech €"),
    ("a <!-- Renault --> b", "a  b"),
    ("1 < 2 & 3", "1 < 2 & 3"),
    ("<a href='x>y' title=\"Mobilize\">site</a>", "site"),
    ("&inconnu; <", "&inconnu; <"),
  ])
  func html(_ raw: String, _ expected: String) throws {
    #expect(try seen(raw, .html) == expected)
  }

  @Test func offsetsAreScalarsOfTheRawFile() throws {
    let raw = "\u{FEFF}# 💡 Le **moteur** Cl&eacute;on\n"
    let text = try VisibleText(name: "a.md", bytes: Array(raw.utf8))
    let visible = String(decoding: text.bytes, as: UTF8.self)
    let scalars = Array(raw.unicodeScalars)
    func mapped(_ word: String) throws -> String {
      let start = try #require(visible.utf8.firstRange(of: Array(word.utf8)))
      let lower = visible.utf8.distance(from: visible.startIndex, to: start.lowerBound)
      let range = text.scalars(of: lower..<(lower + word.utf8.count))
      #expect(text.rawText(of: lower..<(lower + word.utf8.count)) == scalarsText(scalars[range]))
      return scalarsText(scalars[range])
    }
    #expect(try mapped("moteur") == "moteur")
    #expect(try mapped("moteur Cléon") == "moteur** Cl&eacute;on")
    #expect(text.scalarCount == scalars.count)
  }

  private func scalarsText(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  @Test(arguments: [
    ("a.md", "texte", ArticleFormat.markdown), ("a.html", "texte", .html), ("a.txt", "texte", .plainText),
    ("a.txt", "<!DOCTYPE html><p>x", .html), ("-", "# Titre\n\nUn **mot**.", .markdown),
    ("a.txt", "Un **mot** seul", .plainText), ("-", "---\ntitle: x\n---\ntexte", .markdown),
  ])
  func formats(_ name: String, _ raw: String, _ expected: ArticleFormat) {
    #expect(ArticleFormat.of(name: name, bytes: Array(raw.utf8)) == expected)
  }

  @Test(arguments: [
    ([0x43, 0x6C, 0xE9, 0x6F, 0x6E] as [UInt8], "E601", 2), ([0xFF, 0xFE, 0x41], "E601", 0), ([0xFE, 0xFF, 0xD8, 0x00], "E601", 0),
    ([0x41, 0x00, 0x42], "E602", 1), ([0xF0, 0x9F], "E601", 0), (Array("%PDF-1.4 and nothing else".utf8), "E603", 0),
  ])
  func refusals(_ bytes: [UInt8], _ code: String, _ offset: Int) throws {
    let error = try #require(throws: Diagnostic.self) { try VisibleText(name: "a.txt", bytes: bytes) }
    #expect(error.code.name == code)
    #expect(error.span.start == offset)
  }
}

@Suite struct VisibleTextCostTests {
  @Test(arguments: [
    "<", "&", "<a href=\"", "<!--", "](", "![", "*", "`", "[", "**a", "<a ='>", "a@", "http://", "&#", "> ", "#",
    "![a](", "<script>", "| a ", "<div>", "<b>", "<p><font size=1>", "<table>", "<a b=c d", "</p>", "<svg><g>", "<li>", "&eacute", "\r", ":",
  ])
  func unfinishedInputIsLinear(_ piece: String) throws {
    for format in ArticleFormat.allCases where format != .pdf {
      let short = try time(piece, 1_000, format)
      let long = try time(piece, 5_000, format)
      #expect(long < short * 15 + .milliseconds(200), "\(piece) as \(format): \(short) then \(long)")
    }
  }

  @Test func anUnfinishedTagOfManyAttributesIsLinear() throws {
    func page(_ attributes: Int) -> String { "<p>x</p><a" + (0..<attributes).map { " a\($0)=1" }.joined() }
    let (short, long) = (try time(page(4_000), 1, .html), try time(page(20_000), 1, .html))
    #expect(long < short * 15 + .milliseconds(200), "\(short) then \(long)")
  }

  private func time(_ piece: String, _ count: Int, _ format: ArticleFormat) throws -> Duration {
    let bytes = Array(String(repeating: piece, count: count).utf8)
    return try ContinuousClock().measure { _ = try VisibleText(name: "a", bytes: bytes, format: format) }
  }
}
