/// Makes the SVG of Graphviz one that stands alone: it needs no document type from elsewhere, says what it shows in words for
/// those who do not see it, and keeps where it comes from.
public struct SVGFinish: Sendable {
  private let model: DiagramModel
  private let writer: DOTWriter
  /// How many relationships the description spells out.
  private static let described = 100

  public init(_ model: DiagramModel, writer: DOTWriter) {
    self.model = model.inCanonicalOrder()
    self.writer = writer
  }

  /// The finished picture; `dot` is the text that it was drawn from. What has no `svg` element stays as it is.
  public func finish(_ svg: [UInt8], dot: String) -> [UInt8] {
    let text = String(decoding: svg, as: UTF8.self)
    guard let start = text.range(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else { return svg }
    let prefix = writer.idPrefix
    let role =
      " role=\"graphics-document document\" aria-roledescription=\"diagram\" lang=\"\(writer.language.rawValue)\""
      + " aria-labelledby=\"\(prefix)-title\" aria-describedby=\"\(prefix)-desc\""
    return Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text[start.lowerBound..<end] + role + ">\n" + head(dot)
        + text[text.index(after: end)...].drop { $0 == "\n" }).utf8)
  }

  private func head(_ dot: String) -> String {
    let sentences = DiagramSentences(model, style: writer.style, language: writer.language)
    let facts = MarkupText.provenance(model).map { name, value in
      "<fact name=\"\(MarkupText.escaped(name))\">\(MarkupText.escaped(value, graphemes: 4_000))</fact>"
    }
    return """
      <title id="\(writer.idPrefix)-title">\(MarkupText.escaped(DOTText.oneLine(model.title)))</title>
      <desc id="\(writer.idPrefix)-desc">\(MarkupText.escaped(sentences.summary(atMost: Self.described), graphemes: 20_000))</desc>
      <metadata><diagram xmlns="urn:sillage:diagram" dot="\(dot.diagramFingerprint)">\(facts.joined())</diagram></metadata>

      """
  }

  /// The fingerprint of the DOT text that a finished picture was drawn from; nil where it carries none.
  public static func fingerprint(in svg: [UInt8]) -> String? {
    let text = String(decoding: svg.prefix(400_000), as: UTF8.self)
    guard let start = text.range(of: "<diagram xmlns=\"urn:sillage:diagram\" dot=\"") else { return nil }
    let digits = text[start.upperBound...].prefix(16)
    return digits.utf8.count == 16 ? String(digits) : nil
  }
}

extension StringProtocol {
  /// The first place of a text. Linear in most cases.
  func range(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    let bytes = self.utf8
    guard let first = wanted.first else { return nil }
    var index = bytes.startIndex
    while let found = bytes[index...].firstIndex(of: first) {
      if bytes[found...].starts(with: wanted) { return found..<bytes.index(found, offsetBy: wanted.count) }
      index = bytes.index(after: found)
    }
    return nil
  }
}
