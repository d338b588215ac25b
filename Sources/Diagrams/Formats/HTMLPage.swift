/// Writes a diagram as one HTML file that needs nothing else: the picture to move about in, a search, what each thing and line
/// rests on, a slider of dates, and the same as tables.
///
/// Its own policy lets it load nothing and run its own script only.
public struct HTMLPage: Sendable {
  private let model: DiagramModel
  private let writer: DOTWriter
  private let sentences: DiagramSentences

  public init(_ model: DiagramModel, writer: DOTWriter) {
    self.model = model.inCanonicalOrder()
    self.writer = writer
    sentences = DiagramSentences(self.model, style: writer.style, language: writer.language)
  }

  /// The page. Without a picture the tables stand alone.
  public func write(svg: [UInt8]?) -> String {
    let title = MarkupText.escaped(DOTText.oneLine(model.title))
    let picture = svg.map { String(decoding: $0, as: UTF8.self) }.flatMap(Self.element)
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.hash)'; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="\(writer.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title.isEmpty ? "–" : title)</title>
      <style>
      \(PageStyle.text(writer.style.theme))
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      \(subtitle)
      \(tools(hasPicture: picture != nil))
      </header>
      <main>
      <div id="stage">\(picture ?? notice)</div>
      <aside id="facts" aria-live="polite"><p class="details">\(say("Point at a thing or a line to see what it rests on.", "Pointez un élément ou un lien pour voir sur quoi il repose."))</p></aside>
      </main>
      \(tables)
      <footer>\(footer)</footer>
      <script type="application/json" id="data">\(PageData(model, writer, sentences).text)</script>
      <script>\(PageScript.text)</script>
      </body>
      </html>

