import GraphFiles
import GraphModel

/// More objects than one subject may have, or more subjects than one object may have, at a time or for ever.
struct FunctionalCheck {
  let ledger: Ledger
  let index: StatementIndex

  func contradictions() -> [Contradiction] {
    ledger.schema.relations.flatMap { type -> [Contradiction] in
      let statements = index.byType[type.name.value] ?? []
      guard !statements.isEmpty, !type.isSymmetric else { return [] }
      var found: [Contradiction] = []
      if let most = type.mostObjects {
        found += check(statements, most, type, about: \.subject, key: \.object, predicate: type.name.value)
      }
      if let most = type.mostSubjects {
        let name = type.inverse?.value ?? type.name.value
        found += check(statements, most, type, about: \.object, key: \.subject, predicate: name)
      }
      return found
    }
  }

  private func check(
    _ statements: [DatedStatement], _ most: Int, _ type: RelationType, about: (DatedStatement) -> String,
    key: (DatedStatement) -> String, predicate: String
  ) -> [Contradiction] {
    let bySubject = Dictionary(grouping: statements, by: about)
    return bySubject.keys.sorted().flatMap { subject -> [Contradiction] in
      let own = bySubject[subject] ?? []
      guard Set(own.map(key)).count > most else { return [] }
      let groups = Components.groups(own.count) { a, b in
        key(own[a]) != key(own[b]) && (!type.isTemporal || own[a].validity.overlaps(own[b].validity))
      }
      return groups.compactMap { group in
        let members = group.map { own[$0] }
        guard let when = crowded(members, most, type, key) else { return nil }
        let there = type.isTemporal ? members.filter { $0.validity.overlaps(when) } : members
        return Contradiction(
          kind: .functional, subject: subject, predicate: predicate, sides: distinct(there.map { index.side($0, key: key($0)) }),
          when: type.isTemporal ? when : nil)
      }
    }
  }

  /// The days on which more than `most` of the statements hold; nil for none. Statements of a type that holds for ever all
  /// hold together.
  private func crowded(
    _ members: [DatedStatement], _ most: Int, _ type: RelationType, _ key: (DatedStatement) -> String
  ) -> DayInterval? {
    guard type.isTemporal else { return Set(members.map(key)).count > most ? .always : nil }
    for member in members {
      let together = members.filter { $0.validity.overlaps(member.validity) && starts($0, nolaterThan: member) }
      guard Set(together.map(key)).count > most else { continue }
      let when = together.reduce(DayInterval.always) { $0.intersection($1.validity) }
      if !when.isEmpty { return when }
    }
    return nil
  }

  /// The last to start tells where all of them hold.
  private func starts(_ a: DatedStatement, nolaterThan b: DatedStatement) -> Bool {
    guard let start = a.validity.start else { return true }
    return b.validity.start.map { start <= $0 } ?? false
  }

  private func distinct(_ sides: [Contradiction.Side]) -> [Contradiction.Side] {
    var seen: Set<String> = []
    return sides.filter { seen.insert($0.key + "\u{0}" + ($0.claim ?? "")).inserted }
  }
}

extension RelationType {
  /// How many objects one subject may have; nil without a bound.
  var mostObjects: Int? {
    switch cardinality {
    case .oneToOne, .manyToOne: 1
    case .oneToMany, .manyToMany, nil: atMost
    }
  }

  /// How many subjects one object may have; nil without a bound.
  var mostSubjects: Int? {
    switch cardinality {
    case .oneToOne, .oneToMany: 1
    case .manyToOne, .manyToMany, nil: nil
    }
  }

  /// Whether its bounds hold for each moment rather than for ever.
  var isTemporal: Bool { holdsAtATime || atMost != nil }
}
