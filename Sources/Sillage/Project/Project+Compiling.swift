import GraphFiles
import SQLiteGraph
import Strategy

extension Project {
  /// The text of the project, compiled into a graph in memory. Fails with all faults of the text at once.
  func compiled(_ files: [GraphFile]) throws(SillageError) -> GraphDatabase {
    let (records, diagnostics) = GraphFileReader.read(files)
    if diagnostics.contains(where: { $0.severity == .error }) { throw .faults(diagnostics, sources: files.map(\.source)) }
    let database = try GraphDatabase.inMemory()
    let graph = database.graph
    do throws(StoreError) {
      try graph.beginWrite()
      try GraphBuilder.build(records, into: graph)
      try graph.setTraits(records.schema.traits)
      try Self.addIndexes(graph)
      try graph.setMetadata(BuildMetadata.schema, to: Self.schemaText(files))
      try graph.commit()
    } catch { throw .store(error) }
    return database
  }
}
