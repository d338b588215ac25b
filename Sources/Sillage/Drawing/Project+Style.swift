public import Diagrams
import GraphFiles

extension Project {
  /// The style of the project's diagrams in one theme, `light`, `dark` or `print`: the house style with what the style file
  /// changes. Fails with all faults of that file.
  public func diagramStyle(theme: String = "light") throws(SillageError) -> DiagramStyle {
    var style = DiagramStyle.standard
    style.theme = DiagramTheme.named(theme) ?? .light
    guard let styleFile else { return style }
    let source = SourceText(name: styleFile, bytes: try TextFile.read(Self.path(styleFile, in: root)))
    let (file, faults) = StyleFile.read(source)
    let reading = StyleReading(file, source, on: style, theme: theme)
    let diagnostics = faults + reading.diagnostics.sorted { $0.span.start < $1.span.start }
    if diagnostics.contains(where: { $0.severity == .error }) { throw .faults(diagnostics, sources: [source]) }
    return reading.style
  }
}
