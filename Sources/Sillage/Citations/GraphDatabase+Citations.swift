import GraphFiles
import Strategy

extension GraphDatabase {
  /// The records of sources, or of articles that are sources, in the order of their ids as given. An id without a record is
  /// cited as it is.
  public func citations(of ids: [String]) throws(SillageError) -> [Citation] {
    try reading { reader throws(SillageError) in
      do throws(StoreError) {
        let evidence = EvidenceReading(reader.graph)
        return try ids.map { id throws(StoreError) in Citation(id, try evidence.item(ofSource: id)) }
      } catch { throw .store(error) }
    }
  }

  /// Runs a query and hands on each row with what it rests on: a value in which ``CitationNumbers`` finds sources; null for a
  /// query whose rows cannot be traced, of which only what it returns can be cited.
  @discardableResult
  public func runCited(
    _ text: String, parameters: [ResultField], options: QueryOptions, columns: ([String]) -> Void,
    rows: ([[ResultValue]], [ResultValue]) -> Void
  ) throws(SillageError) -> QuerySummary {
    let source = SourceText(name: options.sourceName, text: text)
    guard let cited = CitedQuery(source), canPlan(cited.text, options) else {
      return try run(text, parameters: parameters, options: options, columns: columns) { batch in
        rows(batch, batch.map { _ in .null })
      }
    }
    var summary = try run(
      cited.text, parameters: parameters, options: options, columns: { columns(Array($0.dropLast())) },
      rows: { batch in rows(batch.map { Array($0.dropLast()) }, batch.map { $0.last ?? .null }) })
    summary.columns.removeLast()
    return summary
  }

  private func canPlan(_ text: String, _ options: QueryOptions) -> Bool {
    var options = options
    options.isStrict = false
    return (try? query("EXPLAIN " + text, options: options)) != nil
  }

  /// The bibliography of the graph, or of what is known of some entities, in the order of ids. A name may be that of a source, too.
  public func bibliography(of names: [String] = []) throws(SillageError) -> [Citation] {
    let ids = try reading { reader throws(SillageError) in
      do throws(StoreError) {
        let evidence = EvidenceReading(reader.graph)
        return names.isEmpty ? try evidence.sourceIDs() : nil
      } catch { throw .store(error) }
    }
    if let ids { return try citations(of: ids.sorted()) }
    var found: Set<String> = []
    for name in names {
      let cited = try sources(of: name)
      found.formUnion(cited)
    }
    return try citations(of: found.sorted())
  }

  /// The sources of an entity and of all that is stated of it; of a source, itself.
  private func sources(of name: String) throws(SillageError) -> Set<String> {
    try reading { reader throws(SillageError) in
      let node = try EntityIndex(store: reader).entity(called: name)
      do throws(StoreError) {
        let evidence = EvidenceReading(reader.graph)
        var items = try evidence.items(behind: node)
        for relationship in try reader.relationships(of: node).relationships { items += try evidence.items(behind: relationship) }
        return Set(items.compactMap { $0.source ?? $0.article })
      } catch { throw .store(error) }
    }
  }
}

extension Citation {
  init(_ id: String, _ item: EvidenceItem) {
    self.init(
      id: id, publisher: item.publisher, title: item.title, date: item.date, url: item.url,
      isGeneralKnowledge: id == Provenance.generalKnowledge)
  }
}
