import Foundation
import Sillage
import Testing

@Suite("LOAD CSV")
struct LoadCSVTests {
  let folder: String

  init() throws {
    folder = ShippedGraph.folder + "/csv-\(UUID().uuidString)/data"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func bench(_ files: [String: String] = [:]) throws -> SchemaWorkbench {
    for (name, text) in files { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
    return try SchemaWorkbench(csvFolder: folder)
  }

  /// A text and its records, as typed JSON.
  static let texts: [(text: String, records: [String])] = [
    ("", []), ("\n\n", []), ("\u{FEFF}", []),
    ("a,b\nc,d", [#"["a","b"]"#, #"["c","d"]"#]),
    ("a,b\r\nc,d\r\n", [#"["a","b"]"#, #"["c","d"]"#]),
    ("a,b\rc,d\r", [#"["a","b"]"#, #"["c","d"]"#]),
    ("\u{FEFF}a,\"b\"\n", [#"["a","b"]"#]),
    ("\u{FEFF}\"a\"", [#"["a"]"#]),
    (",a,\n\"\",x,\"\"\n", [#"[null,"a",null]"#, #"[null,"x",null]"#]),
    ("a\n\n\nb\n\n", [#"["a"]"#, #"["b"]"#]),
    ("\"a,b\",\"c\"\"d\",\"\"\"\"\n", [#"["a,b","c\"d","\""]"#]),
    ("\"a\nb\",\"c\r\nd\"\ne", [#"["a\nb","c\r\nd"]"#, #"["e"]"#]),
    (" a , b \n", [#"[" a "," b "]"#]),
    ("é,日本,😀\n", [#"["é","日本","😀"]"#]),
    ("1,2\n3\n4,5,6\n", [#"["1","2"]"#, #"["3"]"#, #"["4","5","6"]"#]),
    ("\"a\",", [#"["a",null]"#]),
  ]

  @Test(arguments: texts)
  func records(text: String, records: [String]) throws {
    let bench = try bench(["x.csv": text])
    #expect(try bench.lines("LOAD CSV FROM 'x.csv' AS row RETURN row") == records)
  }

  /// A text that cannot be read, and what is said of it.
  static let faults: [(text: String, says: String)] = [
    ("a,b\nc,\"d", "x.csv, line 2, column 3: a quoted field without an end begins here"),
    ("a,b\nc\"d,e", "x.csv, line 2, column 2: a quote inside a field that does not begin with one"),
    ("é\"", "x.csv, line 1, column 2: a quote inside a field that does not begin with one"),
    ("\"a\nb\"c", "x.csv, line 2, column 3: text after the quote that ends a field"),
  ]

  @Test(arguments: faults)
  func whatCannotBeRead(text: String, says: String) throws {
    let bench = try bench(["x.csv": text])
    let before = try bench.contents()
    let fault = bench.fault("LOAD CSV FROM 'x.csv' AS row CREATE (:Row {first: row[0]})")
    #expect(fault?.message == says)
    #expect(fault?.fault?.detail == .externalResourceFailed)
    #expect(try bench.contents() == before)
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let bench = try bench()
    try Data([0x61, 0x0A, 0x62, 0x2C, 0xFF, 0x0A]).write(to: URL(fileURLWithPath: folder + "/x.csv"))
    #expect(
      bench.fault("LOAD CSV FROM 'x.csv' AS row RETURN row")?.message
        == "x.csv, line 2, column 3: the field that begins here is not UTF-8")
  }

  @Test func headersNameTheFields() throws {
    let bench = try bench(["p.csv": "id;name;age\n1;Ann;\n2;\"B;o\";41\n\n3\n4;Di;7;\n"])
    #expect(
      try bench.lines("LOAD CSV WITH HEADERS FROM 'p.csv' AS r FIELDTERMINATOR ';' RETURN r.id, r.name, toInteger(r.age)")
        == ["1 | Ann | null", "2 | B;o | 41", "3 | null | null", "4 | Di | 7"])
    #expect(try bench.lines("LOAD CSV WITH HEADERS FROM 'p.csv' AS r FIELDTERMINATOR ';' RETURN keys(r) LIMIT 1") == [#"["id","name","age"]"#])
    let wrong: [(text: String, says: String)] = [
      ("a,a\n", "p.csv, line 2, column 1: two columns are called `a` in the header"),
      ("a,,b\n", "p.csv, line 2, column 1: column 2 has no name in the header"),
      ("a,b\n1,2,3\n", "p.csv, line 3, column 1: the record before here has 3 fields, and the header has 2"),
    ]
    for (text, says) in wrong {
      #expect(try self.bench(["p.csv": text]).fault("LOAD CSV WITH HEADERS FROM 'p.csv' AS r RETURN r")?.message == says)
    }
    #expect(try self.bench(["p.csv": "a,b\n"]).lines("LOAD CSV WITH HEADERS FROM 'p.csv' AS r RETURN r") == [])
  }

  /// More rows than a batch and more bytes than a piece, in several files, from several outer rows.
  @Test func largeFilesStream() throws {
    let long = String(repeating: "x", count: 97)
    let text = (0..<2_000).map { "\($0),\"\(long)\",é\n" }.joined()
    let bench = try bench(["one.csv": text, "two.csv": "7\n"])
    #expect(
      try bench.lines(
        "LOAD CSV FROM 'one.csv' AS r RETURN count(*), sum(toInteger(r[0])), sum(size(r[1])), count(DISTINCT r[2])")
        == ["2000 | 1999000 | 194000 | 1"])
    #expect(
      try bench.lines("UNWIND ['two.csv', 'one.csv', 'two.csv'] AS f LOAD CSV FROM f AS r RETURN f, count(*) ORDER BY f")
        == ["one.csv | 2000", "two.csv | 2"])
    #expect(
      try bench.lines("UNWIND [1, 2] AS i CALL (i) { LOAD CSV FROM 'two.csv' AS r RETURN r[0] + i AS s } RETURN s")
        == ["71", "72"])
  }

  @Test func rowsBecomeAGraph() throws {
    let bench = try bench(["makes.csv": "site,motor\nDouai,6AM\nCléon,6AM\nDouai,5AQ\n"])
    try bench.run("CREATE CONSTRAINT FOR (s:Site) REQUIRE s.name IS UNIQUE")
    let changes = try bench.run(
      """
      LOAD CSV WITH HEADERS FROM 'file:///makes.csv' AS row
      MERGE (s:Site {name: row.site}) MERGE (m:Motor {name: row.motor}) MERGE (s)-[:MAKES]->(m)
      """
    ).changes
    #expect(changes.nodesCreated == 4 && changes.relationshipsCreated == 3)
    #expect(
      try bench.lines("MATCH (s:Site)-[:MAKES]->(m) RETURN s.name, m.name ORDER BY s.name, m.name")
        == ["Cléon | 6AM", "Douai | 5AQ", "Douai | 6AM"])
  }

  @Test func onlyFilesBelowTheFolderAreRead() throws {
    let bench = try bench(["in.csv": "a\n", "with space.csv": "b\n"])
    let outside = (folder as NSString).deletingLastPathComponent + "/out.csv"
    try "secret\n".write(toFile: outside, atomically: true, encoding: .utf8)
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
    try "c\n".write(toFile: folder + "/sub/deep.csv", atomically: true, encoding: .utf8)
    try files.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: outside)
    try files.createSymbolicLink(atPath: folder + "/inner.csv", withDestinationPath: "in.csv")
    try files.createSymbolicLink(atPath: folder + "/up", withDestinationPath: "..")
    for (name, first) in [
      ("in.csv", "a"), ("./in.csv", "a"), ("sub/deep.csv", "c"), ("inner.csv", "a"), ("file:///in.csv", "a"),
      ("file:/in.csv", "a"), ("file:///with%20space.csv", "b"), (folder + "/in.csv", "a"), ("file:///sub/deep.csv", "c"),
    ] {
      #expect(try bench.lines("LOAD CSV FROM $f AS r RETURN r[0]", [ResultField("f", .string(name))]) == [first], "\(name)")
    }
    let outsideIt = "is outside the folder whose files may be loaded"
    for (name, says) in [
      ("link.csv", outsideIt), ("up/out.csv", outsideIt), (outside, outsideIt), ("../out.csv", "cannot go up with `..`"),
      ("sub/../../out.csv", "cannot go up"), ("file:///../out.csv", "cannot go up"), ("file:///%2e%2e/out.csv", "cannot go up"),
      ("/etc/passwd", outsideIt), ("none.csv", "there is no file `none.csv`"), ("sub", "is no plain file"), ("", "names no file"),
      ("https://example.org/x.csv", "only files can be loaded"), ("file://host/x.csv", "only files of this machine"),
    ] {
      let fault = bench.fault("LOAD CSV FROM '\(name)' AS r RETURN r")
      #expect(fault?.message.contains(says) == true, "\(name): \(fault?.message ?? "")")
    }
  }

  @Test func withoutAFolderNothingIsRead() throws {
    let bench = try SchemaWorkbench()
    let fault = bench.fault("LOAD CSV FROM 'x.csv' AS r RETURN r")
    #expect(fault?.message == "LOAD CSV may read no files here")
    #expect(fault?.hint == "name the folder with the files, with --csv-folder")
    #expect(try bench.lines("EXPLAIN LOAD CSV FROM 'x.csv' AS r RETURN r").contains { $0.contains("LoadCSV") })
  }

  @Test func whatIsRefusedBeforeItRuns() throws {
    let bench = try bench(["x.csv": "a\n"])
    for (text, says) in [
      ("LOAD CSV FROM 1 AS r RETURN r", "LOAD CSV takes the name of a file, not INTEGER"),
      ("LOAD CSV FROM 'x.csv' AS r FIELDTERMINATOR '||' RETURN r", "FIELDTERMINATOR takes one ASCII character, no quote and no line end"),
      ("WITH 1 AS r LOAD CSV FROM 'x.csv' AS r RETURN r", "variable `r` is already defined"),
      ("LOAD CSV FROM null AS r RETURN r", "LOAD CSV takes the name of a file, not null"),
    ] { #expect(bench.fault(text)?.message == says) }
  }
}
