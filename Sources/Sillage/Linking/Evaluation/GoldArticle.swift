import Foundation

/// An article in which a person has marked what it names, and what it only seems to name.
public struct GoldArticle: Hashable, Sendable {
  public var name: String
  public var bytes: [UInt8]
  /// In the order of the text.
  public var mentions: [Mark]
  /// Places that look like a name and are none.
  public var traps: [Mark]

  /// A marked place, in Unicode scalars.
  public struct Mark: Hashable, Sendable {
    public var range: Range<Int>
    public var text: String
    /// The id of the entity; of a trap, what kind of trap it is.
    public var value: String
    /// How the place writes the name, `?` where nobody said.
    public var kind: String
  }

  /// The annotated articles of a folder, sorted by name: each `NAME.txt` with `NAME.json` and perhaps `NAME.neg.json`
  /// beside it, or each `NAME.marked.txt` with its marks in the text, see ``init(name:marked:)``.
  public static func read(folder: String) throws(SillageError) -> [GoldArticle] {
    var articles: [GoldArticle] = []
    for file in TextFile.names(in: folder, endingIn: ".txt") {
      let path = folder + "/" + file
      let bytes = try TextFile.read(path)
      if file.hasSuffix(".marked.txt") {
        articles.append(try GoldArticle(name: String(file.dropLast(11)), marked: bytes, path: path))
      } else if let article = try beside(path, bytes) {
        articles.append(article)
      }
    }
    guard !articles.isEmpty else {
      throw .missingFile(path: folder, hint: "a gold folder has NAME.txt with NAME.json, or NAME.marked.txt")
    }
    return articles
  }

  private static func beside(_ path: String, _ bytes: [UInt8]) throws(SillageError) -> GoldArticle? {
    let base = String(path.dropLast(4))
    guard TextFile.exists(base + ".json") else { return nil }
    let traps = TextFile.exists(base + ".neg.json") ? try marks(base + ".neg.json", value: "trap") : []
    let name = base.split(separator: "/").last.map(String.init) ?? base
    return GoldArticle(name: name, bytes: bytes, mentions: try marks(base + ".json", value: "entity"), traps: traps)
  }

  private static func marks(_ path: String, value: String) throws(SillageError) -> [Mark] {
    let bytes = try TextFile.read(path)
    let list: JSONValue
    do throws(JSONError) { list = try JSONReader.read(bytes) } catch {
      throw fault(path, bytes, error.message, at: error.offset)
    }
    guard let items = list.array else { throw fault(path, bytes, "annotations are a list", at: 0) }
    var marks: [Mark] = []
    for (number, item) in items.enumerated() {
      guard case .integer(let start)? = item["start"], case .integer(let end)? = item["end"], start >= 0, start < end,
        let name = item[value]?.string
      else { throw fault(path, bytes, "annotation \(number) has no `start`, `end` and `\(value)`", at: 0) }
      marks.append(
        Mark(
          range: Int(start)..<Int(end), text: item["text"]?.string ?? "", value: name, kind: item["kind"]?.string ?? "?"))
    }
    return marks
  }

  private static func fault(_ path: String, _ bytes: [UInt8], _ message: String, at offset: Int) -> SillageError {
    .faults(
      [Diagnostic(.wrongAnnotation, message, source: path, span: SourceSpan(start: offset, end: offset))],
      sources: [SourceText(name: path, bytes: bytes)])
  }
}

extension GoldArticle {
  /// Takes the marks out of a text: `⟦words|entity⟧` is a mention, `⟪words|kind⟫` a trap.
  init(name: String, marked bytes: [UInt8], path: String) throws(SillageError) {
    self.init(name: name, bytes: [], mentions: [], traps: [])
    var text = String.UnicodeScalarView()
    var (opened, start, bar): (Unicode.Scalar?, Int, Int?) = (nil, 0, nil)
    var value = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch (scalar, opened) {
      case ("⟦", nil), ("⟪", nil): (opened, start, bar, value) = (scalar, text.count, nil, "")
      case ("|", .some) where bar == nil: bar = text.count
      case ("⟧", "⟦"), ("⟫", "⟪"):
        guard let bar, bar > start else { throw Self.fault(path, bytes, "a mark is ⟦words|entity⟧ or ⟪words|kind⟫", at: 0) }
        let words = String(String.UnicodeScalarView(text.suffix(bar - start)))
        let mark = Mark(range: start..<bar, text: words, value: value, kind: "?")
        if opened == "⟦" { mentions.append(mark) } else { traps.append(mark) }
        opened = nil
      case (_, .some) where bar != nil: value.unicodeScalars.append(scalar)
      default: text.append(scalar)
      }
    }
    guard opened == nil else { throw Self.fault(path, bytes, "a mark that begins at character \(start) does not end", at: 0) }
    self.bytes = Array(String(text).utf8)
  }
}

extension DiagnosticCode {
  /// An annotated article whose annotations cannot be read.
  static let wrongAnnotation = DiagnosticCode("E613")
}
