import SQLiteGraph

extension GraphDatabase {
  /// What is known of an entity. Fails with `ambiguousName` or `unknownName`.
  public func card(of name: String) throws(SillageError) -> EntityCard {
    try reading { reader throws(SillageError) in
      let node = try EntityIndex(store: reader).entity(called: name)
      do throws(StoreError) { return try EntityCard(of: node, reader) } catch { throw .store(error) }
    }
  }

  /// Everything that is stated between two entities, and by whom.
  public func why(_ first: String, _ second: String) throws(SillageError) -> WhyReport {
    try reading { reader throws(SillageError) in
      let index = try EntityIndex(store: reader)
      let (a, b) = (try index.entity(called: first), try index.entity(called: second))
      do throws(StoreError) { return try WhyReport(between: a, b, reader) } catch { throw .store(error) }
    }
  }

  /// Runs work that only reads, in a transaction of its own.
  func reading<Result>(_ work: (EntityReader) throws(SillageError) -> Result) throws(SillageError) -> Result {
    do throws(StoreError) { try graph.beginRead() } catch { throw .store(error) }
    let result: Result
    do throws(SillageError) {
      result = try work(EntityReader(graph: graph))
    } catch {
      do throws(StoreError) { try graph.endRead() } catch { throw .store(error) }
      throw error
    }
    do throws(StoreError) { try graph.endRead() } catch { throw .store(error) }
    return result
  }
}

extension EntityIndex {
  init(store reader: EntityReader) throws(SillageError) {
    do throws(StoreError) { try self.init(reader) } catch { throw .store(error) }
  }
}
