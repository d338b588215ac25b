public import Diagnostics
import GraphModel

/// What a query does, as a tree of operations: the one form before and after optimisation.
///
/// Every plan but the leaves has one `input`, and gives rows with the variables of ``columns``. A plan that runs inside
/// another for each of its rows starts from ``argument``.
public indirect enum LogicalPlan: Sendable {
  /// One row without columns.
  case unit
  /// The rows of the surrounding plan, with these variables.
  case argument([Variable])

  /// For each row, all nodes with the label that pass the tests.
  case scanNodes(LogicalPlan, Variable, label: String?, [ScanTest])
  case seekNodes(LogicalPlan, Variable, NodeSeek)
  case takeNodes(LogicalPlan, Variable, KnownNodes)
  case takeRelationship(LogicalPlan, KnownRelationship)
  case scanRelationships(LogicalPlan, RelationshipScan)
  case seekRelationships(LogicalPlan, RelationshipScan, RelationshipSeek)
  case expand(LogicalPlan, Expansion)
  case expandRepeatedly(LogicalPlan, RepeatedExpansion)
  case shortestPaths(LogicalPlan, ShortestPaths)
  case repeatPattern(LogicalPlan, RepeatedPattern)
  case reach(LogicalPlan, Reach)
  case countNeighbours(LogicalPlan, NeighbourCount)
  case countMeetings(LogicalPlan, MeetingCount)
  case fewWays(LogicalPlan, FewWays)
  /// For each row, all ways in which a pattern matches. It is gone once the order of its steps is chosen.
  case match(LogicalPlan, PatternGraph)
  /// Of the rows with the same values in all columns but those of the path, those whose paths the selection keeps.
  case selectPaths(LogicalPlan, PathSelection)

  case filter(LogicalPlan, BoundExpression)
  /// The rows keep only the items.
  case project(LogicalPlan, [ProjectedItem])
  /// The rows get the items beside what they have.
  case extend(LogicalPlan, [ProjectedItem])
  case aggregate(LogicalPlan, groups: [ProjectedItem], [AggregateCall])
  case distinct(LogicalPlan)
  case sort(LogicalPlan, [SortKey])
  /// The first rows of a sort.
  case top(LogicalPlan, [SortKey], TopRows)
  case skip(LogicalPlan, BoundExpression)
  case limit(LogicalPlan, BoundExpression)
  case unwind(LogicalPlan, BoundExpression, Variable)

  /// For each row, the rows of the inner plan, or the row itself with nulls.
  case optional(LogicalPlan, inner: LogicalPlan)
  /// For each row, the rows of the inner plan beside it. `perRow`: the inner plan looks at one outer row at a time.
  case apply(LogicalPlan, inner: LogicalPlan, perRow: Bool)
  /// For each row, runs the inner plan and gives the row itself.
  case perform(LogicalPlan, inner: LogicalPlan)
  /// The same with a commit after so many rows; see ``TransactionBatches``.
  case performInTransactions(LogicalPlan, inner: LogicalPlan, TransactionBatches)
  case union([LogicalPlan], columns: [Variable], distinct: Bool)
  case call(LogicalPlan, ProcedureInvocation)
  /// For each row, the records of a file.
  case loadCSV(LogicalPlan, CSVSource)

  case create(LogicalPlan, CreatedPattern)
  case merge(LogicalPlan, MergedPattern)
  case write(LogicalPlan, [WriteItem])
  case delete(LogicalPlan, [BoundExpression], detach: Bool)
  case forEach(LogicalPlan, Variable, in: BoundExpression, body: LogicalPlan)
}

/// A variable and the expression that gives it its value.
public struct ProjectedItem: Sendable {
  public var variable: Variable
  public var expression: BoundExpression

  public init(_ variable: Variable, _ expression: BoundExpression) {
    self.variable = variable
    self.expression = expression
  }
}

/// One call of an aggregating function.
public struct AggregateCall: Sendable {
  public var variable: Variable
  public var function: AggregateFunction
  /// Empty for `count(*)`.
  public var arguments: [BoundExpression]
  public var isDistinct: Bool
  public var span: SourceSpan
}

public struct SortKey: Sendable {
  public var expression: BoundExpression
  public var isDescending: Bool
}

/// A CSV file that is read record by record.
public struct CSVSource: Sendable {
  public var address: BoundExpression
  /// Bound to a map with the names of the header, or to a list.
  public var variable: Variable
  public var hasHeaders: Bool
  /// The byte between fields.
  public var terminator: UInt8
  public var span: SourceSpan
}

/// How CALL { … } IN TRANSACTIONS divides its rows, and what it gives for each.
public struct TransactionBatches: Sendable {
  public enum OnError: Sendable {
    case fail
    /// What was done before stays, and nothing more is done.
    case stop
    /// The next rows are tried.
    case goOn
  }

  /// Where the query names no number of rows.
  public static let defaultSize = 1000

  public var size: BoundExpression?
  public var onError: OnError
  /// What the inner query returns; for none, each outer row is given once.
  public var columns: [Variable]
  /// Bound to a map that tells how the transaction of the row ended.
  public var status: Variable?
  /// Whether a row for which the inner query finds nothing is given with nulls.
  public var isOptional: Bool
  /// Whether all rows are read before the first transaction, since they depend on the graph.
  public var readsAhead: Bool
  public var span: SourceSpan
}

/// A call of a procedure.
public struct ProcedureInvocation: Sendable {
  public var signature: ProcedureSignature
  public var arguments: [BoundExpression]
  /// Which result column goes into which variable.
  public var yields: [(column: Int, variable: Variable)]
  public var span: SourceSpan
}
