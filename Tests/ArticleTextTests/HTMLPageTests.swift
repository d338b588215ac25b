import ArticleText
import Diagnostics
import Testing

/// What of a page is read, and where its letters stand.
@Suite struct HTMLPageTests {
  @Test(arguments: [
    ("<body><nav>Renault Dacia</nav><p>Texte</p><footer>Alpine</footer></body>", "Texte"),
    ("<header><a>Menu</a></header><main><h1>Titre</h1><p>Corps du texte.</p></main><p>Autre</p>", "Titre\n\nCorps du texte."),
    ("<article><p>Le corps de l'article.</p><aside>En marge</aside></article><aside>Pub</aside>", "Le corps de l'article.\n\nEn marge"),
    ("<title>Titre</title><div class='menu-left'>Zoe</div><div class=content>Le texte</div>", "Titre\n\nLe texte"),
    ("<div class='sidebar page'><h1>Titre</h1>Texte</div>", "Titre\n\nTexte"),
    ("<p>Vu <span hidden>caché</span><span style='display: none'>caché</span><i aria-hidden=true>x</i>ici</p>", "Vu\n\nici"),
    ("<p>a<br>b<wbr>c<sup>2</sup></p>", "a\nbc²"), ("<p>a<p>b<li>c", "a\n\nb\n\nc"),
    ("<div role=navigation>x</div><p>y</p>", "y"), ("<p>x</p><dialog><p>y</p></dialog><p>z</p>", "x\n\nz"),
    ("<p>Renault\n\n  Group\n<!-- -->\n a</p><p>un<br>\ndeux</p>", "Renault\n  Group\n a\n\nun\ndeux"), ("<button>Acheter</button><p>y</p>", "y"),
    ("<p>Un <my-tag>mot</my-tag></p>", "Un\n\nmot"), ("<blockquote>Cité<footer>Provost</footer></blockquote>", "Cité\n\nProvost"),
  ])
  func mainText(_ page: String, _ expected: String) throws {
    #expect(
      try seen(page, .html).split(separator: "\n\n").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
        == expected.split(separator: "\n\n").map(String.init))
  }

  @Test(arguments: [
    ("Stellantis<sup>1</sup> et 5<sup>3</sup>", "Stellantis¹ et 5³"), ("A<sup><a href='#n1'>1</a></sup>", "A¹"), ("A<a href='#n1'>12</a>", "A¹²"),
    ("A<sup>1, 2</sup>", "A¹, ²"), ("A<sup>[4]</sup>", "A[⁴]"), ("A<sup>a</sup>", "A•"), ("A<sup>TM</sup>", "A•"), ("A<sup>&#49;0</sup>", "A¹⁰"),
    ("A<sup><a href='#fn'>xi</a></sup>", "A•"), ("XX<sup>e</sup> M<sup>me</sup> 1<sup>er</sup>", "XXe Mme 1er"),
    ("la Renault <a href='#r5'>5</a>", "la Renault 5"), ("R<a href='/r5'>5</a>", "R5"), ("A<a href='#x'>2026-01</a>", "A2026-01"),
    ("MEB<sup>+</sup>", "MEB+"),
  ])
  func marksOfNotes(_ body: String, _ expected: String) throws {
    #expect(try seen("<p>\(body)</p>", .html).trimmingBlanks() == expected)
  }

  @Test(arguments: [
    ("Caf&eacute; cr&egraveme &amp; th&#233; &#x20AC;&#8364; &#150;", "Café crème & thé €€ –"),
    ("AT&T &amp;eacute; &lt;b> &notit; &not; x", "AT&T &eacute; <b> ¬it; ¬ x"),
    ("a\r\nb\rc", "a\nb\nc"), ("un </bogus>deux</i> trois", "un deux trois"), ("&NotEqualTilde;&", "≂̸&"),
    ("&ampère &copyright", "&ère ©right"), ("&bogus; && &", "&bogus; && &"), ("&#x1F697; &#xD800; ok", "🚗 \u{FFFD} ok"),
  ])
  func references(_ body: String, _ expected: String) throws {
    #expect(try seen("<p>\(body)</p>", .html).trimmingBlanks() == expected)
  }

  @Test func textMovedOutOfATableIsReadWhereItStands() throws {
    let page = "<table><tr><td>un</td></tr>deux<tr><td>trois</td></tr></table>"
    let text = try VisibleText(name: "a", bytes: Array(page.utf8), format: .html)
    let visible = String(decoding: text.bytes, as: UTF8.self)
    for word in ["un", "deux", "trois"] {
      let found = try #require(text.bytes.firstRange(of: Array(word.utf8)), "\(visible)")
      #expect(text.rawText(of: found) == word)
    }
    #expect(try #require(text.bytes.firstRange(of: Array("un".utf8))).lowerBound < text.bytes.firstRange(of: Array("deux".utf8))!.lowerBound)
  }

  @Test func metadata() throws {
    let page = """
      <html lang=fr-FR><head><title>Un titre | Site</title><meta property="og:title" content="Un  titre">
      <meta property="og:site_name" content="Le Journal"><link rel="canonical" href="https://x.fr/a">
      <meta property="article:published_time" content="2026-05-04T10:00:00+02:00"></head><body><h1>Autre</h1></body></html>
      """
    let text = try VisibleText(name: "a.html", bytes: Array(page.utf8))
    #expect(
      text.metadata
        == ArticleMetadata(
          title: "Un titre", date: "2026-05-04", publisher: "Le Journal", language: "fr-FR", canonicalURL: "https://x.fr/a"))
  }

  @Test func structuredMetadata() throws {
    let page = """
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Titre",
      "datePublished":"2025-01-31","publisher":{"name":"Le Monde"},"inLanguage":"fr","url":"https://y.fr/b"}]}</script><p>x
      """
    let found = try VisibleText(name: "a.html", bytes: Array(page.utf8)).metadata
    #expect(
      found
        == ArticleMetadata(
          title: "Titre", date: "2025-01-31", publisher: "Le Monde", language: "fr", canonicalURL: "https://y.fr/b"))
  }

  @Test(arguments: [
    ("\"publisher\":[{\"name\":\"Le Monde\"},{\"name\":\"y\"}]", "Le Monde"), ("\"publisher\":[\"AFP\"]", "AFP"), ("\"publisher\":\"AFP\"", "AFP"),
    ("\"publisher\":[]", nil),
  ])
  func publisherInOneForm(_ entry: String, _ expected: String?) throws {
    let page = "<script type='application/ld+json'>{\"headline\":\"x\",\(entry)}</script>"
    #expect(try VisibleText(name: "a.html", bytes: Array(page.utf8)).metadata.publisher == expected)
  }

  @Test(arguments: [
    ("<svg><title>Icône</title></svg><h1>Titre</h1>", "Titre"), ("<body><svg><title>Icône</title></svg><title>Titre</title>", "Titre"),
    ("<svg><title>Icône</title></svg><p>x", nil), ("<h1>Un <script>x</script>titre</h1>", "Un titre"),
  ])
  func titleOfThePageOnly(_ page: String, _ expected: String?) throws {
    #expect(try VisibleText(name: "a.html", bytes: Array(page.utf8)).metadata.title == expected)
  }

  @Test(arguments: [
    (">\n  Un titre\n  plié", "Un titre plié"), ("|-\n  Un titre", "Un titre"), ("'L''usine'", "L'usine"), ("\"Le \\\"7DL\\\"\"", "Le \"7DL\""),
    ("Un titre # mot", "Un titre"), ("Un titre\n  suivi", "Un titre suivi"), ("\n  Un titre", "Un titre"), ("\n  - un", nil),
    ("\"Deux\n  lignes\"", "Deux lignes"), ("C#", "C#"),
  ])
  func titlesInYAML(_ value: String, _ expected: String?) throws {
    let text = "---\ntitle: \(value)\nlang: fr\n---\nTexte"
    let found = try VisibleText(name: "a.md", bytes: Array(text.utf8)).metadata
    #expect(found.title == expected && found.language == "fr")
  }

  @Test func frontMatter() throws {
    let text = "---\ntitle: \"Cléon : le 7DL\"\ndate: 2026-03-01\nsource: Renault\nlang: fr\nurl: https://z.fr\ntags: [a]\n---\nTexte"
    #expect(
      try VisibleText(name: "a.md", bytes: Array(text.utf8)).metadata
        == ArticleMetadata(
          title: "Cléon : le 7DL", date: "2026-03-01", publisher: "Renault", language: "fr", canonicalURL: "https://z.fr"))
  }
}

