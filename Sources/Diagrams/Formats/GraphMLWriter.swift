/// Writes a diagram as GraphML, with positions and colours under the names that Gephi and other programs look for.
public struct GraphMLWriter: Sendable {
  private let writer: DOTWriter
  private static let nodeKeys = [
    ("label", "string"), ("type", "string"), ("labels", "string"), ("detail", "string"), ("x", "double"), ("y", "double"),
    ("r", "int"), ("g", "int"), ("b", "int"),
  ]
  private static let edgeKeys = [
    ("label", "string"), ("type", "string"), ("status", "string"), ("date", "string"), ("qualifier", "string"), ("since", "string"),
    ("until", "string"), ("sources", "string"),
  ]

  /// Takes style and language from a writer of DOT.
  public init(_ writer: DOTWriter) { self.writer = writer }

  /// The text of a model, ending in a line end. The same content gives the same text.
  public func write(_ model: DiagramModel) -> String {
    let model = model.inCanonicalOrder()
    let sentences = DiagramSentences(model, style: writer.style, language: writer.language)
    let points = PlainPositions(model, style: writer.style, language: writer.language).points
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"]
    lines.append("  <desc>" + MarkupText.provenance(model).map { MarkupText.escaped($0.name + ": " + $0.value, graphemes: 4_000) }.joined(separator: "\n") + "</desc>")
    lines += Self.nodeKeys.map { "  <key id=\"n-\($0)\" for=\"node\" attr.name=\"\($0)\" attr.type=\"\($1)\"/>" }
    lines += Self.edgeKeys.map { "  <key id=\"e-\($0)\" for=\"edge\" attr.name=\"\($0)\" attr.type=\"\($1)\"/>" }
    lines.append("  <graph id=\"sillage\" edgedefault=\"directed\">")
    let ids = DOTIdentifiers(model.nodes.map(\.id))
    for (node, point) in zip(model.nodes, points) {
      let colour = ColourChannels(of: node, writer.style)
      let data: [(String, String?)] = [
        ("label", sentences.name(node.id)), ("type", sentences.word(for: node)), ("labels", node.labels.joined(separator: " ")),
        ("detail", node.detail), ("x", "\(point.x)"), ("y", "\(point.y)"), ("r", "\(colour.red)"), ("g", "\(colour.green)"),
        ("b", "\(colour.blue)"),
      ]
      lines.append("    <node id=\"\(MarkupText.escaped(ids[node.id]))\">" + Self.data(data, "n-") + "</node>")
    }
    for (number, edge) in model.edges.enumerated() {
      let data: [(String, String?)] = [
        ("label", sentences.phrase(of: edge)), ("type", edge.type), ("status", edge.status.rawValue), ("date", edge.date),
        ("qualifier", edge.qualifier), ("since", edge.since), ("until", edge.until),
        ("sources", edge.citations.isEmpty ? nil : edge.citations.sorted(by: bytesPrecede).joined(separator: " ")),
      ]
      let ends = " source=\"\(MarkupText.escaped(ids[edge.from]))\" target=\"\(MarkupText.escaped(ids[edge.to]))\""
      lines.append("    <edge id=\"e\(number + 1)\"\(ends)>" + Self.data(data, "e-") + "</edge>")
    }
    return (lines + ["  </graph>", "</graphml>"]).joined(separator: "\n") + "\n"
  }

  private static func data(_ fields: [(String, String?)], _ prefix: String) -> String {
    fields.compactMap { name, value in
      value.map { "<data key=\"\(prefix)\(name)\">\(MarkupText.escaped($0))</data>" }
    }.joined()
  }
}

/// The fill of a node as three numbers from 0 to 255.
struct ColourChannels {
  var red: Int
  var green: Int
  var blue: Int

  init(of node: DiagramNode, _ style: DiagramStyle) {
    let colour = node.isSubject ? style.theme.subjectFill : style.theme.colour(of: style.type(of: node.labels).look.swatch)
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    (red, green, blue) = (value >> 16 & 255, value >> 8 & 255, value & 255)
  }
}
