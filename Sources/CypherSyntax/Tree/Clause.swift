public import Diagnostics

/// One clause of a query.
public indirect enum Clause: Hashable, Sendable {
  case match(MatchClause)
  case unwind(UnwindClause)
  case with(WithClause)
  case `return`(ReturnClause)
  case create(CreateClause)
  case merge(MergeClause)
  case set(SetClause)
  case remove(RemoveClause)
  case delete(DeleteClause)
  case foreach(ForeachClause)
  /// `CALL procedure(…)`.
  case call(ProcedureCall)
  /// `CALL { … }`.
  case subquery(SubqueryCall)
  case loadCSV(LoadCSVClause)
  case finish(FinishClause)
  /// `SHOW INDEXES`; only as the first clause of a statement.
  case show(ShowClause)
  /// `WHEN … THEN … ELSE …`: the only clause of its query.
  case conditional(ConditionalClause)

  public var span: SourceSpan {
    switch self {
    case .match(let clause): clause.span
    case .unwind(let clause): clause.span
    case .with(let clause): clause.span
    case .return(let clause): clause.span
    case .create(let clause): clause.span
    case .merge(let clause): clause.span
    case .set(let clause): clause.span
    case .remove(let clause): clause.span
    case .delete(let clause): clause.span
    case .foreach(let clause): clause.span
    case .call(let clause): clause.span
    case .subquery(let clause): clause.span
    case .loadCSV(let clause): clause.span
    case .finish(let clause): clause.span
    case .show(let clause): clause.span
    case .conditional(let clause): clause.span
    }
  }

  /// The words that begin the clause, as a message names it.
  public var keywords: String {
    switch self {
    case .match(let clause): clause.isOptional ? "OPTIONAL MATCH" : "MATCH"
    case .unwind: "UNWIND"
    case .with(let clause): clause.isLet ? "LET" : "WITH"
    case .return: "RETURN"
    case .create: "CREATE"
    case .merge: "MERGE"
    case .set: "SET"
    case .remove: "REMOVE"
    case .delete(let clause): clause.isDetach ? "DETACH DELETE" : "DELETE"
    case .foreach: "FOREACH"
    case .call, .subquery: "CALL"
    case .loadCSV: "LOAD CSV"
    case .finish: "FINISH"
    case .show: "SHOW"
    case .conditional: "WHEN"
    }
  }

  /// Whether the clause itself changes the graph. A call may do so too, which only its procedure or inner query can tell.
  public var isUpdating: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .foreach: true
    case .match, .unwind, .with, .return, .call, .subquery, .loadCSV, .finish, .show: false
    case .conditional(let clause): clause.queries.flatMap(\.clauses).contains(where: \.isUpdating)
    }
  }
}

/// `OPTIONAL MATCH pattern WHERE predicate`.
public struct MatchClause: Hashable, Sendable {
  /// What may repeat in one match of all the patterns.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    case differentRelationships = "DIFFERENT RELATIONSHIPS"
    case repeatableElements = "REPEATABLE ELEMENTS"
  }

  public var isOptional: Bool
  /// Nil where the source does not say, which means that no relationship occurs twice.
  public var mode: Mode?
  /// At least one.
  public var patterns: [PathPattern]
  public var predicate: Expression?
  @Placed public var span: SourceSpan
}

/// `UNWIND list AS variable`.
public struct UnwindClause: Hashable, Sendable {
  public var list: Expression
  public var variable: Identifier
  @Placed public var span: SourceSpan
}

/// `WITH items WHERE predicate`.
public struct WithClause: Hashable, Sendable {
  public var projection: Projection
  public var predicate: Expression?
  /// Written as `LET x = 1`: everything, and items that each have an alias.
  public var isLet = false
  @Placed public var span: SourceSpan
}

/// `RETURN items`.
public struct ReturnClause: Hashable, Sendable {
  public var projection: Projection
  @Placed public var span: SourceSpan
}

/// `CREATE pattern`.
public struct CreateClause: Hashable, Sendable {
  /// At least one.
  public var patterns: [PathPattern]
  @Placed public var span: SourceSpan
}

/// `MERGE path ON CREATE SET … ON MATCH SET …`.
public struct MergeClause: Hashable, Sendable {
  public var pattern: PathPattern
  public var actions: [MergeAction]
  @Placed public var span: SourceSpan
}

/// `ON CREATE SET …` or `ON MATCH SET …`.
public struct MergeAction: Hashable, Sendable {
  public enum Event: String, Hashable, Sendable, CaseIterable {
    case create = "CREATE"
    case match = "MATCH"
  }

  public var event: Event
  public var items: [SetItem]
  @Placed public var span: SourceSpan
}

/// `SET item, item`.
public struct SetClause: Hashable, Sendable {
  /// At least one.
  public var items: [SetItem]
  @Placed public var span: SourceSpan
}

/// One item of `SET`.
public struct SetItem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// `target.key = value`; the first is a `.property`, or an `.element` for `target[key] = value`.
    case property(Expression, Expression)
    /// `variable = value`: all properties are replaced.
    case replace(Identifier, Expression)
    /// `variable += value`.
    case merge(Identifier, Expression)
    /// `variable:A:$(name)`: names and computed labels.
    case labels(Identifier, [LabelExpression])
  }

  public var kind: Kind
  @Placed public var span: SourceSpan
}

/// `REMOVE item, item`.
public struct RemoveClause: Hashable, Sendable {
  /// At least one.
  public var items: [RemoveItem]
  @Placed public var span: SourceSpan
}

/// One item of `REMOVE`.
public struct RemoveItem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// `target.key`; a `.property`, or an `.element` for `target[key]`.
    case property(Expression)
    /// `variable:A:$(name)`: names and computed labels.
    case labels(Identifier, [LabelExpression])
  }

  public var kind: Kind
  @Placed public var span: SourceSpan
}

/// `DETACH DELETE a, b`.
public struct DeleteClause: Hashable, Sendable {
  public var isDetach: Bool
  /// At least one.
  public var targets: [Expression]
  @Placed public var span: SourceSpan
}

/// `FOREACH (variable IN list | updates)`.
public struct ForeachClause: Hashable, Sendable {
  public var variable: Identifier
  public var list: Expression
  /// At least one; each is an updating clause.
  public var updates: [Clause]
  @Placed public var span: SourceSpan
}

/// `SHOW RANGE INDEXES YIELD name, type AS t WHERE predicate`.
public struct ShowClause: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case indexes = "INDEXES"
    case constraints = "CONSTRAINTS"
    case functions = "FUNCTIONS"
    case procedures = "PROCEDURES"
  }

  public var subject: Subject
  /// `RANGE`, `TEXT` or `FULLTEXT`: the value that the column `type` must have.
  public var kind: String?
  /// Nil for all columns.
  public var columns: [YieldItem]?
  public var predicate: Expression?
  @Placed public var span: SourceSpan
}

/// `FINISH`: the query gives no rows.
public struct FinishClause: Hashable, Sendable {
  @Placed public var span: SourceSpan
}

/// `LOAD CSV WITH HEADERS FROM address AS variable FIELDTERMINATOR ';'`.
public struct LoadCSVClause: Hashable, Sendable {
  public var hasHeaders: Bool
  public var address: Expression
  public var variable: Identifier
  public var fieldTerminator: String?
  @Placed public var span: SourceSpan
}
