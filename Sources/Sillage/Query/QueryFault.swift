import CypherEngine

/// Why a query has no answer, before it is known how its text is called.
enum QueryFault: Error {
  case faults([Diagnostic])
  case execution(ExecutionFailure)
  case store(StoreError)

  /// A statement that changes a graph which is open for reading.
  static func readOnly(_ statement: String, _ source: SourceText, _ span: SourceSpan) -> QueryFault {
    .faults([
      Diagnostic(
        .readOnlyQuery, "this \(statement) changes the graph, which is open for reading", source: source.name,
        span: span, hint: "allow it with --write", fault: CypherFault(.compileTime, .writeNotAllowed, .readOnlyQuery))
    ])
  }

  func sillageError(in source: SourceText) -> SillageError {
    switch self {
    case .faults(let diagnostics): return .faults(diagnostics, sources: [source])
    case .store(let error): return SillageError.violation(error, at: .beginning, in: source) ?? .store(error)
    case .execution(let failure):
      if failure.fault.detail == .storeFailure, let store = failure.store {
        return SillageError.violation(store, at: failure.span, in: source) ?? .store(store)
      }
      let diagnostic = Diagnostic(
        .queryFailed, failure.message, source: source.name, span: failure.span, hint: failure.hint, fault: failure.fault)
      return .faults([diagnostic], sources: [source])
    }
  }
}

extension SillageError {
  /// The fault of a query that leaves a constraint broken; nil for any other failure of the store.
  fileprivate static func violation(_ error: StoreError, at span: SourceSpan, in source: SourceText) -> SillageError? {
    guard error.kind == .constraintViolated || error.kind == .notUnique else { return nil }
    let diagnostic = Diagnostic(
      .constraintViolated, error.message, source: source.name, span: span,
      fault: CypherFault(.runtime, .constraintValidationFailed, .constraintViolated))
    return .faults([diagnostic], sources: [source])
  }
}

extension DiagnosticCode {
  /// A statement of a kind that this version cannot run.
  static let unsupportedStatement = DiagnosticCode("E212")
  /// A query that changes a graph which is open for reading.
  static let readOnlyQuery = DiagnosticCode("E214")
  /// A label that no node has; a warning, or with `--strict` an error.
  static let unknownLabel = DiagnosticCode("E215")
  /// A relationship type that no relationship has; a warning, or with `--strict` an error.
  static let unknownRelationshipType = DiagnosticCode("E216")
  /// A property that nothing has; a warning, or with `--strict` an error.
  static let unknownProperty = DiagnosticCode("E217")
  /// A query that stopped while it ran.
  static let queryFailed = DiagnosticCode("E301")
  /// A parameter without a value, or with one that cannot be read.
  static let wrongParameter = DiagnosticCode("E302")
}
