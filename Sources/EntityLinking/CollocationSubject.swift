/// What is learnt of places from what stands around them: that a name is meant there at all, or which of the entities that bear it.
public enum CollocationSubject: UInt8, Sendable, CaseIterable {
  case mention
  /// A site and not its town, a racing team and not its brand.
  case site, team

  /// The name that tables have for it.
  public var name: String { String(describing: self) }

  /// The kind of entity that it speaks for, and the one that it speaks against; nil for a mention of whatever.
  var kinds: (its: EntityKind, other: EntityKind)? {
    switch self {
    case .mention: nil
    case .site: (.site, .place)
    case .team: (.team, .brand)
    }
  }

  /// The subject that tells apart the entities of some kinds; nil where nothing is learnt of them.
  static func telling(apart kinds: EntityKinds) -> CollocationSubject? {
    if kinds.isSuperset(of: [EntityKinds(.site), EntityKinds(.place)]) { return .site }
    return kinds.isSuperset(of: [EntityKinds(.team), EntityKinds(.brand)]) ? .team : nil
  }

  /// The hashes of it with each place where something may stand, in the order of ``Collocation/Place``.
  var places: [UInt64] { Self.places[Int(rawValue)] }

  private static let places = allCases.map { subject in Collocation.Place.allCases.map { WordHash.mixing($0.hash, into: subject.hash) } }

  private var hash: UInt64 { WordHash.of(name) }

  /// The hash of what a table says of places of this subject whatever stands there.
  var start: UInt64 { Self.starts[Int(rawValue)] }

  private static let starts = allCases.map { WordHash.mixing(WordHash.of("always"), into: $0.hash) }
}
