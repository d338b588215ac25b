public import GraphModel

/// What the researcher has decided about statements that contradict each other.
public struct VerdictRecord: Sendable {
  public var file: String
  /// What the statements are about.
  public var subject: Spanned<String>
  /// The relationship type, inverse, claim predicate or observed property.
  public var predicate: Spanned<String>
  /// What tells the statements apart: ids of objects or claims, or values.
  public var sides: [Spanned<String>]
  public var decision: Decision
  public var reason: String
  public var date: PartialDate?
  public var by: String?

  /// How a contradiction is settled.
  public enum Decision: String, Hashable, Sendable, CaseIterable {
    /// All of them stand.
    case coexist
    /// The first took the place of the others.
    case supersedes
    /// The first stands, and the others are wrong.
    case refuted
    /// Nobody knows yet.
    case open
  }
}
