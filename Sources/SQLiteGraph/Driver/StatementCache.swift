import GraphModel

/// The prepared statements of one connection, each prepared when it is first asked for.
///
/// Guarded by the owner of its connection. It holds no pointer itself; it is emptied before the connection closes. A statement that
/// looks at rows of nodes, relationships and entries as a whole is given out only when those that wait have been inserted.
final class StatementCache {
  private let connection: Connection
  let waiting = WaitingRows()
  /// The part of each label that was written last, as it is stored: the next node is mostly one of it. Empty where the file may hold
  /// something else, after a rollback or a change by others.
  var lastLabelParts: [Int64: (part: Int, bytes: [UInt8])] = [:]
  private var prepared: [Statement?] = Array(filledWith: nil, count: StoreQuery.allCases.count)

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Gives SQLite the rows that it does not have yet.
  func insertWaiting() throws(StoreError) { if !waiting.isEmpty { try waiting.insert(by: self) } }

  subscript(query: StoreQuery) -> Statement {
    get throws(StoreError) {
      if query.looksAtRows { try insertWaiting() }
      if let statement = prepared[query.rawValue] { return statement }
      let statement = try connection.prepare(query.text)
      prepared[query.rawValue] = statement
      return statement
    }
  }

  func removeAll() {
    for at in prepared.indices { prepared[at] = nil }
  }
}
