public import ResultFormats

/// The entities that one document names.
public struct MentionList: Hashable, Sendable {
  /// A path, or `-` for standard input.
  public var document: String
  /// What the document was read as.
  public var source: ArticleSource
  /// In the order of the text.
  public var mentions: [MentionReport]

  public init(document: String, source: ArticleSource, mentions: [MentionReport]) {
    self.document = document
    self.source = source
    self.mentions = mentions
  }
}

extension MentionList {
  /// The name of a document as corpora give it: without folder and extension.
  static func shortName(of document: String) -> String {
    let file = document.split(separator: "/").last.map(String.init) ?? document
    let name = file.split(separator: ".").dropLast().joined(separator: ".")
    return name.isEmpty ? file : name
  }
}

extension MentionList {
  /// The lines of JSON that `sillage link` writes, as ``MentionReport/json(document:)`` has them, without a value for each part.
  public var jsonLines: [UInt8] {
    var (head, tail): ([UInt8], [UInt8]) = ([], [])
    JSONWriter.append(name: "doc", to: &head)
    JSONWriter.append(Self.shortName(of: document), to: &head)
    JSONWriter.append(name: "path", to: &tail)
    JSONWriter.append(document, to: &tail)
    var out: [UInt8] = []
    out.reserveCapacity(mentions.count * (128 + head.count + tail.count))
    for mention in mentions { mention.append(to: &out, head: head, tail: tail) }
    return out
  }
}

/// One place where a document names an entity.
public struct MentionReport: Hashable, Sendable {
  /// Half-open, in Unicode scalars of the raw file.
  public var offsets: Range<Int>
  /// Counted from 1.
  public var line: Int
  /// In characters, counted from 1.
  public var column: Int
  /// As the document writes it.
  public var text: String
  public var entity: EntityName
  /// From 0 to 1.
  public var score: Double
  /// Whether another entity, or none, was nearly as good an answer.
  public var isUncertain: Bool

  public init(
    offsets: Range<Int>, line: Int, column: Int, text: String, entity: EntityName, score: Double,
    isUncertain: Bool = false
  ) {
    self.offsets = offsets
    self.line = line
    self.column = column
    self.text = text
    self.entity = entity
    self.score = score
    self.isUncertain = isUncertain
  }

  /// The names of the members, with the marks before and behind them.
  private static let (start, end) = (Array(",\"start\":".utf8), Array(",\"end\":".utf8))
  private static let (written, named) = (Array(",\"text\":".utf8), Array(",\"entity\":".utf8))
  private static let certainty = Array(",\"score\":".utf8)

  fileprivate func append(to out: inout [UInt8], head: [UInt8], tail: [UInt8]) {
    out.append(UInt8(ascii: "{"))
    out += head
    out += Self.start
    JSONWriter.append(Int64(offsets.lowerBound), to: &out)
    out += Self.end
    JSONWriter.append(Int64(offsets.upperBound), to: &out)
    out += Self.written
    JSONWriter.append(text, to: &out)
    out += Self.named
    JSONWriter.append(entity.id, to: &out)
    out += Self.certainty
    JSONWriter.append(score, to: &out)
    out.append(UInt8(ascii: ","))
    out += tail
    out += isUncertain ? ",\"uncertain\":true}\n".utf8 : "}\n".utf8
  }

  /// The line of JSON that `sillage link` writes: the name of the document as corpora give it, without folder and extension,
  /// and beside it the path.
  public func json(document: String) -> JSONValue {
    .object(
      [
        JSONMember("doc", .string(MentionList.shortName(of: document))), JSONMember("start", .integer(Int64(offsets.lowerBound))),
        JSONMember("end", .integer(Int64(offsets.upperBound))), JSONMember("text", .string(text)),
        JSONMember("entity", .string(entity.id)), JSONMember("score", .float(score)),
        JSONMember("path", .string(document)),
      ] + (isUncertain ? [JSONMember("uncertain", .boolean(true))] : []))
  }
}
