import Foundation

/// A question that is kept in a file: a header of comments, then the query.
///
/// ```
/// // title: Where the 7DL motor is made
/// // question.en: Where is the 7DL motor made?
/// // question.fr: Où est fabriqué le moteur 7DL ?
/// // param motor: string = "motor-7dl"      // an entity id
/// // columns: site, status, since
/// ```
public struct SavedQuery: Hashable, Sendable {
  /// The name of the file without `.cypher`.
  public var name: String
  /// As diagnostics call it.
  public var path: String
  public var title: String
  public var questionEnglish: String?
  public var questionFrench: String?
  public var parameters: [Parameter]
  public var columns: [String]
  /// Header lines of other names, which belong to what the query is kept for.
  var otherLines: [HeaderLine] = []
  /// The whole file, so that places in it are places in the file.
  public var text: String

  /// One line of a header.
  struct HeaderLine: Hashable, Sendable {
    var key: String
    var value: String
    var span: SourceSpan
  }

  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var type: String
    public var defaultValue: ResultValue
    public var note: String?
  }

  /// The default values, with those given in place of them.
  public func arguments(_ given: [ResultField]) -> [ResultField] {
    let names = Set(given.map(\.name))
    return parameters.filter { !names.contains($0.name) }.map { ResultField($0.name, $0.defaultValue) } + given
  }

  /// Reads a file. What is no header line is the query.
  public init(name: String, path: String, text: String) throws(SillageError) {
    self.name = name
    self.path = path
    self.text = text
    title = name
    parameters = []
    columns = []
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { offset += line.utf8.count + 1 }
      guard line.hasPrefix("//") else { break }
      let span = SourceSpan(start: offset, end: offset + line.utf8.count)
      try readHeader(Self.trimmed(line.dropFirst(2)), span)
    }
  }

  private mutating func readHeader(_ line: String, _ span: SourceSpan) throws(SillageError) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let key = Self.trimmed(line[..<colon])
    let value = Self.trimmed(line[line.index(after: colon)...])
    switch key {
    case "title": title = value
    case "question.en": questionEnglish = value
    case "question.fr": questionFrench = value
    case "columns": columns = value.split(separator: ",").map { Self.trimmed($0) }
    default:
      guard key.hasPrefix("param ") else {
        otherLines.append(HeaderLine(key: key, value: value, span: span))
        return
      }
      try readParameter(Self.trimmed(key.dropFirst(6)), value, span)
    }
  }

  /// `TYPE = DEFAULT // note`.
  private mutating func readParameter(_ name: String, _ value: String, _ span: SourceSpan) throws(SillageError) {
    let parts = value.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
    guard parts.count == 2, let type = parts.first, let rest = parts.last else {
      throw fault("a parameter is written `param NAME: TYPE = DEFAULT`", span)
    }
    let (json, note) = Self.splitNote(rest)
    do { defaultValue(name, type, try TypedJSON.parameter(JSONReader.read(json)), note) } catch {
      throw fault("the default of `\(name)` is no JSON value", span)
    }
  }

  private mutating func defaultValue(_ name: String, _ type: String, _ value: ResultValue, _ note: String?) {
    parameters.append(Parameter(name: name, type: type, defaultValue: value, note: note))
  }

  /// A note follows two slashes outside quotes.
  private static func splitNote(_ text: String) -> (String, String?) {
    var quoted = false
    var previous: Character = " "
    for index in text.indices {
      let letter = text[index]
      if letter == "\"", previous != "\\" { quoted.toggle() }
      if !quoted, text[index...].hasPrefix("//") {
        return (trimmed(text[..<index]), trimmed(text[index...].dropFirst(2)))
      }
      previous = letter
    }
    return (text, nil)
  }

  func fault(_ message: String, _ span: SourceSpan, hint: String? = nil) -> SillageError {
    .faults(
      [Diagnostic(.wrongQueryHeader, message, source: path, span: span, hint: hint)], sources: [SourceText(name: path, text: text)])
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }
}

extension DiagnosticCode {
  /// A saved query whose header cannot be read.
  static let wrongQueryHeader = DiagnosticCode("E213")
}

extension Project {
  /// The saved queries, by name.
  public func savedQueries() throws(SillageError) -> [SavedQuery] {
    try savedQueries(in: queriesFolder)
  }

  /// The saved query of a name; nil where there is none.
  public func savedQuery(named name: String) throws(SillageError) -> SavedQuery? {
    try savedQuery(named: name, in: queriesFolder)
  }

  /// The queries of a folder of the project, by name.
  func savedQueries(in folder: String) throws(SillageError) -> [SavedQuery] {
    var queries: [SavedQuery] = []
    for file in TextFile.names(in: Self.path(folder, in: root), endingIn: ".cypher") {
      queries.append(try savedQuery(file: file, in: folder))
    }
    return queries
  }

  func savedQuery(named name: String, in folder: String) throws(SillageError) -> SavedQuery? {
    guard !name.contains("/"), TextFile.exists(Self.path(folder, in: root) + "/\(name).cypher") else { return nil }
    return try savedQuery(file: name + ".cypher", in: folder)
  }

  private func savedQuery(file: String, in folder: String) throws(SillageError) -> SavedQuery {
    let text = String(decoding: try TextFile.read(Self.path(folder, in: root) + "/" + file), as: UTF8.self)
    return try SavedQuery(name: String(file.dropLast(7)), path: folder + "/" + file, text: text)
  }
}
