import Diagnostics

extension DiagnosticCode {
  /// The header of a table lacks a column, has one twice, or gives one a type that there is not.
  static let badHeader = DiagnosticCode("E901")
  /// A record has more or fewer fields than the header.
  static let fieldCount = DiagnosticCode("E902")
  /// Quotes of a table that RFC 4180 does not allow for, or that have no end.
  static let badQuotes = DiagnosticCode("E903")
  /// A field that is not of the type that the header gives its column.
  static let badField = DiagnosticCode("E904")
  /// A relationship from or to an id that no node has, or without a type.
  static let badRelationship = DiagnosticCode("E905")
  /// A node without an id, or with the id of another one.
  static let badNodeID = DiagnosticCode("E906")
  /// A table that is no UTF-8.
  static let tableNotUTF8 = DiagnosticCode("E907")
  /// A table that cannot be read to its end.
  static let unreadableTable = DiagnosticCode("E908")
  /// More labels or types than a graph can have.
  static let tooManyNames = DiagnosticCode("E909")
  /// A value that another node with the same label has, of a property that should be unique.
  static let notUnique = DiagnosticCode("E911")
}
