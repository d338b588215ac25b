import Foundation
import Testing

@Suite("Commands on the schema and on files", .serialized)
struct SchemaCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program {
    let database = folder.appendingPathComponent("graph.db").path
    if !FileManager.default.fileExists(atPath: database) {
      #expect(try Program("build", "--db", database).status == 0)
    }
    return try Program(arguments + ["--db", database], input: input, environment: [:])
  }

  @Test func anIndexNeedsWrite() throws {
    let refused = try run("query", "CREATE INDEX one FOR (s:Site) ON (s.kind)")
    #expect(refused.status == 65 && refused.errors.contains("error[E214]") && refused.errors.contains("--write"))
    let made = try run("query", "--write", "CREATE INDEX one FOR (s:Site) ON (s.kind)")
    #expect(made.status == 0 && made.output.isEmpty && made.errors == "created 1 index\n")
    #expect(try run("query", "SHOW INDEXES").output.contains("one\tRANGE\tNODE\t"))
    let constraint = try run("query", "--write", "CREATE CONSTRAINT FOR (s:Site) REQUIRE s.name IS NOT NULL")
    #expect(constraint.errors == "created 1 constraint\n")
    let broken = try run("query", "--write", "MATCH (s:Site) WITH s LIMIT 1 REMOVE s.name")
    #expect(broken.status == 65 && broken.errors.contains("error[E303]: node "))
  }

  @Test func filesComeFromTheFolderThatIsNamed() throws {
    try "name,n\nAnn,1\nBo,2\n".write(to: folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
    let query = "LOAD CSV WITH HEADERS FROM 'p.csv' AS row RETURN row.name AS name, toInteger(row.n) AS n"
    let answer = try run("query", query, "--csv-folder", folder.path)
    #expect(answer.output == "name\tn\nAnn\t1\nBo\t2\n" && answer.errors.isEmpty)
    let refused = try run("query", query)
    #expect(refused.status == 65 && refused.errors.contains("--csv-folder"))
    let session = try run(
      "session", "--csv-folder", folder.path, input: #"{"query":"LOAD CSV FROM 'file:///p.csv' AS r RETURN r[0] AS x"}"#)
    #expect(session.lines == [#"{"columns":["x"],"rows":[["name"],["Ann"],["Bo"]],"stats":{}}"#])
  }
}
