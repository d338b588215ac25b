import Foundation
import Sillage
import Testing

/// Everything of the research tables is in the database, counted by type. The counts below were taken from the tables.
@Suite("Counts of the shipped graph")
struct DossierCountTests {
  @Test(
    "Entities, sources, observations and claims",
    arguments: [
      ("MATCH (n:Source) WHERE n.id <> 'sillage' RETURN count(n)", 167), ("MATCH (n:Observation) RETURN count(n)", 77),
      ("MATCH (n:Claim) WHERE n.id STARTS WITH 'seed-' RETURN count(n)", 134),
      ("MATCH (n:Claim)-[:EVIDENCED_IN]->(:Article {id: 'art-seed-cleon-pivot'}) RETURN count(n)", 134),
      ("MATCH (n:Claim {polarity: 'negative'}) WHERE n.id STARTS WITH 'seed-' RETURN count(n)", 11),
      ("MATCH (n:Vehicle) RETURN count(n)", 95), ("MATCH (n:Place) RETURN count(n)", 122),
      ("MATCH (n:Event) WHERE n.source <> 'sillage' RETURN count(n)", 57), ("MATCH (n:SourceArticle) RETURN count(n)", 162),
    ])
  func counts(query: String, expected: Int) throws {
    #expect(try ShippedGraph.lines(query) == ["\(expected)"])
  }

  @Test("Every entity and every relation of the tables, by type")
  func tables() throws {
    guard let folder = ProcessInfo.processInfo.environment["SILLAGE_DOSSIER"] else {
      print("SKIPPED-WITHOUT-SHARED: the research tables are not at hand (SILLAGE_DOSSIER)")
      return
    }
    var entities: [String] = []
    for table in Self.entityTables {
      entities += try Self.rows(folder + "/\(table).csv").compactMap { $0.first }
    }
    #expect(entities.count == 918)
    let known = Set(try ShippedGraph.lines("MATCH (n) WHERE NOT n:Source RETURN n.id"))
    #expect(entities.filter { !known.contains($0) } == [])

    var wanted: [String: Int] = [:]
    for row in try Self.rows(folder + "/relations.csv") { wanted[row[2].uppercased(), default: 0] += 1 }
    #expect(wanted.values.reduce(0, +) == 1543)
    var found: [String: Int] = [:]
    let query = """
      MATCH (a)-[r]->() WHERE r.status IS NOT NULL AND r.source <> 'sillage'
      RETURN type(r) AS type, count(r) AS count
      """
    for row in try ShippedGraph.open().query(query).rows {
      guard case .string(let type) = row[0], case .integer(let count) = row[1] else { continue }
      found[type] = Int(count)
    }
    #expect(found == wanted)
    let triples = Set(
      try ShippedGraph.lines(
        "MATCH (a)-[r]->(b) WHERE r.status IS NOT NULL RETURN a.id + ' ' + type(r) + ' ' + b.id + ' ' + coalesce(r.start, '') + ' ' + r.status + ' ' + r.source"
      ))
    let missing = try Self.rows(folder + "/relations.csv").map { row in
      "\(row[1]) \(row[2].uppercased()) \(row[3]) \(row[4]) \(row[7]) \(row[8])"
    }.filter { !triples.contains($0) }
    #expect(missing == [])
  }

  private static let entityTables = [
    "groups", "brands", "companies", "sites", "places", "vehicles", "motors_batteries", "platforms", "technologies",
    "people", "plans", "events", "articles", "concepts",
  ]

  /// The rows of a CSV file without its header. The tables hold no line breaks inside quotes.
  private static func rows(_ path: String) throws -> [[String]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      for letter in line where letter != "\r" {
        if letter == "\"" { isQuoted.toggle() } else if letter == ",", !isQuoted { cells.append("") } else { cells[cells.count - 1].append(letter) }
      }
      return cells
    }
  }
}
