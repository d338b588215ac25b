import CypherEngine

/// Why a query has no answer, before it is known how its text is called.
enum QueryFault: Error {
  case faults([Diagnostic])
  case execution(ExecutionFailure)
  case store(StoreError)

  func sillageError(in source: SourceText) -> SillageError {
    switch self {
    case .faults(let diagnostics): return .faults(diagnostics, sources: [source])
    case .store(let error): return .store(error)
    case .execution(let failure):
      if failure.fault.detail == .storeFailure, let store = failure.store { return .store(store) }
      let diagnostic = Diagnostic(
        .queryFailed, failure.message, source: source.name, span: failure.span, hint: failure.hint, fault: failure.fault)
      return .faults([diagnostic], sources: [source])
    }
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
  /// A parameter whose value cannot be read.
  static let wrongParameter = DiagnosticCode("E302")
}
