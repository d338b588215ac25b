import Foundation
import Testing

@Suite("sillage import", .serialized)
struct ImportCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("nodes.csv", "id,label,name,year\n10,Car,Zoe,2012\n20,Site,Flins,\n30,Car,R5,2024\n")
    try write("rels.csv", "src,dst,type,since\n20,10,MAKES,2012\n20,30,MAKES,2024\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func load(_ arguments: String...) throws -> Program {
    try Program(
      ["import", "--nodes", path("nodes.csv"), "--rels", path("rels.csv"), "--db", path("g.db")] + arguments, input: "",
      environment: [:])
  }

  /// What is in the folder, but for the tables.
  private func made() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".csv") }.sorted()
  }

  @Test func whatIsImportedIsFound() throws {
    let done = try load("--unique", "name")
    #expect(done.status == 0 && done.output.isEmpty)
    #expect(done.errors.contains(": 3 nodes, 2 relationships, 2 unique indexes, "))
    let answer = try Program(
      "query", "MATCH (s:Site)-[r:MAKES]->(c:Car) RETURN s.id, c.name, c.year, r.since ORDER BY c.year", "--db", path("g.db"))
    #expect(answer.output == "s.id\tc.name\tc.year\tr.since\n20\tZoe\t2012\t2012\n20\tR5\t2024\t2024\n")
    let second = try Program("query", "--write", "CREATE (:Car {name: 'R5'})", "--db", path("g.db"))
    #expect(second.status == 65)
    #expect(try made() == ["g.db"])
  }

  @Test func timesKeepTheirZones() throws {
    try write(
      "nodes.csv",
      "id,label,at:datetime,shift:time,spans:duration\n1,Car,2024-06-01T10:00[Europe/Paris],06:00+02:00,P1M\n"
        + "2,Car,2024-06-01T10:00+01:00,06:00,\n3,Car,2024-06-01T10:00,,\n")
    try write("rels.csv", "src,dst,type\n1,2,MAKES\n")
    #expect(try load().status == 0)
    let answer = try Program("query", "MATCH (c:Car) RETURN c.at, c.shift, c.at.epochSeconds ORDER BY c.id", "--db", path("g.db"))
    #expect(
      answer.output == "c.at\tc.shift\tc.at.epochSeconds\n2024-06-01T10:00+02:00[Europe/Paris]\t06:00+02:00\t1717228800\n"
        + "2024-06-01T10:00+01:00\t06:00Z\t1717232400\n2024-06-01T10:00Z\t\t1717236000\n")
    try write("nodes.csv", "id,label,at:datetime\n1,Car,2024-06-01T10:00[Europe/Nowhere]\n")
    try FileManager.default.removeItem(atPath: path("g.db"))
    let fault = try load()
    #expect(fault.status == 65 && fault.errors.contains("nodes.csv:2:7\n"))
  }

  @Test func nothingIsLeftOfAFault() throws {
    try write("rels.csv", "src,dst,type\n20,40,MAKES\n")
    let fault = try load()
    #expect(fault.status == 65 && fault.errors.contains("rels.csv:2:4\n") && fault.errors.contains("`40`"))
    try write("rels.csv", "src,dst,type\n")
    try write("nodes.csv", "id,label,name\n1,Car,R5\n2,Car,R5\n")
    let repeated = try load("--unique", "name")
    #expect(repeated.status == 65)
    #expect(repeated.errors.contains("error[E911]: a second node with the label `Car` has the `name` `R5`\n  --> \(path("nodes.csv")):3:7\n"))
    #expect(repeated.errors.contains("\n  note: the first stands at \(path("nodes.csv")):2:7\n"))
    let unknown = try load("--unique", "nam")
    #expect(unknown.status == 65 && unknown.errors.contains("error[E910]") && unknown.errors.contains("`name`"))
    #expect(try made() == [])
  }

  @Test func aFileIsNeverReplaced() throws {
    #expect(try load().status == 0)
    let before = try Data(contentsOf: folder.appendingPathComponent("g.db"))
    let refused = try load()
    #expect(refused.status == 73 && refused.errors.contains("error[E807]"))
    #expect(try Data(contentsOf: folder.appendingPathComponent("g.db")) == before)
  }

  @Test func theCommandLineIsChecked() throws {
    #expect(try Program("import", "--nodes", path("nodes.csv")).status == 64)
    #expect(try Program("import", "--db", path("g.db")).status == 64)
    #expect(try load("--delimiter", "::").status == 64)
    #expect(try Program("import", "--nodes", path("none.csv"), "--db", path("g.db")).status == 66)
    #expect(try made() == [])
  }
}
