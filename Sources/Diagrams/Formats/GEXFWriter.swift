/// Writes a diagram as GEXF 1.3, the format of Gephi, with positions and colours.
public struct GEXFWriter: Sendable {
  private let writer: DOTWriter
  private static let nodeFields = ["type", "labels", "detail"]
  private static let edgeFields = ["type", "status", "date", "qualifier", "sources"]

  /// Takes style and language from a writer of DOT.
  public init(_ writer: DOTWriter) { self.writer = writer }

  /// The text of a model, ending in a line end. The same content gives the same text.
  public func write(_ model: DiagramModel) -> String {
    let model = model.inCanonicalOrder()
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">",
      "  <meta><creator>\(MarkupText.escaped(model.provenance.generator ?? "sillage"))</creator><description>"
        + MarkupText.escaped(model.title) + "</description></meta>",
      "  <graph defaultedgetype=\"directed\" mode=\"static\">",
    ]
    for (kind, fields) in [("node", Self.nodeFields), ("edge", Self.edgeFields)] {
      lines.append("    <attributes class=\"\(kind)\">")
      lines += fields.map { "      <attribute id=\"\(kind)-\($0)\" title=\"\($0)\" type=\"string\"/>" }
      lines.append("    </attributes>")
    }
    lines += nodeLines(model) + edgeLines(model)
    return (lines + ["  </graph>", "</gexf>"]).joined(separator: "\n") + "\n"
  }

  private func nodeLines(_ model: DiagramModel) -> [String] {
    let sentences = DiagramSentences(model, style: writer.style, language: writer.language)
    let points = PlainPositions(model, style: writer.style, language: writer.language).points
    let ids = DOTIdentifiers(model.nodes.map(\.id))
    let lines = zip(model.nodes, points).map { node, point in
      let colour = ColourChannels(of: node, writer.style)
      let values: [String?] = [sentences.word(for: node), node.labels.joined(separator: " "), node.detail]
      return "      <node id=\"\(MarkupText.escaped(ids[node.id]))\" label=\"\(MarkupText.escaped(sentences.name(node.id)))\">"
        + Self.values(values, Self.nodeFields, "node")
        + "<viz:color r=\"\(colour.red)\" g=\"\(colour.green)\" b=\"\(colour.blue)\"/>"
        + "<viz:position x=\"\(point.x)\" y=\"\(-point.y)\" z=\"0.0\"/></node>"
    }
    return ["    <nodes>"] + lines + ["    </nodes>"]
  }

  private func edgeLines(_ model: DiagramModel) -> [String] {
    let sentences = DiagramSentences(model, style: writer.style, language: writer.language)
    let ids = DOTIdentifiers(model.nodes.map(\.id))
    let lines = model.edges.enumerated().map { number, edge in
      let values: [String?] = [
        edge.type, edge.status.rawValue, edge.date, edge.qualifier,
        edge.citations.isEmpty ? nil : edge.citations.sorted(by: bytesPrecede).joined(separator: " "),
      ]
      return "      <edge id=\"e\(number + 1)\" source=\"\(MarkupText.escaped(ids[edge.from]))\""
        + " target=\"\(MarkupText.escaped(ids[edge.to]))\" label=\"\(MarkupText.escaped(sentences.phrase(of: edge)))\">"
        + Self.values(values, Self.edgeFields, "edge") + "</edge>"
    }
    return ["    <edges>"] + lines + ["    </edges>"]
  }

  private static func values(_ values: [String?], _ names: [String], _ kind: String) -> String {
    let fields = zip(names, values).compactMap { name, value in
      value.map { "<attvalue for=\"\(kind)-\(name)\" value=\"\(MarkupText.escaped($0))\"/>" }
    }
    return fields.isEmpty ? "" : "<attvalues>" + fields.joined() + "</attvalues>"
  }
}
