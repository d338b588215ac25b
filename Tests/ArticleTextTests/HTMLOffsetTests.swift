import ArticleText
import Testing

/// Where the letters of a page stand that is not as it should be: each word is found at its own place, or not at all.
@Suite struct HTMLOffsetTests {
  @Test(arguments: [
    (
      "<p>Citro&eumln</span> vend la C3 aux &Eacutetats-Unis. Stellantis r&eacutesiste.</p>",
      ["Citroën=Citro&eumln", "vend=vend", "États=&Eacutetats", "Stellantis=Stellantis", "résiste=r&eacutesiste"]
    ),
    ("<p>Cl&eacuteon\r\nStellantis</i> Renault Group", ["Cléon=Cl&eacuteon", "Stellantis=Stellantis", "Group=Group"]),
    ("<p>Le site.</c=\">Stellantis\"</p><p>Alpine.</p>", ["site=site", "Stellantis=Stellantis", "Alpine=Alpine"]),
    ("<p>Le site</p=\"\">Stellantis recrute.</p><p>Alpine.</p>", ["Stellantis=Stellantis", "recrute=recrute", "Alpine=Alpine"]),
    ("<p>un</u a='>' b=\">\" c=d/>deux</i x='>trois", ["un=un", "deux=deux"]), ("<p>un</>deux</ x>trois<!x>quatre", ["quatre=quatre"]),
    ("<p>a &notit; b &notin; c &ltx &amp;lt; d", ["¬it;=&notit;", "∉=&notin;", "<x=&ltx", "&lt;=&amp;lt;", "d=d"]),
    ("<p>&fjlig;ord &NotEqualTilde;x &#x41;B &#65B &#99999999999;C", ["fjord=&fjlig;ord", "AB=&#x41;B", "≂̸x=&NotEqualTilde;x"]),
    ("<p>&#2147483648;Un &#4294967296;deux", ["Un=Un", "deux=deux"]),
    ("<title>a</i> <b>Alpine &eacute</title><p>Dacia", ["<b>Alpine=<b>Alpine", "é=&eacute", "Dacia=Dacia"]),
    ("<p>x<xmp>a</i>&eacute;Dacia</xmp>y<plaintext>a</i>&eacute;Alpine</plaintext>", ["&eacute;Dacia=&eacute;Dacia", "Alpine</=Alpine</"]),
    ("<!-->Alpine<!--->Dacia<!-- x --!>Horse", ["Alpine=Alpine", "Dacia=Dacia", "Horse=Horse"]),
    ("<p>a</b>\r\rb</b>\r\nc", ["b=b", "c=c"]),
  ])
  func wordsStandWhereTheyAre(_ page: String, _ words: [String]) throws {
    let text = try VisibleText(name: "a", bytes: Array(page.utf8), format: .html)
    for pair in words {
      let (word, raw) = try #require(pair.firstIndex(of: "=").map { (pair[..<$0], pair[pair.index(after: $0)...]) })
      let place = try #require(text.bytes.firstRange(of: Array(word.utf8)), "\(word) in \(String(decoding: text.bytes, as: UTF8.self))")
      #expect(text.rawText(of: place) == raw)
    }
  }

  @Test func manyLinesOfWindowsInOneTextAreAllRead() throws {
    let page = "<p>" + String(repeating: "un deux\r\n", count: 6_000) + "Alpine"
    let text = try VisibleText(name: "a", bytes: Array(page.utf8), format: .html)
    let place = try #require(text.bytes.firstRange(of: Array("Alpine".utf8)))
    #expect(text.scalars(of: place) == 3 + 54_000..<3 + 54_000 + 6)
  }
}

/// What a parser would take a time for that grows with the square of the page.
@Suite struct HTMLCostTests {
  @Test(arguments: [
    ("<svg>", "<script type=\"application/ld+json\">{\"a\":["), ("", "<span><div></span></div>"), ("", "<div><textarea></div></textarea>"),
    ("", "<!--><div>"), ("", "<div><table></div></table>"), ("<svg>", "<g><![CDATA[x></g>]]>"), ("<svg><p>", "<x/>"), ("<svg>", "<td>"),
    ("<svg>", "<param>"), ("", "<li><dd>"), ("", "<optgroup>"), ("", "<x><p></x></p>"), ("<select><svg><input>", "<x/>"),
    ("<svg><foreignObject></svg></foreignObject>", "<x/>"), ("", "<div><script><!--<script></script></div>--></script>"), ("", "<h1><div>"),
    ("<svg>", "<title><div></title></div>"), ("<b>", "<p></b><b></p>"), ("", "<a href=#x>1<p>"), ("", "<sup>1"), ("<math>", "<mi></mi><mi>"),
  ])
  func costIsLinear(_ start: String, _ piece: String) throws {
    func time(_ count: Int) throws -> Duration {
      let bytes = Array((start + String(repeating: piece, count: count)).utf8)
      return try ContinuousClock().measure { _ = try VisibleText(name: "a", bytes: bytes, format: .html) }
    }
    let (short, long) = (try time(2_000), try time(10_000))
    #expect(long < short * 15 + .milliseconds(400), "\(start) and \(piece): \(short) then \(long)")
  }

  @Test func attributesInWhatLooksLikeAQuoteAreCounted() throws {
    func time(_ count: Int) throws -> Duration {
      let page = "<p>Renault</p><a \"" + (0..<count).map { " a\($0)" }.joined() + "\">x"
      return try ContinuousClock().measure { _ = try VisibleText(name: "a", bytes: Array(page.utf8), format: .html) }
    }
    let (short, long) = (try time(4_000), try time(20_000))
    #expect(long < short * 15 + .milliseconds(200), "\(short) then \(long)")
  }

  @Test func aPageOfManyDrawingsKeepsItsStructure() throws {
    let icon = "<svg viewBox='0 0 1 1'><title>Icône</title><style>a>b{}</style><g><path d='x'/><path d='y'></g><use href='#a'/></svg>"
    let page = "<main><p>Renault</p>" + String(repeating: "<div>\(icon)</div>", count: 700) + "</main><nav>Alpine</nav>"
    let text = try VisibleText(name: "a", bytes: Array(page.utf8), format: .html)
    #expect(text.bytes.firstRange(of: Array("Renault".utf8)) != nil && text.bytes.firstRange(of: Array("Alpine".utf8)) == nil)
  }
}
