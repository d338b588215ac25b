public import Diagrams
import Foundation

/// A diagram that is kept in a file: a header of comments, then the query whose answer is drawn.
///
/// ```
/// // title.en: Who makes the Alpine A390
/// // title.fr: Qui fabrique l’Alpine A390
/// // kind: supply-chain
/// // param vehicle: string = "alpine-a390"    // an entity id
/// // column.makes: makes | produit
/// // style: theme=print, cite=yes, max-nodes=60
/// ```
public struct SavedDiagram: Sendable {
  /// The name of the file without `.cypher`.
  public var name: String { query.name }
  /// As diagnostics call it.
  public var path: String { query.path }
  public var title: Phrase { named ?? Phrase(en: query.title, fr: query.title) }
  public var subtitle: Phrase?
  public var kind: DiagramKind
  public var look = Look()
  public let query: SavedQuery
  /// The title, once the header has told it; in one language it stands for the other too.
  private var named: Phrase?
  /// What columns are called in the picture.
  private var columns: [String: Phrase] = [:]

  /// How it is drawn unless the person says otherwise.
  public struct Look: Hashable, Sendable {
    /// `light`, `dark` or `print`.
    public var theme = "light"
    public var engine: DiagramEngine?
    public var showsCitations = false
    public var showsLegend = true
    public var maximumNodes: Int?
    public var language: DiagramLanguage?
  }

  init(_ query: SavedQuery) throws(SillageError) {
    self.query = query
    kind = .queryResult
    for line in query.otherLines { try read(line) }
  }

  /// The query as it is drawn in a language, with parameters in place of their defaults.
  public func request(_ given: [ResultField], in language: DiagramLanguage) -> DiagramQuery {
    DiagramQuery(
      text: query.text, name: query.path, parameters: query.arguments(given), kind: kind, title: title.text(in: language),
      subtitle: subtitle?.text(in: language), columnNames: columns.mapValues { $0.text(in: language) })
  }

  public func titleText(in language: DiagramLanguage) -> String { title.text(in: language) }

  // MARK: Header

  private mutating func read(_ line: SavedQuery.HeaderLine) throws(SillageError) {
    switch line.key {
    case "title.en": named = Phrase(en: line.value, fr: named?.french ?? line.value)
    case "title.fr": named = Phrase(en: named?.english ?? line.value, fr: line.value)
    case "subtitle.en": subtitle = Phrase(en: line.value, fr: subtitle?.french ?? line.value)
    case "subtitle.fr": subtitle = Phrase(en: subtitle?.english ?? line.value, fr: line.value)
    case "kind":
      guard let kind = DiagramKind(rawValue: line.value) else {
        let known = DiagramKind.allCases.map(\.rawValue)
        throw query.fault("no kind of diagram `\(line.value)`", line.span, hint: "one of " + known.joined(separator: ", "))
      }
      self.kind = kind
    case "style":
      for part in line.value.split(separator: ",") { try readStyle(part, line) }
    default:
      if line.key.hasPrefix("column.") {
        let words = line.value.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        columns[String(line.key.dropFirst(7))] = Phrase(en: words.first ?? "", fr: words.last ?? "")
        return
      }
      if line.key.contains(" ") { return }
      throw query.fault(
        "a diagram has no `\(line.key)`", line.span,
        hint: "title.en, title.fr, subtitle.en, subtitle.fr, kind, param NAME, column.NAME, style")
    }
  }

  private mutating func readStyle(_ part: Substring, _ line: SavedQuery.HeaderLine) throws(SillageError) {
    let words = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard words.count == 2, let value = words.last else {
      throw query.fault("a style is written `NAME=VALUE`, several with commas between them", line.span)
    }
    switch words[0] {
    case "theme" where DiagramTheme.named(value) != nil: look.theme = value
    case "engine" where DiagramEngine(rawValue: value) != nil: look.engine = DiagramEngine(rawValue: value)
    case "lang" where DiagramLanguage(rawValue: value) != nil: look.language = DiagramLanguage(rawValue: value)
    case "cite" where ["yes", "no"].contains(value): look.showsCitations = value == "yes"
    case "legend" where ["yes", "no"].contains(value): look.showsLegend = value == "yes"
    case "max-nodes" where (Int(value) ?? 0) > 0: look.maximumNodes = Int(value)
    default:
      throw query.fault(
        "no style `\(words[0])=\(value)`", line.span,
        hint: "theme=light|dark|print, engine=dot|sfdp|…, lang=en|fr, cite=yes|no, legend=yes|no, max-nodes=N")
    }
  }
}

extension Project {
  /// Where saved diagrams are, below the folder of saved queries.
  public var diagramsFolder: String { queriesFolder + "/diagrams" }

  /// The saved diagrams, by name.
  public func savedDiagrams() throws(SillageError) -> [SavedDiagram] {
    var diagrams: [SavedDiagram] = []
    for query in try savedQueries(in: diagramsFolder) { diagrams.append(try SavedDiagram(query)) }
    return diagrams
  }

  /// The saved diagram of a name; nil where there is none.
  public func savedDiagram(named name: String) throws(SillageError) -> SavedDiagram? {
    guard let query = try savedQuery(named: name, in: diagramsFolder) else { return nil }
    return try SavedDiagram(query)
  }

  /// What a saved diagram asks for: its own look, in its own language or English, so that its rendering depends on nothing else.
  public func request(for saved: SavedDiagram) throws(SillageError) -> DiagramRequest {
    let language = saved.look.language ?? .english
    return DiagramRequest(
      .query(saved.request([], in: language)), language: language, limits: DiagramLimits(nodes: saved.look.maximumNodes ?? 40),
      style: try diagramStyle(theme: saved.look.theme), showsCitations: saved.look.showsCitations,
      showsLegend: saved.look.showsLegend, engine: saved.look.engine)
  }
}
