/// Coordinates without Graphviz: the columns of the layout, and in each the nodes below one another around the middle.
struct PlainPositions {
  private static let width = 240.0
  private static let height = 90.0
  /// For each node of the model, to the right and down.
  let points: [(x: Double, y: Double)]

  init(_ model: DiagramModel, style: DiagramStyle, language: DiagramLanguage) {
    let layout = DiagramLayout(model, style: style, language: language)
    let columns = Dictionary(grouping: layout.drawingOrder, by: { layout.columns[$0] })
    var points = [(x: Double, y: Double)](repeating: (0, 0), count: model.nodes.count)
    for (column, nodes) in columns {
      for (row, node) in nodes.enumerated() {
        let across = Double(column) * Self.width
        let down = (Double(row) - Double(nodes.count - 1) / 2) * Self.height
        points[node] = model.kind.isTopDown ? (down / Self.height * Self.width, across) : (across, down)
      }
    }
    self.points = points
  }
}