      """
  }

  private func say(_ english: String, _ french: String) -> String {
    MarkupText.escaped(Phrase(en: english, fr: french).text(in: writer.language))
  }

  /// The `svg` element without what stands before it in a file of its own.
  private static func element(_ svg: String) -> String? { svg.range(of: "<svg").map { String(svg[$0.lowerBound...]) } }

  private var notice: String {
    "<p class=\"details\">"
      + say(
        "There is no picture, since Graphviz was not installed where this page was made (apt-get install graphviz). The tables below say the same.",
        "Il n’y a pas d’image : Graphviz n’était pas installé là où cette page a été faite (apt-get install graphviz). Les tableaux disent la même chose.")
      + "</p>"
  }

  private var subtitle: String {
    let parts = [model.subtitle, model.provenance.asOf.map { say("as of ", "au ") + $0 }].compactMap { $0 }
    return parts.isEmpty ? "" : "<p>" + MarkupText.escaped(parts.joined(separator: " · ")) + "</p>"
  }

  private func tools(hasPicture: Bool) -> String {
    let days = PageData.days(of: model)
    let buttons =
      hasPicture
      ? """
      <span><button id="farther" aria-label="\(say("Zoom out", "Réduire"))">−</button>
      <button id="closer" aria-label="\(say("Zoom in", "Agrandir"))">+</button>
      <button id="fit">\(say("Fit", "Ajuster"))</button></span>
      """ : ""
    let slider =
      days.isEmpty
      ? ""
      : """
      <label>\(say("As of", "À la date du")) <input id="day" type="range" min="0" max="\(days.count)" value="\(days.count)">
      <output id="day-text" for="day">\(say("all dates", "toutes les dates"))</output></label>
      """
    return """
      <div class="tools"><label>\(say("Search", "Chercher")) <input id="search" type="search" autocomplete="off"></label>
      <span id="found" aria-live="polite"></span>\(buttons)\(slider)</div>
      """
  }

  // MARK: Tables

  private var tables: String {
    let relations = model.edges.enumerated().map { number, edge in
      let sources = edge.citations.sorted(by: bytesPrecede).compactMap { id in model.sources.first { $0.id == id } }
      let cells = [
        sentences.name(edge.from), sentences.phrase(of: edge), sentences.name(edge.to), sentences.details(of: edge).joined(separator: ", "),
        sources.map(\.text).joined(separator: "; "),
      ]
      return "<tr data-number=\"\(number)\">" + cells.map { "<td>" + MarkupText.escaped($0) + "</td>" }.joined() + "</tr>"
    }
    let entities = model.nodes.map { node in
      let rows = (node.card?.rows ?? []).map { [$0.caption, $0.text].compactMap { $0 }.joined(separator: ": ") }
      let cells = [sentences.name(node.id), sentences.word(for: node), ([node.when, node.detail].compactMap { $0 } + rows).joined(separator: " · ")]
      return "<tr>" + cells.map { "<td>" + MarkupText.escaped($0) + "</td>" }.joined() + "</tr>"
    }
    return table(
      say("Relations", "Relations"), [say("from", "de"), "", say("to", "à"), say("when and how", "quand et comment"), say("source", "source")], relations)
      + table(say("Entities", "Entités"), [say("name", "nom"), say("type", "type"), ""], entities)
  }

  private func table(_ title: String, _ columns: [String], _ rows: [String]) -> String {
    guard !rows.isEmpty else { return "" }
    return "<section><details\(rows.count > 30 ? "" : " open")><summary>\(title) (\(rows.count))</summary><table><thead><tr>"
      + columns.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead><tbody>\n" + rows.joined(separator: "\n")
      + "\n</tbody></table></details></section>\n"
  }

  private var footer: String {
    let left = model.omitted.map { omitted in
      let type = writer.style.type(of: [omitted.label])
      return say("Not shown: ", "Non affichés : ") + "\(omitted.count) " + MarkupText.escaped((omitted.count == 1 ? type.one : type.many).text(in: writer.language))
    }
    let notes = model.notes.map { MarkupText.escaped($0) }
    let facts = MarkupText.provenance(model).dropFirst().map { MarkupText.escaped($0.name + ": " + $0.value, graphemes: 4_000) }
    return (left + notes + facts).joined(separator: "\n")
  }
}

/// What the script of a page works on, as JSON.
struct PageData {
  private let model: DiagramModel
  private let writer: DOTWriter
  private let sentences: DiagramSentences

  init(_ model: DiagramModel, _ writer: DOTWriter, _ sentences: DiagramSentences) {
    self.model = model
    self.writer = writer
    self.sentences = sentences
  }

  var text: String {
    let elements = DOTDocument(model, writer: writer).elements
    let sources = Dictionary(model.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let nodes = zip(model.nodes, elements.nodes).map { node, element in
      JSONText.object([
        ("id", JSONText.string(node.id)), ("el", JSONText.string(element)), ("name", JSONText.string(sentences.name(node.id))),
        ("type", JSONText.string(sentences.word(for: node))), ("note", JSONText.string(node.note)), ("url", JSONText.string(node.url)),
      ])
    }
    let edges = zip(model.edges, elements.edges).map { edge, element in
      let cited = edge.citations.sorted(by: bytesPrecede).compactMap { sources[$0] }
      return JSONText.object([
        ("el", JSONText.string(element)), ("from", JSONText.string(edge.from)), ("to", JSONText.string(edge.to)),
        ("words", JSONText.string(sentences.phrase(of: edge))),
        ("details", JSONText.string(sentences.details(of: edge).joined(separator: ", "))), ("note", JSONText.string(edge.note)),
        ("url", JSONText.string(edge.url)), ("since", JSONText.string(edge.since)), ("until", JSONText.string(edge.until)),
        (
          "sources",
          JSONText.array(cited.map { JSONText.object([("text", JSONText.string($0.text)), ("url", JSONText.string($0.url))]) })
        ),
      ])
    }
    let words = JSONText.object([
      ("found", JSONText.string(Phrase(en: "found", fr: "trouvés").text(in: writer.language))),
      ("always", JSONText.string(Phrase(en: "all dates", fr: "toutes les dates").text(in: writer.language))),
    ])
    return JSONText.object([
      ("words", words), ("days", JSONText.array(Self.days(of: model).map { JSONText.string($0) })), ("nodes", JSONText.array(nodes)),
      ("edges", JSONText.array(edges)),
    ])
  }

  /// The dates at which something begins or ends, in order.
  static func days(of model: DiagramModel) -> [String] {
    Set(model.edges.flatMap { [$0.since, $0.until] }.compactMap { $0 }.map { DOTText.oneLine($0, graphemes: 30) })
      .filter { !$0.isEmpty }.sorted(by: bytesPrecede)
  }
}
