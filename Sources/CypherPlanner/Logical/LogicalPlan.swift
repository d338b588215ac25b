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
  case scanRelationships(LogicalPlan, RelationshipScan)
  case seekRelationships(LogicalPlan, RelationshipScan, RelationshipSeek)
  case expand(LogicalPlan, Expansion)
  case expandRepeatedly(LogicalPlan, RepeatedExpansion)
  case shortestPaths(LogicalPlan, ShortestPaths)
  case repeatPattern(LogicalPlan, RepeatedPattern)
  case reach(LogicalPlan, Reach)
  case countNeighbours(LogicalPlan, NeighbourCount)
  case countMeetings(LogicalPlan, MeetingCount)
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
  case top(LogicalPlan, [SortKey], BoundExpression)
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

/// For each row, the nodes with a label whose property equals a value.
public struct NodeSeek: Sendable {
  public var label: String
  public var key: String
  public var value: BoundExpression
  /// Whether the value is a list, of which the property equals any element.
  public var isAnyOf: Bool
}

/// Of the relationships of a type those whose property equals a value.
public struct RelationshipSeek: Sendable {
  public var type: String
  public var key: String
  public var value: BoundExpression
  /// Whether the value is a list, of which the property equals any element.
  public var isAnyOf: Bool
}

/// One relationship away.
public struct Expansion: Sendable {
  public var from: Variable
  public var relationship: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  /// Whether `to` has its value already, so that only relationships that end there count.
  public var isInto: Bool
  /// The labels that the node at the other end has; none where it has its value already.
  public var labels: [String]
  /// Relationships, or lists of them, of the same MATCH, which this one must differ from.
  public var differsFrom: [Variable]
  /// What the relationship and the node at the other end must pass; what they are compared with is the same for all rows.
  public var relationshipTests: [ScanTest] = []
  public var neighbourTests: [ScanTest] = []
}

/// All relationships, each with its two ends.
public struct RelationshipScan: Sendable {
  public var start: Variable
  public var relationship: Variable
  public var end: Variable
  public var types: [String]
  public var direction: PatternDirection
  /// The labels that the nodes at its ends have.
  public var startLabels: [String]
  public var endLabels: [String]
  /// Relationships of the same MATCH that it must not be.
  public var differsFrom: [Variable]
  /// What is tested while they are read.
  public var tests: [ScanTest] = []
}

/// Several relationships away, no relationship twice.
public struct RepeatedExpansion: Sendable {
  public var from: Variable
  /// Bound to the list of relationships, in the order of the pattern.
  public var relationships: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  public var minimum: Int
  public var maximum: Int?
  public var isInto: Bool
  public var differsFrom: [Variable]
  /// What each relationship must fulfil: the variable that stands for it and the condition.
  public var condition: (relationship: Variable, predicate: BoundExpression)?
  /// Whether the pattern was written from `to` to `from`, so that the list must be turned round.
  public var isReversed: Bool
}

/// The shortest ways between two nodes that are bound already.
public struct ShortestPaths: Sendable {
  public var from: Variable
  public var relationships: Variable
  public var to: Variable
  public var types: [String]
  public var direction: PatternDirection
  public var minimum: Int
  public var maximum: Int?
  /// All of the shortest rather than one of them.
  public var all: Bool
  /// Whether the search goes on from both ends.
  public var isTwoSided: Bool
  public var condition: (relationship: Variable, predicate: BoundExpression)?
}

/// A part of a pattern that is matched several times in a row, each time from the node that the time before reached.
public struct RepeatedPattern: Sendable {
  /// The node where the turns begin; of the pattern's two ends the one that is known.
  public var from: Variable
  public var to: Variable
  public var isInto: Bool
  /// One turn; it starts from ``LogicalPlan/argument(_:)`` with ``turnStart`` and the outer variables that it reads.
  public var turn: LogicalPlan
  public var turnStart: Variable
  public var turnEnd: Variable
  /// The relationships, or lists of them, of one turn in the order of the pattern.
  public var turnRelationships: [Variable]
  public var groups: [(each: Variable, list: Variable)]
  public var relationships: Variable
  public var minimum: Int
  public var maximum: Int?
  /// Whether the turns run from the end of the pattern to its start.
  public var isReversed: Bool
  public var isWalk: Bool
  /// What is kept of the ways between two nodes, where none of it passes a node later than another way did; nil for all.
  public var kept: PathSelection.Kept?
  public var differsFrom: [Variable]
}

/// Which paths between the same two nodes are kept.
public struct PathSelection: Sendable {
  public enum Kept: Hashable, Sendable {
    /// Any so many.
    case any(Int)
    /// So many of the shortest.
    case shortest(Int)
    /// All of the so many smallest lengths.
    case shortestGroups(Int)
  }

  public var kept: Kept
  public var path: Variable
  public var from: Variable
  public var to: Variable
  /// Whether all paths have the same two ends, and come shortest first.
  public var comesByLength = false
}

/// Where the arrow of a relationship pattern points, read from left to right.
public enum PatternDirection: Sendable {
  case outgoing, incoming, either

  public var reversed: PatternDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
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

/// What CREATE makes, in the order in which it is written. Variables that are bound before are not made.
public struct CreatedPattern: Sendable {
  public struct Node: Sendable {
    public var variable: Variable
    public var labels: [GivenName]
    public var properties: BoundExpression?
  }

  public struct Relationship: Sendable {
    public var variable: Variable
    public var type: GivenName
    public var from: Variable
    public var to: Variable
    public var properties: BoundExpression?
    public var span: SourceSpan
  }

  public var nodes: [Node]
  public var relationships: [Relationship]
  /// Paths that got a name.
  public var paths: [ProjectedItem]
}

/// What MERGE looks for, and makes where it is not found.
public struct MergedPattern: Sendable {
  /// Starts from ``LogicalPlan/argument(_:)`` with one row.
  public var match: LogicalPlan
  public var create: CreatedPattern
  public var onMatch: [WriteItem]
  public var onCreate: [WriteItem]
  /// The variables that it binds, in either case.
  public var introduces: [Variable]
}

/// The name of a property, a label or a type: written in the query, as in `n.key`, or worked out for each row, as in `n[key]`.
/// Labels that are worked out may be several, in a list.
public enum GivenName: Sendable {
  case written(String)
  case computed(BoundExpression)

  /// Nil for one that is worked out.
  public var written: String? {
    if case .written(let name) = self { name } else { nil }
  }
}

/// One thing that SET or REMOVE does.
public struct WriteItem: Sendable {
  public enum Kind: Sendable {
    case setProperty(BoundExpression, key: GivenName, BoundExpression)
    /// `=`: all properties are replaced.
    case replaceProperties(BoundExpression, BoundExpression)
    /// `+=`
    case addProperties(BoundExpression, BoundExpression)
    case addLabels(BoundExpression, [GivenName])
    case removeLabels(BoundExpression, [GivenName])
    case removeProperty(BoundExpression, key: GivenName)
  }

  public var kind: Kind
  public var span: SourceSpan
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
