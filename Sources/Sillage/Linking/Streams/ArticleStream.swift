import ArticleText
import EntityLinking

/// Links documents that come as lines of JSON: `{"id": …, "text": "…"}` in, `{"id": …, "mentions": […]}` out, a line for a line and
/// in their order.
///
/// A document may name its `format`: `text`, `markdown` or `html`. One without an `id` gets the number of its line. A line that is
/// no document becomes a line with an `error` and its number, `line`, so that nothing is lost and the lines stay in step; its `id` is
/// null where it has none of its own, since a number could be that of another document.
public struct ArticleStream: Sendable {
  /// The longest line that is read, in bytes; linking one takes up to fifty times as much memory.
  public static let longestLine = 64 << 20

  private let linker: ArticleLinker

  public init(_ linker: ArticleLinker) { self.linker = linker }

  /// What became of one line.
  public struct Outcome: Sendable {
    /// A line of JSON with its end.
    public var line: [UInt8]
    public var mentions: Int
    public var fault: Diagnostic?
  }

  /// Links some lines on all cores.
  public func link(_ lines: NumberedLines) -> [Outcome] {
    AllCores.map(lines.lines) { at, line in link(line, number: lines.first + at, place: lines.place(at)) }
  }

  private func link(_ line: [UInt8], number: Int, place: String) -> Outcome {
    var id: JSONValue?
    do throws(Diagnostic) {
      let document = try Self.document(line, place)
      id = document["id"]
      let text = try Self.text(document, place)
      let mentions = linker.mentions(in: text)
      return Outcome(line: Self.line(id ?? .integer(Int64(number)), mentions), mentions: mentions.count)
    } catch {
      return Outcome(line: Self.line(id ?? .null, number, error), mentions: 0, fault: error)
    }
  }

  private static func document(_ line: [UInt8], _ place: String) throws(Diagnostic) -> JSONValue {
    if line.count > longestLine {
      throw fault("\(place): the line is longer than \(longestLine >> 20) MB", hint: "a text as long as that can be read as a file")
    }
    do throws(JSONError) {
      let value = try JSONReader.read(line)
      if value.members != nil { return value }
      throw JSONError(offset: 0, message: "the line is \(value.kind) and no object")
    } catch {
      throw fault("\(place):\(error.offset + 1): \(error.message)")
    }
  }

  private static func text(_ document: JSONValue, _ place: String) throws(Diagnostic) -> VisibleText {
    guard let text = document["text"]?.string else { throw fault("\(place): the document has no `text`") }
    return try VisibleText(name: place, bytes: Array(text.utf8), format: try format(document, place))
  }

  private static func format(_ document: JSONValue, _ place: String) throws(Diagnostic) -> ArticleFormat? {
    guard let value = document["format"], value != .null else { return nil }
    if let name = value.string, let format = ArticleFormat(rawValue: name), format != .pdf { return format }
    let stated = value.string.map { "no format `\($0)`" } ?? "\(value.kind) as its format"
    throw fault("\(place): the document has \(stated)", hint: "the formats are text, markdown and html")
  }

  private static func fault(
    _ message: String, hint: String = #"each line is an object such as {"id": "a1", "text": "…"}"#
  ) -> Diagnostic {
    Diagnostic(.wrongDocument, message, source: "", span: .beginning, hint: hint)
  }

  /// What stands before the members of a mention.
  private struct Marks {
    let first = Array("{\"start\":".utf8)
    let start = Array(",{\"start\":".utf8)
    let end = Array(",\"end\":".utf8)
    let text = Array(",\"text\":".utf8)
    let entity = Array(",\"entity\":".utf8)
    let score = Array(",\"score\":".utf8)
    let last = Array("}".utf8)
    let uncertain = Array(",\"uncertain\":true}".utf8)
  }

  private static let marks = Marks()

  private static func line(_ id: JSONValue, _ mentions: [Mention]) -> [UInt8] {
    let marks = marks
    var out: [UInt8] = []
    out.reserveCapacity(64 + mentions.count * 96)
    out += beginning
    JSONWriter.append(id, to: &out)
    out += ",\"mentions\":[".utf8
    for index in mentions.indices {
      out += index == 0 ? marks.first : marks.start
      JSONWriter.append(Int64(mentions[index].start), to: &out)
      out += marks.end
      JSONWriter.append(Int64(mentions[index].end), to: &out)
      out += marks.text
      JSONWriter.append(mentions[index].text, to: &out)
      out += marks.entity
      JSONWriter.append(mentions[index].entity, to: &out)
      out += marks.score
      JSONWriter.append(mentions[index].score, to: &out)
      out += mentions[index].isUncertain ? marks.uncertain : marks.last
    }
    out += "]}\n".utf8
    return out
  }

  private static func line(_ id: JSONValue, _ number: Int, _ fault: Diagnostic) -> [UInt8] {
    var out: [UInt8] = []
    JSONWriter.append(
      .object([
        JSONMember("id", id), JSONMember("line", .integer(Int64(number))),
        JSONMember("error", .object([JSONMember("code", .string(fault.code.name)), JSONMember("message", .string(fault.message))])),
      ]), to: &out)
    out.append(0x0A)
    return out
  }
}

extension DiagnosticCode {
  /// A line of a stream of documents that is no document.
  static let wrongDocument = DiagnosticCode("E606")
}
