public import ResultFormats

extension MentionList {
  /// How many characters of the text stand before and behind an exact quote.
  private static let context = 32

  /// The mentions as a page of W3C Web Annotations (JSON-LD): each names its entity and selects its place twice, by its
  /// position in Unicode scalars of the text and by a quote with what stands around it. The page tells what the article says of itself.
  public var annotations: JSONValue {
    let scalars = Array(String(decoding: source.text, as: UTF8.self).unicodeScalars)
    let article = articleIRI
    func text(_ range: Range<Int>) -> JSONValue {
      .string(String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)])))
    }
    let items = mentions.map { mention -> JSONValue in
      let (start, end) = (mention.offsets.lowerBound, mention.offsets.upperBound)
      return .object([
        JSONMember("id", .string("urn:sillage:mention:\(Self.path(document)):\(start)-\(end)")),
        JSONMember("type", .string("Annotation")), JSONMember("motivation", .string("identifying")),
        JSONMember("body", mention.body),
        JSONMember(
          "target",
          .object([
            JSONMember("source", .string(article)),
            JSONMember(
              "selector",
              .array([
                .object([
                  JSONMember("type", .string("TextPositionSelector")), JSONMember("start", .integer(Int64(start))),
                  JSONMember("end", .integer(Int64(end))),
                ]),
                .object([
                  JSONMember("type", .string("TextQuoteSelector")), JSONMember("exact", text(start..<end)),
                  JSONMember("prefix", text(max(0, start - Self.context)..<start)),
                  JSONMember("suffix", text(end..<end + Self.context)),
                ]),
              ])),
          ])),
      ])
    }
    return .object([
      JSONMember("@context", .array([.string("http://www.w3.org/ns/anno.jsonld"), Self.terms])),
      JSONMember("id", .string("urn:sillage:mentions:\(Self.path(document))")),
      JSONMember("type", .string("AnnotationPage")), JSONMember("article", facts(of: article)), JSONMember("items", .array(items)),
    ])
  }

  /// The words that annotations have beside those of W3C: of Dublin Core, of schema.org, and of ours.
  private static let terms = JSONValue.object(
    [
      ("article", "https://schema.org/about"), ("title", "http://purl.org/dc/elements/1.1/title"),
      ("date", "http://purl.org/dc/elements/1.1/date"), ("publisher", "http://purl.org/dc/elements/1.1/publisher"),
      ("language", "http://purl.org/dc/elements/1.1/language"), ("score", "urn:sillage:term:score"),
      ("uncertain", "urn:sillage:term:uncertain"),
    ].map { term, meaning in
      let isNumber = term == "score"
      let meant = JSONMember("@id", .string(meaning))
      return JSONMember(term, .object(isNumber ? [meant, JSONMember("@type", .string("http://www.w3.org/2001/XMLSchema#double"))] : [meant]))
    })

  /// What an article says of itself.
  private func facts(of article: String) -> JSONValue {
    let said = [("title", source.title), ("date", source.date), ("publisher", source.publisher), ("language", source.language)]
    return .object(
      [JSONMember("id", .string(article))] + said.compactMap { term, value in value.map { JSONMember(term, .string($0)) } })
  }

  /// The name of the article as a resource: its address, or the path of its file.
  private var articleIRI: String {
    if let address = source.address { return address }
    return (document.hasPrefix("/") ? "file://" : "") + Self.path(document)
  }

  /// A path as part of a name of a resource: what is no letter, digit, dot, slash or hyphen is percent-encoded.
  private static func path(_ document: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return document.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: String(Unicode.Scalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }
}

extension MentionReport {
  /// What an annotation says of its target.
  fileprivate var body: JSONValue {
    .object([
      JSONMember("type", .string("SpecificResource")), JSONMember("source", .string("urn:sillage:entity:" + entity.id)),
      JSONMember("purpose", .string("identifying")), JSONMember("label", .string(entity.name)),
      JSONMember("score", .float(score)), JSONMember("uncertain", .boolean(isUncertain)),
    ])
  }
}
