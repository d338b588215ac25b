public import Diagnostics
public import GraphModel

/// Why a query stopped while it ran: the openCypher name of the error, a sentence, and where in the query.
public struct ExecutionFailure: Error, Hashable, Sendable {
  public var fault: CypherFault
  public var message: String
  public var span: SourceSpan
  public var hint: String?
  /// Set where the store failed.
  public private(set) var store: StoreError?

  public init(
    _ kind: CypherFault.Kind, _ detail: CypherErrorDetail, _ message: String, at span: SourceSpan, hint: String? = nil
  ) {
    fault = CypherFault(.runtime, kind, detail)
    self.message = message
    self.span = span
    self.hint = hint
  }

  /// A failure of the store, outside any expression.
  public init(store error: StoreError) { self.init(error) }

  init(_ error: StoreError, at span: SourceSpan = .beginning) {
    switch error.kind {
    case .nodeHasRelationships:
      self.init(
        .constraintVerificationFailed, .deleteConnectedNode, error.message, at: span,
        hint: "DETACH DELETE deletes a node together with its relationships")
    case .unstorable: self.init(.typeError, .invalidPropertyType, error.message, at: span)
    case .notFound: self.init(.entityNotFound, .deletedEntityAccess, error.message, at: span)
    default:
      self.init(.resourceExhausted, .storeFailure, error.message, at: span)
      store = error
    }
  }
}
