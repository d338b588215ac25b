import Diagnostics
import GraphModel

/// Reads an article of ours: front matter, then text.
enum ArticleReader {
  /// Keys of front matter that become relations, and the relationship types that they become.
  private static let relationKeys = [("about", "about"), ("publisher", "published_by"), ("author", "authored_by")]

  static func read(_ tree: TextNode, textStart: Int, _ reading: inout FileReading, into records: inout GraphRecords) {
    let start = SourceSpan(start: 0, end: min(3, textStart))
    var fields = FieldReader(reading.entries(tree, "front matter"), of: "front matter", owner: start)
    guard let id = fields.requiredText("id", &reading).map({ reading.identifier($0) }) else { return }
    let title = fields.requiredText("title", &reading)
    let types = fields.requiredTexts("type", &reading)
    let language = fields.requiredText("language", &reading)
    let date = fields.requiredText("date", &reading).flatMap { reading.date($0) }
    let source = fields.text("source", &reading).flatMap { reading.provenance($0) }
    let provenance = source ?? Provenance(source: id, asOf: date?.value, confidence: .high)
    var properties: [PropertyRecord] = []
    if let date { properties.append(textProperty("date", date.value.text, date.span)) }
    if let url = fields.text("url", &reading) { properties.append(textProperty("url", url.value, url.span)) }
    let entity = EntityRecord(
      file: reading.file, id: id, types: types, name: title ?? id, aliases: fields.texts("aliases", &reading),
      properties: properties, note: fields.text("note", &reading)?.value, provenance: provenance)
    for (key, type) in relationKeys {
      readRelations(key, type, owner: id, provenance, &fields, &reading, into: &records)
    }
    if let relations = fields.node("relations") {
      RelationReader(owner: id, provenance: provenance).read(relations, &reading, into: &records)
    }
    ClaimReader.read(article: id, date: date?.value, &fields, &reading, into: &records)
    let hash = fields.text("sha256", &reading)
    fields.reportRest(&reading)
    let text = reading.source[SourceSpan(start: textStart, end: reading.source.bytes.count)]
    if text.allSatisfy(\.isWhitespace) { reading.report(.graphMissingKey, "the article has no text", at: start) }
    records.articles.append(
      ArticleRecord(entity: entity, language: language ?? Spanned("", id.span), statedHash: hash, textStart: textStart, text: text))
  }

  private static func textProperty(_ name: String, _ value: String, _ span: SourceSpan) -> PropertyRecord {
    PropertyRecord(name: Spanned(name, span), value: .string(value), span: span)
  }

  private static func readRelations(
    _ key: String, _ typeName: String, owner: Spanned<String>, _ provenance: Provenance, _ fields: inout FieldReader,
    _ reading: inout FileReading, into records: inout GraphRecords
  ) {
    let targets = fields.texts(key, &reading)
    guard let first = targets.first else { return }
    let found = reading.schema.relation(typeName)
    if found == nil, reading.schema.isWhole {
      reading.report(
        .graphUnknownRelation, "`\(key)` becomes a relation `\(typeName)`, which the schema does not have", at: first.span)
    }
    for target in targets {
      records.relations.append(
        RelationRecord(
          file: reading.file, type: found?.type.name.value ?? typeName, statedType: Spanned(typeName, target.span),
          owner: owner, target: target, isInverted: found?.isInverted ?? false, start: nil, end: nil, status: .asserted,
          provenance: provenance, note: nil, qualifiers: []))
    }
  }

  /// Where the front matter of a Markdown text stands, and where the text below it begins; nil where it does not begin with a line
  /// `---` that a second one closes.
  static func frontMatter(of bytes: [UInt8]) -> (yaml: Range<Int>, textStart: Int)? {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var opened: Int?
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[position..<end]
      if line.last == 0x0D { line.removeLast() }
      let isRule = line.elementsEqual([0x2D, 0x2D, 0x2D])
      let next = min(end + 1, bytes.count)
      if let opened {
        if isRule { return (opened..<position, next) }
      } else {
        guard isRule else { return nil }
        opened = next
      }
      position = next
    }
    return nil
  }
}
