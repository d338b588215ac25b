import GraphModel
import TestKit
import Testing

@testable import CypherEngine

/// Regular expressions by a table answer as they do by their automaton.
@Suite struct MatchingTableTests {
  @Test(arguments: [
    "", "a", "abc", "a.*c", ".*-9", "Product-1.*-9", "(a|b)*c?", "[a-c]{2,4}x?", "(?i)ab+C", "[^a]*", "\\d+\\.\\d*", "(ab|a)(bc|c)", "a|b|", "(a*)*b",
    "x[é-ü]?y", "\\p{Lu}.*", ".{3}", "(a.){1,3}",
    "^a.*", ".*a$", "a\\b.*", ".*\\bab\\B.*", "(?m)(^a$|\\n)*", "(?m).*^.$.*", "a^b", "$a*", "(^|b)a(b|$)", ".*é\\b.*", "[^é]*é$", "\\B", "(?s).*\\b.*$",
  ])
  func answersAsTheAutomaton(pattern: String) throws {
    var random = SeededRandom(seed: 20_261_130)
    let expression = try RegularExpression(pattern)
    var table = MatchingTable(expression)
    var texts = ["", "a", "abc", "Product-12-9", "Product-1-9", "AbBc", "12.5", "1.", "éa", "xéy", "xy", "a\nc", "abcabc", "a\u{2028}b", "\u{1F600}a", "日本"]
    let letters: [Character] = ["a", "b", "c", "x", "A", "C", "1", "9", ".", "-", " ", "é", "日", "\n"]
    for _ in 0..<400 { texts.append(String((0..<Int.random(in: 0...7, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })) }
    let matcher = PatternMatcher(expression)
    for text in texts {
      let matches = expression.matches(text)
      let found = table.matches(text)
      #expect(found == matches, "\(text.debugDescription)")
      for count in 0...min(2, text.unicodeScalars.count) {
        let place = text.unicodeScalars.index(text.startIndex, offsetBy: count)
        let rest = Array(text[place...].utf8)
        #expect(matcher.matcher(behind: Array(text[..<place].utf8)).matches(rest.span) == matches, "\(text.debugDescription) behind \(count)")
      }
    }
  }

  /// More sets than a table holds.
  @Test func manySetsAreLeftToTheAutomaton() throws {
    let expression = try RegularExpression("(a|b)*a(a|b){12}")
    var table = MatchingTable(expression)
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let text = String((0..<40).map { _ in Bool.random(using: &random) ? "a" : "b" })
      let found = table.matches(text)
      #expect(found == expression.matches(text))
    }
  }
}
