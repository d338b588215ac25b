import Sillage
import Testing

/// An index is asked where it finds few nodes, and does not decide where matching begins where it finds many.
@Suite("The choice among indexes")
struct IndexChoiceTests {
  /// 4,000 articles of ten countries, each with a name of its own, in a chain.
  private func database(isCompacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    for text in [
      "UNWIND range(0, 3999) AS i CREATE (:Article {i: i, name: 'a' + i, country: 'c' + (i % 10), year: i % 1000})",
      "CREATE CONSTRAINT FOR (a:Article) REQUIRE a.name IS UNIQUE", "CREATE INDEX FOR (a:Article) ON (a.i)",
      "MATCH (a:Article), (b:Article) WHERE b.i = (a.i + 1) % 4000 CREATE (a)-[:LINKS]->(b)",
      "CREATE INDEX FOR (a:Article) ON (a.country)", "CREATE INDEX FOR (a:Article) ON (a.year)",
    ] { _ = try database.query(text, options: QueryOptions(mayWrite: true)) }
    if isCompacted { try database.optimize() }
    return database
  }

  @Test(arguments: [false, true])
  func fewBeforeMany(isCompacted: Bool) throws {
    let database = try database(isCompacted: isCompacted)
    func steps(_ query: String) throws -> String { try database.query("EXPLAIN " + query).rows.map { "\($0)" }.joined(separator: "\n") }
    // The unique name and not the country, whichever end it is at.
    for query in [
      "MATCH (a:Article)-[:LINKS]->(b:Article) WHERE a.country = 'c3' AND b.name = 'a14' RETURN count(*)",
      "MATCH (b:Article)<-[:LINKS]-(a:Article) WHERE b.name = 'a14' AND a.country = 'c3' RETURN count(*)",
      "MATCH (a:Article {country: 'c3'}) MATCH (a)-[:LINKS]->(b:Article {name: 'a14'}) RETURN count(*)",
    ] {
      let steps = try steps(query)
      #expect(steps.contains("(b:Article) where name") && !steps.contains("(a:Article) where country"), "\(steps)")
      #expect(try database.query(query).rows == [[.integer(1)]])
    }
    // Of two indexes the one that finds fewer; a tenth of all nodes is scanned for.
    #expect(try steps("MATCH (a:Article) WHERE a.country = 'c7' AND a.year = 7 RETURN count(*)").contains("year = 7"))
    #expect(try steps("MATCH (a:Article) WHERE a.country = 'c7' RETURN count(*)").contains("ScanNodes"))
    #expect(try steps("MATCH (a:Article) WHERE a.year = 7 RETURN count(*)").contains("SeekNodes"))
    #expect(try database.query("MATCH (a:Article) WHERE a.country = 'c7' AND a.year = 7 RETURN count(*)").rows == [[.integer(4)]])
  }
}
