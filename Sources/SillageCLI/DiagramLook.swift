import ArgumentParser
import Sillage

/// How a diagram is drawn, whatever it shows.
struct DiagramLook: ParsableArguments {
  @Option(help: "The most nodes to draw; the others are counted. Default: 40, or that of the saved diagram.")
  var maxNodes: Int?

  @Option(help: ArgumentHelp("The language of title and legend. Default: that of the saved diagram, else of the locale.", valueName: "en|fr"))
  var lang: DiagramLanguage?

  @Option(help: ArgumentHelp("light, dark, or print for printers without colour.", valueName: "theme"))
  var theme: String?

  @Option(help: ArgumentHelp("The layout of Graphviz. Default: by size and kind.", valueName: "engine"))
  var engine: DiagramEngine?

  @Flag(help: "Number the sources, and list them under the title.")
  var cite = false

  @Flag(help: "Leave the legend out.")
  var noLegend = false

  func validate() throws {
    if let maxNodes, maxNodes < 1 { throw ValidationError("--max-nodes must be at least 1") }
    if let theme, DiagramTheme.named(theme) == nil { throw ValidationError("no theme `\(theme)`: light, dark or print") }
  }

  /// What the options ask for, then a saved diagram's own look, then the house style.
  func request(
    _ content: DiagramRequest.Content, _ language: DiagramLanguage, _ saved: SavedDiagram.Look?, _ style: DiagramStyle?,
    time: TimeFrame
  ) -> DiagramRequest {
    var ownStyle = style ?? .standard
    if style == nil, let theme = theme.flatMap(DiagramTheme.named) { ownStyle.theme = theme }
    let nodes = maxNodes ?? saved?.maximumNodes ?? DiagramLimits().nodes
    return DiagramRequest(
      content, language: language, limits: DiagramLimits(nodes: nodes, edges: nodes * 2), style: ownStyle,
      showsCitations: cite || saved?.showsCitations ?? false, showsLegend: !noLegend && saved?.showsLegend ?? true,
      engine: engine ?? saved?.engine, time: time)
  }
}
