public import CypherEngine

/// The whole answer of a query.
public struct QueryAnswer: Sendable {
  public var columns: [String]
  public var rows: [[ResultValue]]
  public var changes: ChangeCounts
  /// What the reader should know although there is an answer.
  public var warnings: [Diagnostic] = []
}

/// What is known of an answer beside its rows.
public struct QuerySummary: Sendable {
  public var columns: [String]
  public var rowCount: Int
  public var changes: ChangeCounts
  public var warnings: [Diagnostic] = []
}
