import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// A commit in the middle of a query ends what came before it, so nothing may have been written there.
  func checkPlace(of transactions: SubqueryCall.Transactions, after plan: LogicalPlan) throws(Diagnostic) {
    guard captures.isEmpty else {
      throw misplaced("CALL { … } IN TRANSACTIONS cannot stand inside another subquery", transactions)
    }
    guard !plan.writes else {
      throw misplaced("CALL { … } IN TRANSACTIONS cannot follow a clause that changes the graph", transactions)
    }
    guard !isInUnion else {
      throw misplaced("CALL { … } IN TRANSACTIONS cannot stand in a part of a UNION", transactions)
    }
  }

  private func misplaced(_ message: String, _ transactions: SubqueryCall.Transactions) -> Diagnostic {
    failure(.wrongClause, .syntaxError, .invalidClauseComposition, message, at: transactions.span)
  }

  /// Transactions run one after the other, also where the query allows several at once.
  func batches(
    _ transactions: SubqueryCall.Transactions, _ size: BoundExpression?, _ columns: [Variable], of clause: SubqueryCall,
    after plan: LogicalPlan
  ) throws(Diagnostic) -> TransactionBatches {
    let onError: TransactionBatches.OnError =
      switch transactions.errorPolicy {
      case nil, .fail: .fail
      case .break: .stop
      case .continue: .goOn
      }
    var status: Variable?
    if let name = transactions.status {
      guard onError != .fail else {
        throw failure(
          .wrongClause, .syntaxError, .invalidClauseComposition,
          "REPORT STATUS needs ON ERROR CONTINUE or ON ERROR BREAK", at: name.span)
      }
      if scope[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
      status = declare(name.text, .map)
    }
    return TransactionBatches(
      size: size, onError: onError, columns: columns, status: status, isOptional: clause.isOptional,
      readsAhead: plan.readsGraph, span: transactions.span)
  }
}