/// Older encodings and PDF.
@Suite struct EncodingTests {
  @Test func declaredWesternPage() throws {
    let page =
      Array("<meta charset=ISO-8859-1><p>Cl".utf8) + [0xE9] + Array("on co".utf8) + [0xFB] + Array("te 10 ".utf8) + [0x80] + Array("</p>".utf8)
    let text = try VisibleText(name: "a.html", bytes: page)
    let place = try #require(text.bytes.firstRange(of: Array("Cléon coûte 10 €".utf8)))
    #expect(text.scalars(of: place) == 28..<44)
    #expect(text.scalarCount == page.count)
  }

  @Test(arguments: [true, false])
  func utf16(_ isLittle: Bool) throws {
    let units = Array("\u{FEFF}Cléon 💡 Alpine".utf16)
    let bytes = units.flatMap { isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
    let text = try VisibleText(name: "a.txt", bytes: bytes)
    let place = try #require(text.bytes.firstRange(of: Array("Alpine".utf8)))
    #expect(text.scalars(of: place) == 9..<15)
  }

  @Test(arguments: [true, false])
  func utf16WithoutMark(_ isLittle: Bool) throws {
    let units = Array("Cl’on’s 💡 Alpine:— « œ » €".utf16)
    let bytes = units.flatMap { isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
    let text = try VisibleText(name: "a.txt", bytes: bytes)
    let place = try #require(text.bytes.firstRange(of: Array("Alpine".utf8)))
    #expect(text.scalars(of: place) == 10..<16)
    let odd = try #require(throws: Diagnostic.self) { try VisibleText(name: "a.txt", bytes: bytes + [0x41]) }
    #expect(odd.code == DiagnosticCode("E601"))
  }

  @Test(arguments: [
    ("UTF-32BE", Array("\0\0\0C\0\0\0l\0\0\0o\0\0\0n".utf8)), ("UTF-32LE", Array("C\0\0\0l\0\0\0o\0\0\0n\0\0\0".utf8)),
    ("UTF-32LE", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]), ("UTF-32BE", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41]),
  ])
  func utf32IsCalledByItsName(_ encoding: String, _ bytes: [UInt8]) throws {
    let error = try #require(throws: Diagnostic.self) { try VisibleText(name: "a.txt", bytes: bytes) }
    #expect(error.code == DiagnosticCode("E601") && error.message == "the text of `a.txt` is \(encoding), which is not read")
    #expect(error.hint == "convert it with: iconv -f \(encoding) -t UTF-8")
  }

