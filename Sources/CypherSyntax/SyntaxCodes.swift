public import Diagnostics

extension DiagnosticCode {
  /// A word or sign where the grammar has no place for it.
  public static let unexpectedSyntax = DiagnosticCode("E101")
  /// A string, comment or quoted name without an end.
  public static let unterminatedText = DiagnosticCode("E102")
  /// Digits that are no number.
  public static let invalidNumber = DiagnosticCode("E103")
  /// A number that 64 bits cannot hold.
  public static let numberTooLarge = DiagnosticCode("E104")
  /// A backslash and what follows it mean nothing.
  public static let invalidEscape = DiagnosticCode("E105")
  /// A character that Cypher does not use outside strings, such as a typographic dash.
  public static let invalidCharacter = DiagnosticCode("E106")
  /// A relationship pattern whose length is not written as the grammar wants it.
  public static let invalidRelationshipPattern = DiagnosticCode("E107")
  /// Clauses in an order, or in a place, that gives no query.
  public static let invalidClauseOrder = DiagnosticCode("E108")
  /// A pattern where a value is wanted.
  public static let patternAsValue = DiagnosticCode("E109")
  /// A query that nests deeper or is longer than the limits allow.
  public static let nestedTooDeep = DiagnosticCode("E110")
  /// A keyword where a variable's name is wanted.
  public static let reservedName = DiagnosticCode("E111")
}
