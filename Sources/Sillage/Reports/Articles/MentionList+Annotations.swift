public import ResultFormats

extension MentionList {
  /// How many characters of the text stand before and behind an exact quote.
  private static let context = 32

  /// The mentions as a page of W3C Web Annotations (JSON-LD): each names its entity and selects its place twice, by its
  /// position in Unicode scalars of the raw file and by a quote with what stands around it.
  ///
  /// - Parameter bytes: the raw file.
  public func annotations(of bytes: [UInt8]) -> JSONValue {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
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
            JSONMember("source", .string(document)),
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
      JSONMember("@context", .string("http://www.w3.org/ns/anno.jsonld")),
      JSONMember("id", .string("urn:sillage:mentions:\(Self.path(document))")),
      JSONMember("type", .string("AnnotationPage")), JSONMember("items", .array(items)),
    ])
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
