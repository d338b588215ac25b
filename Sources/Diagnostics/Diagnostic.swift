/// One thing to tell a person about a text of theirs: the one shape for the terminal, JSON and tests.
///
/// It is made where the check is, sentence included, and rendered once, by ``DiagnosticRenderer`` or as JSON.
public struct Diagnostic: Error, Hashable, Sendable {
  /// A stable, documented code, such as `E203`.
  public var code: DiagnosticCode
  public var severity: Severity
  /// One line, no full stop, first what is wrong and then with what.
  public var message: String
  /// The ``SourceText/name`` of the text that `span` points into.
  public var source: String
  public var span: SourceSpan
  /// Said beside the carets: the near name, or what was expected.
  public var label: String?
  public var notes: [Note]
  /// One thing to do about it.
  public var hint: String?
  /// What openCypher calls the error, if it is one of a query.
  public var fault: CypherFault?

  public enum Severity: String, Hashable, Sendable { case error, warning }

  /// A second place that matters, such as the first of two definitions.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var source: String
    public var span: SourceSpan

    public init(_ message: String, source: String, span: SourceSpan) {
      self.message = message
      self.source = source
      self.span = span
    }
  }

  public init(
    _ code: DiagnosticCode, _ message: String, source: String, span: SourceSpan, severity: Severity = .error,
    label: String? = nil, notes: [Note] = [], hint: String? = nil, fault: CypherFault? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.source = source
    self.span = span
    self.label = label
    self.notes = notes
    self.hint = hint
    self.fault = fault
  }
}

/// The stable name of a kind of diagnostic.
///
/// Each room declares its own in an extension: E1 syntax and E2 meaning of a query, E3 its execution, E4 `graph-data`,
/// E5 the database file, E6 articles and linking, E7 diagrams, E8 the command line, E9 tables. All are listed in `docs/diagnostics.md`.
public struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public init(_ name: String) { self.name = name }
  public var description: String { name }
}
