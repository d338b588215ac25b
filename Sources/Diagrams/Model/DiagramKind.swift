/// What question a diagram answers; it decides what stands where.
public enum DiagramKind: String, Hashable, Sendable, CaseIterable {
  /// Everything around one or several subjects. Groups of one type stand together, on their side of the subject.
  case neighbourhood
  /// The nodes and relationships of a query result, grouped by type where that helps.
  case queryResult = "query"
  /// The ways between two entities, read from left to right. No boxes around groups.
  case paths
  /// Who supplies, makes and sells a thing: a column for each stage of its type, from supplier to group.
  case chain = "supply-chain"
  /// Sites as cards, a box for each region or country, with what they deliver to each other.
  case map = "industrial-map"
  /// Organisations side by side as cards, under what they belong to and above what they share.
  case roles
  /// Quotes, the claims that they support or deny, and the entities that the claims are about.
  case evidence
  /// What happened when, one below the other.
  case timeline
  /// Two sides that cannot both be right, each with its quotes.
  case contradiction
  /// What is new, gone or different between two states of the same graph.
  case difference
  /// Two entities with what only one has at its side and what both have between them.
  case comparison

  /// Whether each node stands in a column that the content gives it, in place of one that the lines lead to.
  var hasFixedColumns: Bool {
    switch self {
    case .chain, .map, .roles, .evidence, .contradiction, .comparison: true
    case .neighbourhood, .queryResult, .paths, .timeline, .difference: false
    }
  }

  /// Whether a line that runs against the reading is read the other way round. Elsewhere its arrow points left: on a map it goes
  /// the way of the goods, and the two halves of a comparison mirror each other.
  var turnsWords: Bool { self != .map && self != .comparison }

  /// Whether columns are rows, read from top to bottom.
  var isTopDown: Bool { self == .roles || self == .timeline }

  /// Whether it is read along its lines, so that boxes around groups would hide the way.
  var isUnboxed: Bool { self == .paths || self == .evidence || self == .contradiction || self == .timeline }
}
