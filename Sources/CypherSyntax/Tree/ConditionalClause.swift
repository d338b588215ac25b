public import Diagnostics

/// `WHEN predicate THEN query WHEN … THEN … ELSE query`: for each row the first query whose predicate is true.
public struct ConditionalClause: Hashable, Sendable {
  public struct Branch: Hashable, Sendable {
    public var predicate: Expression
    public var query: Query
  }

  /// At least one.
  public var branches: [Branch]
  public var otherwise: Query?
  @Placed public var span: SourceSpan

  /// What each branch does, that of `ELSE` last.
  public var queries: [Query] { branches.map(\.query) + (otherwise.map { [$0] } ?? []) }
}
