import GraphFiles
import GraphModel

/// Numbers for one thing at one time, in observations and in claims, that differ by more than the tolerance of what they measure.
struct NumberCheck {
  let ledger: Ledger
  let index: StatementIndex
  /// The share by which numbers may differ whose property has no tolerance of its own.
  let defaultTolerance: Double

  private struct Key: Hashable {
    var subject: String
    var property: String
    var unit: String
  }

  func contradictions() -> [Contradiction] { observed() + claimed() }

  // MARK: Observations

  private func observed() -> [Contradiction] {
    let measured = ledger.observations.filter { $0.number != nil && !$0.subject.isEmpty }
    let byKey = Dictionary(grouping: measured) { Key(subject: $0.subject, property: $0.property, unit: $0.unit ?? "") }
    return byKey.flatMap { key, observations -> [Contradiction] in
      let definition = ledger.schema.property(key.property)
      let tolerance = definition?.tolerance ?? .relative(defaultTolerance)
      let isConstant = definition?.isConstant ?? false
      return Components.groups(observations.count) { a, b in
        guard let one = observations[a].number, let other = observations[b].number else { return false }
        return !tolerance.admits(one, other) && (isConstant || observations[a].overlaps(observations[b]))
      }.map { group in
        Contradiction(
          kind: .number, subject: key.subject, predicate: key.property, sides: group.map { side(observations[$0]) })
      }
    }
  }

  private func side(_ observation: LedgerObservation) -> Contradiction.Side {
    let amount = [observation.value.shown, observation.unit].compactMap { $0 }.joined(separator: " ")
    return Contradiction.Side(
      key: observation.value.shown, statement: "\(ledger.name(of: observation.subject)) \(observation.property) \(amount)",
      period: observation.properties["date"]?.text ?? "", source: observation.source, note: observation.note,
      node: observation.node)
  }

  // MARK: Claims

  private func claimed() -> [Contradiction] {
    let single = ledger.claims.filter { claim in
      !claim.isNegative && claim.value != nil && ledger.schema.predicate(claim.predicate)?.isFunctional == true
    }
    let byKey = Dictionary(grouping: single) { Key(subject: $0.subject, property: $0.predicate, unit: "") }
    return byKey.flatMap { key, claims -> [Contradiction] in
      Components.groups(claims.count) { a, b in differ(claims[a].value, claims[b].value) }.map { group in
        Contradiction(
          kind: .number, subject: key.subject, predicate: key.property,
          sides: group.map { at in index.side(claims[at], key: claims[at].value?.shown ?? "") })
      }
    }
  }

  private func differ(_ a: Value?, _ b: Value?) -> Bool {
    guard let a, let b else { return false }
    if let one = a.amount, let other = b.amount { return !Tolerance.relative(defaultTolerance).admits(one, other) }
    return a.shown != b.shown
  }
}

extension LedgerObservation {
  /// The value, where it is a number as such.
  fileprivate var number: Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// Whether the two are about a common day; what has no date may be about any.
  fileprivate func overlaps(_ other: LedgerObservation) -> Bool {
    guard let date, let second = other.date else { return true }
    return date.overlaps(second)
  }
}
