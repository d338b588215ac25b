public import Diagrams

/// A diagram that is ready to be written in any format.
public struct DrawnDiagram: Sendable {
  public let model: DiagramModel
  private let writer: DOTWriter
  /// The DOT text: the same for the same data and request.
  public let dot: String
  private let renderer = GraphvizRenderer()

  init(_ model: DiagramModel, _ writer: DOTWriter) {
    self.model = model
    self.writer = writer
    dot = writer.write(model)
  }

  /// The bytes of a file. Formats that Graphviz draws need it; a page without it has tables in place of a picture.
  public func bytes(as format: DrawingFormat) throws(SillageError) -> [UInt8] {
    switch format {
    case .dot: Array(dot.utf8)
    case .svg: try svg()
    case .png: try rendered(.png)
    case .pdf: try rendered(.pdf)
    case .mermaid: Array(MermaidWriter(writer).write(model).utf8)
    case .graphml: Array(GraphMLWriter(writer).write(model).utf8)
    case .gexf: Array(GEXFWriter(writer).write(model).utf8)
    case .html: Array(HTMLPage(model, writer: writer).write(svg: renderer.isAvailable ? try svg() : nil).utf8)
    case .text: Array(text(unicode: true).utf8)
    }
  }

  /// Lines for a terminal, with box characters or in ASCII.
  public func text(unicode: Bool) -> String { TreeWriter(writer, unicode: unicode).write(model) }

  private func svg() throws(SillageError) -> [UInt8] {
    SVGFinish(model, writer: writer).finish(try rendered(.svg), dot: dot)
  }

  private func rendered(_ format: DiagramFormat) throws(SillageError) -> [UInt8] {
    do throws(RenderError) { return try renderer.render(dot: dot, format: format) } catch {
      throw .unavailable(error.message, hint: error.hint)
    }
  }
}
