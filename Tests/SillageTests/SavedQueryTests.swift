import Foundation
import Sillage
import Testing

/// Each saved query gives the answer that is recorded beside it. `UPDATE_GOLDEN=1` rewrites the records and still fails.
@Suite("Saved queries")
struct SavedQueryTests {
  static let names: [String] = (try? Project(at: ShippedGraph.root).savedQueries().map(\.name)) ?? []

  @Test("There are at least fifteen, each with a title, a question in two languages and its columns")
  func headers() throws {
    let queries = try Project(at: ShippedGraph.root).savedQueries()
    #expect(queries.count >= 15)
    for query in queries {
      #expect(query.title != query.name, "\(query.name) has no title")
      #expect(query.questionEnglish != nil && query.questionFrench != nil, "\(query.name) lacks a question")
      #expect(!query.columns.isEmpty, "\(query.name) says no columns")
    }
  }

  @Test("The recorded answer", arguments: names)
  func recorded(name: String) throws {
    let query = try #require(try Project(at: ShippedGraph.root).savedQuery(named: name))
    let answer = try ShippedGraph.open().query(
      query.text, parameters: query.arguments([]), options: QueryOptions(sourceName: query.path))
    #expect(answer.columns == query.columns)
    #expect(!answer.rows.isEmpty, "an empty answer shows nothing")
    var writer = ResultFormat.json.writer()
    let bytes = writer.write(columns: answer.columns, rows: answer.rows)
    let path = ShippedGraph.root + "/queries/answers/\(name).json"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        atPath: ShippedGraph.root + "/queries/answers", withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      Issue.record("rewrote \(path)")
    }
    let recorded = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    #expect(String(decoding: bytes, as: UTF8.self) == recorded)
  }
}
