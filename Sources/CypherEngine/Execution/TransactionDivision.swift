public import GraphModel

/// How a statement ends the transaction that it runs in and goes on in a new one. Only a caller that owns the transaction
/// can offer it.
public struct TransactionDivision {
  /// Commits, given all that the statement has changed so far, and begins the next transaction. Where it fails, the
  /// transaction may be open still.
  public let commit: (ChangeCounts) throws(StoreError) -> Void
  /// Undoes what was done since the last commit, if a transaction is open, and begins the next.
  public let rollback: () throws(StoreError) -> Void

  public init(
    commit: @escaping (ChangeCounts) throws(StoreError) -> Void, rollback: @escaping () throws(StoreError) -> Void
  ) {
    self.commit = commit
    self.rollback = rollback
  }
}
