import GraphFiles
public import GraphModel

/// Statements that cannot all be true, side by side.
public struct Contradiction: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// More objects, or more subjects, than a relationship type allows for.
    case functional
    /// Two relationship types that rule each other out.
    case exclusive
    /// A sum that is larger than it can be.
    case bounded
    /// Numbers that differ by more than the tolerance of their property.
    case number
    /// One says that it is so, another that it is not.
    case polarity
  }

  public var kind: Kind
  /// The id of the entity that the statements are about.
  public var subject: String
  /// As the schema names it.
  public var predicate: String
  public var sides: [Side]
  /// The days on which they contradict each other; nil where time does not matter.
  public var when: DayInterval?
  public var verdict: LedgerVerdict?

  /// One of the statements.
  public struct Side: Sendable {
    /// What tells it from the others in a verdict: the id of the other entity or of the claim, or the value.
    public var key: String
    /// What it says, as a person reads it.
    public var statement: String
    /// When it holds, or was measured or claimed, as it is written.
    public var period: String
    public var source: String?
    /// The id of the claim, where it is one.
    public var claim: String?
    /// The words that it rests on.
    public var quote: String?
    /// Where these words stand.
    public var article: String?
    public var asserter: String?
    public var note: String?
    public var node: NodeID?
    public var relationship: RelationshipID?
  }
}

extension Ledger {
  /// The statements that cannot all be true, by subject and predicate. Those that the researcher has decided about carry the
  /// verdict. `tolerance`: how far numbers may differ whose property has no tolerance of its own.
  public func contradictions(tolerance: Double = 0) -> [Contradiction] {
    let support = StatementIndex(self)
    var found = FunctionalCheck(ledger: self, index: support).contradictions()
    found += ExclusionCheck(ledger: self, index: support).contradictions()
    found += TotalCheck(ledger: self, index: support).contradictions()
    found += NumberCheck(ledger: self, index: support, defaultTolerance: tolerance).contradictions()
    found += PolarityCheck(ledger: self, index: support).contradictions()
    for at in found.indices { found[at].verdict = verdict(on: found[at]) }
    return found.sorted {
      ($0.subject, $0.predicate, $0.kind.rawValue, $0.sides.first?.key ?? "")
        < ($1.subject, $1.predicate, $1.kind.rawValue, $1.sides.first?.key ?? "")
    }
  }

  /// Verdicts about statements that do not contradict each other, any more or at all.
  public func idleVerdicts(_ contradictions: [Contradiction]) -> [LedgerVerdict] {
    verdicts.filter { verdict in !contradictions.contains { settles(verdict, $0) } }
  }

  private func verdict(on contradiction: Contradiction) -> LedgerVerdict? {
    verdicts.first { settles($0, contradiction) }
  }

  /// Whether a verdict is about all sides of a contradiction.
  private func settles(_ verdict: LedgerVerdict, _ contradiction: Contradiction) -> Bool {
    verdict.subject == contradiction.subject && isSame(verdict.predicate, contradiction.predicate)
      && contradiction.sides.allSatisfy { side in
        verdict.sides.contains { $0 == side.key || $0 == side.claim }
      }
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let one = schema.relation(a), let other = schema.relation(b) else { return false }
    return one.type.name.value == other.type.name.value
  }
}
