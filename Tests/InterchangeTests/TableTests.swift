import Foundation
import GraphModel
import Testing

@testable import Interchange

@Suite("Tables of nodes and relationships")
struct TableTests {
  @Test func typesAreThoseOfTheFields() throws {
    let contents = try TableFiles().read(
      ["id,label,name,year,size,open,code\n1,A,Ann,2024,1.5,true,007\n2,A;B,,-3,2,FALSE,12\n3,,\"\",,,,\n"],
      ["src,dst,type,w\n1,2,R,1\n3,1,S,\n"])
    #expect(
      contents.nodeLines == [
        #":A {id: 1, name: "Ann", year: 2024, size: 1.5, open: true, code: "007"}"#,
        #":A:B {id: 2, year: -3, size: 2.0, open: false, code: "12"}"#, #" {id: 3, name: ""}"#,
      ])
    #expect(contents.relationshipLines == ["0-R->1 {w: 1}", "2-S->0 {}"])
  }

  @Test func typesStandInTheHeader() throws {
    let contents = try TableFiles().read([
      "id:string,label,n:int,x:float,b:bool,s:string,d:date,l:int[],t:string[]\n01,A,+07,3,true,5,2024-05-17,1;2,a;b\n"
    ])
    #expect(contents.nodes.properties.map(\.key) == ["id", "n", "x", "b", "s", "d", "l", "t"])
    let line = contents.nodeLines[0]
    #expect(line.hasPrefix(#":A {id: "01", n: 7, x: 3.0, b: true, s: "5", d: "#))
    guard case .values(let dates) = contents.nodes.properties[5].values, case .date(let date) = dates[0] else {
      Issue.record("no date")
      return
    }
    #expect(date == (try CalendarDate(parsing: "2024-05-17")))
    #expect(line.contains("l: list([GraphModel.Value.integer(1), GraphModel.Value.integer(2)])"))
  }

  @Test func columnsOfNeo4jAreUnderstood() throws {
    let contents = try TableFiles().read(
      ["key:ID(P),name,:LABEL,x:IGNORE\na,Ann,P;Q,1\n", ":ID,:LABEL\nb,P\n"],
      [":START_ID(P),:END_ID,:TYPE,since:long\na,b,KNOWS,2020\n"])
    #expect(contents.nodeLines == [#":P:Q {key: "a", name: "Ann"}"#, #":P {key: "b"}"#])
    #expect(contents.relationshipLines == ["0-KNOWS->1 {since: 2020}"])
  }

  /// A number that is too large for a float is text where the header does not say that it is one, as one that is too large for an integer.
  @Test func floatsWithoutEndAreNamed() throws {
    let contents = try TableFiles().read([
      "id,label,a:float,b,c:float[]\n1,A,Infinity,1e999,inf;-0.0\n2,A,-inf,2.5,nan\n3,A,1e308,1,-Infinity\n4,A,-0.0,1,1e-400\n"
    ])
    guard case .floats(let floats) = contents.nodes.properties[1].values, case .texts(let texts) = contents.nodes.properties[2].values,
      case .values(let lists) = contents.nodes.properties[3].values
    else {
      Issue.record("other types")
      return
    }
    #expect(floats == [.infinity, -.infinity, 1e308, 0] && floats[3].sign == .minus)
    #expect(texts[0] == "1e999" && texts[1] == "2.5")
    #expect(lists.map { "\($0)" } == [[.infinity, -0.0], [.nan], [-.infinity], [0]].map { "\(Value.list($0.map(Value.float)))" })
  }

  @Test func aPropertyHasOneTypeInAllTables() throws {
    let contents = try TableFiles().read(["id,label,n,m\n1,A,1.50,1\n", "id,label,n,m\nx,B,n/a,2.5\n"])
    #expect(contents.nodeLines == [#":A {id: "1", n: "1.50", m: 1.0}"#, #":B {id: "x", n: "n/a", m: 2.5}"#])
  }

  @Test func quotesHoldDelimitersLineEndsAndQuotes() throws {
    let contents = try TableFiles().read(["\u{FEFF}id;label;t\r\n1;\"A\";\"a;\"\"b\"\"\r\nc\"\r\n\r\n2;A;é"], delimiter: ";")
    #expect(contents.nodeLines == [#":A {id: 1, t: "a;\"b\"\r\nc"}"#, #":A {id: 2, t: "é"}"#])
  }

  @Test func compressedTablesAreInflated() throws {
    let files = try TableFiles()
    let plain = try files.write("n.csv", "id,label\n1,A\n2,B\n")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", plain]
    try process.run()
    process.waitUntilExit()
    let contents = try GraphTables(nodes: [plain + ".gz"], relationships: []).contents()
    #expect(contents.nodeLines == [":A {id: 1}", ":B {id: 2}"])
  }

  @Test(arguments: [[5, 900_000_000_000, -4], [7, 8, 6], [0, 10_000, 3]])
  func idsAreIntegersOfAnySize(ids: [Int64]) throws {
    let rows = ids.map { "\($0),A\n" }.joined()
    let contents = try TableFiles().read(
      ["id,label\n" + rows], ["src,dst,type\n\(ids[2]),\(ids[1]),R\n\(ids[0]),\(ids[0]),R\n"])
    #expect(contents.relationships.start == [2, 0] && contents.relationships.end == [1, 0])
  }

  /// Long tables are read in many pieces on several threads; rows keep their order, and a text that comes last makes the
  /// whole column text.
  @Test func piecesKeepTheOrder() throws {
    let rows = 60_000
    let lines = (0..<rows).map { "\($0),\($0 % 3 == 0 ? "A" : "\"B,\n\""),\($0 == rows - 1 ? "x" : "\($0).50"),\"\"\"\n\($0)\"" }
    let contents = try TableFiles().read(
      ["id,label,a,b\n" + lines.joined(separator: "\n")],
      ["src,dst,type\n" + (0..<rows).map { "\($0),\(rows - 1 - $0),R" }.joined(separator: "\n")])
    #expect(contents.nodes.count == rows && contents.nodes.labelSets == [["A"], ["B,\n"]])
    guard case .integers(let ids) = contents.nodes.properties[0].values,
      case .texts(let first) = contents.nodes.properties[1].values,
      case .texts(let second) = contents.nodes.properties[2].values
    else {
      Issue.record("other types")
      return
    }
    #expect(ids == (0..<rows).map { Int64($0) })
    #expect((0..<rows).allSatisfy { first[$0] == ($0 == rows - 1 ? "x" : "\($0).50") && second[$0] == "\"\n\($0)" })
    #expect(contents.relationships.start == (0..<rows).map { UInt32($0) })
    #expect(contents.relationships.end == (0..<rows).reversed().map { UInt32($0) })
  }
}
