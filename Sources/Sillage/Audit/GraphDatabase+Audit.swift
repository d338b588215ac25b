import GraphFiles
import SQLiteGraph
public import Strategy

extension GraphDatabase {
  /// Everything that the graph states, seen from a time. Cost: reads the whole graph.
  public func ledger(_ time: TimeFrame = TimeFrame()) throws(SillageError) -> Ledger {
    try reading(time) { reader throws(SillageError) in
      do throws(StoreError) { return try Ledger(of: reader.graph, schema: try graph.compiledSchema()) } catch { throw .store(error) }
    }
  }

  /// What is missing or rests on little, seen from a time. Cost: reads the whole graph.
  public func gaps(_ rules: GapRules, time: TimeFrame = TimeFrame()) throws(SillageError) -> [Gap] {
    try reading(time) { reader throws(SillageError) in
      do throws(StoreError) {
        let ledger = try Ledger(of: reader.graph, schema: try graph.compiledSchema())
        return try ledger.gaps(rules, EvidenceReading(reader.graph))
      } catch { throw .store(error) }
    }
  }

  /// The id of an entity that goes by a name. Fails with `ambiguousName` or `unknownName`.
  public func entityID(called name: String) throws(SillageError) -> String {
    try reading { reader throws(SillageError) in
      let node = try EntityIndex(store: reader).entity(called: name)
      do throws(StoreError) { return try reader.name(of: node).id } catch { throw .store(error) }
    }
  }
}

extension SQLiteGraph {
  /// The schema that the database was compiled with; an empty one for a database that was not compiled. A transaction is open.
  func compiledSchema() throws(StoreError) -> Schema {
    guard let text = try metadata(BuildMetadata.schema) else { return Schema() }
    return GraphFileReader.schema(of: SourceText(name: GraphFileReader.schemaFile, text: text))
  }
}

extension CalendarDate {
  /// The day that the machine's clock shows, in UTC.
  public static var today: CalendarDate {
    let seconds = MachineClock.now().seconds
    return CalendarDate(daysSinceEpoch: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
  }
}
