// Diagrams: turns entities and relationships into a picture that states what it shows and what it left out.
//
// The flow is one way and every step is a value:
//   DiagramModel ── limited(to:) ──► DiagramModel ── DOTWriter ──► DOT text ── GraphvizRenderer ──► SVG, PNG, PDF
//                                                 └─ the writers of Formats ──► Mermaid, GraphML, GEXF, a page, a terminal
// The room knows no query and no store: whoever calls it fills in the model. Only `ChildProcesses` touches the
// operating system.

/// What a diagram shows: entities, the relationships between them, and the words around them.
///
/// The order of `nodes`, `edges` and `sources` carries no meaning: the same content in another order gives the same text.
public struct DiagramModel: Hashable, Sendable {
  public var kind: DiagramKind
  public var title: String
  /// What stands beside the title, such as "industrial site · one step around". The counts are added by the writer.
  public var subtitle: String?
  /// Sentences under the title, such as what the picture leaves out and why.
  public var notes: [String]
  public var provenance: DiagramProvenance
  public var nodes: [DiagramNode]
  public var edges: [DiagramEdge]
  public var sources: [DiagramSource]
  /// Captions of the groups that nodes name with `clusterKey`.
  public var clusterLabels: [String: String]
  /// What the limits left out, a line a type.
  public var omitted: [OmittedNodes]
  /// Relationships between shown nodes, or to omitted ones, that are not drawn.
  public var omittedEdges: Int

  public init(
    kind: DiagramKind, title: String, subtitle: String? = nil, notes: [String] = [],
    provenance: DiagramProvenance = DiagramProvenance(), nodes: [DiagramNode], edges: [DiagramEdge],
    sources: [DiagramSource] = [], clusterLabels: [String: String] = [:], omitted: [OmittedNodes] = [],
    omittedEdges: Int = 0
  ) {
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
    self.provenance = provenance
    self.nodes = nodes
    self.edges = edges
    self.sources = sources
    self.clusterLabels = clusterLabels
    self.omitted = omitted
    self.omittedEdges = omittedEdges
  }
}

/// Where a diagram comes from. It is written at the head of the DOT text, one line a field.
public struct DiagramProvenance: Hashable, Sendable {
  /// The query or command that gave the content.
  public var query: String?
  /// The date for which the content is true, as text.
  public var asOf: String?
  /// The date up to which knowledge was taken into account, as text.
  public var knownAt: String?
  /// A fingerprint of the data; the writers put that of what is drawn where there is none.
  public var dataHash: String?
  /// Program and version.
  public var generator: String?

  public init(
    query: String? = nil, asOf: String? = nil, knownAt: String? = nil, dataHash: String? = nil, generator: String? = nil
  ) {
    self.query = query
    self.asOf = asOf
    self.knownAt = knownAt
    self.dataHash = dataHash
    self.generator = generator
  }
}

/// A document that supports what a diagram shows.
public struct DiagramSource: Hashable, Sendable {
  public var id: String
  /// Publisher, title and date, as they are to be read.
  public var text: String
  /// Where it can be read: `https://` or `http://`.
  public var url: String?

  public init(id: String, text: String, url: String? = nil) {
    self.id = id
    self.text = text
    self.url = url
  }
}

/// The nodes of one type that a limit left out. They are drawn as one grey node, "+13 articles".
public struct OmittedNodes: Hashable, Sendable {
  /// The label that names the type.
  public var label: String
  public var count: Int
  /// Ids of shown nodes that had the most relationships with them.
  public var neighbours: [String]
  /// Where the reader finds them; a path that begins with "/".
  public var url: String?

  public init(label: String, count: Int, neighbours: [String] = [], url: String? = nil) {
    self.label = label
    self.count = count
    self.neighbours = neighbours
    self.url = url
  }
}
