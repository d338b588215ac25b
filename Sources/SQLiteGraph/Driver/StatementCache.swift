import GraphModel

/// The prepared statements of one connection, each prepared when it is first asked for.
///
/// Guarded by the owner of its connection. It holds no pointer itself; it is emptied before the connection closes.
final class StatementCache {
  private let connection: Connection
  private var prepared: [Statement?] = Array(repeating: nil, count: StoreQuery.allCases.count)

  init(_ connection: Connection) {
    self.connection = connection
  }

  subscript(query: StoreQuery) -> Statement {
    get throws(StoreError) {
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
