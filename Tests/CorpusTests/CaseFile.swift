import Foundation

/// One query case: a title, and named sections that say on what graph which query gives what.
///
/// ```
/// == the title
/// graph: CREATE (:A {n: 1})
/// query: MATCH (a:A)
///   RETURN a.n AS n
/// answer: n
///   1
/// ```
///
/// A graph may take several statements, with a `;` at the ends of lines between them.
///
/// A section begins at the start of a line with its name and a colon; its further lines are indented by two spaces.
struct CorpusCase: Sendable, CustomStringConvertible {
  /// The file without its ending.
  var file: String
  /// Where the title stands, from 1.
  var line: Int
  var title: String
  var parts: [Part] = []

  enum Part: Sendable {
    case section(Section)
    /// A comment or an empty line, kept when the file is rewritten.
    case aside(String)
  }

  struct Section: Sendable {
    var name: String
    /// The text after the colon first, which may be empty.
    var lines: [String]

    var text: String { (lines.first == "" ? Array(lines.dropFirst()) : lines).joined(separator: "\n") }
  }

  var description: String { "\(file): \(title)" }

  subscript(name: String) -> Section? {
    for case .section(let section) in parts where section.name == name { return section }
    return nil
  }

  var sectionNames: [String] {
    parts.compactMap { part in
      if case .section(let section) = part { section.name } else { nil }
    }
  }

  mutating func replace(_ name: String, by lines: [String]) {
    for (place, part) in parts.enumerated() {
      if case .section(let section) = part, section.name == name {
        parts[place] = .section(Section(name: name, lines: lines))
      }
    }
  }

  /// The case as its file writes it.
  var lines: [String] {
    ["== " + title]
      + parts.flatMap { part in
        switch part {
        case .aside(let line): [line]
        case .section(let section):
          [section.name + ":" + (section.lines.first.map { $0.isEmpty ? "" : " " + $0 } ?? "")]
            + section.lines.dropFirst().map { "  " + $0 }
        }
      }
  }
}

/// A file of cases, with the comment that stands before them.
struct CaseFile: Sendable {
  var url: URL
  var opening: [String] = []
  var cases: [CorpusCase] = []
  /// Lines that are neither title, section, further line of a section nor comment.
  var strayLines: [String] = []

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

  static let all: [CaseFile] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".cases") }.sorted().compactMap { name in
      let url = folder.appendingPathComponent(name)
      return (try? String(contentsOf: url, encoding: .utf8)).map { CaseFile(url, $0) }
    }
  }()

  init(_ url: URL, _ text: String) {
    self.url = url
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for (number, line) in lines.enumerated() { take(line, number + 1) }
  }

  private mutating func take(_ line: String, _ number: Int) {
    if line.hasPrefix("== ") {
      let file = url.deletingPathExtension().lastPathComponent
      cases.append(CorpusCase(file: file, line: number, title: String(line.dropFirst(3))))
      return
    }
    guard var current = cases.popLast() else {
      opening.append(line)
      return
    }
    defer { cases.append(current) }
    if line.isEmpty || line.hasPrefix("#") {
      current.parts.append(.aside(line))
    } else if line.hasPrefix("  "), case .section(var section) = current.parts.last {
      section.lines.append(String(line.dropFirst(2)))
      current.parts[current.parts.count - 1] = .section(section)
    } else if let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") {
      let rest = line[line.index(after: colon)...]
      current.parts.append(
        .section(.init(name: String(line[..<colon]), lines: [String(rest.hasPrefix(" ") ? rest.dropFirst() : rest)])))
    } else {
      strayLines.append("\(number): \(line)")
    }
  }

  var text: String { (opening + cases.flatMap(\.lines)).map { $0 + "\n" }.joined() }
}
