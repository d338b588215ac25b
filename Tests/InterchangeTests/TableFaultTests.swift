import Diagnostics
import Foundation
import Testing

@testable import Interchange

@Suite("Faults of tables")
struct TableFaultTests {
  @Test(arguments: [
    ("id,label\n1,A\n1,B\n", "error[E906]: a second node has the id `1`\n  --> nodes0.csv:3:1\n"),
    ("id,label\n1,A\n,B\n", "error[E906]: a node without an id\n  --> nodes0.csv:3:1\n"),
    ("id,label,n:int\n1,A,3\n2,B,x\n", "error[E904]: `x` is no integer\n  --> nodes0.csv:3:5\n"),
    ("id,label,n:float\n1,A,3\n2,B,1e999\n", "error[E904]: `1e999` is too large for a number of 64 bits\n  --> nodes0.csv:3:5\n"),
    ("id,label,n:float\n1,A,-1e1000\n", "error[E904]: `-1e1000` is too large for a number of 64 bits\n  --> nodes0.csv:2:5\n"),
    ("id,label,n:float[]\n1,A,1;1e400\n", "error[E904]: `1;1e400` is no list of numbers\n  --> nodes0.csv:2:5\n"),
    ("id,label,n\n1,A\n", "error[E902]: the record has 2 fields and not 3, as the header has\n  --> nodes0.csv:2:3\n"),
    ("id,label\n1,A,3\n", "error[E902]: the record has more fields than the 2 of the header\n  --> nodes0.csv:2:"),
    ("id,lable\n1,A\n", "error[E901]: the header has no column `label`\n  --> nodes0.csv:1:1\n"),
    ("id,label,n:in\n1,A,1\n", "error[E901]: no type is called `in`\n  --> nodes0.csv:1:10\n"),
    ("id,label,n,n\n1,A,1,1\n", "error[E901]: two columns are called `n`\n  --> nodes0.csv:1:12\n"),
    ("id,label\n1,\"A\n2,B\n", "error[E903]: a quoted field without an end begins here\n  --> nodes0.csv:2:3\n"),
    ("id,label\n1,A\n2,B\"C\n", "error[E903]: a quote inside a field that does not begin with one\n  --> nodes0.csv:3:4\n"),
    ("id,label\n1,\"A\"B\n", "error[E903]: text after the quote that ends a field\n  --> nodes0.csv:2:6\n"),
    ("", "error[E901]: the table is empty\n"),
  ])
  func nodes(text: String, says: String) throws {
    let fault = try TableFiles().fault([text])
    #expect(fault.hasPrefix(says), "\(fault)")
    #expect(fault.contains("\n  help: ") || says.contains("without an id"), "\(fault)")
  }

  @Test(arguments: [
    ("src,dst,type\n1,1,R\n1,9,R\n", "error[E905]: no node has the id `9`\n  --> rels0.csv:3:3\n"),
    ("src,dst,type\n1,x,R\n", "error[E905]: no node has the id `x`\n  --> rels0.csv:2:3\n"),
    ("src,dst,type\n1,1,\n", "error[E905]: a relationship without a type\n  --> rels0.csv:2:5\n"),
    ("src,type\n1,R\n", "error[E901]: the header has no column `dst`\n  --> rels0.csv:1:1\n"),
  ])
  func relationships(text: String, says: String) throws {
    let fault = try TableFiles().fault(["id,label\n1,A\n"], [text])
    #expect(fault.hasPrefix(says), "\(fault)")
  }

  /// In the header, too, where names of properties stand.
  @Test(arguments: [("id,label,\u{1}\n1,A,x\n", "1:10"), ("id,label,n\n1,A,\u{1}\n", "2:5")])
  func bytesThatAreNoUTF8(text: String, place: String) throws {
    let files = try TableFiles()
    try Data(text.utf8.map { $0 == 1 ? 0xff : $0 }).write(to: files.folder.appendingPathComponent("a.csv"))
    #expect {
      _ = try GraphTables(nodes: [files.path("a.csv")], relationships: []).contents()
    } throws: { error in
      guard case TableFailure.fault(let diagnostic, let source)? = error as? TableFailure else { return false }
      return DiagnosticRenderer().render(diagnostic, source: source).contains("error[E907]: what begins here is no UTF-8\n  --> \(files.path("a.csv")):\(place)\n")
    }
  }

  /// The second one is looked for in all tables, past other columns and lines in quotes.
  @Test func aRepeatedValueIsToldWithBothPlaces() throws {
    let files = try TableFiles()
    let tables = GraphTables(
      nodes: [try files.write("a.csv", "id,label,name\n1,A,x\n2,A,y\n"), try files.write("b.csv", "name,label,id\n\"p\nq\",B,3\ny,A,4\n")],
      relationships: [])
    guard case .fault(let diagnostic, let source) = tables.repetition(of: "name", label: "A", first: 1, second: 3) else {
      Issue.record("no fault")
      return
    }
    let text = DiagnosticRenderer().render(diagnostic, source: source).replacingOccurrences(of: files.folder.path + "/", with: "")
    #expect(
      text == """
        error[E911]: a second node with the label `A` has the `name` `y`
          --> b.csv:4:1
           4 | y,A,4
             | ^
          note: the first stands at a.csv:3:5
          help: give each its own, or import without the unique `name`

        """)
  }

  @Test func theFirstFaultOfALongTableIsTold() throws {
    let rows = (0..<200_000).map { "\($0),A,\($0 == 150_000 || $0 == 190_000 ? "bad" : "1")" }.joined(separator: "\n")
    let fault = try TableFiles().fault(["id,label,n:int\n" + rows])
    #expect(fault.hasPrefix("error[E904]: `bad` is no integer\n  --> nodes0.csv:150002:10\n"), "\(fault)")
    #expect(fault.contains("\n150002 | 150000,A,bad\n"), "\(fault)")
  }

  @Test func whatIsNoTextIsTold() throws {
    let files = try TableFiles()
    let path = files.path("latin.csv")
    try Data("id,label,n\n1,A,".utf8 + [0xE9, 0x0A]).write(to: URL(fileURLWithPath: path))
    #expect(throws: TableFailure.self) { try GraphTables(nodes: [path], relationships: []).contents() }
    do {
      _ = try GraphTables(nodes: [path], relationships: []).contents()
    } catch {
      guard case .fault(let diagnostic, _) = error else { throw error }
      #expect(diagnostic.code.name == "E907" && diagnostic.span.start == 15)
    }
  }
}
