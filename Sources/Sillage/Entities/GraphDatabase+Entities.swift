import GraphModel
import SQLiteGraph
public import Strategy

extension GraphDatabase {
  /// What is known of an entity, seen from a time. Fails with `ambiguousName` or `unknownName`.
  public func card(of name: String, time: TimeFrame = TimeFrame()) throws(SillageError) -> EntityCard {
    try reading(time) { reader throws(SillageError) in
      let node = try EntityIndex(store: reader).entity(called: name)
      do throws(StoreError) { return try EntityCard(of: node, reader) } catch { throw .store(error) }
    }
  }

  /// The one node of the graph that goes by an id, a name or an alias; nil where none or several do. Cost: folds all names.
  func entity(called name: String) throws(SillageError) -> EntityName? {
    try reading { reader throws(SillageError) in
      let node: NodeID
      do throws(SillageError) {
        node = try EntityIndex(store: reader).entity(called: name)
      } catch {
        switch error {
        case .unknownName, .ambiguousName: return nil
        default: throw error
        }
      }
      do throws(StoreError) { return try reader.name(of: node) } catch { throw .store(error) }
    }
  }

  /// Everything that is stated between two entities, and by whom, seen from a time.
  public func why(_ first: String, _ second: String, time: TimeFrame = TimeFrame()) throws(SillageError) -> WhyReport {
    try reading(time) { reader throws(SillageError) in
      let index = try EntityIndex(store: reader)
      let (a, b) = (try index.entity(called: first), try index.entity(called: second))
      do throws(StoreError) { return try WhyReport(between: a, b, reader) } catch { throw .store(error) }
    }
  }

  /// Runs work that only reads, in a transaction of its own, on the graph as it looks from a time.
  func reading<Result>(
    _ time: TimeFrame = TimeFrame(), _ work: (EntityReader) throws(SillageError) -> Result
  ) throws(SillageError) -> Result {
    do throws(StoreError) { try graph.beginRead() } catch { throw .store(error) }
    let result: Result
    do throws(SillageError) {
      result = try work(EntityReader(graph: time.view(of: graph)))
    } catch {
      do throws(StoreError) { try graph.endRead() } catch { throw .store(error) }
      throw error
    }
    do throws(StoreError) { try graph.endRead() } catch { throw .store(error) }
    return result
  }
}

extension EntityIndex {
  convenience init(store reader: EntityReader) throws(SillageError) {
    do throws(StoreError) { try self.init(reader) } catch { throw .store(error) }
  }
}
