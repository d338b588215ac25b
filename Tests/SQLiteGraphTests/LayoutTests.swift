import Testing

@testable import SQLiteGraph

@Suite struct LayoutTests {
  /// The small tables, and the rows beside the base, which are read whole.
  private static let scans: Set<StoreQuery> = [.names, .traits, .declarations, .entryValues]

  /// No statement sorts what an index has in order, and none goes through a table where an index would do.
  @Test(arguments: StoreQuery.allCases)
  func everyStatementUsesAnIndex(query: StoreQuery) throws {
    let graph = try SQLiteGraph.inMemory()
    let rows = try graph.connection.prepare("EXPLAIN QUERY PLAN " + query.text)
    while try rows.step() {
      let detail = rows.text(3)
      #expect(!detail.contains("TEMP B-TREE"), "\(query): \(detail)")
      #expect(!detail.hasPrefix("SCAN") || detail.hasSuffix("CONSTANT ROWS") || Self.scans.contains(query), "\(query): \(detail)")
    }
  }
}
