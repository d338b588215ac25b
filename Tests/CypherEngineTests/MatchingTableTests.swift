import TestKit
import Testing

@testable import CypherEngine

/// Regular expressions by a table answer as they do by their automaton.
@Suite struct MatchingTableTests {
  @Test(arguments: [
    "", "a", "abc", "a.*c", ".*-9", "Product-1.*-9", "(a|b)*c?", "[a-c]{2,4}x?", "(?i)ab+C", "[^a]*", "\\d+\\.\\d*", "(ab|a)(bc|c)", "a|b|", "(a*)*b",
    "x[é-ü]?y", "\\p{Lu}.*", ".{3}", "(a.){1,3}",
  ])
  func answersAsTheAutomaton(pattern: String) throws {
    var random = SeededRandom(seed: 20_261_130)
    let expression = try RegularExpression(pattern)
    let table = try #require(MatchingTable(expression))
    var texts = ["", "a", "abc", "Product-12-9", "Product-1-9", "AbBc", "12.5", "1.", "éa", "xéy", "xy", "a\nc", "abcabc"]
    let letters: [Character] = ["a", "b", "c", "x", "A", "C", "1", "9", ".", "-", "é", "\n"]
    for _ in 0..<400 { texts.append(String((0..<Int.random(in: 0...7, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })) }
    for text in texts { #expect(table.matches(text) == expression.matches(text), "\(text.debugDescription)") }
  }

  @Test(arguments: ["^a", "a$", "a\\b.*"])
  func placesAreLeftToTheAutomaton(pattern: String) throws {
    #expect(MatchingTable(try RegularExpression(pattern)) == nil)
  }

  /// More sets than a table holds.
  @Test func manySetsAreLeftToTheAutomaton() throws {
    let expression = try RegularExpression("(a|b)*a(a|b){12}")
    let table = try #require(MatchingTable(expression))
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let text = String((0..<40).map { _ in Bool.random(using: &random) ? "a" : "b" })
      #expect(table.matches(text) == expression.matches(text))
    }
  }
}