  @Test func aPageThatSaysUTF8AndIsNone() throws {
    let page = Array("<meta charset=\"UTF-8\"><p>Cl".utf8) + [0xE9] + Array("on</p>".utf8)
    let error = try #require(throws: Diagnostic.self) { try VisibleText(name: "a.html", bytes: page) }
    #expect(error.message == "the text is not UTF-8, though it says that it is: byte 27 starts no character")
    #expect(error.span == SourceSpan(start: 27, end: 28))
  }

  @Test(arguments: [Array("PK\u{3}\u{4}abc\0defghijkl".utf8)])
  func bytesThatAreNoText(_ bytes: [UInt8]) throws {
    let error = try #require(throws: Diagnostic.self) { try VisibleText(name: "a.txt", bytes: bytes) }
    #expect(error.code == DiagnosticCode("E602"))
  }

  @Test func charsetOfTheServer() throws {
    let bytes: [UInt8] = [0x43, 0x6C, 0xE9, 0x6F, 0x6E, 0xA4]
    let text = try VisibleText(name: "a.txt", bytes: bytes, charset: "iso-8859-15")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Cléon€")
    let error = try #require(throws: Diagnostic.self) { try VisibleText(name: "a.txt", bytes: bytes, charset: "shift_jis") }
    #expect(error.message.contains("shift_jis"))
  }

  @Test func pdf() throws {
    let text = try VisibleText(name: "a.pdf", bytes: smallPDF("The Alpine A390 is built at Dieppe."))
    #expect(text.format == .pdf)
    let place = try #require(text.bytes.firstRange(of: Array("Alpine A390".utf8)))
    #expect(text.rawText(of: place) == "Alpine A390")
    #expect(text.metadata.title == "A test" && text.metadata.date == "2026-05-04")
  }
}

/// One page with one line of text.
private func smallPDF(_ line: String) -> [UInt8] {
  let drawing = "BT /F1 12 Tf 50 700 Td (\(line)) Tj ET"
  let objects = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< /Title (A test) /CreationDate (D:20260504100000Z) >>",
  ]
  var file = "%PDF-1.4\n"
  var places: [Int] = []
  for (index, object) in objects.enumerated() {
    places.append(file.utf8.count)
    file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
  }
  let table = file.utf8.count
  file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
  for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
  file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R >>\nstartxref\n\(table)\n%%EOF\n"
  return Array(file.utf8)
}

extension StringProtocol {
  /// The text without blanks at its ends.
  func trimmingBlanks() -> String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
