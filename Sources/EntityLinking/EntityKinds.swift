/// A set of kinds of entity.
struct EntityKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ kind: EntityKind) { rawValue = 1 << UInt16(kind.place) }

  init(_ kinds: some Sequence<EntityKind>) {
    self = kinds.reduce(into: []) { $0.formUnion(EntityKinds($1)) }
  }

  @inline(__always)
  func contains(_ kind: EntityKind) -> Bool { !isDisjoint(with: EntityKinds(kind)) }
}

extension EntityKind {
  /// Its place among the bits of ``EntityKinds``.
  fileprivate var place: Int {
    switch self {
    case .group: 0
    case .brand: 1
    case .company: 2
    case .site: 3
    case .place: 4
    case .vehicle: 5
    case .motor: 6
    case .platform: 7
    case .technology: 8
    case .person: 9
    case .plan: 10
    case .team: 11
    case .other: 12
    }
  }
}
