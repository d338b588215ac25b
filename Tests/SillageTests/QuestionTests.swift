import Foundation
import Sillage
import Testing

@Suite("Questions and the commands that answer them")
struct QuestionTests {
  private let page = (try? String(contentsOfFile: ShippedGraph.root + "/docs/questions.md", encoding: .utf8)) ?? ""

  /// Rows as number and command.
  private var rows: [(number: Int, command: String)] {
    page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let number = Int(cells[0]) else { return nil }
      return (number, cells[2])
    }
  }

  @Test("Every question has a command, and every saved query that is named exists")
  func commands() throws {
    let names = Set(try Project(at: ShippedGraph.root).savedQueries().map(\.name))
    #expect(rows.count == 40)
    for row in rows {
      let queries = row.command.matches(of: /sillage query ([a-z0-9-]+)/).map { String($0.1) }
      #expect(!queries.isEmpty && names.isSuperset(of: queries), "question \(row.number): \(row.command)")
    }
    let named = Set(page.matches(of: /sillage query ([a-z0-9-]+)/).map { String($0.1) })
    #expect(named.subtracting(names) == [], "there is no such query")
  }

  @Test("No question of the research is left out")
  func numbers() throws {
    guard let folder = ProcessInfo.processInfo.environment["SILLAGE_DOSSIER"] else {
      print("SKIPPED-WITHOUT-SHARED: the research tables are not at hand (SILLAGE_DOSSIER)")
      return
    }
    let text = try String(contentsOfFile: folder + "/competency-questions.md", encoding: .utf8)
    let asked = text.matches(of: /(?m)^\| (\d+) \|/).compactMap { Int($0.1) }
    #expect(asked.count == 40)
    #expect(rows.map(\.number) == asked)
  }

  @Test(
    "What the answers must say",
    arguments: [
      ("where-is-motor-made", ["Cléon plant", "2025-09-23", "assemblant un moteur électrique 7DL"]),
      ("vehicles-with-motor", ["Alpine A390", "rear"]), ("assembly-and-rumours", ["Douai plant", "reported"]),
      ("cell-plants", ["AESC Douai gigafactory", "LGES Wrocław", "Verkor Dunkirk gigafactory", "LG Energy Solution"]),
      ("origin-of-parts", ["Marelli", "LG Energy Solution", "France"]), ("two-lists-of-four", ["Mobilize", "Ampere", "Renault"]),
      ("undone-plans", ["Mobilize", "Ampere", "Flexis", "Alpine announces WEC exit"]),
      ("overdue", ["Flexis", "Zity by Mobilize", "Dacia Striker", "Toyota Motor Corporation", "BMW Group", "REINTEGRATED_INTO"]),
      ("industrial-map", ["Cléon", "Dieppe", "Sandouville", "Douai", "Maubeuge", "Ruitz", "Batilly", "Flins", "Le Mans", "Normandie"]),
      ("stakes-on-date", ["45 %", "100 %", "80 %", "more than 20 %"]),
      ("shared-with-geely", ["Horse Powertrain", "Renault Korea", "34 %", "26.4 %", "GEA", "CMA"]),
      ("what-a-partner-gets", ["ElectriCity cluster", "early 2028", "LOI vans"]),
      ("position-and-facts", ["697408", "Simplicity", "18000"]), ("electric-sport-role", ["Alpine", "Cupra", "Abarth", "Ioniq 5 N"]),
      ("cited-documents", ["Ampere press release", "Ampere presentation"]), ("historic-sites", ["Zwickau", "BMW Steyr", "new plant"]),
      ("theme-of-article", ["Marketing du VE", "false"]), ("brand-owner-on-date", ["AvtoVAZ", "68 % at exit", "Mobilize Financial Services"]),
      ("motors-by-car", ["Alpine A390 | 7DL | rear | Cléon plant", "Shanghai e-Drive 80 kW (Cléon)"]),
      ("chemistry", ["LFP battery chemistry", "Renault Twingo E-Tech Electric", "CATL"]),
      ("suppliers-of", ["6AM and 6AK motors", "AESC Douai gigafactory"]), ("capacities", ["20000 | car sets per year", "16 | GWh per year"]),
      ("jobs-and-investments", ["3146", "620000000"]), ("partners-on-date", ["Valeo | E7A stator"]), ("career", ["2025-07-31", "2025-07-15"]),
      ("claims-about", ["le bloc arrière a été conçu par Marelli", "seed-c083"]), ("denied", ["seed-c014", "seed-c106"]),
      ("said-and-became", ["SUPERSEDED_BY", "2025-12-12"]), ("power-values", ["250 | kW", "230 | kW", "open"]),
      ("known-then-and-now", ["Mobilize brand_of Renault Group", "status: asserted → ended"]),
      ("contradicting-statements", ["7DL power 250 kW", "supersedes", "coexist"]),
      ("slipped-promises", ["dropped", "365", "the group gave it up"]), ("promises-kept", ["this promise was kept"]),
      ("targets-and-actuals", ["2000000", "1628030"]), ("single-sourced", ["one source", "motor-5ax"]),
      ("weakest-links", ["7DL", "SUPPLIES"]), ("events-of-period", ["Mobilize Beyond Automotive wound down", "Renault-Ford strategic partnership"]),
    ])
  func answers(name: String, words: [String]) throws {
    let query = try #require(try Project(at: ShippedGraph.root).savedQuery(named: name))
    let answer = try ShippedGraph.open().query(query.text, parameters: query.arguments([]))
    let text = ShippedGraph.text(of: answer).joined(separator: "\n")
    for word in words { #expect(text.contains(word), "\(name) lacks \(word)") }
    if name == "theme-of-article" { #expect(!text.contains("true")) }
  }

  @Test("The same questions about something else")
  func others() throws {
    func lines(_ name: String, _ parameters: [ResultField]) throws -> [String] {
      let query = try #require(try Project(at: ShippedGraph.root).savedQuery(named: name))
      return ShippedGraph.text(of: try ShippedGraph.open().query(query.text, parameters: query.arguments(parameters)))
    }
    #expect(
      try lines("quotes-behind", [ResultField("one", .string("alpine")), ResultField("other", .string("renault-group"))]).contains {
        $0.contains("BRAND_OF")
      })
    #expect(try lines("site-output", [ResultField("site", .string("douai-plant"))]).contains { $0.hasPrefix("Renault 5 E-Tech Electric") })
    #expect(try lines("stakes-on-date", [ResultField("day", .string("2026-03-31"))]).contains { $0.hasPrefix("Flexis | Volvo Group | 45 %") })
    #expect(try lines("what-a-partner-gets", [ResultField("taker", .string("tesla"))]) == [])
  }
}
