public import Diagnostics

/// What one run executes: a query or a command on the schema.
public struct Statement: Hashable, Sendable {
  /// `EXPLAIN` or `PROFILE` before a statement.
  public enum Prefix: String, Hashable, Sendable, CaseIterable {
    case explain = "EXPLAIN"
    case profile = "PROFILE"
  }

  public enum Body: Hashable, Sendable {
    case query(Query)
    case schema(SchemaCommand)
  }

  public var prefix: Prefix?
  /// From when the graph is looked at; nil where the statement says nothing of it.
  public var time: TimePrefix?
  public var body: Body
  @Placed public var span: SourceSpan
}

/// One single query, or several joined by `UNION`; with `NEXT`, several of these one after the other.
public struct Query: Hashable, Sendable {
  public enum Union: String, Hashable, Sendable, CaseIterable {
    /// Equal rows are kept once.
    case distinct = "UNION"
    case all = "UNION ALL"
  }

  /// Those before the last `NEXT`, each without such of its own. The rows of each are where the one after it starts from.
  public var earlier: [Query] = []
  /// At least one.
  public var parts: [SingleQuery]
  /// How the parts are joined; of no meaning for one part. A mixture is an error of the parser.
  public var union: Union
  @Placed public var span: SourceSpan

  /// The clauses of all its parts, those before `NEXT` first.
  public var clauses: [Clause] { earlier.flatMap(\.clauses) + parts.flatMap(\.clauses) }

  /// The query that runs first.
  public var first: Query { earlier.first ?? self }
}

/// Clauses in order; at least one.
public struct SingleQuery: Hashable, Sendable {
  public var clauses: [Clause]
  @Placed public var span: SourceSpan

  /// The procedure call that is the whole of the query: it may leave out its arguments, and its results are the columns.
  public var standaloneCall: ProcedureCall? {
    if clauses.count == 1, case .call(let call)? = clauses.first { call } else { nil }
  }

  /// Whether it is a `SHOW`, which needs no `RETURN`.
  public var isTable: Bool {
    if case .show? = clauses.first { true } else { false }
  }
}

/// The items of a `RETURN` or `WITH` and what orders and cuts their rows.
public struct Projection: Hashable, Sendable {
  public var isDistinct: Bool
  /// `*` as the first item.
  public var includesAll: Bool
  /// Empty only with ``includesAll``.
  public var items: [ProjectionItem]
  public var order: [SortItem]
  public var skip: Expression?
  public var limit: Expression?
  @Placed public var span: SourceSpan
}

/// `expression AS alias`.
public struct ProjectionItem: Hashable, Sendable {
  public var expression: Expression
  public var alias: Identifier?
  /// The expression as it is written, brackets and inner comments included.
  public var sourceText: String
  @Placed public var span: SourceSpan

  /// The name of the column: the alias, else the name of a variable, else the text of the source.
  public var columnName: String {
    if let alias { return alias.text }
    if case .variable(let name) = expression.kind { return name }
    return sourceText
  }

  /// Equal items give equal columns; how an expression with an alias is written does not matter.
  public static func == (left: ProjectionItem, right: ProjectionItem) -> Bool {
    left.expression == right.expression && left.alias == right.alias && left.columnName == right.columnName
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(expression)
    hasher.combine(columnName)
  }
}

/// One item of `ORDER BY`.
public struct SortItem: Hashable, Sendable {
  public var expression: Expression
  public var isDescending: Bool
  @Placed public var span: SourceSpan
}
