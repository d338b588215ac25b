import ArticleText
import EntityLinking

extension ArticleLinker {
  /// Links a document and cuts its visible text where the mentions are. Fails with a diagnostic for bytes that are no text.
  public func read(_ bytes: [UInt8], document: String) throws(SillageError) -> LinkedArticle {
    let text = try visibleText(bytes, document)
    let mentions = mentions(in: text)
    var pieces: [LinkedArticle.Piece] = []
    var offset = 0
    for (number, mention) in mentions.enumerated() {
      Self.addProse(offset..<mention.visible.lowerBound, of: text, to: &pieces)
      pieces.append(.mention(number, Self.string(mention.visible, of: text)))
      offset = mention.visible.upperBound
    }
    Self.addProse(offset..<text.bytes.count, of: text, to: &pieces)
    return LinkedArticle(list: report(mentions, text, document), pieces: pieces)
  }

  /// The family that an entity is shown as.
  public static func family(of entity: EntityName) -> EntityFamily {
    let kind = entity.types.lazy.map { EntityKind(type: $0) }.first { $0 != .other } ?? .other
    return switch kind {
    case .group, .company, .team: .group
    case .brand: .brand
    case .site, .place: .place
    case .vehicle: .vehicle
    case .motor, .platform, .technology: .technology
    case .plan: .plan
    case .person: .person
    case .other: .other
    }
  }

  private static func string(_ range: Range<Int>, of text: VisibleText) -> String {
    String(decoding: text.bytes[range], as: UTF8.self)
  }

  /// Prose, with what is opaque in it as pieces of their own.
  private static func addProse(_ range: Range<Int>, of text: VisibleText, to pieces: inout [LinkedArticle.Piece]) {
    var start = range.lowerBound
    while start < range.upperBound {
      let isOpaque = text.bytes[start] == VisibleText.opaque
      var end = start
      while end < range.upperBound, (text.bytes[end] == VisibleText.opaque) == isOpaque { end += 1 }
      if !isOpaque {
        pieces.append(.prose(string(start..<end, of: text)))
      } else if text.format != .html {
        pieces.append(.other(text.rawText(of: start..<end)))
      }
      start = end
    }
  }
}
