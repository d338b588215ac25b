/// Writes a diagram as a Mermaid flowchart, which pages of documentation draw by themselves.
public struct MermaidWriter: Sendable {
  private let writer: DOTWriter

  /// Takes style and language from a writer of DOT.
  public init(_ writer: DOTWriter) { self.writer = writer }

  /// The text of a model, ending in a line end. The same content gives the same text.
  public func write(_ model: DiagramModel) -> String {
    let model = model.inCanonicalOrder()
    let sentences = DiagramSentences(model, style: writer.style, language: writer.language)
    let layout = DiagramLayout(model, style: writer.style, language: writer.language)
    var names = MermaidNames(model.nodes.map(\.id))
    var lines = ["---", "title: " + Self.yaml(model.title), "---", "flowchart " + (model.kind.isTopDown ? "TB" : "LR")]
    lines += MarkupText.provenance(model).map { "  %% " + $0.name + ": " + Self.comment($0.value) }
    for (number, cluster) in layout.clusters.enumerated() {
      lines.append("  subgraph g\(number + 1)[\"\(Self.text(cluster.title))\"]")
      lines += cluster.nodes.map { "    " + nodeLine(model.nodes[$0], names, sentences) }
      lines.append("  end")
    }
    lines += layout.free.map { "  " + nodeLine(model.nodes[$0], names, sentences) }
    for omitted in model.omitted {
      let type = writer.style.type(of: [omitted.label])
      let word = (omitted.count == 1 ? type.one : type.many).text(in: writer.language)
      lines.append("  \(names.reserve("omitted " + omitted.label))[\"+\(omitted.count) \(Self.text(word))\"]:::omitted")
    }
    lines += model.edges.map { "  " + edgeLine($0, names, sentences) }
    lines += classLines(model)
    return lines.joined(separator: "\n") + "\n"
  }

  private func nodeLine(_ node: DiagramNode, _ names: MermaidNames, _ sentences: DiagramSentences) -> String {
    let rows = (node.card?.rows ?? []).map { row in [row.caption, row.text].compactMap { $0 }.joined(separator: ": ") }
    let words = [node.when, sentences.word(for: node).uppercased()].compactMap { $0 }.filter { !$0.isEmpty }
    let parts = [words.joined(separator: " · "), sentences.name(node.id), node.detail ?? ""] + rows
    let label = parts.map { Self.text($0) }.filter { !$0.isEmpty }.joined(separator: "<br/>")
    let kind = node.isSubject ? "subject" : writer.style.type(of: node.labels).look.swatch.rawValue
    return "\(names[node.id])[\"\(label)\"]:::\(kind)"
  }

  private func edgeLine(_ edge: DiagramEdge, _ names: MermaidNames, _ sentences: DiagramSentences) -> String {
    let words = ([sentences.phrase(of: edge)] + [sentences.details(of: edge).joined(separator: ", ")]).filter { !$0.isEmpty }
    let label = words.map { Self.text($0) }.joined(separator: "<br/>")
    let isSymmetric = writer.style.relationship(edge.type).flow == .symmetric
    let arrow =
      switch edge.status {
      case .planned, .reported, .claimed: isSymmetric ? "-.-" : "-.->"
      case .negated: "--x"
      case .asserted, .ended, .endedPlanned: isSymmetric ? "---" : "-->"
      }
    return "\(names[edge.from]) \(arrow)|\"\(label)\"| \(names[edge.to])"
  }

  private func classLines(_ model: DiagramModel) -> [String] {
    let theme = writer.style.theme
    let present = Set(model.nodes.filter { !$0.isSubject }.map { writer.style.type(of: $0.labels).look.swatch })
    var lines = Swatch.allCases.filter(present.contains).map { swatch in
      "  classDef \(swatch.rawValue) fill:\(theme.colour(of: swatch)),stroke:\(theme.nodeBorder),color:\(theme.text)"
    }
    if model.nodes.contains(where: \.isSubject) {
      lines.append("  classDef subject fill:\(theme.subjectFill),stroke:\(theme.subjectFill),color:\(theme.subjectText)")
    }
    if !model.omitted.isEmpty {
      lines.append("  classDef omitted fill:\(theme.clusterFill),stroke:\(theme.fadedEdge),color:\(theme.quietText),stroke-dasharray:4 3")
    }
    return lines
  }

  // MARK: Text

  /// Text inside a quoted label. Mermaid writes what its syntax and HTML would take for signs as numbers behind a `#`.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in DOTText.oneLine(text).unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", "\\", "{", "}", "[", "]", "(", ")", "|", ";", "%", ":", "'", "@", "$", "*", "_", "~", "^":
        result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func yaml(_ text: String) -> String {
    var result = ""
    for scalar in DOTText.oneLine(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return "\"" + result + "\""
  }

  /// A comment is one line, and braces would make it a directive.
  private static func comment(_ text: String) -> String {
    DOTText.oneLine(text, graphemes: 4_000, bytes: 8_000).split(separator: "{").joined(separator: "(").split(separator: "}").joined(separator: ")")
  }
}

/// Names of nodes that no word of the syntax can be.
private struct MermaidNames {
  private var names: [String: String] = [:]
  private var taken: Set<String> = []

  init(_ ids: [String]) {
    for id in ids { names[id] = reserve(id) }
  }

  subscript(id: String) -> String { names[id] ?? "n" }

  mutating func reserve(_ wish: String) -> String {
    let plain = "n_" + DOTText.slug(String(wish.prefix(60))).split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
    var name = plain
    var number = 2
    while !taken.insert(name).inserted {
      name = plain + "_" + String(number)
      number += 1
    }
    return name
  }
}
