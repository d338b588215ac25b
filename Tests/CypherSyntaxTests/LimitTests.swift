import Diagnostics
import Foundation
import Testing

@testable import CypherSyntax

@Suite struct LimitTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var name: String
    var open: String
    var inner: String
    var close: String
    /// How many levels of the limit one repetition takes.
    var levels = 1

    func query(_ depth: Int) -> String {
      "RETURN " + String(repeating: open, count: depth) + inner + String(repeating: close, count: depth) + " AS x"
    }

    var testDescription: String { name }
  }

  static let shapes = [
    Shape(name: "lists", open: "[", inner: "1", close: "]"),
    Shape(name: "maps", open: "{a: ", inner: "1", close: "}"),
    Shape(name: "brackets", open: "(", inner: "1", close: ")"),
    Shape(
      name: "brackets with operators", open: "a OR b XOR c AND d = e IN f + g * h ^ (", inner: "1", close: ")",
      levels: 12),
    Shape(name: "calls", open: "abs(", inner: "1", close: ")"),
    Shape(name: "NOT", open: "NOT ", inner: "a", close: ""),
    Shape(name: "signs", open: "- ", inner: "a", close: ""),
    Shape(name: "CASE", open: "CASE WHEN ", inner: "a", close: " THEN 1 END"),
    Shape(name: "comprehensions", open: "[x IN ", inner: "xs", close: "]"),
    Shape(name: "comprehensions in a list", open: "[x IN ", inner: "xs", close: ", 1]"),
    Shape(name: "quantifiers", open: "all(x IN xs WHERE ", inner: "x", close: ")"),
    Shape(name: "reduce", open: "reduce(a = 0, x IN ", inner: "xs", close: " | a)"),
    Shape(name: "elements", open: "a[", inner: "1", close: "]"),
    Shape(name: "label conditions", open: "!(", inner: "A", close: ")", levels: 2),
    Shape(name: "subqueries", open: "COUNT { RETURN ", inner: "1", close: " }", levels: 2),
    Shape(name: "patterns", open: "exists((a {b: ", inner: "1", close: "})--())", levels: 3),
    Shape(name: "pattern comprehensions", open: "[(a)-[b {c: ", inner: "1", close: "}]-() | 1]", levels: 2),
  ]

  @Test("Deep nesting parses up to the limit and is an error beyond it", arguments: shapes)
  func nesting(_ shape: Shape) throws {
    let prefix = shape.name == "label conditions" ? "a:" : ""
    func query(_ depth: Int) -> String {
      shape.query(depth).replacingOccurrences(of: "RETURN !", with: "RETURN \(prefix)!")
    }
    let deepest = SyntaxLimits.nesting / shape.levels - 3
    let tree = try parsed(query(deepest))
    #expect(try parsed(tree.canonicalText) == tree)
    for depth in [SyntaxLimits.nesting + 1, 20_000] {
      let result = parse(SourceText(name: "q", text: query(depth)))
      #expect(result.diagnostics.first?.code == .nestedTooDeep)
      #expect(result.diagnostics.first?.fault?.detail == .limitExceeded)
    }
  }

  @Test(
    "Unclosed brackets end with an error", arguments: ["(", "[", "{a:", "(a {b: ", "[x IN ", "(a)-[", "[(a)-[b {c: "])
  func unclosed(_ open: String) {
    let result = parse(SourceText(name: "q", text: "RETURN " + String(repeating: open, count: 50_000)))
    #expect(result.statement == nil)
    #expect(!result.diagnostics.isEmpty)
  }

  @Test("Chains are flat where they can be long, and limited where they make a high tree")
  func chains() throws {
    for link in [" OR ", " AND ", " = ", " XOR ", " + ", " ^ "] {
      let tree = try parsed("RETURN " + Array(repeating: "a.b", count: 20_000).joined(separator: link) + " AS x")
      #expect(try parsed(tree.canonicalText) == tree)
    }
    for (first, link) in [("a", ".b"), ("a", "[0]"), ("a", " IS NULL"), ("a", " IN b")] {
      let longest = first + String(repeating: link, count: SyntaxLimits.height - 2)
      #expect(throws: Never.self) { try parsed("RETURN \(longest) AS x") }
      let result = parse(SourceText(name: "q", text: "RETURN \(longest + link + link + link + link)"))
      #expect(result.diagnostics.first?.code == .nestedTooDeep)
    }
    let siblings = Array(repeating: "a.b.c + 1", count: 20_000).joined(separator: ", ")
    #expect(throws: Never.self) { try parsed("RETURN [\(siblings)] AS x") }
  }

  @Test("High chains inside deep brackets do not add up beyond the limit")
  func chainsInBrackets() {
    let chain = String(repeating: ".b", count: 400)
    let text = String(repeating: "(", count: 400) + "a" + String(repeating: "\(chain))", count: 400)
    let result = parse(SourceText(name: "q", text: "RETURN \(text)"))
    #expect(result.diagnostics.first?.code == .nestedTooDeep)
  }

  @Test("Time grows with the length of the text and not faster")
  func longLists() throws {
    let clock = ContinuousClock()
    func seconds(_ count: Int) throws -> Double {
      let text = "RETURN size([" + String(repeating: "12, ", count: count) + "1]) AS x"
      let time = try clock.measure { _ = try parsed(text) }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    _ = try seconds(1_000)
    let short = try seconds(20_000)
    let long = try seconds(160_000)
    #expect(long < short * 8 * 4)
  }

  @Test("Clauses and parts of patterns are counted")
  func steps() {
    let most = SyntaxLimits.steps
    for (text, fits) in [
      (String(repeating: "WITH 1 AS x ", count: most - 1) + "RETURN x", true),
      (String(repeating: "WITH 1 AS x ", count: most) + "RETURN x", false),
      ("MATCH " + String(repeating: "()-->", count: most / 2 - 2) + "() RETURN 1 AS x", true),
      ("MATCH " + String(repeating: "()-->", count: most / 2) + "() RETURN 1 AS x", false),
      ("CREATE (:A)" + String(repeating: ", (:A)", count: most), true),
    ] {
      let result = parse(SourceText(name: "<query>", text: text))
      #expect((result.statement != nil) == fits)
      #expect(result.diagnostics.first?.code == (fits ? nil : .nestedTooDeep))
    }
  }
}
