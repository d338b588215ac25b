/// Writes a diagram as Graphviz DOT text.
///
/// The text depends on the content alone: the order in which nodes and edges arrive, the clock and the machine change no byte.
public struct DOTWriter: Sendable {
  public var style: DiagramStyle
  public var language: DiagramLanguage
  /// Stands before every `id` in the SVG, so that two diagrams can share a page. ASCII letters, digits and hyphens count.
  public var idPrefix: String
  /// Numbers the sources and puts the numbers on the lines.
  public var showsCitations: Bool
  /// The layout of Graphviz; nil chooses by size and kind.
  public var engine: DiagramEngine?
  /// Whether the picture says which colour and which line means what.
  public var showsLegend: Bool

  public init(
    style: DiagramStyle = .standard, language: DiagramLanguage = .english, idPrefix: String = "d",
    showsCitations: Bool = false, engine: DiagramEngine? = nil, showsLegend: Bool = true
  ) {
    self.style = style
    self.language = language
    self.idPrefix = DOTText.slug(idPrefix)
    self.showsCitations = showsCitations
    self.engine = engine
    self.showsLegend = showsLegend
  }

  /// The DOT text of a model, ending in a line end. It draws everything in the model: limit a large one first.
  public func write(_ model: DiagramModel) -> String {
    DOTDocument(model.inCanonicalOrder(), writer: self).text
  }
}

/// The text of one diagram in the making.
struct DOTDocument {
  let model: DiagramModel
  let writer: DOTWriter
  let layout: DiagramLayout
  let engine: EngineChoice
  let identifiers: DOTIdentifiers
  /// Names of the entities, by id.
  let entityNames: [String: String]
  /// What stands for what was left out.
  let omittedBoxes: [OmittedBox]
  /// Numbers of cited sources, by id.
  let footnotes: [String: Int]
  var theme: DiagramTheme { writer.style.theme }
  var language: DiagramLanguage { writer.language }

  init(_ model: DiagramModel, writer: DOTWriter) {
    self.model = model
    self.writer = writer
    layout = DiagramLayout(model, style: writer.style, language: writer.language)
    entityNames = Dictionary(model.nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    engine = EngineChoice(nodeCount: model.nodes.count, kind: model.kind, asked: writer.engine)
    var identifiers = DOTIdentifiers(model.nodes.map(\.id))
    omittedBoxes = Self.boxes(model, writer, &identifiers)
    self.identifiers = identifiers
    footnotes = writer.showsCitations ? Self.numbering(model) : [:]
  }

  var text: String {
    var lines = comments
    lines.append("digraph sillage {")
    lines += defaults.map { "  " + $0 }
    lines.append("")
    lines += withFootnotes(body)
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private var body: [String] {
    if model.kind == .timeline { return (timelineLines + omittedLines).map { "  " + $0 } }
    let boxes = layout.clusters.flatMap(clusterLines) + layout.free.map { "  " + nodeLine($0) }
    return boxes + (omittedLines + columnLines).map { "  " + $0 } + [""] + edgeLines.map { "  " + $0 }
  }

  /// Sources in the order in which the lines cite them.
  private static func numbering(_ model: DiagramModel) -> [String: Int] {
    var numbers: [String: Int] = [:]
    let known = Set(model.sources.map(\.id))
    for citation in model.edges.flatMap({ $0.citations.sorted(by: bytesPrecede) }) where known.contains(citation) {
      if numbers[citation] == nil { numbers[citation] = numbers.count + 1 }
    }
    return numbers
  }

  private func clusterLines(_ cluster: DiagramLayout.Cluster) -> [String] {
    var attributes = DOTAttributes()
    let title = DOTText.oneLine(cluster.title, graphemes: 60).uppercased()
    attributes.html(
      "label", DOTMarkup.font(title.isEmpty ? "–" : DOTText.html(title), size: "10", colour: theme.quietText))
    attributes.plain("id", writer.idPrefix + "-c-" + DOTText.slug(cluster.key))
    attributes.plain("class", "cluster")
    attributes.text("tooltip", title)
    attributes.plain("style", cluster.isEvidence ? "rounded,dashed" : "rounded,filled")
    attributes.plain("color", cluster.isEvidence ? theme.fadedEdge : theme.clusterBorder)
    if !cluster.isEvidence { attributes.plain("fillcolor", theme.clusterFill) }
    attributes.plain("margin", "12")
    attributes.plain("labelloc", "t")
    attributes.plain("peripheries", "1")
    if cluster.isColumn { attributes.plain("rank", "same") }
    return ["  subgraph " + DOTText.quoted("cluster_" + DOTText.oneLine(cluster.key, graphemes: 80)) + " {"]
      + ["    graph " + attributes.written + ";"]
      + cluster.nodes.map { "    " + nodeLine($0) }
      + ["  }"]
  }

  private var defaults: [String] {
    var graph = DOTAttributes()
    engine.apply(to: &graph, for: model.kind)
    graph.plain("pad", "0.3")
    graph.plain("bgcolor", theme.background)
    graph.text("fontname", fonts)
    graph.plain("fontsize", "16")
    graph.plain("fontcolor", theme.text)
    graph.plain("outputorder", "edgesfirst")
    graph.plain("id", writer.idPrefix)
    graph.text("tooltip", DOTText.oneLine(model.title, graphemes: 160))
    graph.plain("labelloc", "t")
    graph.plain("labeljust", "l")
    graph.html("label", headerMarkup)
    var node = DOTAttributes()
    node.text("fontname", fonts)
    node.plain("fontsize", "12")
    node.plain("fontcolor", theme.text)
    node.plain("color", theme.nodeBorder)
    node.plain("penwidth", "1")
    node.plain("margin", "0.14,0.05")
    node.plain("height", "0.45")
    var edge = DOTAttributes()
    edge.text("fontname", fonts)
    edge.plain("fontsize", "10")
    edge.plain("fontcolor", theme.edgeText)
    edge.plain("color", theme.edge)
    edge.plain("penwidth", "1.2")
    edge.plain("arrowsize", "0.7")
    return ["graph " + graph.written + ";", "node " + node.written + ";", "edge " + edge.written + ";"]
  }

  private var fonts: String { writer.style.fonts.map { DOTText.oneLine($0, graphemes: 60) }.joined(separator: ",") }
}
