public import Diagrams
public import Strategy

/// What a diagram is wanted of, and how.
public struct DiagramRequest: Sendable {
  public enum Content: Sendable {
    /// An entity and what is within some steps of it.
    case entity(String, depth: Int)
    /// The nodes, relationships and paths in the answer of a query.
    case query(String, parameters: [ResultField], title: String)
  }

  public var content: Content
  public var language: DiagramLanguage
  public var limits: DiagramLimits
  /// From when the graph is looked at.
  public var time: TimeFrame

  public init(
    _ content: Content, language: DiagramLanguage = .english, limits: DiagramLimits = DiagramLimits(),
    time: TimeFrame = TimeFrame()
  ) {
    self.content = content
    self.language = language
    self.limits = limits
    self.time = time
  }
}

/// A file format of diagrams.
public enum DrawingFormat: String, CaseIterable, Hashable, Sendable {
  case dot, svg, png, pdf

  /// The format of a file by its extension.
  public init?(path: String) {
    guard let suffix = path.split(separator: ".").last, path.contains(".") else { return nil }
    self.init(rawValue: suffix.lowercased())
  }
}
