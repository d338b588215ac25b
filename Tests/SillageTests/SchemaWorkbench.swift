import Foundation
import Sillage

/// A graph in memory that tests write to and ask, with answers as lines of text.
struct SchemaWorkbench {
  let database: GraphDatabase
  var csvFolder: String?
  var batchCapacity = 3

  init(csvFolder: String? = nil) throws {
    database = try GraphDatabase.inMemory()
    self.csvFolder = csvFolder
  }

  private var options: QueryOptions {
    var options = QueryOptions(mayWrite: true, batchCapacity: batchCapacity)
    options.csvFolder = csvFolder
    return options
  }

  @discardableResult
  func run(_ text: String, _ parameters: [ResultField] = []) throws(SillageError) -> QueryAnswer {
    try database.query(text, parameters: parameters, options: options)
  }

  /// A line a row, cells between bars.
  func lines(_ text: String, _ parameters: [ResultField] = []) throws -> [String] {
    ShippedGraph.text(of: try run(text, parameters))
  }

  /// The first line of what went wrong; nil where nothing did.
  func fault(_ text: String) -> Diagnostic? {
    do throws(SillageError) {
      try run(text)
      return nil
    } catch { return error.diagnostics.first }
  }

  /// Everything in the graph and its schema, to see that a failing statement changed nothing.
  func contents() throws -> [String] {
    try ["MATCH (n) RETURN n", "MATCH ()-[r]->() RETURN r", "SHOW INDEXES", "SHOW CONSTRAINTS"].flatMap { try lines($0) }
  }
}
