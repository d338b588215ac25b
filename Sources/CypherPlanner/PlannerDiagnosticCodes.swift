import Diagnostics

// CypherPlanner turns the tree of a query into a plan: it resolves names, checks what can be checked before anything
// runs, and chooses in which order patterns are matched. It knows counts of the graph, but never the graph.

extension DiagnosticCode {
  /// A variable that is not defined, or not visible any more.
  static let undefinedVariable = DiagnosticCode("E201")
  /// A name that is taken.
  static let variableAlreadyBound = DiagnosticCode("E202")
  /// A variable used as another kind of thing than it is.
  static let variableTypeConflict = DiagnosticCode("E203")
  /// A function that does not exist, or is called with the wrong number of arguments.
  static let unknownFunction = DiagnosticCode("E204")
  /// An argument or operand of a type that can never fit.
  static let wrongType = DiagnosticCode("E205")
  /// An aggregating function where it cannot stand, or beside something that is not grouped.
  static let wrongAggregation = DiagnosticCode("E206")
  /// A pattern that cannot be matched or created as it is written.
  static let wrongPattern = DiagnosticCode("E207")
  /// Clauses in an order or with contents that the language does not allow.
  static let wrongClause = DiagnosticCode("E208")
  /// Columns with the same name, without a name, or different columns in the parts of a UNION.
  static let wrongColumns = DiagnosticCode("E209")
  /// A procedure that does not exist, or is called in a wrong way.
  static let wrongProcedureCall = DiagnosticCode("E210")
  /// A part of the language that this version reads but does not run yet.
  static let notSupported = DiagnosticCode("E211")
}
