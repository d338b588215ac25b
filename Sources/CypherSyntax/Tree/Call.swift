public import Diagnostics

/// `OPTIONAL CALL name(arguments) YIELD items WHERE predicate`.
public struct ProcedureCall: Hashable, Sendable {
  public var isOptional: Bool
  public var name: QualifiedName
  /// Nil where the brackets are absent: the arguments are then parameters of the names in the procedure's signature.
  public var arguments: [Expression]?
  /// Nil without `YIELD`.
  public var yield: Yield?
  @Placed public var span: SourceSpan

  /// `YIELD …`.
  public enum Yield: Hashable, Sendable {
    /// `YIELD *`: only in a standalone call.
    case all
    /// `YIELD a AS b, c WHERE predicate`. No items: `YIELD -`.
    case items([YieldItem], predicate: Expression?)
  }
}

/// `field AS variable`; without an alias the variable has the name of the field.
public struct YieldItem: Hashable, Sendable {
  public var field: Identifier
  public var alias: Identifier?
  @Placed public var span: SourceSpan

  /// The variable that the item declares.
  public var variable: Identifier { alias ?? field }
}

/// `OPTIONAL CALL (imports) { query } IN TRANSACTIONS`.
public struct SubqueryCall: Hashable, Sendable {
  /// The variables of the outer query that are visible inside.
  public enum Imports: Hashable, Sendable {
    /// `CALL { … }`: those that a `WITH` at the start of the inner query names.
    case leadingWith
    /// `CALL (*) { … }`.
    case all
    /// `CALL (a, b) { … }`, also `CALL () { … }`.
    case variables([Identifier])
  }

  public var isOptional: Bool
  public var imports: Imports
  public var query: Query
  public var transactions: Transactions?
  @Placed public var span: SourceSpan

  /// `IN n TRANSACTIONS OF size ROWS ON ERROR … REPORT STATUS AS status`.
  public struct Transactions: Hashable, Sendable {
    public enum ErrorPolicy: String, Hashable, Sendable, CaseIterable {
      case fail = "FAIL"
      case `break` = "BREAK"
      case `continue` = "CONTINUE"
    }

    /// `IN n CONCURRENT TRANSACTIONS`; the number may be absent.
    public var isConcurrent: Bool
    public var concurrency: Expression?
    public var batchSize: Expression?
    public var errorPolicy: ErrorPolicy?
    public var status: Identifier?
    @Placed public var span: SourceSpan
  }
}
