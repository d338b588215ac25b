public import Diagrams
public import Strategy

/// What a diagram is wanted of, and how.
public struct DiagramRequest: Sendable {
  /// What it shows. Entities are named by id, name or alias.
  public enum Content: Sendable {
    /// An entity and what is within some steps of it.
    case entity(String, depth: Int)
    /// The answer of a query, as the diagram of a kind.
    case query(DiagramQuery)
    /// The shortest ways from one entity to another.
    case paths(String, String, longest: Int)
    /// Who supplies, makes and sells what an entity stands for.
    case chain(String)
    /// The sites of an organisation, in boxes of regions or countries.
    case map(String, by: MapDivision)
    /// The brands of a group as cards.
    case roles(String)
    /// The claims about an entity, between two entities, or one claim, with their quotes.
    case evidence([String])
    /// What happened to an entity.
    case timeline(String)
    /// The statements about an entity that cannot all be true.
    case contradiction(String)
    /// What became of the surroundings of an entity between two periods, by when it held.
    case difference(String, from: PartialDate, to: PartialDate)
    /// What tells two states of a graph apart, all of it or what concerns an entity. The graph that draws it is one of them.
    case change(GraphDifference, between: String, about: String?)
    /// Two entities with what they share.
    case comparison(String, String)
  }

  public var content: Content
  public var language: DiagramLanguage
  public var limits: DiagramLimits
  public var style: DiagramStyle
  /// Numbers the sources of what is drawn.
  public var showsCitations: Bool
  public var showsLegend: Bool
  /// nil chooses by size and kind.
  public var engine: DiagramEngine?
  /// From when the graph is looked at.
  public var time: TimeFrame

  public init(
    _ content: Content, language: DiagramLanguage = .english, limits: DiagramLimits = DiagramLimits(),
    style: DiagramStyle = .standard, showsCitations: Bool = false, showsLegend: Bool = true, engine: DiagramEngine? = nil,
    time: TimeFrame = TimeFrame()
  ) {
    self.content = content
    self.language = language
    self.limits = limits
    self.style = style
    self.showsCitations = showsCitations
    self.showsLegend = showsLegend
    self.engine = engine
    self.time = time
  }
}

/// A query whose answer is drawn.
public struct DiagramQuery: Sendable {
  public var text: String
  /// What diagnostics call the text.
  public var name: String
  public var parameters: [ResultField]
  public var kind: DiagramKind
  public var title: String
  public var subtitle: String?
  /// What the columns are called in the picture, by their names.
  public var columnNames: [String: String]

  public init(
    text: String, name: String = "<query>", parameters: [ResultField] = [], kind: DiagramKind = .queryResult, title: String,
    subtitle: String? = nil, columnNames: [String: String] = [:]
  ) {
    self.text = text
    self.name = name
    self.parameters = parameters
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.columnNames = columnNames
  }
}

/// What an industrial map has a box for.
public enum MapDivision: String, CaseIterable, Hashable, Sendable {
  /// Regions where all sites are in one country, else countries.
  case automatic = "auto"
  case region, country
}

/// A file format of diagrams.
public enum DrawingFormat: String, CaseIterable, Hashable, Sendable {
  case dot, svg, png, pdf
  case mermaid, graphml, gexf, html
  /// Lines for a terminal.
  case text

  /// The format of a file by its extension.
  public init?(path: String) {
    guard let suffix = path.split(separator: ".").last?.lowercased(), path.contains(".") else { return nil }
    switch suffix {
    case "mmd": self = .mermaid
    case "gv": self = .dot
    case "htm": self = .html
    case "txt": self = .text
    default: self.init(rawValue: suffix)
    }
  }

  /// Whether Graphviz has to draw it.
  public var needsGraphviz: Bool { self == .svg || self == .png || self == .pdf }

  /// Whether its bytes are no text for a terminal.
  public var isBinary: Bool { self == .png || self == .pdf }
}
