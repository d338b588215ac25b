/// The colours of one medium. A type names a swatch, never a colour, so that a dark or a printed diagram is another theme and
/// nothing else.
public struct DiagramTheme: Hashable, Sendable {
  public var background: String
  public var text: String
  /// Captions and other second words.
  public var quietText: String
  public var nodeBorder: String
  public var subjectFill: String
  public var subjectText: String
  public var subjectQuietText: String
  public var clusterFill: String
  public var clusterBorder: String
  public var edge: String
  public var edgeText: String
  /// Lines of what is over or left out.
  public var fadedEdge: String
  /// Lines of what is announced.
  public var plannedEdge: String
  /// Lines of what somebody claims.
  public var claimedEdge: String
  /// Lines of what is denied, what denies, and what is gone.
  public var negatedEdge: String
  /// Lines of what supports, and of what is new.
  public var supportingEdge: String
  public var swatches: [Swatch: String]

  public init(
    background: String, text: String, quietText: String, nodeBorder: String, subjectFill: String, subjectText: String,
    subjectQuietText: String, clusterFill: String, clusterBorder: String, edge: String, edgeText: String,
    fadedEdge: String, plannedEdge: String, claimedEdge: String, negatedEdge: String, supportingEdge: String,
    swatches: [Swatch: String]
  ) {
    self.background = background
    self.text = text
    self.quietText = quietText
    self.nodeBorder = nodeBorder
    self.subjectFill = subjectFill
    self.subjectText = subjectText
    self.subjectQuietText = subjectQuietText
    self.clusterFill = clusterFill
    self.clusterBorder = clusterBorder
    self.edge = edge
    self.edgeText = edgeText
    self.fadedEdge = fadedEdge
    self.plannedEdge = plannedEdge
    self.claimedEdge = claimedEdge
    self.negatedEdge = negatedEdge
    self.supportingEdge = supportingEdge
    self.swatches = swatches
  }

  /// The fill of a swatch; the background where a theme leaves it out.
  public func colour(of swatch: Swatch) -> String { swatches[swatch] ?? background }
}

/// A fill by its name. The light theme takes Paul Tol's "light" scheme, made to stay apart for every common colour vision.
public enum Swatch: String, Hashable, Sendable, CaseIterable {
  case blue, cyan, mint, pear, yellow, orange, pink, grey, white
}

extension DiagramTheme {
  /// The line around or along what became something else between two states.
  func colour(of change: DiagramChange) -> String {
    switch change {
    case .added: supportingEdge
    case .removed: negatedEdge
    case .changed: plannedEdge
    }
  }

  func colour(of stance: DiagramStance) -> String {
    switch stance {
    case .supports: supportingEdge
    case .denies: negatedEdge
    }
  }
}
