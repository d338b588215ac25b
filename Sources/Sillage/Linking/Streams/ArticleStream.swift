import ArticleText
import EntityLinking

/// Links documents that come as lines of JSON: `{"id": …, "text": "…"}` in, `{"id": …, "mentions": […]}` out, a line for a line and
/// in their order.
///
/// A document may name its `format`: `text`, `markdown` or `html`. One without an `id` gets the number of its line. A line that is
/// no document becomes a line with an `error`, so that nothing is lost and the lines stay in step.
public struct ArticleStream: Sendable {
  private let linker: ArticleLinker

  public init(_ linker: ArticleLinker) { self.linker = linker }

  /// What became of one line.
  public struct Outcome: Sendable {
    /// A line of JSON with its end.
    public var line: [UInt8]
    public var mentions: Int
    public var fault: Diagnostic?
  }

  /// Links some lines on all cores. `first` is the number of the first of them, counted from 1, and `source` what they come from.
  public func link(_ lines: [[UInt8]], first: Int, source: String) -> [Outcome] {
    AllCores.map(lines) { at, line in link(line, number: first + at, source: source) }
  }

  private func link(_ line: [UInt8], number: Int, source: String) -> Outcome {
    var id = JSONValue.integer(Int64(number))
    do throws(Diagnostic) {
      let document = try Self.document(line, number, source)
      if let own = document["id"] { id = own }
      let text = try Self.text(document, "\(source):\(number)")
      let mentions = linker.mentions(in: text)
      return Outcome(line: Self.line(id, mentions), mentions: mentions.count)
    } catch {
      return Outcome(line: Self.line(id, error), mentions: 0, fault: error)
    }
  }

  private static func document(_ line: [UInt8], _ number: Int, _ source: String) throws(Diagnostic) -> JSONValue {
    do throws(JSONError) {
      let value = try JSONReader.read(line)
      if value.members != nil { return value }
      throw JSONError(offset: 0, message: "the line is \(value.kind) and no object")
    } catch {
      throw Diagnostic(
        .wrongDocument, "\(source):\(number):\(error.offset + 1): \(error.message)", source: "", span: .beginning,
        hint: #"each line is an object such as {"id": "a1", "text": "…"}"#)
    }
  }

  private static func text(_ document: JSONValue, _ name: String) throws(Diagnostic) -> VisibleText {
    guard let text = document["text"]?.string else {
      throw Diagnostic(
        .wrongDocument, "\(name): the document has no `text`", source: "", span: .beginning,
        hint: #"each line is an object such as {"id": "a1", "text": "…"}"#)
    }
    var format: ArticleFormat?
    if let name = document["format"]?.string {
      format = ArticleFormat(rawValue: name)
      if format == nil || format == .pdf {
        throw Diagnostic(
          .wrongDocument, "a document has no format `\(name)`", source: "", span: .beginning,
          hint: "the formats are text, markdown and html")
      }
    }
    return try VisibleText(name: name, bytes: Array(text.utf8), format: format)
  }

  /// The names of the members of a mention, with the marks before and behind them.
  private static let (first, start, end) = (Array("{\"start\":".utf8), Array(",{\"start\":".utf8), Array(",\"end\":".utf8))
  private static let (written, named) = (Array(",\"text\":".utf8), Array(",\"entity\":".utf8))
  private static let certainty = Array(",\"score\":".utf8)

  private static func line(_ id: JSONValue, _ mentions: [Mention]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(64 + mentions.count * 96)
    out += "{\"id\":".utf8
    JSONWriter.append(id, to: &out)
    out += ",\"mentions\":[".utf8
    for (index, mention) in mentions.enumerated() {
      out += index == 0 ? first : start
      JSONWriter.append(Int64(mention.start), to: &out)
      out += end
      JSONWriter.append(Int64(mention.end), to: &out)
      out += written
      JSONWriter.append(mention.text, to: &out)
      out += named
      JSONWriter.append(mention.entity, to: &out)
      out += certainty
      JSONWriter.append(mention.score, to: &out)
      out += mention.isUncertain ? ",\"uncertain\":true}".utf8 : "}".utf8
    }
    out += "]}\n".utf8
    return out
  }

  private static func line(_ id: JSONValue, _ fault: Diagnostic) -> [UInt8] {
    var out: [UInt8] = []
    JSONWriter.append(
      .object([
        JSONMember("id", id),
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
